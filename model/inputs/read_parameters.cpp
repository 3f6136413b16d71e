#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/checks.h"
#include "inputs/beliefs.h"
#include "inputs/csv_table.h"
#include "inputs/read_data.h"
#include "inputs/table_rules.h"

namespace drivkraft {

namespace {

const std::vector<std::string> distribution_names{"triangular", "beta", "normal", "lognormal", "uniform"};
constexpr std::string_view grades = "ABCD";

// low and high of a beta lie about this many standard deviations apart: twice the 95 % quantile of the normal.
constexpr double beta_range_in_deviations = 3.289707;

/// "" when low, central and high can be read as the distribution says (data/parameters/README.md).
std::string distribution_problem(const ParameterRow& row) {
  if (row.low == row.high) {
    if (row.varies) return "low equals high, so an ensemble cannot draw it: vary must be 0";
    return {};
  }
  const bool inside = row.low < row.central && row.central < row.high;
  switch (row.distribution) {
    case Distribution::normal: return inside ? "" : "a normal needs low < central < high";
    case Distribution::lognormal: return inside && row.low > 0.0 ? "" : "a lognormal needs 0 < low < central < high";
    case Distribution::beta: {
      if (!inside || row.low <= 0.0 || row.high >= 1.0) return "a beta needs 0 < low < central < high < 1";
      const double deviation = (row.high - row.low) / beta_range_in_deviations;
      const double sum_of_shapes = row.central * (1.0 - row.central) / (deviation * deviation) - 1.0;
      return sum_of_shapes > 0.0 ? "" : "the range is too wide for a beta with this mean";
    }
    case Distribution::uniform: {
      const double middle = 0.5 * (row.low + row.high);
      return std::abs(row.central - middle) <= 1e-9 * std::abs(row.high - row.low)
                 ? ""
                 : "the central value of a uniform lies in the middle of low and high";
    }
    case Distribution::triangular: return {};
  }
  return {};
}

class ParameterReader {
 public:
  ParameterReader(const CsvTable& table, Problems& problems) : table_(table), problems_(problems) {}

  std::optional<ParameterRow> read(int row) {
    const std::size_t before = problems_.size();
    ParameterRow parameter;
    parameter.key = text(row, "key");
    parameter.description = text(row, "description");
    parameter.unit = text(row, "unit");
    parameter.source = text(row, "source");
    parameter.note = text(row, "note");
    for (const char* column : {"key", "description", "unit", "source"}) {
      if (text(row, column).empty()) problems_.add(place(row, column), fmt::format("{} is missing", column));
    }
    parameter.central = number(row, "central");
    parameter.low = number(row, "low");
    parameter.high = number(row, "high");
    read_choices(row, parameter);
    if (problems_.size() > before) return std::nullopt;
    std::string message = check_ordered(parameter.key, parameter.low, parameter.central, parameter.high);
    if (message.empty()) {
      message = distribution_problem(parameter);
      if (!message.empty()) message = parameter.key + ": " + message;
    }
    if (message.empty()) return parameter;
    problems_.add(place(row, "central"), std::move(message));
    return std::nullopt;
  }

 private:
  [[nodiscard]] std::string text(int row, const char* column) const {
    return std::string(table_.text(row, table_.column(column)));
  }
  [[nodiscard]] Place place(int row, const char* column) const { return table_.place(row, table_.column(column)); }
  double number(int row, const char* column) {
    return table_.number(row, table_.column(column), problems_).value_or(0.0);
  }

  void read_choices(int row, ParameterRow& parameter) {
    const std::string name = text(row, "distribution");
    const auto found = std::find(distribution_names.begin(), distribution_names.end(), name);
    if (found == distribution_names.end()) {
      problems_.add(place(row, "distribution"), fmt::format("unknown distribution \"{}\"", name),
                    did_you_mean(name, distribution_names));
    } else {
      parameter.distribution = static_cast<Distribution>(found - distribution_names.begin());
    }
    const std::string vary = text(row, "vary");
    if (vary != "0" && vary != "1") {
      problems_.add(place(row, "vary"), fmt::format("vary is \"{}\", must be 0 or 1", vary));
    }
    parameter.varies = vary == "1";
    const std::string grade = text(row, "grade");
    if (grade.size() != 1 || grades.find(grade) == std::string_view::npos) {
      problems_.add(place(row, "grade"), fmt::format("grade is \"{}\", must be A, B, C or D", grade));
    } else {
      parameter.grade = grade.front();
    }
  }

  const CsvTable& table_;
  Problems& problems_;
};

}  // namespace

ParameterFile read_parameter_table(const std::filesystem::path& file, InputRecord& record, Problems& problems) {
  const TableRule& rule = table_rules::parameters;
  const CsvTable table = CsvTable::read(file, rule.file, rule.columns, record, problems);
  ParameterFile result;
  result.shown = table.shown();
  if (!table.sound()) return result;
  ParameterReader reader(table, problems);
  const int key_column = table.column("key");
  std::map<std::string, int> line_of;
  for (int row = 0; row < table.rows(); ++row) {
    const std::string key{table.text(row, key_column)};
    if (const auto [first, added] = line_of.emplace(key, table.line(row)); !added) {
      problems.add(table.place(row, key_column),
                   fmt::format("key \"{}\" stands twice; the first is line {}", key, first->second));
      continue;
    }
    result.keys_in_file.push_back(key);
    if (std::optional<ParameterRow> parameter = reader.read(row)) {
      result.rows.push_back(std::move(*parameter));
      result.places.push_back(table.place(row, key_column));
    }
  }
  return result;
}

Parameters central_parameters(const ParameterFile& file, const std::vector<std::string>& keys_of_levers,
                              Problems& problems) {
  Parameters parameters;
  const auto stands = [](const auto& list, std::string_view key) {
    return std::find(list.begin(), list.end(), key) != list.end();
  };
  for (std::size_t k = 0; k < parameter_count; ++k) {
    const std::string_view key = parameter_keys[k];
    const auto row = std::find_if(file.rows.begin(), file.rows.end(),
                                  [&](const ParameterRow& candidate) { return candidate.key == key; });
    if (row != file.rows.end()) {
      parameters[static_cast<Parameter>(k)] = row->central;
    } else if (!stands(file.keys_in_file, key)) {  // a row with its own problems has said enough
      problems.add(Place{file.shown, 0, 0, 1, {}}, fmt::format("no row for parameter \"{}\"", key));
    }
  }
  if (std::string contradiction = contradiction_of(file); !contradiction.empty())
    problems.add(Place{file.shown, 0, 0, 1, {}}, std::move(contradiction));
  std::vector<std::string> known(parameter_keys.begin(), parameter_keys.end());
  known.insert(known.end(), keys_of_levers.begin(), keys_of_levers.end());
  for (std::size_t k = 0; k < file.rows.size(); ++k) {
    if (stands(known, file.rows[k].key)) continue;
    problems.add(file.places[k], fmt::format("nothing reads parameter \"{}\"", file.rows[k].key),
                 did_you_mean(file.rows[k].key, known));
  }
  return parameters;
}

}  // namespace drivkraft
