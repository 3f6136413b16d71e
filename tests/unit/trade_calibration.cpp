// Gravity and location quotients by hand.
#include <catch2/catch.hpp>
#include <cmath>
#include <stdexcept>

#include "calibration/flq.h"
#include "calibration/gravity.h"

using namespace drivkraft;

namespace {

void check_cells(const std::vector<double>& trade, const std::vector<double>& expected, double tolerance) {
  REQUIRE(trade.size() == expected.size());
  for (std::size_t k = 0; k < trade.size(); ++k) {
    CAPTURE(k);
    CHECK(std::abs(trade[k] - expected[k]) <= tolerance);
  }
}

}  // namespace

TEST_CASE("gravity of two places by hand", "[calibration][gravity]") {
  // Balancing keeps the odds ratio of the kernel, 4. With rows and columns of 3 the diagonal x solves
  // x^2 = 4 (3 - x)^2, so x = 2.
  check_cells(gravity_trade({3.0, 3.0}, {3.0, 3.0}, {1.0, 0.5, 0.5, 1.0}), {2.0, 1.0, 1.0, 2.0}, 1e-12);
  // Odds ratio 6: from 4 2 / 1 3 with rows times 2 and 5, columns times 3 and 7, any such kernel finds the table again.
  check_cells(gravity_trade({6.0, 4.0}, {5.0, 5.0}, {4.0 * 6, 2.0 * 14, 1.0 * 15, 3.0 * 35}), {4.0, 2.0, 1.0, 3.0},
              1e-12);
  // Without distance everybody buys from everybody in proportion.
  check_cells(gravity_trade({1.0, 3.0}, {2.0, 2.0}, {1.0, 1.0, 1.0, 1.0}), {0.5, 0.5, 1.5, 1.5}, 1e-13);
}

TEST_CASE("gravity of four zones", "[calibration][gravity]") {
  // Costs and totals of a classroom example of the doubly constrained model with kernel exp(-0.1 cost); the cells were
  // balanced apart from this code, in turn by rows and columns until nothing moved.
  const std::vector<double> cost{3, 11, 18, 22, 12, 3, 13, 19, 15.5, 13, 5, 7, 24, 18, 8, 5};
  std::vector<double> kernel;
  for (const double c : cost) kernel.push_back(std::exp(-0.1 * c));
  check_cells(gravity_trade({400, 460, 400, 702}, {260, 400, 500, 802}, kernel),
              {156.4326, 99.3887, 67.5246, 76.6542, 58.5600, 203.6627, 102.5057, 95.2716, 24.9860, 45.3645, 138.1285,
               191.5210, 20.0214, 51.5842, 191.8412, 438.5532},
              1e-4);
}

TEST_CASE("gravity leaves places without supply or use empty", "[calibration][gravity]") {
  const std::vector<double> kernel{1.0, 0.5, 0.2, 0.5, 1.0, 0.5, 0.2, 0.5, 1.0};
  const std::vector<double> trade = gravity_trade({5.0, 0.0, 5.0}, {0.0, 4.0, 6.0}, kernel);
  for (const std::size_t k : {0U, 3U, 6U, 4U, 5U}) CHECK(trade[k] == 0.0);
  CHECK(trade[1] + trade[2] == Approx(5.0).epsilon(1e-13));
  CHECK(trade[1] + trade[7] == Approx(4.0).epsilon(1e-13));
  check_cells(gravity_trade({0.0, 0.0}, {0.0, 0.0}, {1.0, 1.0, 1.0, 1.0}), {0.0, 0.0, 0.0, 0.0}, 0.0);
  check_cells(gravity_trade({7.0}, {7.0}, {0.3}), {7.0}, 1e-13);
}

TEST_CASE("gravity holds where distance nearly forbids trade", "[calibration][gravity]") {
  // Off the diagonal only exp(-30); two places must still exchange what their totals demand.
  const double far = std::exp(-30.0);
  const std::vector<double> trade =
      gravity_trade({10.0, 1.0, 5.0}, {4.0, 7.0, 5.0}, {1.0, far, far, far, 1.0, far, far, far, 1.0});
  CHECK(trade[1] == Approx(6.0).epsilon(1e-4));
  for (std::size_t q = 0; q < 3; ++q) {
    double row = 0.0;
    for (std::size_t r = 0; r < 3; ++r) row += trade[3 * q + r];
    CHECK(row == Approx(std::vector<double>{10.0, 1.0, 5.0}[q]).epsilon(1e-12));
  }
}

TEST_CASE("gravity is solved where distance is nearly everything", "[calibration][gravity]") {
  // Eight places in a row, an hour apart: at such decays no cold start finds the way.
  const double decay = GENERATE(0.5, 1.0);
  const std::vector<double> supply{8, 1, 2, 5, 1, 3, 1, 9}, use{1, 2, 9, 1, 3, 1, 5, 8};
  std::vector<double> kernel;
  for (int q = 0; q < 8; ++q) {
    for (int r = 0; r < 8; ++r) kernel.push_back(std::exp(-decay * 60.0 * std::abs(q - r)));
  }
  const std::vector<double> trade = gravity_trade(supply, use, kernel);
  const auto log_ab = [&](std::size_t q, std::size_t r) { return std::log(trade[8 * q + r] / kernel[8 * q + r]); };
  for (std::size_t q = 0; q < 8; ++q) {
    double row = 0.0, column = 0.0;
    for (std::size_t r = 0; r < 8; ++r) {
      row += trade[8 * q + r], column += trade[8 * r + q];
      CHECK(log_ab(q, r) == Approx(log_ab(q, 0) + log_ab(0, r) - log_ab(0, 0)).margin(1e-9));
    }
    CHECK(row == Approx(supply[q]).epsilon(1e-12));
    CHECK(column == Approx(use[q]).epsilon(1e-12));
  }
}

TEST_CASE("gravity refuses what cannot balance", "[calibration][gravity]") {
  CHECK_THROWS_AS(gravity_trade({1.0, 1.0}, {1.0, 2.0}, {1.0, 1.0, 1.0, 1.0}), std::domain_error);
  CHECK_THROWS_AS(gravity_trade({-1.0, 3.0}, {1.0, 1.0}, {1.0, 1.0, 1.0, 1.0}), std::domain_error);
  CHECK_THROWS_AS(gravity_trade({std::nan(""), 1.0}, {1.0, 1.0}, {1.0, 1.0, 1.0, 1.0}), std::domain_error);
  CHECK_THROWS_AS(gravity_trade({1.0, 1.0}, {0.0, 0.0}, {1.0, 1.0, 1.0, 1.0}), std::domain_error);
}

TEST_CASE("Flegg's quotient by hand", "[calibration][flq]") {
  using calibration::flegg_quotient;
  CHECK(flegg_quotient(1.2, 0.8, 1.0, 0.3) == Approx(1.5).epsilon(1e-14));  // the whole country: CILQ itself
  CHECK(flegg_quotient(1.2, 0.8, 0.5, 0.0) == Approx(1.5).epsilon(1e-14));  // delta 0: CILQ itself
  const double half_way = std::sqrt(2.0) - 1.0;                             // log2(1 + share) = 1/2
  CHECK(flegg_quotient(1.2, 0.8, half_way, 2.0) == Approx(0.375).epsilon(1e-13));
  CHECK(flegg_quotient(1.0, 1.0, half_way, 0.5) == Approx(std::sqrt(0.5)).epsilon(1e-13));
}

TEST_CASE("own shares by location quotients, two regions by hand", "[calibration][flq]") {
  // West has 300 jobs in goods and 100 in services, east 100 and 300: location quotients 1.5 and 0.5; both regions are
  // half of the country, and with delta 0 nothing shrinks. Services use goods alone, final users buy the rest.
  BaseYear base;
  base.dimensions.regions = {{"west", "", ""}, {"east", "", ""}};
  base.dimensions.industries = {{"goods", "", ""}, {"services", "", ""}};
  base.dimensions.educations = {{"all", "", ""}};
  base.employment = decltype(base.employment)(2, 2, 1);
  base.employment({0}, {0}, {0}) = base.employment({1}, {1}, {0}) = 300.0;
  base.employment({0}, {1}, {0}) = base.employment({1}, {0}, {0}) = 100.0;
  base.domestic_use = decltype(base.domestic_use)(2, 2, 80.0);
  base.foreign_share = decltype(base.foreign_share)(2, 0.2);
  base.input_coefficients = decltype(base.input_coefficients)(2, 2);
  base.input_coefficients({0}, {1}) = 0.5;
  base.output = decltype(base.output)(2, 2, 100.0);
  base.trade_share = decltype(base.trade_share)(2, 2, 2, 0.5);
  // Goods: use 100 = 50 by services + 50 by final users. West: min(1, 1.5/0.5) and min(1, 1.5), own share 1. East:
  // 50 x 0.5/1.5 + 50 x 0.5 = 41.67, own share 0.4167. Services: final users alone, 0.5 in the west, 1 in the east.
  const auto differences = calibration::flq_differences(base, {false, false}, 0.0, 0.0);
  REQUIRE(differences.size() == 3);  // services in the west differ by nothing
  CHECK(differences[0].flq_share == Approx(1.0).epsilon(1e-13));
  CHECK(differences[1].region == RegionId{1});
  CHECK(differences[1].product == IndustryId{0});
  CHECK(differences[1].flq_share == Approx(0.5 * (1.0 / 3.0 + 0.5)).epsilon(1e-13));
  CHECK(differences[1].gravity_share == 0.5);
  CHECK(differences[2].flq_share == Approx(1.0).epsilon(1e-13));
  CHECK(calibration::flq_differences(base, {false, false}, 0.0, 0.2).size() == 2);
  CHECK(calibration::flq_differences(base, {true, false}, 0.0, 0.2).size() == 1);
}
