#include "calibration/reconcile.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

using namespace drivkraft;

TEST_CASE("GRAS gives the solution of Junius and Oosterhaven's example", "[reconcile][verification]") {
  // Junius and Oosterhaven (2003), Econ. Syst. Res. 15(1), numerical example: goods, services, net taxes by goods,
  // services, consumption, net exports, with the totals of the table to be updated. The expected cells solve the
  // problem with the objective of Lenzen, Wood and Gallego (2007); recomputed apart from this code to six digits.
  const Margin rows{{"goods", "services", "net taxes"}, {15, 26, -1}};
  const Margin columns{{"goods", "services", "consumption", "net exports"}, {9, 16, 17, -2}};
  const std::vector<double> table{7, 3, 5, -3, 2, 9, 8, 1, -2, 0, 2, 1};
  const std::vector<double> expected{8.97644,  3.74316,  5.721728,  -3.441329, 2.799335, 12.25684,
                                     9.992314, 0.951511, -2.775776, 0.0,       1.285958, 0.489818};
  const Reconciled result = reconcile("example", table, rows, columns);
  for (std::size_t at = 0; at < expected.size(); ++at) {
    CAPTURE(at);
    CHECK(std::abs(result.cells[at] - expected[at]) < 1e-6);
  }
}

TEST_CASE("GRAS meets a column that has only negative cells", "[reconcile][verification]") {
  // The same example without the positive net exports, where the column's factor follows the edge rule of Temurshoev,
  // Miller and Bouwmeester (2013), Econ. Syst. Res. 25(3), pp. 361-367; recomputed apart from this code to six digits.
  const Margin rows{{"goods", "services", "net taxes"}, {15, 26, -1}};
  const Margin columns{{"goods", "services", "consumption", "net exports"}, {9, 16, 17, -2}};
  const std::vector<double> table{7, 3, 5, -3, 2, 9, 8, 0, -2, 0, 2, 0};
  const std::vector<double> expected{8.424341,  3.375237, 5.200422,  -2.0, 3.000998, 12.624763,
                                     10.374239, 0.0,      -2.425339, 0.0,  1.425339, 0.0};
  const Reconciled result = reconcile("example", table, rows, columns);
  for (std::size_t at = 0; at < expected.size(); ++at) {
    CAPTURE(at);
    CHECK(std::abs(result.cells[at] - expected[at]) < 1e-6);
  }
}

TEST_CASE("GRAS leaves a table alone that meets its totals", "[reconcile][verification]") {
  // Lenzen, Wood and Gallego (2007), Econ. Syst. Res. 19(4), p. 463, equation (2): the first form of the method
  // changed this table although nothing needs to change.
  const std::vector<double> table{-1, 2, 2, 3};
  const Margin totals{{"first", "second"}, {1, 5}};
  const Reconciled result = reconcile("example", table, totals, totals);
  for (std::size_t at = 0; at < table.size(); ++at) CHECK(std::abs(result.cells[at] - table[at]) < 1e-12);
  CHECK(result.sweeps == 1);
}

TEST_CASE("GRAS of a positive table is RAS", "[reconcile][verification]") {
  // RAS keeps the odds ratio of a two by two table, here (2 * 2) / (1 * 1) = 4.
  const Reconciled result =
      reconcile("example", {2, 1, 1, 2}, {{"first", "second"}, {7, 7}}, {{"first", "second"}, {4, 10}});
  const double x = result.cells[0];
  CHECK(x + result.cells[1] == Approx(7.0).epsilon(1e-12));
  CHECK(x + result.cells[2] == Approx(4.0).epsilon(1e-12));
  CHECK(x * result.cells[3] / (result.cells[1] * result.cells[2]) == Approx(4.0).epsilon(1e-10));
}
