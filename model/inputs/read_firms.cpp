#include "inputs/read_firms.h"

#include <algorithm>

namespace drivkraft {

namespace {

constexpr double kilotonnes_per_tonne = 1e-3;

CellQuery firm_query(const PeopleSource& source, const std::string& variable, const std::string& unit, Rule rule) {
  CellQuery query;
  query.keys = {source.region("region", {"denmark"}), {"industry", source.industries, {"all"}}};
  query.where = {{"size_class", "all"}, {"variable", variable}};
  query.column = "value";
  query.unit = unit;
  query.rule = rule;
  return query;
}

/// Positions in the order of the file; rows of their parts are left to those who look at parts.
std::vector<std::string> position_ids(const CsvTable& table) {
  std::vector<std::string> ids;
  if (!table.sound()) return ids;
  for (int row = 0; row < table.rows(); ++row) {
    const std::string id{table.text(row, table.column("position"))};
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
  }
  return ids;
}

}  // namespace

void read_firms(PeopleSource& source, BaseTables& tables) {
  const CsvTable firms = source.open(table_rules::firms);
  fill(tables.firms, firms, firm_query(source, "firms", "firms", Rule::non_negative), source.record, source.problems);
  fill(tables.firm_entry_rate, firms, firm_query(source, "entry_rate", "share a year", Rule::share), source.record,
       source.problems);
  fill(tables.firm_exit_rate, firms, firm_query(source, "exit_rate", "share a year", Rule::share), source.record,
       source.problems);

  const CsvTable emissions = source.open(table_rules::emissions);
  CellQuery intensity;
  intensity.keys = {{"industry", source.industries, {"all"}}};
  intensity.where = {{"variable", "emission_intensity"}};
  intensity.column = "value";
  intensity.unit = "t CO2e per mio DKK output";
  intensity.rule = Rule::non_negative;
  intensity.multiply_by = kilotonnes_per_tonne;
  fill(tables.emission_intensity, emissions, intensity, source.record, source.problems);

  const CsvTable green = source.open(table_rules::green_turnover);
  CellQuery turnover;
  turnover.keys = {source.region()};
  turnover.where = {{"variable", "green_turnover_of_region"}};
  turnover.column = "value";
  turnover.unit = "mio DKK";
  turnover.rule = Rule::non_negative;
  fill(tables.green_turnover, green, turnover, source.record, source.problems);
}

std::vector<StrengthPosition> read_strength_positions(PeopleSource& source) {
  const CsvTable table = source.open(table_rules::strength_positions);
  const std::vector<std::string> ids = position_ids(table);
  std::vector<StrengthPosition> positions;
  if (ids.empty()) return positions;
  CellQuery query;
  query.keys = {{"position", ids, {}}, {"industry", source.industries, {}}};
  query.where = {{"part", "all"}, {"variable", "share_of_jobs"}};
  query.column = "value";
  query.unit = "share";
  query.rule = Rule::share;
  query.may_lack = [](std::size_t) { return true; };
  const std::vector<double> shares = read_cells(table, query, source.record, source.problems);
  const std::size_t industries = source.industries.size();
  for (std::size_t k = 0; k < ids.size(); ++k) {
    const auto first = shares.begin() + static_cast<std::ptrdiff_t>(k * industries);
    positions.push_back({ids[k], {first, first + static_cast<std::ptrdiff_t>(industries)}});
  }
  return positions;
}

}  // namespace drivkraft
