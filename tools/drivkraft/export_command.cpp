#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <numeric>
#include <string>
#include <vector>

#include "base/checks.h"
#include "drivkraft/commands.h"
#include "drivkraft/load.h"
#include "drivkraft/result_sums.h"
#include "drivkraft/table_text.h"
#include "economy/state_layout.h"
#include "inputs/csv_table.h"
#include "results/atomic_write.h"

namespace drivkraft {

namespace {

/// A line of data/export/variables.csv: (series - less) / over, summed over regions and other dimensions before it is
/// divided; with `by` for each label of that dimension.
struct ExportVariable {
  std::string name, unit, series, less, over, by;
};

/// Every series that the list names must be one, and have the dimension.
void check_series(const CsvTable& table, int row, std::string_view column, const std::string& by, Problems& problems) {
  const int at = table.column(column);
  const std::string name{table.text(row, at)};
  if (name.empty()) return;
  std::vector<std::string> known;
  for (const FieldInfo& field : state_fields) {
    known.emplace_back(field.name);
    if (field.name != name) continue;
    const auto has = [&](std::string_view axis) {
      return std::any_of(field.axes.begin(), field.axes.end(),
                         [&](Axis each) { return axis_names[static_cast<std::size_t>(each)] == axis; });
    };
    if (!has("region")) problems.add(table.place(row, at), fmt::format("series \"{}\" is not by region", name));
    if (!by.empty() && !has(by))
      problems.add(table.place(row, at), fmt::format("series \"{}\" is not by {}", name, by));
    return;
  }
  problems.add(table.place(row, at), fmt::format("unknown series \"{}\"", name), did_you_mean(name, known));
}

std::vector<ExportVariable> read_variables(const std::filesystem::path& data) {
  InputRecord record;
  Problems problems;
  const std::string name = "export/variables.csv";
  const CsvTable table =
      CsvTable::read(data / name, name, {"variable", "unit", "series", "less", "over", "by", "meaning", "meaning_da"},
                     record, problems);
  problems.throw_if_any();
  std::vector<ExportVariable> variables;
  for (int row = 0; row < table.rows(); ++row) {
    const auto text = [&](std::string_view column) { return std::string{table.text(row, table.column(column))}; };
    variables.push_back({text("variable"), text("unit"), text("series"), text("less"), text("over"), text("by")});
    for (const char* column : {"series", "less", "over"})
      check_series(table, row, column, variables.back().by, problems);
  }
  problems.throw_if_any();
  return variables;
}

struct Place {
  std::string name;
  std::vector<int> regions;
};

/// Collects the lines of the table.
class Export {
 public:
  Export(const ResultSums& result, ExportFormat format) : result_(result), format_(format) {
    for (int r = 0; r < static_cast<int>(result.regions().size()); ++r)
      places_.push_back({result.regions()[static_cast<std::size_t>(r)], {r}});
    std::vector<int> all(result.regions().size());
    std::iota(all.begin(), all.end(), 0);
    places_.push_back({"denmark", all});
    model_ = "Drivkraft " + result.file().text_attribute("run", "program_version");
  }

  std::string text(const std::vector<ExportVariable>& variables) {
    std::vector<std::string> head{"model", "scenario", "region", "variable", "unit"};
    if (format_ == ExportFormat::csv) {
      head.insert(head.end(), {"year", "value"});
    } else {
      for (const int year : result_.years()) head.push_back(std::to_string(year));
    }
    text_ = csv_line(head);
    const std::string stem = result_.file().text_attribute("run", "scenario_stem");
    if (!result_.own_baseline()) {
      add_group("baseline", std::filesystem::path(result_.file().text_attribute("run", "baseline")).stem().string(),
                variables);
    }
    add_group("scenario", stem, variables);
    return text_;
  }

 private:
  void add_group(const std::string& group, const std::string& scenario, const std::vector<ExportVariable>& variables) {
    for (const ExportVariable& variable : variables) {
      const std::vector<std::string> labels =
          variable.by.empty() ? std::vector<std::string>{""} : result_.labels(variable.by);
      for (std::size_t label = 0; label < labels.size(); ++label) {
        const std::string name = variable.name + (variable.by.empty() ? "" : "|" + labels[label]);
        for (const Place& place : places_) {
          std::vector<double> values;
          for (const int year : result_.years()) values.push_back(value(group, variable, place, year, label));
          add_lines({model_, scenario, place.name, name, variable.unit}, values);
        }
      }
    }
  }

  [[nodiscard]] double value(const std::string& group, const ExportVariable& variable, const Place& place, int year,
                             std::size_t label) const {
    const auto sum = [&](const std::string& series) {
      return series.empty() ? 0.0 : result_.sum(group, series, place.regions, year, variable.by, label);
    };
    const double amount = sum(variable.series) - sum(variable.less);
    if (variable.over.empty()) return amount;
    const double over = sum(variable.over);
    return over == 0.0 ? 0.0 : amount / over;
  }

  void add_lines(std::vector<std::string> line, const std::vector<double>& values) {
    if (format_ == ExportFormat::iamc) {
      for (const double each : values) line.push_back(number_text(each));
      text_ += csv_line(line);
      return;
    }
    const std::string start = csv_line(line);
    for (std::size_t k = 0; k < values.size(); ++k) {
      text_.append(start, 0, start.size() - 1);  // without the end of the line
      text_ += fmt::format(",{},{}\n", result_.years()[k], number_text(values[k]));
    }
  }

  const ResultSums& result_;
  ExportFormat format_;
  std::vector<Place> places_;
  std::string model_, text_;
};

void write_file(const std::filesystem::path& folder, const std::string& stem, const std::string& text) {
  std::error_code failed;
  std::filesystem::create_directories(folder, failed);
  const std::filesystem::path file = folder / (stem + ".csv");
  write_atomically(file, {reinterpret_cast<const unsigned char*>(text.data()), text.size()});
  std::cout << file.string() << '\n';
}

}  // namespace

int export_command(const Arguments& arguments) {
  const ExportOptions options = parse_export(arguments);
  if (options.help) {
    std::cout << export_help();
    return exit_done;
  }
  const std::vector<ExportVariable> variables = read_variables(find_data(options.data, options.result));
  const ResultSums result{options.result};
  const std::string text = Export{result, options.format}.text(variables);
  if (options.output.empty()) {
    std::cout << text;
  } else {
    write_file(options.output, options.result.stem().string(), text);
  }
  return exit_done;
}

}  // namespace drivkraft
