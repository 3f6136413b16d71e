#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/checks.h"
#include "base/table.h"
#include "inputs/csv_table.h"

namespace drivkraft {

/// One key of a tidy table: the column, the ids that make the dimension (in order), and ids that are known but no
/// members (totals, accounting lines), whose rows are skipped.
struct KeyColumn {
  std::string column;
  std::vector<std::string> ids;
  std::vector<std::string> skipped;
};

/// Only rows whose column holds this text are read.
struct Filter {
  std::string column;
  std::string value;
};

/// Which numbers of a tidy table to read.
struct CellQuery {
  std::vector<KeyColumn> keys;
  std::vector<Filter> where;
  std::string column;  // holds the numbers
  Rule rule = Rule::finite;
  std::string unit;                                // what the unit column must say; "" where the table has none
  double multiply_by = 1.0;                        // from the unit of the file to the unit inside
  std::function<bool(std::size_t cell)> may_lack;  // cells that need no row; none when empty
};

/// The row of each cell by key, row-major in the order of the keys, -1 where there is none: for tables with several
/// columns of numbers. Unknown ids, two rows for one cell, cells without a row and another unit are problems.
[[nodiscard]] std::vector<int> find_rows(const CsvTable& table, const CellQuery& query, Problems& problems);

/// The number of one row, checked by the rule and counted in `record`; a problem and no value when it is bad.
/// Messages call it `name`, or by its column.
[[nodiscard]] std::optional<double> read_number(const CsvTable& table, int row, const std::string& column, Rule rule,
                                                InputRecord& record, Problems& problems, std::string_view name = {});

/// The numbers by key, row-major in the order of the keys. Unknown ids, two rows for one cell, cells without a row,
/// numbers against the rule and another unit are problems; the standing of every number read is counted in `record`.
/// A table that is not sound gives zeros and no further problem.
[[nodiscard]] std::vector<double> read_cells(const CsvTable& table, const CellQuery& query, InputRecord& record,
                                             Problems& problems);

/// The texts by key, as read_cells.
[[nodiscard]] std::vector<std::string> read_texts(const CsvTable& table, const CellQuery& query, Problems& problems);

/// The numbers as a table; the keys are its dimensions, in order.
template <class Unit, class... Ids>
void fill(Table<Unit, Ids...>& into, const CsvTable& table, const CellQuery& query, InputRecord& record,
          Problems& problems) {
  std::array<int, sizeof...(Ids)> sizes{};
  for (std::size_t k = 0; k < sizes.size(); ++k) sizes[k] = static_cast<int>(query.keys.at(k).ids.size());
  into = std::apply([](auto... size) { return Table<Unit, Ids...>(size...); }, sizes);
  const std::vector<double> values = read_cells(table, query, record, problems);
  for (std::size_t k = 0; k < values.size(); ++k) into.values()[k] = values[k];
}

}  // namespace drivkraft
