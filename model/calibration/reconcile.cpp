#include "calibration/reconcile.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <stdexcept>
#include <string_view>

#include "base/errors.h"

namespace drivkraft {

namespace {

constexpr double sums_agree = 1e-9;  // row totals against column totals, relative
constexpr double solved = 1e-13;     // largest miss, relative to the sum of absolute targets
constexpr int most_sweeps = 20'000;  // a table with few zeros needs some tens

Place whole(const std::string& table) {
  return Place{.file = table, .line_text = {}};
}

/// One side of the table: rows, or columns seen as rows.
struct Side {
  std::string_view kind;  // "row" or "column", for messages
  const Margin& margin;
  std::size_t count;
  std::size_t step;        // between the first cells of two lines
  std::size_t cell_step;   // between two cells of a line
  std::size_t cell_count;  // cells in a line
};

struct Signs {
  double positive = 0.0;
  double negative = 0.0;  // as a positive number
};

Signs signs_of(const std::vector<double>& cells, const Side& side, std::size_t line) {
  Signs signs;
  for (std::size_t k = 0; k < side.cell_count; ++k) {
    const double cell = cells[line * side.step + k * side.cell_step];
    (cell > 0.0 ? signs.positive : signs.negative) += std::abs(cell);
  }
  return signs;
}

/// Empties lines of one sign whose target is zero; true when a cell changed.
bool empty_lines_without_target(std::vector<double>& cells, const Side& side) {
  bool changed = false;
  for (std::size_t line = 0; line < side.count; ++line) {
    const Signs signs = signs_of(cells, side, line);
    const bool one_sign = (signs.positive > 0.0) != (signs.negative > 0.0);
    if (side.margin.targets[line] != 0.0 || !one_sign) continue;
    for (std::size_t k = 0; k < side.cell_count; ++k) cells[line * side.step + k * side.cell_step] = 0.0;
    changed = true;
  }
  return changed;
}

void check_lines(const std::string& table, const std::vector<double>& cells, const Side& side, Problems& problems) {
  for (std::size_t line = 0; line < side.count; ++line) {
    const double target = side.margin.targets[line];
    const Signs signs = signs_of(cells, side, line);
    const char* why = nullptr;
    if (signs.positive == 0.0 && signs.negative == 0.0 && target != 0.0) why = "it is empty";
    if (signs.positive == 0.0 && signs.negative > 0.0 && !(target < 0.0)) why = "it has no positive cell";
    if (signs.negative == 0.0 && signs.positive > 0.0 && !(target > 0.0)) why = "it has no negative cell";
    if (why != nullptr) {
      problems.add(whole(table),
                   fmt::format("{} \"{}\" cannot add up to {}: {}", side.kind, side.margin.names[line], target, why));
    }
  }
}

void check_finite(const std::string& table, const std::vector<double>& cells, const Side& rows, const Side& columns,
                  Problems& problems) {
  for (std::size_t at = 0; at < cells.size(); ++at) {
    if (std::isfinite(cells[at])) continue;
    problems.add(whole(table), fmt::format("cell \"{}\", \"{}\" is {}, a finite number is needed",
                                           rows.margin.names[at / columns.count],
                                           columns.margin.names[at % columns.count], cells[at]));
  }
  for (const Side* side : {&rows, &columns}) {
    for (std::size_t line = 0; line < side->count; ++line) {
      const double target = side->margin.targets[line];
      if (std::isfinite(target)) continue;
      problems.add(whole(table), fmt::format("the total of {} \"{}\" is {}, a finite number is needed", side->kind,
                                             side->margin.names[line], target));
    }
  }
}

double size_of(const Margin& margin) {
  double size = 0.0;
  for (const double target : margin.targets) size += std::abs(target);
  return size;
}

void check_sums(const std::string& table, const Margin& rows, const Margin& columns, Problems& problems) {
  double row_sum = 0.0;
  double column_sum = 0.0;
  for (const double target : rows.targets) row_sum += target;
  for (const double target : columns.targets) column_sum += target;
  if (std::abs(row_sum - column_sum) <= sums_agree * std::max(size_of(rows), size_of(columns))) return;
  problems.add(whole(table),
               fmt::format("rows shall add up to {}, columns to {}: no table can do both", row_sum, column_sum));
}

/// The multipliers of one side, given those of the other.
void update(const std::vector<double>& cells, const Side& side, const std::vector<double>& other,
            std::vector<double>& multipliers) {
  for (std::size_t line = 0; line < side.count; ++line) {
    double p = 0.0;
    double n = 0.0;
    for (std::size_t k = 0; k < side.cell_count; ++k) {
      const double cell = cells[line * side.step + k * side.cell_step];
      if (cell > 0.0) p += cell * other[k];
      if (cell < 0.0) n -= cell / other[k];
    }
    const double target = side.margin.targets[line];
    if (p == 0.0 && n == 0.0) continue;  // empty: its multiplier is never used
    if (p == 0.0) {
      multipliers[line] = -n / target;
    } else if (n == 0.0) {
      multipliers[line] = target / p;
    } else {
      const double root = std::sqrt(target * target + 4.0 * p * n);
      // two forms of one root: neither subtracts numbers of nearly the same size
      multipliers[line] = target >= 0.0 ? (target + root) / (2.0 * p) : 2.0 * n / (root - target);
    }
  }
}

double adjusted(double cell, double r, double s) {
  if (cell > 0.0) return r * cell * s;
  if (cell < 0.0) return cell / (r * s);
  return 0.0;
}

struct Miss {
  double size = 0.0;
  std::size_t line = 0;
};

Miss worst_miss(const std::vector<double>& cells, const Side& side) {
  Miss worst;
  for (std::size_t line = 0; line < side.count; ++line) {
    double sum = 0.0;
    for (std::size_t k = 0; k < side.cell_count; ++k) sum += cells[line * side.step + k * side.cell_step];
    const double miss = std::abs(sum - side.margin.targets[line]);
    if (!(miss <= worst.size)) worst = {miss, line};
  }
  return worst;
}

}  // namespace

Reconciled reconcile(const std::string& table, const std::vector<double>& cells, const Margin& rows,
                     const Margin& columns) {
  const std::size_t m = rows.targets.size();
  const std::size_t n = columns.targets.size();
  if (cells.size() != m * n || rows.names.size() != m || columns.names.size() != n) {
    throw std::invalid_argument("reconcile: cells, names and targets do not fit together");
  }
  const Side by_row{"row", rows, m, n, 1, n};
  const Side by_column{"column", columns, n, 1, n, m};
  Problems problems;
  check_finite(table, cells, by_row, by_column, problems);
  problems.throw_if_any();
  std::vector<double> start = cells;
  while (empty_lines_without_target(start, by_row) || empty_lines_without_target(start, by_column)) {
  }
  check_lines(table, start, by_row, problems);
  check_lines(table, start, by_column, problems);
  check_sums(table, rows, columns, problems);
  problems.throw_if_any();

  const double size = std::max(size_of(rows), size_of(columns));
  std::vector<double> r(m, 1.0);
  std::vector<double> s(n, 1.0);
  Reconciled result{start, 0, 0.0};
  Miss miss;
  for (result.sweeps = 1; result.sweeps <= most_sweeps; ++result.sweeps) {
    update(start, by_column, r, s);
    update(start, by_row, s, r);
    for (std::size_t at = 0; at < start.size(); ++at) result.cells[at] = adjusted(start[at], r[at / n], s[at % n]);
    miss = worst_miss(result.cells, by_column);  // rows hold by the last step
    result.residual = size > 0.0 ? miss.size / size : 0.0;
    if (result.residual <= solved) return result;
    if (!std::isfinite(miss.size)) break;
  }
  throw InputError(whole(table),
                   fmt::format("column \"{}\" misses its total of {} by {} after {} sweeps: the zeros and signs of the "
                               "table leave no solution",
                               columns.names[miss.line], columns.targets[miss.line], miss.size,
                               std::min(result.sweeps, most_sweeps)));
}

}  // namespace drivkraft
