#include "drivkraft/table_text.h"

#include <csv.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

#include "inputs/text_file.h"

namespace drivkraft {

namespace {

using Row = std::vector<std::string>;

std::string csv_field(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted(csv_write(nullptr, 0, text.data(), text.size()), '\0');
  csv_write(quoted.data(), quoted.size(), text.data(), text.size());
  return quoted;
}

std::string markdown_line(const Row& row) {
  std::string line = "|";
  for (const std::string& cell : row) {
    line += ' ';
    for (const char c : cell) line += c == '|' ? "\\|" : std::string(1, c);
    line += " |";
  }
  return line + '\n';
}

std::string markdown(const TextTable& table) {
  std::string text = markdown_line(table.columns) + "|";
  for (const bool number : table.numbers) text += number ? "---:|" : "---|";
  text += '\n';
  for (const Row& row : table.rows) text += markdown_line(row);
  return text;
}

std::string side_by_side(const TextTable& table) {
  std::vector<std::size_t> widths(table.columns.size());
  const auto widen = [&](const Row& row) {
    for (std::size_t k = 0; k < row.size(); ++k)
      widths[k] = std::max(widths[k], static_cast<std::size_t>(code_points(row[k])));
  };
  widen(table.columns);
  for (const Row& row : table.rows) widen(row);
  const auto line = [&](const Row& row) {
    std::string text;
    for (std::size_t k = 0; k < row.size(); ++k) {
      const std::string gap(widths[k] - static_cast<std::size_t>(code_points(row[k])), ' ');
      text += (k == 0 ? "" : "  ") + (table.numbers[k] ? gap + row[k] : row[k] + gap);
    }
    text.erase(text.find_last_not_of(' ') + 1);
    return text + '\n';
  };
  std::string text = line(table.columns);
  for (const Row& row : table.rows) text += line(row);
  return text;
}

}  // namespace

std::string csv_line(const Row& fields) {
  std::string line;
  for (std::size_t k = 0; k < fields.size(); ++k) line += (k == 0 ? "" : ",") + csv_field(fields[k]);
  return line + '\n';
}

std::string table_text(const TextTable& table, TableFormat format) {
  if (format == TableFormat::markdown) return markdown(table);
  if (format == TableFormat::text) return side_by_side(table);
  std::string text = csv_line(table.columns);
  for (const Row& row : table.rows) text += csv_line(row);
  return text;
}

}  // namespace drivkraft
