// Made-up economies of many sizes go through calibration: whatever the data, the accounts balance or an error says why.
#include <catch2/catch.hpp>
#include <cmath>

#include "calibration/calibrate.h"
#include "support/synthetic_economy.h"

using namespace drivkraft;
using test::synthetic_parameters;
using test::synthetic_tables;
using test::ZeroCells;

namespace {

struct Case {
  int regions, industries, educations;
  ZeroCells zero;
};

/// Domestic trade leaves a region as its output less exports, and arrives where it is used.
void check_trade(const BaseYear& base) {
  const Dimensions& d = base.dimensions;
  for (int i = 0; i < d.industry_count(); ++i) {
    double size = 0.0;
    for (int r = 0; r < d.region_count(); ++r) size += base.output({r}, {i});
    for (int q = 0; q < d.region_count(); ++q) {
      double sold = base.exports({q}, {i});
      double bought = 0.0;
      for (int r = 0; r < d.region_count(); ++r) {
        CHECK(base.trade_share({q}, {r}, {i}) >= 0.0);
        sold += base.trade_share({q}, {r}, {i}) * base.domestic_use({r}, {i});
        bought += base.trade_share({r}, {q}, {i});
      }
      CAPTURE(i, q);
      CHECK(std::abs(sold - base.output({q}, {i})) <= 1e-9 * size);
      if (base.domestic_use({q}, {i}) > 0.0) CHECK(std::abs(bought - 1.0) <= 1e-9);
    }
  }
}

void check_people(const BaseYear& base) {
  const Dimensions& d = base.dimensions;
  double jobs = 0.0;
  double employed = 0.0;
  for (const double cell : base.employment.values()) jobs += cell;
  for (int r = 0; r < d.region_count(); ++r) {
    for (int e = 0; e < d.education_count(); ++e) {
      employed += base.employed_residents({r}, {e});
      if (base.labour_force({r}, {e}) == 0.0) continue;
      CHECK(base.unemployment({r}, {e}) > 0.02);
      CHECK(base.unemployment({r}, {e}) < 0.08);
    }
  }
  CHECK(std::abs(jobs - employed) <= 1e-9 * jobs);
}

}  // namespace

TEST_CASE("synthetic economies calibrate", "[synthetic][calibration][property]") {
  const auto [R, S, E, zero] = GENERATE(Case{1, 3, 1, {}}, Case{1, 3, 2, {}}, Case{2, 3, 2, {}}, Case{7, 21, 6, {}},
                                        Case{3, 6, 2, {true, true, true}}, Case{5, 10, 4, {true, true, true}});
  const unsigned seed = GENERATE(1U, 2U, 2018U);
  CAPTURE(R, S, E, seed);
  const BaseYear base = calibrate(synthetic_tables(R, S, E, seed, zero), synthetic_parameters(), 0.011);
  check_trade(base);
  check_people(base);
  CHECK(base.gdp > 0.0);
}

TEST_CASE("zero cells of the base year stay zero in its accounts", "[synthetic][calibration][property]") {
  const BaseYear base = calibrate(synthetic_tables(4, 8, 3, 11U, {true, true, true}), synthetic_parameters(), 0.0);
  const int last = 3;
  CHECK(base.output({last}, {0}) == 0.0);
  CHECK(base.exports({last}, {0}) == 0.0);
  CHECK(base.capital({last}, {0}) == 0.0);
  CHECK(base.investment({last}, {0}) == 0.0);
  CHECK(base.domestic_use({last}, {1}) == 0.0);
  CHECK(base.labour_force({last}, {2}) == 0.0);
  for (int j = 0; j < 8; ++j) CHECK(base.employment({last}, {j}, {2}) == 0.0);
  for (const double share : base.trade_share.values()) CHECK(std::isfinite(share));
  for (const double share : base.commuting_share.values()) CHECK(std::isfinite(share));
}

TEST_CASE("synthetic economies of 98 regions and 69 industries calibrate", "[.slow][synthetic][calibration]") {
  const BaseYear base = calibrate(synthetic_tables(98, 69, 6, 2018U), synthetic_parameters(), 0.011);
  check_trade(base);
  check_people(base);
}

TEST_CASE("a hundred synthetic economies calibrate", "[.slow][synthetic][calibration]") {
  const auto seed = GENERATE(range(100U, 200U));
  const int R = 3 + static_cast<int>(seed % 7U);
  const int S = 6 + static_cast<int>(seed % 11U);
  const int E = 2 + static_cast<int>(seed % 5U);
  CAPTURE(R, S, E, seed);
  const BaseTables tables = synthetic_tables(R, S, E, seed, {seed % 2U == 0U, seed % 4U == 0U, seed % 3U == 0U});
  Parameters parameters = synthetic_parameters();
  parameters[Parameter::interregional_share] = 0.3;
  const BaseYear base = calibrate(tables, parameters, 0.0);
  check_trade(base);
  check_people(base);
}
