#include "inputs/scenario_levers.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>

#include "base/checks.h"
#include "inputs/read_catalogue.h"

namespace drivkraft {

namespace {

struct YearAmount {
  int year = 0;
  double amount = 0.0;
  TomlSpan span;
};

/// One [[lever]] table while it is read.
struct Use {
  KeyReader& keys;
  const ScenarioContext& context;
  const Scenario& scenario;
};

bool year_allowed(const Use& use, int year, const TomlSpan& span) {
  const int first = use.context.dimensions.base_year + 1;
  if (year >= first && year <= use.scenario.last_year) return true;
  const std::string why = year == first - 1 ? fmt::format("; {} is data", year) : "";
  use.keys.add(span, fmt::format("year {} of the dose of {} is out of range, doses run from {} to {}{}", year,
                                 use.keys.title(), first, use.scenario.last_year, why));
  return false;
}

bool amount_allowed(const Use& use, const TomlValue& value) {
  if (!value.is_number()) {
    use.keys.add(value.span,
                 fmt::format("the dose of {} is {}, it must be a number", use.keys.title(), kind_name(value.kind)));
    return false;
  }
  const std::string broken = check_non_negative("the dose of " + use.keys.title(), value.number);
  if (!broken.empty()) use.keys.add(value.span, broken);
  return broken.empty();
}

std::optional<int> year_of_key(const std::string& key) {
  const bool digits = key.size() == 4 && key.find_first_not_of("0123456789") == std::string::npos;
  return digits ? std::optional<int>{std::stoi(key)} : std::nullopt;
}

std::vector<YearAmount> doses_by_year(const Use& use, const TomlValue& table) {
  std::vector<YearAmount> doses;
  for (const TomlEntry& entry : table.entries) {
    const std::optional<int> year = year_of_key(entry.key);
    if (!year) {
      use.keys.add(entry.key_span, fmt::format("\"{}\" in the dose of {} is not a year", entry.key, use.keys.title()),
                   "write { 2020 = 37.5, 2021 = 75 }");
      continue;
    }
    const bool in_range = year_allowed(use, *year, entry.key_span);
    if (amount_allowed(use, entry.value) && in_range) doses.push_back({*year, entry.value.number, entry.value.span});
  }
  if (table.entries.empty()) use.keys.add(table.span, fmt::format("the dose of {} names no year", use.keys.title()));
  return doses;
}

/// A number with `from` and `to`.
std::vector<YearAmount> doses_by_range(const Use& use, const TomlValue& dose) {
  const std::optional<int> from = use.keys.whole_number("from");
  const std::optional<int> to = use.keys.whole_number("to");
  for (const char* key : {"from", "to"}) {
    if (!use.keys.has(key)) {
      use.keys.add(dose.span, fmt::format("the dose of {} is one number, \"{}\" is missing", use.keys.title(), key),
                   "write from = 2020, to = 2023, or a dose by year: { 2020 = 37.5, 2021 = 75 }");
    }
  }
  const bool good = amount_allowed(use, dose);
  if (!from || !to) return {};
  const TomlSpan from_span = use.keys.raw("from")->span;
  const TomlSpan to_span = use.keys.raw("to")->span;
  const bool from_good = year_allowed(use, *from, from_span);  // both are asked, so that both problems are said
  const bool to_good = year_allowed(use, *to, to_span);
  const bool years_good = from_good && to_good;
  if (years_good && *from > *to) {
    use.keys.add(to_span, fmt::format("\"to\" of {} is {}, before \"from\" {}", use.keys.title(), *to, *from));
    return {};
  }
  std::vector<YearAmount> doses;
  if (!good || !years_good) return doses;
  for (int year = *from; year <= *to; ++year) doses.push_back({year, dose.number, dose.span});
  return doses;
}

std::vector<YearAmount> read_dose(const Use& use) {
  const TomlValue* dose = use.keys.value("dose");
  const bool by_year = dose && dose->kind == TomlKind::table;
  if (dose && !by_year) return doses_by_range(use, *dose);
  for (const char* key : {"from", "to"}) {
    const TomlValue* extra = use.keys.raw(key);
    if (extra && by_year) {
      use.keys.add(extra->span, fmt::format("the dose of {} is given by year, \"{}\" has no meaning beside it",
                                            use.keys.title(), key));
    }
  }
  return by_year ? doses_by_year(use, *dose) : std::vector<YearAmount>{};
}

std::vector<RegionId> read_regions(const Use& use, const LeverEntry* entry) {
  std::vector<RegionId> regions;
  const TomlValue* value = use.keys.value("regions");
  if (!value) return regions;
  if (value->kind == TomlKind::text) return entry ? entry->regions : regions;
  if (value->items.empty())
    use.keys.add(value->span, fmt::format("\"regions\" of {} names no region", use.keys.title()));
  const std::vector<std::string> known = ids_of(use.context.dimensions.regions);
  for (const PlacedName& name : use.keys.names("regions")) {
    const auto at = choose(name, known, "region", use.keys.title(), use.keys.document(), use.keys.problems());
    if (!at) continue;
    const RegionId region{*at};
    if (entry && std::find(entry->regions.begin(), entry->regions.end(), region) == entry->regions.end()) {
      std::vector<std::string> allowed;
      for (const RegionId each : entry->regions) allowed.push_back(known[static_cast<std::size_t>(each.index)]);
      use.keys.add(name.span, fmt::format("{} cannot be applied to \"{}\"", use.keys.title(), name.name),
                   fmt::format("its regions: {}", fmt::join(allowed, ", ")));
      continue;
    }
    regions.push_back(region);
  }
  return regions;
}

std::vector<IndustryId> read_industries(const Use& use, const LeverEntry* entry) {
  std::vector<IndustryId> industries;
  const TomlValue* value = use.keys.value("industries");
  if (!value) return industries;
  if (value->items.empty())
    use.keys.add(value->span, fmt::format("\"industries\" of {} names no industry", use.keys.title()));
  const std::vector<std::string> known = ids_of(use.context.dimensions.industries);
  for (const PlacedName& name : use.keys.names("industries")) {
    const auto at = choose(name, known, "industry", use.keys.title(), use.keys.document(), use.keys.problems());
    if (!at) continue;
    const IndustryId industry{*at};
    if (entry && std::find(entry->industries.begin(), entry->industries.end(), industry) == entry->industries.end()) {
      use.keys.add(name.span, fmt::format("{} does not reach firms of \"{}\"", use.keys.title(), name.name));
      continue;
    }
    industries.push_back(industry);
  }
  std::sort(industries.begin(), industries.end());
  return industries;
}

struct PlacedDose {
  LeverDose dose;
  Place place;
};

void read_use(const TomlDocument& document, const TomlValue& table, const ScenarioContext& context,
              const Scenario& scenario, std::vector<PlacedDose>& doses, Problems& problems) {
  const TomlEntry* id = table.find("id");
  const bool has_id = id && id->value.kind == TomlKind::text;
  const std::string title = has_id ? fmt::format("lever \"{}\"", id->value.text) : "a lever without id";
  KeyReader keys{document, table, scenario_keys, "lever", title, problems};
  const Use use{keys, context, scenario};
  const std::string name = keys.text("id");
  std::optional<int> at;
  if (!name.empty())
    at = choose({name, id->value.span}, lever_ids(context.catalogue), "lever", "the scenario", document, problems);
  const LeverEntry* entry = at ? &context.catalogue.entries[static_cast<std::size_t>(*at)] : nullptr;
  const std::vector<RegionId> regions = read_regions(use, entry);
  const std::vector<YearAmount> amounts = read_dose(use);
  const std::vector<IndustryId> industries = read_industries(use, entry);
  keys.finish();
  if (!entry) return;
  for (const RegionId region : regions) {
    for (const YearAmount& amount : amounts) {
      doses.push_back({{*at, region, amount.year, amount.amount, industries}, document.place(amount.span)});
    }
  }
}

/// Sorts by lever, region and year; two doses for the same three are a problem that shows both places.
void settle(std::vector<PlacedDose> doses, const ScenarioContext& context, ScenarioFile& file, Problems& problems) {
  const auto key = [](const PlacedDose& d) { return std::tuple{d.dose.entry, d.dose.region, d.dose.year}; };
  std::stable_sort(doses.begin(), doses.end(),
                   [&](const PlacedDose& a, const PlacedDose& b) { return key(a) < key(b); });
  for (std::size_t k = 0; k < doses.size(); ++k) {
    const PlacedDose& each = doses[k];
    if (k > 0 && key(doses[k - 1]) == key(each)) {
      const Place& first = doses[k - 1].place;
      problems.add(
          each.place,
          fmt::format("lever \"{}\" already has a dose in {} in {}",
                      context.catalogue.entries[static_cast<std::size_t>(each.dose.entry)].id,
                      context.dimensions.regions[static_cast<std::size_t>(each.dose.region.index)].id, each.dose.year),
          fmt::format("the other one: {}:{}:{}", first.file, first.line, first.column));
      continue;
    }
    file.scenario.doses.push_back(each.dose);
    file.dose_places.push_back(each.place);
  }
}

/// What a unit demands of every value; a value outside the plausible range is a belief and allowed.
std::string belief_broken(const ParameterRow& row, double value) {
  const auto starts = [&](std::string_view with) { return row.unit.starts_with(with); };
  const std::string name = fmt::format("parameter \"{}\"", row.key);
  if (row.distribution == Distribution::lognormal) return check_positive(name, value, row.unit);
  if (starts("share") && row.distribution != Distribution::normal) return check_share(name, value);
  if (starts("switch"))
    return value == 0.0 || value == 1.0 ? std::string{}
                                        : fmt::format("{} is {}, must be 0 or 1", name, number_text(value));
  if (starts("years") && row.low >= 1.0 && !(value >= 1.0))
    return fmt::format("{} is {} years, must be at least 1", name, number_text(value));
  if (row.low >= 0.0 && !starts("proportion")) return check_non_negative(name, value, row.unit);
  return check_finite(name, value, row.unit);
}

}  // namespace

void read_lever_uses(const TomlDocument& document, const ScenarioContext& context, ScenarioFile& file,
                     Problems& problems) {
  const TomlEntry* levers = document.root().find("lever");
  if (!levers) return;
  if (levers->value.kind != TomlKind::list) {
    problems.add(document.place(levers->key_span), "a lever must be a [[lever]] table, with two brackets");
    return;
  }
  std::vector<PlacedDose> doses;
  for (const TomlValue& table : levers->value.items) {
    if (table.kind == TomlKind::table) {
      read_use(document, table, context, file.scenario, doses, problems);
    } else {
      problems.add(document.place(table.span), "a lever must be a [[lever]] table");
    }
  }
  settle(std::move(doses), context, file, problems);
}

void read_beliefs(const TomlDocument& document, const ScenarioContext& context, Scenario& scenario,
                  Problems& problems) {
  const TomlEntry* section = document.root().find("parameters");
  if (!section) return;
  if (section->value.kind != TomlKind::table) {
    problems.add(document.place(section->key_span), "[parameters] must be a section of keys and numbers");
    return;
  }
  std::vector<std::string> known;
  for (const ParameterRow& row : context.parameters.rows) known.push_back(row.key);
  for (const TomlEntry& entry : section->value.entries) {
    if (entry.value.kind == TomlKind::table) {
      problems.add(document.place(entry.key_span), fmt::format("\"{}\" in [parameters] is a table", entry.key),
                   "a key with dots stands in quotes: \"wages.epsilon\" = 0.02");
      continue;
    }
    const auto at = choose({entry.key, entry.key_span}, known, "parameter", "[parameters]", document, problems);
    if (!entry.value.is_number()) {
      problems.add(document.place(entry.value.span),
                   fmt::format("parameter \"{}\" is {}, it must be a number", entry.key, kind_name(entry.value.kind)));
      continue;
    }
    if (!at) continue;
    const std::string broken =
        belief_broken(context.parameters.rows[static_cast<std::size_t>(*at)], entry.value.number);
    if (!broken.empty()) problems.add(document.place(entry.value.span), broken);
    scenario.parameters.push_back({entry.key, entry.value.number});
  }
}

}  // namespace drivkraft
