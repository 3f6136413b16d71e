#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "economy/parameters.h"
#include "inputs/people_source.h"
#include "inputs/read_dimensions.h"

namespace drivkraft {

namespace {

/// The practices that have parameters: what stands between "adoption." and ".premium".
std::vector<std::string> practices_with_parameters() {
  constexpr std::string_view start = "adoption.";
  constexpr std::string_view end = ".premium";
  std::vector<std::string> practices;
  for (const std::string_view key : parameter_keys) {
    if (key.size() <= start.size() + end.size()) continue;
    if (key.substr(0, start.size()) != start || key.substr(key.size() - end.size()) != end) continue;
    practices.emplace_back(key.substr(start.size(), key.size() - start.size() - end.size()));
  }
  return practices;
}

void read_practices(PeopleSource& source, PeopleTables& tables) {
  const CsvTable table = source.open(table_rules::practices);
  tables.practices = ids_of(read_labels(table, source.problems));
  const std::vector<std::string> known = practices_with_parameters();
  for (std::size_t row = 0; row < tables.practices.size(); ++row) {
    const std::string& id = tables.practices[row];
    if (std::find(known.begin(), known.end(), id) != known.end()) continue;
    source.problems.add(table.place(static_cast<int>(row), table.column("id")),
                        fmt::format("practice \"{}\" has no parameters adoption.{}", id, id), did_you_mean(id, known));
  }
}

void read_adoption(PeopleSource& source, PeopleTables& tables) {
  const CsvTable table = source.open(table_rules::adoption);
  // Means of the nation and of all industries stand beside the cells.
  CellQuery query;
  query.keys = {source.region("region", {"denmark"}),
                {"industry", source.industries, {"all"}},
                {"practice", tables.practices, {}}};
  query.where = {{"variable", "employment_share"}};
  query.column = "value";
  query.unit = "share";
  query.rule = Rule::share;
  if (tables.practices.empty()) return;  // every row would be unknown
  fill(tables.adoption, table, query, source.record, source.problems);
}

void read_drift(PeopleSource& source, PeopleTables& tables) {
  const CsvTable table = source.open(table_rules::drift);
  CellQuery query;
  query.keys = {source.region()};
  query.where = {{"series", "main"}, {"variable", "deviation_of_productivity_growth"}};
  query.column = "value";
  query.unit = "log growth a year";
  query.rule = Rule::finite;
  fill(tables.productivity_drift, table, query, source.record, source.problems);
}

void read_catch_up(PeopleSource& source, PeopleTables& tables) {
  const CsvTable table = source.open(table_rules::industry_parameters);
  CellQuery query;
  query.keys = {{"industry", source.industries, {}}};
  query.where = {{"variable", "catch_up"}};
  query.column = "value";
  query.unit = "0 or 1";
  for (const int row : find_rows(table, query, source.problems)) {
    const double flag = source.number(table, row, "value", Rule::finite);
    if (flag != 0.0 && flag != 1.0) {
      source.problems.add(table.place(row, table.column("value")),
                          fmt::format("catch_up is {}, must be 0 or 1", number_text(flag)));
    }
    tables.catches_up.push_back(flag == 1.0);
  }
}

}  // namespace

void read_technology(PeopleSource& source, PeopleTables& tables) {
  read_practices(source, tables);
  read_drift(source, tables);
  read_adoption(source, tables);
  read_catch_up(source, tables);
}

}  // namespace drivkraft
