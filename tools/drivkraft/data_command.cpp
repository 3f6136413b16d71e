#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <iostream>
#include <string>

#include "drivkraft/commands.h"
#include "drivkraft/load.h"
#include "inputs/data_index.h"

namespace drivkraft {

namespace {

/// 1234567 as "1,234,567".
std::string counted(std::int64_t value) {
  std::string digits = std::to_string(value);
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

std::string percent(double share) {
  return fmt::format("{:.1f}%", 100.0 * share);
}

std::string counts_line(const std::string& name, const std::string& rows, const CellCounts& counts) {
  return fmt::format("{:<38} {:>8} {:>9} {:>9} {:>9} {:>9} {:>8}", name, rows, counted(counts.total()),
                     counted(counts.observed), counted(counts.derived), counted(counts.assumed),
                     percent(counts.assumed_share()));
}

const std::string counts_head = fmt::format("{:<38} {:>8} {:>9} {:>9} {:>9} {:>9} {:>8}", "table", "rows", "numbers",
                                            "observed", "derived", "assumed", "assumed");

void print_list(const DataIndex& index) {
  std::cout << counts_head << '\n';
  for (const DataTable& table : index.tables()) {
    const std::string mark = table.read ? "* " : "  ";
    std::cout << counts_line(mark + table.file, counted(table.cells.rows()), table.numbers) << '\n';
    std::cout << "    " << table.title << '\n';
  }
  std::cout << counts_line("* read by the equations", "", index.counts(true)) << '\n';
  std::cout << counts_line("all tables", "", index.counts(false)) << '\n';
}

void print_number(const DataNumber& number) {
  std::cout << fmt::format("{}, {}: {} {}\n    {}, source {}", number.where, number.column, number.value, number.unit,
                           number.status, number.source);
  if (!number.vintage.empty()) std::cout << " (" << number.vintage << ')';
  std::cout << '\n';
  if (!number.note.empty()) std::cout << "    " << number.note << '\n';
}

std::string_view distribution_name(Distribution distribution) {
  switch (distribution) {
    case Distribution::triangular: return "triangular";
    case Distribution::beta: return "beta";
    case Distribution::normal: return "normal";
    case Distribution::lognormal: return "lognormal";
    case Distribution::uniform: return "uniform";
  }
  return "";
}

void print_parameter(const ParameterRow& row) {
  std::cout << fmt::format("{}: {} {}\n    {}\n    range {} to {}, {}, {}\n    grade {}, source {}\n", row.key,
                           row.central, row.unit, row.description, row.low, row.high,
                           distribution_name(row.distribution), row.varies ? "drawn in an ensemble" : "not drawn",
                           row.grade, row.source);
  if (!row.note.empty()) std::cout << "    " << row.note << '\n';
}

const ParameterRow* find_parameter(const ParameterTable& table, const std::string& key) {
  const auto found =
      std::find_if(table.rows.begin(), table.rows.end(), [&](const ParameterRow& row) { return row.key == key; });
  return found == table.rows.end() ? nullptr : &*found;
}

[[noreturn]] void unknown_name(const std::string& name, const DataIndex& index) {
  const std::string hint = did_you_mean(name, index.names());
  throw UsageError{"no table or parameter is called \"" + name + "\"" + (hint.empty() ? "" : ", " + hint) +
                   "\n`drivkraft data list` lists the tables"};
}

void print_show(const DataIndex& index, const ParameterTable& parameters, const DataOptions& options) {
  const std::string& name = options.words.front();
  if (const ParameterRow* row = find_parameter(parameters, name)) {
    print_parameter(*row);
    return;
  }
  const DataTable* table = index.find(name);
  if (!table) unknown_name(name, index);
  const std::vector<std::string> words(options.words.begin() + 1, options.words.end());
  const std::vector<DataNumber> numbers = index.numbers(*table, words);
  std::cout << table->file << ": " << table->title << '\n';
  for (const DataColumn& column : table->columns) {
    if (column.kind != ColumnKind::number) continue;
    std::cout << fmt::format("  {} [{}]: {}\n", column.name, column.unit == "row" ? "unit of the row" : column.unit,
                             column.meaning);
  }
  for (const DataNumber& number : numbers) print_number(number);
  if (numbers.empty()) std::cout << "no row holds all of these words\n";
}

void print_assumed_cells(const DataIndex& index, const DataTable& table) {
  for (const DataNumber& number : index.numbers(table, {})) {
    if (number.status == "assumed") print_number(number);
  }
}

void print_assumed(const DataIndex& index, const DataOptions& options) {
  const DataTable* one = options.words.empty() ? nullptr : index.find(options.words.front());
  if (!options.words.empty() && !one) unknown_name(options.words.front(), index);
  if (!one) std::cout << counts_head << '\n';
  for (const DataTable& table : index.tables()) {
    if ((one && &table != one) || table.numbers.assumed == 0) continue;
    if (one || options.cells) print_assumed_cells(index, table);
    if (one) std::cout << counts_head << '\n';
    const std::string mark = table.read ? "* " : "  ";
    std::cout << counts_line(mark + table.file, counted(table.cells.rows()), table.numbers) << '\n';
  }
  if (one) return;
  std::cout << counts_line("* read by the equations", "", index.counts(true)) << '\n';
  std::cout << counts_line("all tables", "", index.counts(false)) << '\n';
  if (!options.cells)
    std::cout << "`drivkraft data assumed TABLE` lists a table's assumed numbers, --cells those of all tables\n";
}

}  // namespace

int data_command(const Arguments& arguments) {
  const DataOptions options = parse_data(arguments);
  if (options.help) {
    std::cout << data_help();
    return exit_done;
  }
  const std::filesystem::path folder = find_data(options.data, {});
  Problems problems;
  InputRecord record;
  const DataIndex index = DataIndex::read(folder, problems);
  const ParameterFile parameters = read_parameter_table(folder / "parameters" / "parameters.csv", record, problems);
  problems.throw_if_any();
  if (options.what == "list") print_list(index);
  if (options.what == "show") print_show(index, parameters, options);
  if (options.what == "assumed") print_assumed(index, options);
  return exit_done;
}

}  // namespace drivkraft
