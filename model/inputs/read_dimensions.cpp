#include "inputs/read_dimensions.h"

#include <fmt/format.h>

#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "inputs/csv_table.h"
#include "inputs/read_firms.h"
#include "inputs/table_cells.h"
#include "inputs/table_rules.h"

namespace drivkraft {

namespace {

CsvTable open(const std::filesystem::path& folder, const TableRule& rule, InputRecord& record, Problems& problems) {
  return CsvTable::read(folder / rule.file, rule.file, rule.columns, record, problems);
}

/// Ids go into file formats, commands and variable names: lower-case letters, digits and underscores.
bool good_id(std::string_view id) {
  if (id.empty() || !(id.front() >= 'a' && id.front() <= 'z')) return false;
  return id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string_view::npos;
}

std::vector<bool> read_higher(const CsvTable& table, Problems& problems) {
  std::vector<bool> higher;
  if (!table.sound()) return higher;
  const int higher_column = table.column("higher");
  const int order_column = table.column("order");
  for (int row = 0; row < table.rows(); ++row) {
    const std::string_view text = table.text(row, higher_column);
    if (text != "0" && text != "1") {
      problems.add(table.place(row, higher_column), fmt::format("higher is \"{}\", must be 0 or 1", text));
    }
    if (table.text(row, order_column) != std::to_string(row + 1)) {
      problems.add(table.place(row, order_column), fmt::format("order is {}, rows must stand in order: {} is next",
                                                               table.text(row, order_column), row + 1));
    }
    higher.push_back(text == "1");
  }
  return higher;
}

void read_calendar(const CsvTable& table, Dimensions& dimensions, InputRecord& record, Problems& problems) {
  CellQuery query;
  query.keys = {{"quantity", {"base_year", "trend_year"}, {}}};
  query.column = "value";
  query.rule = Rule::positive;
  query.unit = "year";
  const std::vector<double> years = read_cells(table, query, record, problems);
  for (std::size_t k = 0; k < years.size(); ++k) {
    if (years[k] == std::floor(years[k])) continue;
    problems.add(table.place_of_file(), std::string(k == 0 ? "base_year" : "trend_year") + " must be a whole number");
  }
  dimensions.base_year = static_cast<int>(years[0]);
  dimensions.trend_year = static_cast<int>(years[1]);
  if (problems.empty() && dimensions.trend_year <= dimensions.base_year) {
    problems.add(table.place_of_file(), "trend_year must come after base_year");
  }
}

}  // namespace

std::vector<Label> read_labels(const CsvTable& table, Problems& problems) {
  std::vector<Label> labels;
  if (!table.sound()) return labels;
  const int id_column = table.column("id");
  const int danish = table.column("name_da");
  const int english = table.column("name_en");
  std::map<std::string, int> line_of;
  for (int row = 0; row < table.rows(); ++row) {
    const std::string id{table.text(row, id_column)};
    if (!good_id(id)) {
      problems.add(table.place(row, id_column),
                   fmt::format("id \"{}\" must start with a letter and hold only a-z, 0-9 and _", id));
    }
    if (const auto [first, added] = line_of.emplace(id, table.line(row)); !added) {
      problems.add(table.place(row, id_column),
                   fmt::format("id \"{}\" stands twice; the first is line {}", id, first->second));
    }
    for (const int column : {danish, english}) {
      if (table.text(row, column).empty()) problems.add(table.place(row, column), "a name is missing");
    }
    labels.push_back({id, std::string(table.text(row, danish)), std::string(table.text(row, english))});
  }
  if (labels.empty()) problems.add(table.place_of_file(), "has no rows, at least one is needed");
  return labels;
}

Dimensions read_dimensions(const std::filesystem::path& data_folder, InputRecord& record, Problems& problems) {
  Dimensions dimensions;
  read_calendar(open(data_folder, table_rules::calendar, record, problems), dimensions, record, problems);
  dimensions.regions = read_labels(open(data_folder, table_rules::regions, record, problems), problems);
  dimensions.industries = read_labels(open(data_folder, table_rules::industries, record, problems), problems);
  const CsvTable educations = open(data_folder, table_rules::educations, record, problems);
  dimensions.educations = read_labels(educations, problems);
  dimensions.higher = read_higher(educations, problems);
  dimensions.practices = read_labels(open(data_folder, table_rules::practices, record, problems), problems);
  if (dimensions.industries.empty()) return dimensions;
  PeopleSource source(data_folder, dimensions, record, problems);
  std::vector<StrengthPosition> positions = read_strength_positions(source);
  dimensions.strength_positions = std::move(positions);
  return dimensions;
}

}  // namespace drivkraft
