#include "inputs/read_history.h"

#include <string>
#include <vector>

#include "inputs/csv_table.h"
#include "inputs/table_cells.h"

namespace drivkraft {

namespace {

constexpr int first_year = 2009;  // when the accounts of all regions begin
constexpr const char* file_name = "history/history.csv";

/// The noise of one series of the table in each region.
std::vector<double> noise_of(const CsvTable& table, const Dimensions& dimensions, const std::string& variable,
                             const std::string& group, const std::string& unit, Problems& problems) {
  CellQuery query;
  std::vector<std::string> years, before;
  for (int year = first_year; year <= dimensions.base_year; ++year) years.push_back(std::to_string(year));
  for (int row = 0; row < table.rows(); ++row) {  // other years of the series are none of ours
    const std::string year{table.text(row, table.column("year"))};
    if (year < years.front() || year > years.back()) before.push_back(year);
  }
  query.keys = {{"area", ids_of(dimensions.regions), {}}, {"year", years, before}};
  query.where = {{"level", "region"}, {"variable", variable}, {"group", group}};
  query.column = "value";
  query.unit = unit;
  query.rule = Rule::positive;
  InputRecord not_counted;
  const std::size_t found_before = problems.size();
  const std::vector<double> levels = read_cells(table, query, not_counted, problems);
  std::vector<double> noise;
  if (problems.size() > found_before) return noise;
  for (std::size_t from = 0; from < levels.size(); from += years.size()) {
    const auto begin = levels.begin() + static_cast<std::ptrdiff_t>(from);
    noise.push_back(yearly_noise({begin, begin + static_cast<std::ptrdiff_t>(years.size())}));
  }
  return noise;
}

}  // namespace

NoiseFloor read_noise_floor(const std::filesystem::path& data_folder, const Dimensions& dimensions, InputRecord& record,
                            Problems& problems) {
  NoiseFloor floor;
  const std::filesystem::path file = data_folder / file_name;
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) return floor;
  const CsvTable table = CsvTable::read(
      file, file_name, {"area", "level", "variable", "group", "year", "value", "unit", "status", "source", "note"},
      record, problems);
  if (!table.sound()) return floor;
  floor.jobs = noise_of(table, dimensions, "jobs", "TOTAL", "thousand persons", problems);
  floor.gdp = noise_of(table, dimensions, "gdp_2015_prices", "", "mio EUR", problems);
  return floor;
}

}  // namespace drivkraft
