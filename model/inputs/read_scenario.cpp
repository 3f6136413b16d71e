#include "inputs/read_scenario.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "inputs/key_reader.h"
#include "inputs/scenario_levers.h"
#include "inputs/scenario_settings.h"

namespace drivkraft {

namespace {

const std::vector<std::string> section_names{"scenario", "closures", "lever", "parameters"};

/// A section that may be missing; one of another kind is a problem and counts as missing.
const TomlValue* section(const TomlDocument& document, std::string_view name, Problems& problems) {
  const TomlEntry* entry = document.root().find(name);
  if (!entry) return nullptr;
  if (entry->value.kind == TomlKind::table) return &entry->value;
  problems.add(document.place(entry->key_span), fmt::format("\"{}\" must be a section: [{}]", name, name));
  return nullptr;
}

void check_sections(const TomlDocument& document, Problems& problems) {
  for (const TomlEntry& entry : document.root().entries) {
    if (std::find(section_names.begin(), section_names.end(), entry.key) != section_names.end()) continue;
    problems.add(document.place(entry.key_span), fmt::format("unknown section \"{}\" in a scenario", entry.key),
                 did_you_mean(entry.key, section_names));
  }
}

/// True when the file states years that can be run.
bool read_years(KeyReader& keys, const ScenarioContext& context, Scenario& scenario) {
  const TomlValue* years = keys.value("years");
  if (!years) return false;
  const double first = years->items[0].number;
  const double last = years->items[1].number;
  const int base_year = context.dimensions.base_year;
  if (first != base_year) {
    keys.add(years->items[0].span, fmt::format("the first year is {}, it must be the base year {}", first, base_year));
  }
  if (!(last > base_year && last <= last_possible_year)) {
    keys.add(years->items[1].span, fmt::format("the last year is {}, it must be after {} and at most {}", last,
                                               base_year, last_possible_year));
    return false;
  }
  scenario.first_year = base_year;
  scenario.last_year = static_cast<int>(last);
  return first == base_year;
}

/// The years come first: doses are read against them.
void read_head(const TomlDocument& document, const ScenarioContext& context, ScenarioFile& file, Problems& problems) {
  Scenario& scenario = file.scenario;
  scenario.first_year = context.dimensions.base_year;
  scenario.last_year = last_possible_year;
  const TomlValue* table = section(document, "scenario", problems);
  if (!table) {
    if (!document.root().find("scenario"))
      problems.add(document.whole_file(), "a scenario must have a [scenario] section");
    return;
  }
  KeyReader keys{document, *table, scenario_keys, "scenario", "[scenario]", problems};
  scenario.name = keys.text("name");
  scenario.about = keys.text("about");
  scenario.baseline = keys.text("baseline");
  file.has_years = read_years(keys, context, scenario);
  keys.finish();
}

template <class Closure>
void read_closure(KeyReader& keys, std::string_view key, const std::vector<std::string>& names, Closure& closure) {
  const TomlValue* value = keys.value(key);
  if (!value) return;
  const auto at = choose({value->text, value->span}, names, "closure of " + std::string{key}, keys.title(),
                         keys.document(), keys.problems());
  if (at) closure = static_cast<Closure>(*at);
}

/// Reads what is held; financing is read already.
void read_hold(KeyReader& keys, Closures& closures) {
  Hold& hold = closures.hold;
  bool* const members[] = {&hold.wages,         &hold.capital,    &hold.investment,   &hold.consumption,
                           &hold.government,    &hold.exports,    &hold.labour_force, &hold.migration,
                           &hold.participation, &hold.technology, &hold.adoption,     &hold.firms};
  for (const PlacedName& name : keys.names("hold")) {
    const auto at = choose(name, hold_names, "block", "\"hold\" of [closures]", keys.document(), keys.problems());
    if (!at) continue;
    *members[*at] = true;
    if (members[*at] == &hold.government && closures.financing == Financing::within_budget) {
      keys.add(name.span, "public consumption is held, and financing \"within_budget\" would cut it: nobody would pay",
               "hold something else, or let financing be \"national\"");
    }
  }
}

void read_closures(const TomlDocument& document, Closures& closures, Problems& problems) {
  const TomlValue* table = section(document, "closures", problems);
  if (!table) return;
  KeyReader keys{document, *table, scenario_keys, "closures", "[closures]", problems};
  read_closure(keys, "wages", wage_closure_names, closures.wages);
  read_closure(keys, "capital", capital_closure_names, closures.capital);
  read_closure(keys, "migration", migration_closure_names, closures.migration);
  read_closure(keys, "financing", financing_names, closures.financing);
  read_hold(keys, closures);
  keys.finish();
}

/// A baseline always runs with the same closures and without levers: anything else in its file would do nothing.
void check_own_baseline(const TomlDocument& document, const Scenario& scenario, Problems& problems) {
  if (!scenario.baseline.empty()) return;
  const TomlEntry* head = document.root().find("scenario");
  const bool misnamed = head && head->value.kind == TomlKind::table && head->value.find("baseline");
  if (misnamed) return;  // told already
  for (const char* name : {"lever", "closures"}) {
    if (const TomlEntry* entry = document.root().find(name)) {
      problems.add(document.place(entry->key_span), fmt::format("a file without a baseline must not have \"{}\"", name),
                   "a scenario names one in [scenario]: baseline = \"baseline.toml\"");
    }
  }
}

ScenarioFile from_document(TomlDocument document, const ScenarioContext& context, std::span<const Setting> settings,
                           Problems& problems) {
  Problems found;
  ScenarioFile file;
  apply_settings(document, settings, found);
  check_sections(document, found);
  read_head(document, context, file, found);
  read_closures(document, file.scenario.closures, found);
  read_lever_uses(document, context, file, found);
  read_beliefs(document, context, file.scenario, found);
  check_own_baseline(document, file.scenario, found);
  file.scenario.text = document.text();
  if (!settings.empty() && !file.scenario.text.ends_with('\n')) file.scenario.text += '\n';
  for (const Setting& setting : settings)
    file.scenario.text += fmt::format("# --set {}={}\n", setting.path, setting.value);
  problems.append(found.sorted());  // in the order of the file
  return file;
}

/// Where a key of [scenario] stands, for problems across files.
Place place_of(const TomlDocument& document, std::string_view section_name, std::string_view key) {
  const TomlEntry* head = document.root().find(section_name);
  const TomlEntry* entry = head ? head->value.find(key) : nullptr;
  return entry ? document.place(entry->value.span) : document.whole_file();
}

void check_agreement(const TomlDocument& document, const Scenario& baseline, const std::string& baseline_shown,
                     ScenarioFile& file, Problems& problems) {
  Scenario& scenario = file.scenario;
  if (!baseline.baseline.empty()) {
    problems.add(place_of(document, "scenario", "baseline"),
                 fmt::format("{} has a baseline itself and cannot be one", baseline_shown));
  }
  const bool same_years = baseline.first_year == scenario.first_year && baseline.last_year == scenario.last_year;
  if (file.has_years && !same_years) {
    problems.add(place_of(document, "scenario", "years"),
                 fmt::format("the years are {}-{}, the baseline's are {}-{}; they must be the same",
                             scenario.first_year, scenario.last_year, baseline.first_year, baseline.last_year),
                 "see " + baseline_shown);
  }
  for (const ParameterOverride& belief : baseline.parameters) {
    const auto same = [&](const ParameterOverride& other) { return other.key == belief.key; };
    if (std::any_of(scenario.parameters.begin(), scenario.parameters.end(), same)) {
      problems.add(
          place_of(document, "parameters", belief.key),
          fmt::format("parameter \"{}\" is set by the baseline too; a belief holds for both paths", belief.key),
          "see " + baseline_shown);
    } else {
      scenario.parameters.push_back(belief);
    }
  }
}

}  // namespace

ScenarioFile parse_scenario(std::string text, std::string shown, const ScenarioContext& context,
                            std::span<const Setting> settings, Problems& problems) {
  auto document = TomlDocument::parse(std::move(text), std::move(shown), problems);
  return document ? from_document(std::move(*document), context, settings, problems) : ScenarioFile{};
}

ScenarioFile read_scenario(const std::filesystem::path& file, const ScenarioContext& context,
                           std::span<const Setting> settings, InputRecord& record, Problems& problems) {
  const auto document = TomlDocument::read(file, "scenarios/" + file.filename().string(), record, problems);
  if (!document) return {};
  ScenarioFile result = from_document(*document, context, settings, problems);
  result.scenario.stem = file.stem().string();
  if (result.scenario.baseline.empty()) return result;

  const std::filesystem::path baseline_path = file.parent_path() / result.scenario.baseline;
  Problems unreadable;
  const auto baseline =
      TomlDocument::read(baseline_path, "scenarios/" + baseline_path.filename().string(), record, unreadable);
  if (!baseline && unreadable.list().front().place.line == 0) {
    problems.add(place_of(*document, "scenario", "baseline"), "the baseline cannot be read",
                 unreadable.list().front().message);
    return result;
  }
  problems.append(unreadable);
  if (!baseline) return result;
  std::vector<Setting> shared;
  std::copy_if(settings.begin(), settings.end(), std::back_inserter(shared), concerns_baseline);
  const std::size_t before = problems.size();
  const ScenarioFile base = from_document(*baseline, context, shared, problems);
  if (problems.size() == before) check_agreement(*document, base.scenario, baseline->shown(), result, problems);
  result.baseline_text = base.scenario.text;
  return result;
}

}  // namespace drivkraft
