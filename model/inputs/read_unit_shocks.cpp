#include "inputs/read_unit_shocks.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <utility>

#include "inputs/csv_table.h"
#include "inputs/read_catalogue.h"
#include "inputs/table_rules.h"

namespace drivkraft {

namespace {

/// One row of the table with what it is read against.
struct ShockRow {
  const CsvTable& table;
  int row;
  const ScenarioContext& context;
  Problems& problems;

  [[nodiscard]] int column(const char* name) const { return table.column(name); }
  [[nodiscard]] std::string text(const char* name) const { return std::string{table.text(row, column(name))}; }
  void problem(const char* name, std::string message, std::string hint = {}) const {
    problems.add(table.place(row, column(name)), std::move(message), std::move(hint));
  }
  /// Position of a cell's word among choices; an unknown one is a problem and -1.
  [[nodiscard]] int choice(const char* name, const std::vector<std::string>& choices) const {
    const std::string word = text(name);
    const auto known = std::find(choices.begin(), choices.end(), word);
    if (known != choices.end()) return static_cast<int>(known - choices.begin());
    problem(name, fmt::format("unknown {} \"{}\"", name, word), did_you_mean(word, choices));
    return -1;
  }
  [[nodiscard]] std::optional<int> year(const char* name) const {
    const std::optional<double> value = table.number(row, column(name), problems);
    if (!value) return std::nullopt;
    const int first = context.dimensions.base_year + 1, last = Scenario{}.last_year;
    if (*value == std::floor(*value) && *value >= first && *value <= last) return static_cast<int>(*value);
    problem(name, fmt::format("{} must be a year from {} to {}", name, first, last));
    return std::nullopt;
  }
};

/// All regions, or the one named; a lever that may not be applied there is a problem.
std::vector<RegionId> regions_of(const ShockRow& row, const LeverEntry& lever) {
  if (row.text("region") == "all") return lever.regions;
  const int at = row.choice("region", ids_of(row.context.dimensions.regions));
  if (at < 0) return {};
  const bool allowed =
      std::any_of(lever.regions.begin(), lever.regions.end(), [&](RegionId region) { return region.index == at; });
  if (!allowed) row.problem("region", fmt::format("{} may not be applied in {}", lever.id, row.text("region")));
  return {RegionId{at}};
}

UnitShock read_shock(const ShockRow& row) {
  UnitShock shock{.id = row.text("shock"), .everywhere = row.text("region") == "all", .file = {}};
  Scenario& scenario = shock.file.scenario;
  scenario.name = scenario.stem = shock.id;
  scenario.first_year = row.context.dimensions.base_year;
  shock.file.has_years = true;
  const int financing = row.choice("financing", financing_names);
  if (financing >= 0) scenario.closures.financing = static_cast<Financing>(financing);
  const int entry = row.choice("lever", lever_ids(row.context.catalogue));
  const std::optional<double> dose = row.table.number(row.row, row.column("dose"), row.problems);
  const std::optional<int> from = row.year("from"), to = row.year("to");
  if (entry < 0 || !dose || !from || !to) return shock;
  const LeverEntry& lever = row.context.catalogue.entries[static_cast<std::size_t>(entry)];
  const std::string& unit = dose_unit_names[static_cast<std::size_t>(lever.dose_unit)];
  if (row.text("unit") != unit) row.problem("unit", fmt::format("{} is dosed in {}", lever.id, unit));
  if (*dose <= 0.0) row.problem("dose", "the dose must be above 0");
  if (*to < *from) row.problem("to", "the last year must not come before the first");
  for (const RegionId region : regions_of(row, lever)) {
    for (int year = *from; year <= *to; ++year) {
      scenario.doses.push_back({.entry = entry, .region = region, .year = year, .amount = *dose, .industries = {}});
      shock.file.dose_places.push_back(row.table.place(row.row, row.column("dose")));
    }
  }
  return shock;
}

}  // namespace

std::vector<UnitShock> read_unit_shocks(const std::filesystem::path& data_folder, const ScenarioContext& context,
                                        InputRecord& record, Problems& problems) {
  const TableRule& rule = table_rules::unit_shocks;
  const CsvTable table = CsvTable::read(data_folder / rule.file, rule.file, rule.columns, record, problems);
  std::vector<UnitShock> shocks;
  if (!table.sound()) return shocks;
  std::set<std::string> ids;
  for (int row = 0; row < table.rows(); ++row) {
    const ShockRow shock{table, row, context, problems};
    if (shock.text("shock").empty())
      shock.problem("shock", "a shock must have a name");
    else if (!ids.insert(shock.text("shock")).second)
      shock.problem("shock", fmt::format("\"{}\" stands twice", shock.text("shock")));
    shocks.push_back(read_shock(shock));
  }
  return shocks;
}

}  // namespace drivkraft
