#pragma once

#include <string>
#include <vector>

namespace drivkraft {

enum class TableFormat { text, csv, markdown };
inline const std::vector<std::string> table_format_names{"text", "csv", "markdown"};

/// A table of texts; `numbers` says which columns stand to the right.
struct TextTable {
  std::vector<std::string> columns;
  std::vector<bool> numbers;
  std::vector<std::vector<std::string>> rows;
};

/// Columns side by side for a terminal, CSV with a header line, or a table of Markdown.
[[nodiscard]] std::string table_text(const TextTable& table, TableFormat format);

/// One line of CSV; texts are quoted where they must be.
[[nodiscard]] std::string csv_line(const std::vector<std::string>& fields);

}  // namespace drivkraft
