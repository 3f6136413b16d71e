#include "inputs/csv_table.h"

#include <csv.h>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "base/checks.h"
#include "inputs/text_file.h"

namespace drivkraft {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t most_columns = 1000;  // no table of ours has fifty

}  // namespace

/// Feeds a file to libcsv piece by piece, each piece ending in a byte that can end a cell, so that the callbacks know
/// where in the file they are.
class CsvTable::Parser {
 public:
  explicit Parser(CsvTable& table) : table_(table) {
    if (csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI) != 0) throw std::runtime_error("libcsv cannot start");
  }
  ~Parser() { csv_free(&parser_); }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  /// The cells of the file go to `cells`, where each record starts to `starts`. Says what went wrong, or "".
  std::string parse(std::vector<Cell>& cells, std::vector<std::size_t>& starts) {
    cells_ = &cells;
    starts_ = &starts;
    const std::string& text = table_.file_text_;
    std::size_t at = text.compare(0, byte_order_mark.size(), byte_order_mark) == 0 ? byte_order_mark.size() : 0;
    cell_begin_ = at;
    while (at < text.size()) {
      const std::size_t special = text.find_first_of(",\r\n", at);
      const std::size_t end = special == std::string::npos ? text.size() : special + 1;
      position_ = special == std::string::npos ? text.size() : special;
      if (csv_parse(&parser_, text.data() + at, end - at, on_cell, on_row, this) != end - at) {
        return csv_strerror(csv_error(&parser_));
      }
      at = end;
    }
    position_ = text.size();
    if (csv_fini(&parser_, on_cell, on_row, this) != 0) return "a quoted cell does not end";
    return {};
  }

  /// Where parsing stopped.
  [[nodiscard]] std::size_t position() const { return cell_begin_; }

 private:
  static void on_cell(void* data, std::size_t length, void* self) {
    auto& parser = *static_cast<Parser*>(self);
    parser.add_cell({static_cast<const char*>(data), length});
  }
  static void on_row(int /*terminator*/, void* self) {
    auto& parser = *static_cast<Parser*>(self);
    parser.starts_->push_back(parser.row_begin_);
    parser.row_begin_ = parser.cells_->size();
  }

  void add_cell(std::string_view value) {
    const std::string& text = table_.file_text_;
    std::size_t begin = cell_begin_;
    // Line ends of skipped blank lines and blanks before the cell are no part of it.
    while (begin < position_ && std::string_view(" \t\r\n").find(text[begin]) != std::string_view::npos) ++begin;
    std::size_t end = position_;
    while (end > begin && (text[end - 1] == ' ' || text[end - 1] == '\t')) --end;
    cells_->push_back({begin, end, table_.values_.size(), value.size()});
    table_.values_ += value;
    cell_begin_ = position_ + 1;
  }

  CsvTable& table_;
  csv_parser parser_{};
  std::vector<Cell>* cells_ = nullptr;
  std::vector<std::size_t>* starts_ = nullptr;
  std::size_t row_begin_ = 0;
  std::size_t cell_begin_ = 0;
  std::size_t position_ = 0;
};

CsvTable CsvTable::read(const std::filesystem::path& file, const std::string& name,
                        const std::vector<std::string>& columns, InputRecord& record, Problems& problems) {
  CsvTable table;
  table.shown_ = file.generic_string();
  std::optional<TextFile> content = read_text_file(file, problems);
  if (!content) return table;
  record.files.push_back({name, content->sha256, content->text.size()});
  table.file_text_ = std::move(content->text);
  table.find_lines();
  table.values_.reserve(table.file_text_.size());
  std::vector<std::size_t> starts;
  const std::size_t before = problems.size();
  Parser parser(table);
  if (const std::string message = parser.parse(table.cells_, starts); !message.empty()) {
    const std::size_t at = std::min(parser.position(), table.file_text_.size());
    problems.add(table.place_of({at, at, 0, 0}), "not a CSV file: " + message,
                 "a cell with a comma or a quote stands in quotes, quotes inside it are doubled");
    return table;
  }
  if (starts.empty()) {
    problems.add(table.place_of_file(), "has no header line");
    return table;
  }
  const std::size_t header_cells = starts.size() > 1 ? starts[1] : table.cells_.size();
  table.header_.assign(table.cells_.begin(), table.cells_.begin() + static_cast<std::ptrdiff_t>(header_cells));
  table.take_header(columns, problems);
  if (table.columns_.size() == header_cells) table.take_rows(starts, problems);
  table.sound_ = problems.size() == before;
  return table;
}

void CsvTable::find_lines() {
  line_starts_.push_back(0);
  for (std::size_t at = 0; at < file_text_.size(); ++at) {
    const bool lone_return = file_text_[at] == '\r' && !(at + 1 < file_text_.size() && file_text_[at + 1] == '\n');
    if (file_text_[at] == '\n' || lone_return) line_starts_.push_back(at + 1);
  }
}

void CsvTable::take_header(const std::vector<std::string>& wanted, Problems& problems) {
  if (header_.size() > most_columns) {
    problems.add(place_of(header_[most_columns]),
                 fmt::format("the header names {} columns, at most {} can be read", header_.size(), most_columns));
    return;
  }
  for (const Cell& cell : header_) {
    const std::string name{value(cell)};
    if (name.empty()) problems.add(place_of(cell), "a column has no name");
    const bool twice = std::find(columns_.begin(), columns_.end(), name) != columns_.end();
    if (twice && !name.empty()) problems.add(place_of(cell), fmt::format("column \"{}\" stands twice", name));
    columns_.push_back(name);
    if (wanted.empty() || name.empty() || std::find(wanted.begin(), wanted.end(), name) != wanted.end()) continue;
    problems.add(place_of(cell), fmt::format("unknown column \"{}\"", name), did_you_mean(name, wanted));
  }
  for (const std::string& name : wanted) {
    if (column(name) >= 0) continue;
    Place at = header_.empty() ? place_of_file() : place_of(header_.front());
    at.column = 0;
    problems.add(std::move(at), fmt::format("column \"{}\" is missing", name));
  }
}

void CsvTable::take_rows(const std::vector<std::size_t>& starts, Problems& problems) {
  const std::size_t width = columns_.size();
  for (std::size_t k = 1; k < starts.size(); ++k) {
    const std::size_t end = k + 1 < starts.size() ? starts[k + 1] : cells_.size();
    const std::size_t found = end - starts[k];
    if (found == width) continue;
    Place at = place_of(cells_[starts[k]]);
    at.column = 0;
    problems.add(std::move(at),
                 fmt::format("the row has {} cell{}, the header names {}", found, found == 1 ? "" : "s", width));
  }
  rows_ = static_cast<int>(starts.size()) - 1;
  cells_.erase(cells_.begin(), cells_.begin() + static_cast<std::ptrdiff_t>(header_.size()));
}

int CsvTable::column(std::string_view name) const {
  const auto found = std::find(columns_.begin(), columns_.end(), name);
  return found == columns_.end() ? -1 : static_cast<int>(found - columns_.begin());
}

std::string_view CsvTable::value(const Cell& cell) const {
  return std::string_view(values_).substr(cell.value, cell.length);
}

std::string_view CsvTable::text(int row, int column) const {
  return value(cells_.at(static_cast<std::size_t>(row) * columns_.size() + static_cast<std::size_t>(column)));
}

std::optional<double> CsvTable::number(int row, int column, Problems& problems) const {
  ParsedNumber parsed = parse_number(text(row, column));
  if (parsed.value) return parsed.value;
  problems.add(place(row, column), fmt::format("{} {}", columns_[static_cast<std::size_t>(column)], parsed.message),
               parsed.hint);
  return std::nullopt;
}

Place CsvTable::place(int row, int column) const {
  return place_of(cells_.at(static_cast<std::size_t>(row) * columns_.size() + static_cast<std::size_t>(column)));
}

Place CsvTable::place_of_header(int column) const {
  return place_of(header_.at(static_cast<std::size_t>(column)));
}

int CsvTable::line(int row) const {
  return place(row, 0).line;
}

Place CsvTable::place_of(const Cell& cell) const {
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), cell.begin);
  const std::size_t start = *(after - 1);
  const std::size_t stop = after == line_starts_.end() ? file_text_.size() : *after;
  std::string_view line = std::string_view(file_text_).substr(start, stop - start);
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
  std::size_t lead = cell.begin - start;
  if (start == 0 && line.substr(0, byte_order_mark.size()) == byte_order_mark) {
    line.remove_prefix(byte_order_mark.size());
    lead -= std::min(lead, byte_order_mark.size());
  }
  Place place;
  place.file = shown_;
  place.line = static_cast<int>(after - line_starts_.begin());
  place.column = code_points(line.substr(0, std::min(lead, line.size()))) + 1;
  const std::size_t length = std::min(cell.end - cell.begin, line.size() - std::min(lead, line.size()));
  place.length = std::max(1, code_points(line.substr(std::min(lead, line.size()), length)));
  if (line.size() <= longest_line_shown) place.line_text = std::string(line);
  return place;
}

ParsedNumber parse_number(std::string_view text) {
  if (text.empty()) return {std::nullopt, "is empty, a number is needed", {}};
  double value = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc::result_out_of_range) {
    return {std::nullopt, fmt::format("is {}, which is outside the range of numbers", text), {}};
  }
  if (error != std::errc{} || end != text.data() + text.size()) {
    const bool comma = text.find(',') != std::string_view::npos;
    return {std::nullopt, fmt::format("is \"{}\", not a number", text),
            comma ? "numbers have a decimal point and no thousands separator" : ""};
  }
  if (!std::isfinite(value)) return {std::nullopt, fmt::format("is {}, must be a finite number", text), {}};
  return {value, {}, {}};
}

}  // namespace drivkraft
