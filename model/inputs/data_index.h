#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/errors.h"
#include "economy/provenance.h"
#include "inputs/csv_table.h"
#include "inputs/sources.h"

namespace drivkraft {

/// What a column of a data table holds; key: rows are found by it; text: words; number; standing: unit, status, source,
/// grade, note.
enum class ColumnKind { key, text, number, standing };

struct DataColumn {
  std::string name;
  ColumnKind kind = ColumnKind::text;
  std::string unit;  // of a number column; "row" when the unit column of each row says it
  std::string meaning;
  bool read = false;  // the equations of this version read it
};

/// One table of the data folder as `drivkraft data` shows it.
struct DataTable {
  std::string file;  // within the data folder, e.g. "people/wages.csv"
  std::string name;  // file name without folder and ending
  std::string title;
  std::vector<DataColumn> columns;
  CsvTable cells;
  CellCounts numbers;       // of the number columns, by the status of their row
  CellCounts numbers_read;  // of those columns that the equations read
  bool read = false;        // the equations of this version read at least one column
};

/// One number with its birth certificate.
struct DataNumber {
  std::string table;
  std::string where;  // "region fyn, industry food, variable gva"
  std::string column;
  std::string value;
  std::string unit;
  std::string status;
  std::string source;
  std::string vintage;
  std::string note;
  bool read = false;
};

/// Every table of a data folder with the meaning and unit of every column: the facts behind `drivkraft data`.
class DataIndex {
 public:
  /// Reads titles.csv, tables.csv, the lists of sources and every table they name. A table that is not described, a
  /// column without unit or a row without status and source is a problem.
  [[nodiscard]] static DataIndex read(const std::filesystem::path& data_folder, Problems& problems);

  [[nodiscard]] const std::vector<DataTable>& tables() const { return tables_; }
  [[nodiscard]] const Sources& sources() const { return sources_; }

  /// The table of a name ("wages", "wages.csv" or "people/wages.csv"); null for an unknown one.
  [[nodiscard]] const DataTable* find(std::string_view name) const;

  /// Numbers of one table whose row holds all these words in some cell, in file order; no words: all of them.
  [[nodiscard]] std::vector<DataNumber> numbers(const DataTable& table, const std::vector<std::string>& words) const;

  /// Names that `find` knows and keys of parameters, for did-you-mean.
  [[nodiscard]] std::vector<std::string> names() const;

  /// Counts over all columns, or over those that the equations read.
  [[nodiscard]] CellCounts counts(bool only_read) const;

 private:
  void read_descriptions(const std::filesystem::path& folder, Problems& problems);
  void read_tables(const std::filesystem::path& folder, Problems& problems);

  std::vector<DataTable> tables_;
  Sources sources_;
};

}  // namespace drivkraft
