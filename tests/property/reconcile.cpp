#include "calibration/reconcile.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <random>
#include <string>
#include <vector>

using namespace drivkraft;

namespace {

struct Conflict {
  std::vector<double> truth;
  std::vector<double> table;  // the truth, disturbed
  Margin rows, columns;       // of the truth
};

/// A table with zeros and negative cells whose totals come from elsewhere than its cells.
Conflict made_up(std::size_t m, std::size_t n, unsigned seed) {
  std::mt19937 random(seed);
  const auto uniform = [&] { return static_cast<double>(random() >> 8U) * 0x1.0p-24; };
  Conflict c;
  c.rows.targets.assign(m, 0.0);
  c.columns.targets.assign(n, 0.0);
  for (std::size_t i = 0; i < m; ++i) c.rows.names.push_back("row " + std::to_string(i));
  for (std::size_t j = 0; j < n; ++j) c.columns.names.push_back("column " + std::to_string(j));
  for (std::size_t at = 0; at < m * n; ++at) {
    const double sign = uniform() < 0.15 ? -0.2 : 1.0;
    const double cell = at % (n + 1) != 0 && uniform() < 0.2 ? 0.0 : sign * (5.0 + 100.0 * uniform());
    c.truth.push_back(cell);
    c.table.push_back(cell * (0.7 + 0.6 * uniform()));
    c.rows.targets[at / n] += cell;
    c.columns.targets[at % n] += cell;
  }
  return c;
}

double total_change(const std::vector<double>& a, const std::vector<double>& b) {
  double sum = 0.0;
  for (std::size_t at = 0; at < a.size(); ++at) sum += std::abs(a[at] - b[at]);
  return sum;
}

}  // namespace

TEST_CASE("reconciled tables meet their totals, keep signs and zeros", "[reconcile][property]") {
  const auto seed = GENERATE(range(1U, 21U));
  const std::size_t m = 4 + seed % 9;
  const std::size_t n = 3 + seed % 7;
  const Conflict c = made_up(m, n, seed);
  const Reconciled result = reconcile("made up", c.table, c.rows, c.columns);
  CAPTURE(seed, m, n, result.sweeps, result.residual);
  std::vector<double> row(m, 0.0);
  std::vector<double> column(n, 0.0);
  double size = 0.0;
  for (std::size_t at = 0; at < m * n; ++at) {
    row[at / n] += result.cells[at];
    column[at % n] += result.cells[at];
    size += std::abs(c.truth[at]);
    CHECK((result.cells[at] > 0.0) == (c.table[at] > 0.0));
    CHECK((result.cells[at] < 0.0) == (c.table[at] < 0.0));
  }
  for (std::size_t i = 0; i < m; ++i) CHECK(std::abs(row[i] - c.rows.targets[i]) < 1e-12 * size);
  for (std::size_t j = 0; j < n; ++j) CHECK(std::abs(column[j] - c.columns.targets[j]) < 1e-12 * size);
  CHECK(total_change(result.cells, c.table) < 0.5 * size);
}

TEST_CASE("reconciling twice changes nothing more, and the order of rows does not matter", "[reconcile][property]") {
  const std::size_t m = 6;
  const std::size_t n = 5;
  Conflict c = made_up(m, n, 4U);
  const Reconciled once = reconcile("made up", c.table, c.rows, c.columns);
  const Reconciled twice = reconcile("made up", once.cells, c.rows, c.columns);
  CHECK(total_change(once.cells, twice.cells) < 1e-9);

  std::vector<double> turned;
  for (std::size_t i = m; i-- > 0;) {
    turned.insert(turned.end(), c.table.begin() + static_cast<std::ptrdiff_t>(i * n),
                  c.table.begin() + static_cast<std::ptrdiff_t>((i + 1) * n));
  }
  std::reverse(c.rows.targets.begin(), c.rows.targets.end());
  std::reverse(c.rows.names.begin(), c.rows.names.end());
  const Reconciled other = reconcile("made up", turned, c.rows, c.columns);
  for (std::size_t i = 0; i < m; ++i) {
    for (std::size_t j = 0; j < n; ++j) {
      CHECK(other.cells[i * n + j] == Approx(once.cells[(m - 1 - i) * n + j]).epsilon(1e-9).margin(1e-9));
    }
  }
}

TEST_CASE("rows of one sign and empty rows follow the edge rules", "[reconcile][property]") {
  // rows: no positive cell, no negative cell, empty with target zero, one sign with target zero, both signs
  const std::vector<double> table{-2, -1, 0, 4, 3, 2, 0, 0, 0, 1, 2, 0, 5, -1, 6};
  const Margin rows{{"minus", "plus", "empty", "emptied", "both"}, {-4, 12, 0, 0, 9}};
  const Margin columns{{"a", "b", "c"}, {7, 1, 9}};
  const Reconciled result = reconcile("edges", table, rows, columns);
  for (std::size_t i = 0; i < 5; ++i) {
    CHECK(result.cells[3 * i] + result.cells[3 * i + 1] + result.cells[3 * i + 2] ==
          Approx(rows.targets[i]).margin(1e-11));
  }
  for (std::size_t j = 0; j < 3; ++j) {
    double sum = 0.0;
    for (std::size_t i = 0; i < 5; ++i) sum += result.cells[3 * i + j];
    CHECK(sum == Approx(columns.targets[j]).margin(1e-11));
  }
  for (std::size_t at = 6; at < 12; ++at) CHECK(result.cells[at] == 0.0);
  CHECK(result.cells[0] < 0.0);
  CHECK(result.cells[1] < 0.0);
}

TEST_CASE("a total may change its sign where a row has cells of both signs", "[reconcile][property]") {
  const Reconciled result = reconcile("signs", {5, -1, 2, 3}, {{"a", "b"}, {-2, 6}}, {{"c", "d"}, {3, 1}});
  CHECK(result.cells[0] + result.cells[1] == Approx(-2.0));
  CHECK(result.cells[0] > 0.0);
  CHECK(result.cells[1] < 0.0);
}
