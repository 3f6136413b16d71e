// What moves between the years, by hand.
#include <catch2/catch.hpp>
#include <cmath>

#include "blocks/capital.h"
#include "blocks/labour_supply.h"
#include "blocks/trend.h"

using namespace drivkraft;

namespace {

/// Two regions, two industries, two educations, with round numbers where the blocks look.
BaseYear round_numbers() {
  BaseYear base;
  base.dimensions.regions = {{"west", "", ""}, {"east", "", ""}};
  base.dimensions.industries = {{"goods", "", ""}, {"services", "", ""}};
  base.dimensions.educations = {{"basic", "", ""}, {"higher", "", ""}};
  base.capital = decltype(base.capital)(2, 2, 100.0);
  base.capital_units = decltype(base.capital_units)(2, 2, 1.25);
  base.capital_units({1}, {1}) = 2.0;
  base.depreciation = decltype(base.depreciation)(2);
  base.depreciation({0}) = 0.1, base.depreciation({1}) = 0.05;
  base.world_demand_deviation = decltype(base.world_demand_deviation)(2);
  base.world_demand_deviation({1}) = 0.02;
  base.public_consumption = decltype(base.public_consumption)(2, 2, 10.0);
  base.inventories = decltype(base.inventories)(2, 2, -1.0);
  base.visitors_imported = decltype(base.visitors_imported)(2, 2, 3.0);
  base.labour_force = decltype(base.labour_force)(2, 2, 1000.0);
  base.unemployment = decltype(base.unemployment)(2, 2, 0.05);
  base.structural_unemployment = decltype(base.structural_unemployment)(2, 2, 0.04);
  base.people = decltype(base.people)(2, 3000.0);
  base.adults = decltype(base.adults)(2, 2500.0);
  base.people_65 = decltype(base.people_65)(2, 500.0);
  base.people_15_64 = decltype(base.people_15_64)(2, 2200.0);
  base.labour_force_under_65 = decltype(base.labour_force_under_65)(2, 1900.0);
  base.commuting_share = decltype(base.commuting_share)(2, 2, 2, 0.25);
  for (int r = 0; r < 2; ++r)
    for (int e = 0; e < 2; ++e) base.commuting_share({r}, {r}, {e}) = 0.75;
  base.education_wage_share = decltype(base.education_wage_share)(2, 2, 2, 0.5);
  base.education_wage_share({0}, {1}, {0}) = base.education_wage_share({0}, {1}, {1}) = 0.0;  // nobody works here
  base.labour_share = decltype(base.labour_share)(2, 2, 0.6);
  base.value_added = decltype(base.value_added)(2, 2, 200.0);
  base.wage = decltype(base.wage)(2, 2, 2, 0.4);
  return base;
}

}  // namespace

TEST_CASE("capital is what is kept and what is built", "[blocks][unit]") {
  const BaseYear base = round_numbers();
  const StateLayout layout(base.dimensions);
  State<4> last(layout), now(layout);
  for (Lanes<4>& stock : last.all(Field::capital)) stock = Lanes<4>(100.0);
  for (Lanes<4>& flow : last.all(Field::investment)) flow = Lanes<4>(8.0);
  last[Field::policy_investment][3].set_lane(2, 4.0);
  advance_capital(base, last, now);
  CHECK(now[Field::capital][0].lane(0) == Approx(90.0 + 10.0).epsilon(1e-15));
  CHECK(now[Field::capital][1].lane(3) == Approx(95.0 + 10.0).epsilon(1e-15));
  CHECK(now[Field::capital][3].lane(1) == Approx(95.0 + 16.0).epsilon(1e-15));
  CHECK(now[Field::capital][3].lane(2) == Approx(95.0 + 24.0).epsilon(1e-15));
}

TEST_CASE("the trend compounds and all demand follows it", "[blocks][unit]") {
  const Trend trend{.efficiency_growth = 0.02, .people_growth = 0.01};
  CHECK(trend.efficiency(0) == 1.0);
  CHECK(trend.efficiency(3) == Approx(1.061208).epsilon(1e-14));
  CHECK(trend.people(2) == Approx(1.0201).epsilon(1e-14));
  CHECK(trend.gamma(2) == Approx(1.0404 * 1.0201).epsilon(1e-14));
  CHECK(trend.capital_growth() == Approx(0.0302).epsilon(1e-13));
  const BaseYear base = round_numbers();
  const StateLayout layout(base.dimensions);
  State<1> now(layout);
  const double gamma = 1.0404 * 1.0201;
  advance_trend(base, trend.efficiency(2), Lanes<1>(trend.gamma(2)), 2, now);
  CHECK(now[Field::labour_efficiency][0].v == Approx(1.0404).epsilon(1e-14));
  CHECK(now[Field::world_demand][0].v == Approx(gamma).epsilon(1e-14));
  CHECK(now[Field::world_demand][1].v == Approx(gamma * std::exp(0.04)).epsilon(1e-14));
  CHECK(now[Field::public_consumption][2].v == Approx(10.0 * gamma).epsilon(1e-14));
  CHECK(now[Field::other_final_use][2].v == Approx(2.0 * gamma).epsilon(1e-14));
}

TEST_CASE("people stand still or grow evenly", "[blocks][unit]") {
  const BaseYear base = round_numbers();
  const StateLayout layout(base.dimensions);
  State<1> now(layout);
  people_standing_still(base, 1.1, now);
  CHECK(now[Field::labour_force][3].v == Approx(1100.0).epsilon(1e-15));
  CHECK(now[Field::people][1].v == Approx(3300.0).epsilon(1e-15));
  CHECK(now[Field::adults][1].v == Approx(2750.0).epsilon(1e-15));
  CHECK(now[Field::pensioners][0].v == Approx(550.0).epsilon(1e-15));
  CHECK(now[Field::outside_labour_force][0].v == Approx(330.0).epsilon(1e-15));
}

TEST_CASE("structural unemployment glides in a straight line and stays", "[blocks][unit]") {
  const BaseYear base = round_numbers();
  const StateLayout layout(base.dimensions);
  State<4> now(layout);
  Lanes<4> years(5.0);
  years.set_lane(1, 2.5);
  const auto rate = [&](int year, int lane) {
    advance_structural_unemployment(base, years, year, now);
    return now[Field::structural_unemployment_rate][2].lane(lane);
  };
  CHECK(rate(0, 0) == 0.05);
  CHECK(rate(2, 0) == Approx(0.046).epsilon(1e-14));
  CHECK(rate(5, 0) == Approx(0.04).epsilon(1e-14));
  CHECK(rate(40, 0) == Approx(0.04).epsilon(1e-14));
  CHECK(rate(2, 1) == Approx(0.042).epsilon(1e-14));
  CHECK(rate(3, 1) == Approx(0.04).epsilon(1e-14));
}

TEST_CASE("education demand follows the supply that a workplace sees", "[blocks][unit]") {
  const BaseYear base = round_numbers();
  const StateLayout layout(base.dimensions);
  State<4> now(layout);
  people_standing_still(base, 1.0, now);
  now[Field::labour_force][1] = Lanes<4>(1800.0);  // higher educated in the west grow by 80%
  Lanes<4> skill_demand(1.0);
  skill_demand.set_lane(2, 0.0);
  skill_demand.set_lane(3, 0.5);
  advance_education_demand(base, skill_demand, now);
  // The west sees 1.6 times as many (three quarters of 1.8 and a quarter of 1.0), the east 1.2 times.
  const auto share = [&](int cell, int lane) { return now[Field::education_wage_share][2 * cell + 1].lane(lane); };
  CHECK(share(0, 0) == Approx(1.6 / 2.6).epsilon(1e-14));
  CHECK(share(2, 0) == Approx(1.2 / 2.2).epsilon(1e-14));
  CHECK(share(0, 2) == Approx(0.5).epsilon(1e-15));  // switched off
  CHECK(share(0, 3) == Approx(std::sqrt(1.6) / (1.0 + std::sqrt(1.6))).epsilon(1e-14));
  CHECK(share(1, 0) == 0.0);
  for (int cell : {0, 2, 3}) {
    const double sum = now[Field::education_wage_share][2 * cell].lane(0) + share(cell, 0);
    CHECK(sum == Approx(1.0).epsilon(1e-14));
    // L0_t = omega thL va0 / w0 = omega x 0.6 x 200 / 0.4
    CHECK(now[Field::employment_at_base_prices][2 * cell + 1].lane(0) == Approx(share(cell, 0) * 300.0).epsilon(1e-14));
  }
}
