#include "inputs/table_cells.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <utility>

namespace drivkraft {

namespace {

// A whole missing region would otherwise bury every other message.
constexpr std::size_t missing_cells_named = 5;

/// Where the columns of a query stand in a table, and the ids of each key by text.
class Reader {
 public:
  Reader(const CsvTable& table, const CellQuery& query, Problems& problems)
      : table_(table), query_(query), problems_(problems) {
    for (const KeyColumn& key : query.keys) {
      key_columns_.push_back(table.column(key.column));
      auto& index = ids_.emplace_back();
      for (std::size_t k = 0; k < key.ids.size(); ++k) index.emplace(key.ids[k], static_cast<int>(k));
      for (const std::string& id : key.skipped) index.emplace(id, -1);
      cells_ *= key.ids.size();
    }
    for (const Filter& filter : query.where) where_columns_.push_back(table.column(filter.column));
    value_column_ = table.column(query.column);
    unit_column_ = query.unit.empty() ? -1 : table.column("unit");
  }

  /// Calls `take(cell, row)` for each row that belongs to a cell of the query.
  void visit(const std::function<void(std::size_t, int)>& take) {
    if (!table_.sound()) return;
    std::vector<int> row_of(cells_, -1);
    for (int row = 0; row < table_.rows(); ++row) {
      if (!selected(row)) continue;
      const std::optional<std::size_t> cell = cell_of(row);
      if (!cell || !unit_holds(row)) continue;
      if (row_of[*cell] >= 0) {
        problems_.add(table_.place(row, key_columns_.front()), fmt::format("a second row for {}; the first is line {}",
                                                                           name_of(*cell), table_.line(row_of[*cell])));
        continue;
      }
      row_of[*cell] = row;
      take(*cell, row);
    }
    report_missing(row_of);
  }

  [[nodiscard]] std::size_t cells() const { return cells_; }
  [[nodiscard]] int value_column() const { return value_column_; }

 private:
  [[nodiscard]] bool selected(int row) const {
    for (std::size_t k = 0; k < where_columns_.size(); ++k) {
      if (table_.text(row, where_columns_[k]) != query_.where[k].value) return false;
    }
    return true;
  }

  /// The cell a row belongs to; none when an id is skipped or unknown (a problem).
  std::optional<std::size_t> cell_of(int row) {
    std::size_t cell = 0;
    bool member = true;
    for (std::size_t k = 0; k < query_.keys.size(); ++k) {
      const std::string_view id = table_.text(row, key_columns_[k]);
      const auto found = ids_[k].find(id);
      if (found == ids_[k].end()) {
        report_unknown(row, k, id);
        member = false;
      } else if (found->second < 0) {
        return std::nullopt;
      } else {
        cell = cell * query_.keys[k].ids.size() + static_cast<std::size_t>(found->second);
      }
    }
    return member ? std::optional{cell} : std::nullopt;
  }

  void report_unknown(int row, std::size_t key, std::string_view id) {
    const KeyColumn& column = query_.keys[key];
    problems_.add(table_.place(row, key_columns_[key]), fmt::format("unknown {} \"{}\"", column.column, id),
                  did_you_mean(id, column.ids));
  }

  bool unit_holds(int row) {
    if (unit_column_ < 0 || table_.text(row, unit_column_) == query_.unit) return true;
    problems_.add(table_.place(row, unit_column_),
                  fmt::format("unit is \"{}\", must be \"{}\"", table_.text(row, unit_column_), query_.unit));
    return false;
  }

  /// "region fyn, industry food, variable gva".
  [[nodiscard]] std::string name_of(std::size_t cell) const {
    std::string name;
    for (std::size_t k = query_.keys.size(); k-- > 0;) {
      const KeyColumn& key = query_.keys[k];
      const std::string part = fmt::format("{} {}", key.column, key.ids[cell % key.ids.size()]);
      name = name.empty() ? part : part + ", " + name;
      cell /= key.ids.size();
    }
    for (const Filter& filter : query_.where) {
      name += fmt::format("{}{} {}", name.empty() ? "" : ", ", filter.column, filter.value);
    }
    return name;
  }

  void report_missing(const std::vector<int>& row_of) {
    std::size_t missing = 0;
    for (std::size_t cell = 0; cell < cells_; ++cell) {
      if (row_of[cell] >= 0 || (query_.may_lack && query_.may_lack(cell))) continue;
      if (++missing <= missing_cells_named) {
        problems_.add(table_.place_of_file(), "no row for " + name_of(cell), misspelt_filter());
      }
    }
    if (missing > missing_cells_named) {
      problems_.add(table_.place_of_file(), fmt::format("no row for {} further cells of column {}",
                                                        missing - missing_cells_named, query_.column));
    }
  }

  /// A word in a filter column that looks like the one that was looked for.
  [[nodiscard]] std::string misspelt_filter() const {
    for (std::size_t k = 0; k < where_columns_.size(); ++k) {
      for (int row = 0; row < table_.rows(); ++row) {
        const std::string_view word = table_.text(row, where_columns_[k]);
        if (word == query_.where[k].value || nearest_choice(word, {query_.where[k].value}).empty()) continue;
        return fmt::format("line {} has {} \"{}\"", table_.line(row), query_.where[k].column, word);
      }
    }
    return {};
  }

  const CsvTable& table_;
  const CellQuery& query_;
  Problems& problems_;
  std::vector<int> key_columns_;
  std::vector<int> where_columns_;
  std::vector<std::map<std::string, int, std::less<>>> ids_;
  std::size_t cells_ = 1;
  int value_column_ = -1;
  int unit_column_ = -1;
};

void count_standing(const CsvTable& table, int row, int status_column, CellCounts& counts) {
  if (status_column < 0) return;
  const std::string_view status = table.text(row, status_column);
  counts.observed += status == "observed" ? 1 : 0;
  counts.derived += status == "derived" ? 1 : 0;
  counts.assumed += status == "assumed" ? 1 : 0;
}

}  // namespace

std::vector<int> find_rows(const CsvTable& table, const CellQuery& query, Problems& problems) {
  Reader reader(table, query, problems);
  std::vector<int> rows(reader.cells(), -1);
  reader.visit([&](std::size_t cell, int row) { rows[cell] = row; });
  return rows;
}

std::optional<double> read_number(const CsvTable& table, int row, const std::string& column, Rule rule,
                                  InputRecord& record, Problems& problems, std::string_view name) {
  const int at = table.column(column);
  const std::optional<double> number = table.number(row, at, problems);
  if (!number) return std::nullopt;
  if (std::string message = check(rule, name.empty() ? column : name, *number); !message.empty()) {
    problems.add(table.place(row, at), std::move(message));
    return std::nullopt;
  }
  count_standing(table, row, table.column("status"), record.cells);
  return number;
}

std::vector<double> read_cells(const CsvTable& table, const CellQuery& query, InputRecord& record, Problems& problems) {
  Reader reader(table, query, problems);
  std::vector<double> values(reader.cells(), 0.0);
  const int status_column = table.column("status");
  reader.visit([&](std::size_t cell, int row) {
    const std::optional<double> number = table.number(row, reader.value_column(), problems);
    if (!number) return;
    if (std::string message = check(query.rule, query.column, *number, query.unit); !message.empty()) {
      problems.add(table.place(row, reader.value_column()), std::move(message));
      return;
    }
    values[cell] = *number * query.multiply_by;
    count_standing(table, row, status_column, record.cells);
  });
  return values;
}

std::vector<std::string> read_texts(const CsvTable& table, const CellQuery& query, Problems& problems) {
  Reader reader(table, query, problems);
  std::vector<std::string> texts(reader.cells());
  reader.visit([&](std::size_t cell, int row) {
    const std::string_view text = table.text(row, reader.value_column());
    if (text.empty()) {
      problems.add(table.place(row, reader.value_column()), fmt::format("{} is empty, a word is needed", query.column));
    }
    texts[cell] = std::string(text);
  });
  return texts;
}

}  // namespace drivkraft
