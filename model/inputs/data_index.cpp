#include "inputs/data_index.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <system_error>
#include <utility>

namespace drivkraft {

namespace {

const std::vector<std::string> kind_names{"key", "text", "number", "standing"};
constexpr std::string_view unit_of_row = "row";

std::string text(const CsvTable& table, int row, std::string_view column) {
  const int at = table.column(column);
  return at < 0 ? std::string{} : std::string(table.text(row, at));
}

/// Tables of the data folder as they lie on disk, "people/wages.csv", in alphabetical order.
std::vector<std::string> files_on_disk(const std::filesystem::path& folder) {
  std::vector<std::string> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder, error)) {
    const std::filesystem::path name = entry.path().lexically_relative(folder);
    if (name.extension() == ".csv" && name.has_parent_path()) files.push_back(name.generic_string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// A parameter has a grade of its evidence instead of a status: D is judgement.
std::string status_of(const CsvTable& table, int row) {
  if (table.column("status") >= 0) return text(table, row, "status");
  return text(table, row, "grade") == "D" ? "assumed" : "derived";
}

void count(CellCounts& counts, std::string_view status) {
  counts.observed += status == "observed" ? 1 : 0;
  counts.derived += status == "derived" ? 1 : 0;
  counts.assumed += status == "assumed" ? 1 : 0;
}

/// "region fyn, industry food, variable gva": the filled key columns of a row.
std::string where_of(const DataTable& table, int row) {
  std::string where;
  for (std::size_t k = 0; k < table.columns.size(); ++k) {
    const DataColumn& column = table.columns[k];
    const std::string value = text(table.cells, row, column.name);
    if (column.kind != ColumnKind::key || value.empty()) continue;
    where += fmt::format("{}{} {}", where.empty() ? "" : ", ", column.name, value);
  }
  return where;
}

bool holds(const CsvTable& table, int row, const std::vector<std::string>& words) {
  return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
    for (int column = 0; column < static_cast<int>(table.columns().size()); ++column) {
      if (table.text(row, column) == word) return true;
    }
    return false;
  });
}

std::vector<std::string> column_names(const DataTable& table) {
  std::vector<std::string> names;
  for (const DataColumn& column : table.columns) names.push_back(column.name);
  return names;
}

/// Reads one line of tables.csv.
std::optional<DataColumn> read_column(const CsvTable& list, int row, Problems& problems) {
  DataColumn column;
  column.name = text(list, row, "column");
  column.unit = text(list, row, "unit");
  column.meaning = text(list, row, "meaning");
  column.read = text(list, row, "read") == "1";
  const std::string kind = text(list, row, "kind");
  const auto found = std::find(kind_names.begin(), kind_names.end(), kind);
  if (found == kind_names.end()) {
    problems.add(list.place(row, list.column("kind")), fmt::format("unknown kind \"{}\"", kind),
                 did_you_mean(kind, kind_names));
    return std::nullopt;
  }
  column.kind = static_cast<ColumnKind>(found - kind_names.begin());
  if (column.kind == ColumnKind::number && column.unit.empty()) {
    problems.add(list.place(row, list.column("unit")), fmt::format("number column \"{}\" has no unit", column.name));
  }
  if (column.meaning.empty()) {
    problems.add(list.place(row, list.column("meaning")), fmt::format("column \"{}\" has no meaning", column.name));
  }
  return column;
}

/// Checks the numbers of a table and counts them by status.
void count_numbers(DataTable& table, Problems& problems) {
  if (!table.cells.sound()) return;
  for (const DataColumn& column : table.columns) {
    if (column.kind != ColumnKind::number) continue;
    const int at = table.cells.column(column.name);
    for (int row = 0; row < table.cells.rows(); ++row) {
      if (table.cells.text(row, at).empty() || !table.cells.number(row, at, problems)) continue;
      count(table.numbers, status_of(table.cells, row));
      if (column.read) count(table.numbers_read, status_of(table.cells, row));
      const bool unit_missing = column.unit == unit_of_row && text(table.cells, row, "unit").empty();
      if (unit_missing) problems.add(table.cells.place(row, at), "the number has no unit");
    }
  }
}

}  // namespace

DataIndex DataIndex::read(const std::filesystem::path& data_folder, Problems& problems) {
  DataIndex index;
  std::error_code error;
  if (!std::filesystem::is_directory(data_folder, error)) {
    problems.add(Place{data_folder.generic_string(), 0, 0, 1, {}}, "is no data folder");
    return index;
  }
  InputRecord record;
  index.sources_ = Sources::read(data_folder, record, problems);
  index.read_descriptions(data_folder, problems);
  index.read_tables(data_folder, problems);
  return index;
}

void DataIndex::read_descriptions(const std::filesystem::path& folder, Problems& problems) {
  InputRecord record;
  const CsvTable titles = CsvTable::read(folder / "titles.csv", "titles.csv", {"table", "title"}, record, problems);
  const CsvTable list = CsvTable::read(folder / "tables.csv", "tables.csv",
                                       {"table", "column", "kind", "unit", "meaning", "read"}, record, problems);
  if (!titles.sound() || !list.sound()) return;
  for (int row = 0; row < titles.rows(); ++row) {
    DataTable table;
    table.file = text(titles, row, "table");
    table.name = std::filesystem::path(table.file).stem().string();
    table.title = text(titles, row, "title");
    tables_.push_back(std::move(table));
  }
  for (int row = 0; row < list.rows(); ++row) {
    const std::string file = text(list, row, "table");
    const auto table = std::find_if(tables_.begin(), tables_.end(), [&](const DataTable& t) { return t.file == file; });
    if (table == tables_.end()) {
      problems.add(list.place(row, list.column("table")), fmt::format("table \"{}\" has no title", file),
                   did_you_mean(file, names()));
    } else if (std::optional<DataColumn> column = read_column(list, row, problems)) {
      table->read = table->read || column->read;
      table->columns.push_back(std::move(*column));
    }
  }
}

void DataIndex::read_tables(const std::filesystem::path& folder, Problems& problems) {
  InputRecord record;
  for (DataTable& table : tables_) {
    table.cells = CsvTable::read(folder / table.file, table.file, column_names(table), record, problems);
    sources_.check_rows(table.cells, problems);
    count_numbers(table, problems);
  }
  for (const std::string& file : files_on_disk(folder)) {
    const bool described =
        std::any_of(tables_.begin(), tables_.end(), [&](const DataTable& table) { return table.file == file; });
    if (!described) {
      problems.add(Place{(folder / file).generic_string(), 0, 0, 1, {}},
                   "is not described in titles.csv and tables.csv");
    }
  }
}

const DataTable* DataIndex::find(std::string_view name) const {
  for (const DataTable& table : tables_) {
    if (table.file == name || table.name == name || table.name + ".csv" == name) return &table;
  }
  return nullptr;
}

std::vector<DataNumber> DataIndex::numbers(const DataTable& table, const std::vector<std::string>& words) const {
  std::vector<DataNumber> result;
  if (!table.cells.sound()) return result;
  for (int row = 0; row < table.cells.rows(); ++row) {
    if (!holds(table.cells, row, words)) continue;
    for (const DataColumn& column : table.columns) {
      const std::string value = text(table.cells, row, column.name);
      if (column.kind != ColumnKind::number || value.empty()) continue;
      DataNumber number;
      number.table = table.file;
      number.where = where_of(table, row);
      number.column = column.name;
      number.value = value;
      number.unit = column.unit == unit_of_row ? text(table.cells, row, "unit") : column.unit;
      number.status = status_of(table.cells, row);
      number.source = text(table.cells, row, "source");
      number.vintage = sources_.vintage_of(number.source);
      number.note = text(table.cells, row, "note");
      number.read = column.read;
      result.push_back(std::move(number));
    }
  }
  return result;
}

std::vector<std::string> DataIndex::names() const {
  std::vector<std::string> names;
  for (const DataTable& table : tables_) names.push_back(table.name);
  const DataTable* parameters = find("parameters");
  if (parameters == nullptr || !parameters->cells.sound()) return names;
  for (int row = 0; row < parameters->cells.rows(); ++row) names.push_back(text(parameters->cells, row, "key"));
  return names;
}

CellCounts DataIndex::counts(bool only_read) const {
  CellCounts all;
  for (const DataTable& table : tables_) {
    const CellCounts& counts = only_read ? table.numbers_read : table.numbers;
    all.observed += counts.observed;
    all.derived += counts.derived;
    all.assumed += counts.assumed;
  }
  return all;
}

}  // namespace drivkraft
