#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/errors.h"
#include "economy/provenance.h"

namespace drivkraft {

/// A CSV file (RFC 4180, comma, UTF-8, header line) as text, with the place of every cell. libcsv parses; this class
/// only remembers where the cells stand. A byte order mark and CRLF are accepted, blank lines are skipped.
class CsvTable {
 public:
  CsvTable() = default;

  /// Reads a file that must hold exactly these columns, in any order (no columns given: whatever it holds). Everything
  /// wrong with the file is added to `problems`, and then the table is not sound. The file is entered in `record`
  /// under `name`.
  [[nodiscard]] static CsvTable read(const std::filesystem::path& file, const std::string& name,
                                     const std::vector<std::string>& columns, InputRecord& record, Problems& problems);

  /// False when cells may be missing or in the wrong column; then nothing should be read from the table.
  [[nodiscard]] bool sound() const { return sound_; }
  [[nodiscard]] const std::string& shown() const { return shown_; }
  [[nodiscard]] int rows() const { return rows_; }
  [[nodiscard]] const std::vector<std::string>& columns() const { return columns_; }
  /// Position of a column, -1 when there is none.
  [[nodiscard]] int column(std::string_view name) const;

  [[nodiscard]] std::string_view text(int row, int column) const;
  /// The number in a cell; a problem and no value when it is empty, not a number or not finite.
  [[nodiscard]] std::optional<double> number(int row, int column, Problems& problems) const;

  [[nodiscard]] Place place(int row, int column) const;
  [[nodiscard]] Place place_of_header(int column) const;
  [[nodiscard]] Place place_of_file() const { return Place{shown_, 0, 0, 1, {}}; }
  [[nodiscard]] int line(int row) const;

 private:
  struct Cell {
    std::size_t begin = 0;  // of the raw cell in the file
    std::size_t end = 0;
    std::size_t value = 0;  // of the unquoted text in values_
    std::size_t length = 0;
  };
  class Parser;

  [[nodiscard]] Place place_of(const Cell& cell) const;
  [[nodiscard]] std::string_view value(const Cell& cell) const;
  void find_lines();
  void take_header(const std::vector<std::string>& wanted, Problems& problems);
  void take_rows(const std::vector<std::size_t>& row_starts, Problems& problems);

  std::string shown_;
  std::string file_text_;
  std::vector<std::size_t> line_starts_;
  std::string values_;
  std::vector<Cell> header_;
  std::vector<Cell> cells_;  // row-major, columns_.size() a row
  std::vector<std::string> columns_;
  int rows_ = 0;
  bool sound_ = false;
};

/// Reads a decimal number as it stands in data files. Empty text, other text, NaN, infinity: no value and a message.
struct ParsedNumber {
  std::optional<double> value;
  std::string message;
  std::string hint;
};
[[nodiscard]] ParsedNumber parse_number(std::string_view text);

}  // namespace drivkraft
