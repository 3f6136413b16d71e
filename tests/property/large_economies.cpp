// Economies too large for a whole Jacobian go by local slopes and by what their own steps teach: the same equilibria,
// in more sweeps.
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cmath>

#include "base/errors.h"
#include "equilibrium/one_lane.h"
#include "support/driver_shocks.h"
#include "support/shocked_year.h"
#include "support/shocks.h"
#include "support/synthetic_economy.h"

using namespace drivkraft;
using namespace drivkraft::test;

namespace {

struct Size {
  int regions, industries, educations;
};

Draw synthetic_draw() {
  Draw draw;
  draw.equations = synthetic_parameters();
  return draw;
}

Model made_up(Size size, const SolverLimits& limits = {}, double world_price = 1.0, ZeroCells zero_cells = {}) {
  const Draw draw = synthetic_draw();
  const double growth = draw.equations[Parameter::productivity_growth];
  return Model(steady_base(synthetic_tables(size.regions, size.industries, size.educations, 2018U, zero_cells),
                           draw.equations, growth),
               draw.equations, 0.0, world_price, limits);
}

/// Shocks of every kind in two regions, from the third year on.
Shock some_of_each(const BaseYear& base) {
  return together({more_productive(base, 0, 1.005), more_people(base, 1, 0.002),
                   purchase(base, 2, base.dimensions.industry_count() - 1, 20.0)});
}

/// The largest difference of the unknowns between two runs, relative.
double difference(const std::vector<State<1>>& a, const std::vector<State<1>>& b) {
  double largest = 0.0;
  for (std::size_t year = 0; year < a.size(); ++year) {
    for (const Field field : {Field::wage_index, Field::rental_rate, Field::output, Field::output_price}) {
      for (std::size_t k = 0; k < a[year].all(field).size(); ++k) {
        const double x = a[year][field][k].v, y = b[year][field][k].v;
        if (x != y) largest = std::max(largest, std::abs(x - y) / std::abs(x));
      }
    }
  }
  return largest;
}

/// Mean sweeps of the years after the base year; fails where a year is not solved or its accounts do not close.
double mean_sweeps(const std::vector<State<1>>& years) {
  double sweeps = 0.0;
  for (std::size_t year = 1; year < years.size(); ++year) {
    const State<1>& state = years[year];
    CHECK(state[Field::solver_residual][0].v < 1e-9);
    for (const Field identity : {Field::residual_gdp, Field::residual_net_lending, Field::residual_jobs})
      CHECK(std::abs(state[identity][0].v) <= 1e-9);
    sweeps += state[Field::solver_iterations][0].v;
  }
  return sweeps / static_cast<double>(years.size() - 1);
}

void check_large(Size size, int years, double most_sweeps) {
  const Model model = made_up(size);
  REQUIRE(Unknowns(model.sizes()).count > SolverLimits{}.most_unknowns);
  CHECK_FALSE(model.chord(WageRule::structural_unemployment, false).is_whole());
  const Run large = run(model, synthetic_draw(), years, unfinanced(), some_of_each(model.base()));
  CHECK(mean_sweeps(large.baseline) < most_sweeps);
  CHECK(mean_sweeps(large.scenario) < most_sweeps);
}

}  // namespace

TEST_CASE("local slopes lead to the equilibrium that the whole Jacobian finds", "[solver][property]") {
  Closures closures = unfinanced();
  closures.wages = GENERATE(WageClosure::curve, WageClosure::fixed_real, WageClosure::flexible);
  closures.capital = GENERATE(CapitalClosure::adjusting, CapitalClosure::mobile);
  const bool zero_cells = GENERATE(false, true);
  CAPTURE(static_cast<int>(closures.wages), static_cast<int>(closures.capital), zero_cells);
  // Both to well below the difference that is asked for.
  const SolverLimits whole{.tolerance = 1e-11}, local{.tolerance = 1e-11, .most_unknowns = 0};
  const Size size{4, 8, 3};
  const ZeroCells zeros{zero_cells, zero_cells, zero_cells};
  const Model by_jacobian = made_up(size, whole, 1.5, zeros), by_slopes = made_up(size, local, 1.5, zeros);
  REQUIRE(by_jacobian.chord(WageRule::curve, false).is_whole());
  REQUIRE_FALSE(by_slopes.chord(WageRule::curve, false).is_whole());
  const Shock shock = some_of_each(by_slopes.base());
  const Run a = run(by_jacobian, synthetic_draw(), 5, closures, shock);
  const Run b = run(by_slopes, synthetic_draw(), 5, closures, shock);
  CHECK(difference(a.baseline, b.baseline) < 1e-8);
  CHECK(difference(a.scenario, b.scenario) < 1e-8);
}

TEST_CASE("an economy of more than two thousand unknowns is solved", "[solver][property]") {
  check_large({20, 35, 6}, 5, 40.0);
}

TEST_CASE("by local slopes too, lane k of four is lane k alone, bit for bit", "[solver][lanes]") {
  const Model model = made_up({4, 8, 3}, {.most_unknowns = 0});
  std::array<Draw, 4> draws;
  for (std::size_t lane = 0; lane < 4; ++lane) {
    draws[lane] = synthetic_draw();
    draws[lane].equations[Parameter::sigma_regions] *= 1.0 + 0.2 * static_cast<double>(lane);
  }
  const int last_year = model.base().dimensions.base_year + 4;
  std::vector<State<4>> together_;
  simulate<4>(model, {.draws = draws.data(), .closures = {}, .policy = nullptr, .last_year = last_year},
              [&](PathKind, int, const State<4>& state) { together_.push_back(state); });
  for (int lane = 0; lane < 4; ++lane) {
    std::size_t step = 0;
    simulate<1>(
        model,
        {.draws = &draws[static_cast<std::size_t>(lane)], .closures = {}, .policy = nullptr, .last_year = last_year},
        [&](PathKind, int, const State<1>& state) {
          const State<1> of_four = one_lane(together_[step++], lane);
          for (const FieldInfo& info : state_fields) {
            CAPTURE(lane, step, info.name);
            CHECK(std::equal(state.all(info.field).begin(), state.all(info.field).end(),
                             of_four.all(info.field).begin(), [](Lanes<1> a, Lanes<1> b) { return a.v == b.v; }));
          }
        });
  }
}

TEST_CASE("local slopes too refuse a shock for which there are no people", "[solver][errors]") {
  const Model model = made_up({4, 8, 3}, {.most_unknowns = 0});
  Closures closures = unfinanced();
  closures.wages = WageClosure::fixed_real;
  const auto shock = struck(model.base(), Blow::labour_force, 1, 0.8);
  CHECK_THROWS_WITH(shocked_year(model, synthetic_draw(), closures, shock),
                    Catch::Contains("2019") && Catch::Contains("unemployment") && Catch::Contains("region_"));
}

TEST_CASE("98 municipalities and 69 industries are solved", "[.slow][solver][property]") {
  check_large({98, 69, 6}, 22, 50.0);
}
