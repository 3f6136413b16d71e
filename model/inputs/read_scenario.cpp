#include "inputs/read_scenario.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "inputs/beliefs.h"
#include "inputs/key_reader.h"
#include "inputs/scenario_files.h"
#include "inputs/scenario_levers.h"
#include "inputs/scenario_settings.h"

namespace drivkraft {

namespace {

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
  const TomlEntry* head = document.root().find("scenario");
  if (!head) return;
  KeyReader keys{document, head->value, scenario_keys, "scenario", "[scenario]", problems};
  scenario.name = keys.text("name");
  scenario.about = keys.text("about");
  scenario.baseline = keys.text("baseline");
  (void)keys.text("extends");  // the files that these name were read before
  (void)keys.names("overlays");
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
  const TomlEntry* section = document.root().find("closures");
  if (!section) return;
  KeyReader keys{document, section->value, scenario_keys, "closures", "[closures]", problems};
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
  const bool misnamed = head && head->value.find("baseline");
  if (misnamed) return;  // told already
  for (const char* name : {"lever", "closures"}) {
    if (const TomlEntry* entry = document.root().find(name)) {
      problems.add(document.place(entry->key_span), fmt::format("a file without a baseline must not have \"{}\"", name),
                   "a scenario names one in [scenario]: baseline = \"baseline.toml\"");
    }
  }
}

/// Where a key of a section stands, for problems across keys or files.
Place place_of(const TomlDocument& document, std::string_view section_name, std::string_view key) {
  const TomlEntry* head = document.root().find(section_name);
  const TomlEntry* entry = head ? head->value.find(key) : nullptr;
  return entry ? document.place(entry->value.span) : document.whole_file();
}

/// Beliefs must fit together, and with the central values of what they leave alone.
void check_beliefs(const TomlDocument& document, const ScenarioContext& context, const Scenario& scenario,
                   Problems& problems) {
  std::string contradiction = contradiction_of(context.parameters, scenario.parameters);
  if (contradiction.empty()) return;
  const TomlEntry* section = document.root().find("parameters");
  const bool five = section && section->value.find(survives_five_years);
  problems.add(place_of(document, "parameters", five ? survives_five_years : survives_one_year),
               std::move(contradiction));
}

/// Reads the document after the settings; problems that are known so far come in `found`.
ScenarioFile from_document(ComposedScenario& composed, const ScenarioContext& context,
                           std::span<const Setting> settings, Problems found, Problems& problems) {
  TomlDocument& document = composed.document;
  ScenarioFile file;
  apply_settings(document, settings, found);
  read_head(document, context, file, found);
  read_closures(document, file.scenario.closures, found);
  read_lever_uses(document, context, composed.ways, file, found);
  read_beliefs(document, context, file.scenario, found);
  if (file.scenario.baseline.empty()) check_beliefs(document, context, file.scenario, found);  // else with its beliefs
  check_own_baseline(document, file.scenario, found);
  file.scenario.text = document.text();
  if (!settings.empty() && !file.scenario.text.ends_with('\n')) file.scenario.text += '\n';
  for (const Setting& setting : settings)
    file.scenario.text += fmt::format("# --set {}={}\n", setting.path, setting.value);
  problems.append(found.sorted());  // in the order of the files
  return file;
}

void check_agreement(const TomlDocument& document, const ScenarioContext& context, const Scenario& baseline,
                     const std::string& baseline_shown, ScenarioFile& file, Problems& problems) {
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
  check_beliefs(document, context, scenario, problems);
}

/// The TOML files beside a file, but for the one that was asked for: what its name could have meant.
std::vector<std::string> names_beside(const std::filesystem::path& file, const std::filesystem::path& asked) {
  std::vector<std::string> names;
  std::error_code failed;
  const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : ".";
  for (std::filesystem::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
    const bool other = at->path().filename() != asked.filename();
    if (other && at->path().extension() == ".toml") names.push_back(at->path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

/// Opens files of the disk; one that is not there is told with the nearest name beside it.
OpenText opener_of_disk(const std::filesystem::path& asked) {
  return [asked](const std::filesystem::path& file, Problems& problems) {
    Problems found;
    std::optional<TextFile> text = read_text_file(file, found);
    std::error_code failed;
    if (text || std::filesystem::exists(file, failed)) {
      problems.append(found);
      return text;
    }
    const Problem& missing = found.list().front();
    const std::string nearest = nearest_choice(file.filename().string(), names_beside(file, asked));
    problems.add(missing.place, missing.message, nearest.empty() ? "" : fmt::format("did you mean \"{}\"?", nearest));
    return text;
  };
}

/// Where the baseline's file is: its name leads from the file that names it.
std::filesystem::path baseline_path(const ComposedScenario& composed, const std::string& name) {
  const TomlEntry* head = composed.document.root().find("scenario");
  const TomlEntry* entry = head ? head->value.find("baseline") : nullptr;
  const auto source = static_cast<std::size_t>(entry ? entry->value.span.source : 0);
  return composed.folders[source < composed.folders.size() ? source : 0] / name;  // settings: from the file asked for
}

void read_baseline(const ComposedScenario& composed, const std::filesystem::path& asked, const ScenarioContext& context,
                   std::span<const Setting> settings, ScenarioFile& file, InputRecord& record, Problems& problems) {
  const TomlDocument& document = composed.document;
  const std::filesystem::path path = baseline_path(composed, file.scenario.baseline);
  const Place named_at = place_of(document, "scenario", "baseline");
  const OpenText on_disk = opener_of_disk(asked);
  const OpenText open = [&](const std::filesystem::path& each, Problems& found) {
    return each == path ? open_named(each, "the baseline", named_at, on_disk, found) : on_disk(each, found);
  };
  Problems found;
  std::optional<ComposedScenario> baseline = compose_scenario(path, open, asked.parent_path(), record, found);
  if (!baseline) return problems.append(found);
  std::vector<Setting> shared;
  std::copy_if(settings.begin(), settings.end(), std::back_inserter(shared), concerns_baseline);
  const std::size_t before = problems.size();
  ScenarioFile base = from_document(*baseline, context, shared, found, problems);
  if (problems.size() == before)
    check_agreement(document, context, base.scenario, baseline->document.shown(), file, problems);
  file.baseline = std::move(base.scenario);
  file.baseline.stem = path.stem().string();
}

}  // namespace

ScenarioFile parse_scenario(std::string text, std::string shown, const ScenarioContext& context,
                            std::span<const Setting> settings, Problems& problems,
                            const std::map<std::string, std::string>& others) {
  const std::filesystem::path file = shown;
  const OpenText open = [&](const std::filesystem::path& path, Problems& found) -> std::optional<TextFile> {
    if (path == file) return TextFile{shown, text, {}};
    const auto other = others.find(path.generic_string());
    if (other != others.end()) return TextFile{other->first, other->second, {}};
    found.add({path.generic_string(), 0, 0, 1, {}}, "file not found");
    return std::nullopt;
  };
  InputRecord record;
  Problems found;
  auto composed = compose_scenario(file, open, file.parent_path(), record, found);
  if (composed) return from_document(*composed, context, settings, found, problems);
  problems.append(found);
  return {};
}

ScenarioFile read_scenario(const std::filesystem::path& file, const ScenarioContext& context,
                           std::span<const Setting> settings, InputRecord& record, Problems& problems) {
  Problems found;
  auto composed = compose_scenario(file, opener_of_disk(file), file.parent_path(), record, found);
  if (!composed) {
    problems.append(found);
    return {};
  }
  ScenarioFile result = from_document(*composed, context, settings, found, problems);
  result.scenario.stem = file.stem().string();
  if (!result.scenario.baseline.empty()) read_baseline(*composed, file, context, settings, result, record, problems);
  return result;
}

}  // namespace drivkraft
