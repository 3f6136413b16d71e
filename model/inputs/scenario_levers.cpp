#include "inputs/scenario_levers.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "inputs/read_catalogue.h"
#include "inputs/scenario_doses.h"

namespace drivkraft {

namespace {

/// One [[lever]] table while it is read.
struct Use {
  KeyReader& keys;
  const ScenarioContext& context;
};

template <class Id>
std::string names_of(const std::vector<Id>& ids, const std::vector<std::string>& known) {
  std::vector<std::string> names;
  names.reserve(ids.size());
  for (const Id id : ids) names.push_back(known[static_cast<std::size_t>(id.index)]);
  return fmt::format("{}", fmt::join(names, ", "));
}

std::vector<RegionId> read_regions(const Use& use, const LeverEntry* entry) {
  std::vector<RegionId> regions;
  const TomlValue* value = use.keys.value("regions");
  if (!value) return regions;
  if (value->kind == TomlKind::text) return entry && value->text == "all" ? entry->regions : regions;
  if (value->items.empty())
    use.keys.add(value->span, fmt::format("\"regions\" of {} names no region", use.keys.title()));
  const std::vector<std::string> known = ids_of(use.context.dimensions.regions);
  for (const PlacedName& name : use.keys.names("regions")) {
    const auto at = choose(name, known, "region", use.keys.title(), use.keys.document(), use.keys.problems());
    if (!at) continue;
    const RegionId region{*at};
    if (entry && std::find(entry->regions.begin(), entry->regions.end(), region) == entry->regions.end()) {
      use.keys.add(name.span, fmt::format("{} cannot be applied to \"{}\"", use.keys.title(), name.name),
                   "its regions: " + names_of(entry->regions, known));
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
      use.keys.add(name.span, fmt::format("{} does not reach firms of \"{}\"", use.keys.title(), name.name),
                   entry->industries.empty() ? "" : "its industries: " + names_of(entry->industries, known));
      continue;
    }
    industries.push_back(industry);
  }
  std::sort(industries.begin(), industries.end());
  return industries;
}

/// A dose with its place, and the file whose word it is.
struct PlacedDose {
  LeverDose dose;
  Place place;
  bool is_share = false;
  int source = 0;
};

/// A dose by region is for the regions of the lever's table, neither more nor fewer.
void check_regions_of(const DoseInYears& dose, const std::vector<RegionId>& regions,
                      const std::vector<std::string>& known, KeyReader& keys) {
  std::vector<RegionId> dosed;
  for (const YearAmount& amount : dose.amounts) {
    if (!amount.region) return;
    if (!dosed.empty() && dosed.back() == *amount.region) continue;
    dosed.push_back(*amount.region);
    if (std::find(regions.begin(), regions.end(), *amount.region) == regions.end()) {
      keys.add(amount.span, fmt::format("{} has a dose in \"{}\", which is not among its regions", keys.title(),
                                        known[static_cast<std::size_t>(amount.region->index)]));
    }
  }
  if (dosed.empty()) return;
  for (const RegionId region : regions) {
    if (std::find(dosed.begin(), dosed.end(), region) != dosed.end()) continue;
    keys.add(keys.raw("dose")->span,
             fmt::format("{} has no dose in \"{}\"", keys.title(), known[static_cast<std::size_t>(region.index)]),
             "a dose of 0 says that nothing is done there");
  }
}

void read_use(const TomlDocument& document, const TomlValue& table, const ScenarioContext& context,
              const Scenario& scenario, std::vector<PlacedDose>& doses, Problems& problems) {
  const TomlEntry* id = table.find("id");
  const bool has_id = id && id->value.kind == TomlKind::text;
  const std::string title = has_id ? fmt::format("lever \"{}\"", id->value.text) : "a lever without id";
  KeyReader keys{document, table, scenario_keys, "lever", title, problems};
  const Use use{keys, context};
  const std::string name = keys.text("id");
  std::optional<int> at;
  if (id && !name.empty())
    at = choose({name, id->value.span}, lever_ids(context.catalogue), "lever", "the scenario", document, problems);
  const LeverEntry* entry = at ? &context.catalogue.entries[static_cast<std::size_t>(*at)] : nullptr;
  const std::vector<RegionId> regions = read_regions(use, entry);
  const std::vector<std::string> known = ids_of(context.dimensions.regions);
  const std::size_t before = problems.size();
  const DoseSign sign = !entry || !may_fall(*entry)             ? DoseSign::not_negative
                        : entry->dose_unit == DoseUnit::percent ? DoseSign::change_in_percent
                                                                : DoseSign::change_in_money;
  const DoseInYears dose = read_dose(keys, known, context.dimensions.base_year + 1, scenario.last_year, sign);
  if (problems.size() == before) check_regions_of(dose, regions, known, keys);
  const std::vector<IndustryId> industries = read_industries(use, entry);
  keys.finish();
  if (!entry) return;
  for (const RegionId region : regions) {
    for (const YearAmount& amount : dose.amounts) {
      if (amount.region.value_or(region) != region) continue;
      doses.push_back({{*at, region, amount.year, amount.amount, industries},
                       document.place(amount.span),
                       dose.is_share,
                       table.span.source});
    }
  }
}

bool same_cell(const PlacedDose& a, const PlacedDose& b) {
  return a.dose.entry == b.dose.entry && a.dose.region == b.dose.region && a.dose.year == b.dose.year;
}

/// Doses for one lever, region and year: that of the file with the last word counts; where none has it, a problem that
/// shows both places.
std::size_t settle_cell(std::span<const PlacedDose> cell, const ScenarioContext& context, std::span<const FileWay> ways,
                        Problems& problems) {
  const auto way = [&](std::size_t k) { return ways[static_cast<std::size_t>(cell[k].source)]; };
  std::size_t best = 0;
  for (std::size_t k = 1; k < cell.size(); ++k) {
    const auto rival = [&](std::size_t other) { return last_word(way(other), way(k)) == LastWord::nobody; };
    for (std::size_t other = k; other-- > 0;) {
      if (!rival(other)) continue;
      const LeverDose& dose = cell[k].dose;
      const Place& first = cell[other].place;
      problems.add(cell[k].place,
                   fmt::format("lever \"{}\" already has a dose in {} in {}",
                               context.catalogue.entries[static_cast<std::size_t>(dose.entry)].id,
                               context.dimensions.regions[static_cast<std::size_t>(dose.region.index)].id, dose.year),
                   fmt::format("the other one: {}:{}:{}", first.file, first.line, first.column));
      break;
    }
    if (last_word(way(best), way(k)) == LastWord::second) best = k;
  }
  return best;
}

/// Sorts by lever, region and year, and leaves one dose for the three.
void settle(std::vector<PlacedDose> doses, const ScenarioContext& context, std::span<const FileWay> ways,
            ScenarioFile& file, Problems& problems) {
  const auto key = [](const PlacedDose& d) { return std::tuple{d.dose.entry, d.dose.region, d.dose.year}; };
  std::stable_sort(doses.begin(), doses.end(),
                   [&](const PlacedDose& a, const PlacedDose& b) { return key(a) < key(b); });
  for (auto begin = doses.begin(); begin != doses.end();) {
    const auto end = std::find_if(begin, doses.end(), [&](const PlacedDose& d) { return !same_cell(*begin, d); });
    const PlacedDose& kept = begin[static_cast<std::ptrdiff_t>(settle_cell({begin, end}, context, ways, problems))];
    if (kept.is_share) file.share_doses.push_back(file.scenario.doses.size());
    file.scenario.doses.push_back(kept.dose);
    file.dose_places.push_back(kept.place);
    begin = end;
  }
}

}  // namespace

void read_lever_uses(const TomlDocument& document, const ScenarioContext& context, std::span<const FileWay> ways,
                     ScenarioFile& file, Problems& problems) {
  const TomlEntry* levers = document.root().find("lever");
  if (!levers) return;
  std::vector<PlacedDose> doses;
  for (const TomlValue& table : levers->value.items) {
    if (table.kind == TomlKind::table) {
      read_use(document, table, context, file.scenario, doses, problems);
    } else {
      problems.add(document.place(table.span), "a lever must be a [[lever]] table");
    }
  }
  settle(std::move(doses), context, ways, file, problems);
}

}  // namespace drivkraft
