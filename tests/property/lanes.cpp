// Paths run side by side do not feel each other: lane k of four or eight gives the bits that it gives alone.
#include <catch2/catch.hpp>
#include <cmath>
#include <cstring>
#include <random>
#include <set>

#include "equilibrium/one_lane.h"
#include "support/real_economy.h"

using namespace drivkraft;
using test::real_economy;
using test::real_model;

namespace {

constexpr int years = 12;
constexpr int first_shock = 2;

/// A draw with every varying parameter somewhere in the middle half of its range.
Draw draw_number(int lane) {
  std::mt19937_64 random(static_cast<std::uint64_t>(lane) + 1);
  std::vector<ParameterOverride> overrides;
  for (const ParameterRow& row : real_economy().parameters.rows) {
    const double way = 0.25 + 0.5 * static_cast<double>(random() >> 11U) * 0x1.0p-53;
    if (row.varies) overrides.push_back({row.key, row.low + (row.high - row.low) * way});
  }
  return central_draw(real_economy().parameters, overrides);
}

/// Lane 0 is not shocked; the others differ in size, kind and place.
void set_shock(int lane, int year, double size, PolicyEffects<1>& effects) {
  if (year < first_shock || lane == 0) return;
  const Dimensions& d = real_model().base().dimensions;
  const auto region = static_cast<std::size_t>(lane % d.region_count());
  const auto industries = d.industries.size(), educations = d.educations.size();
  for (std::size_t j = 0; j < industries; ++j) {
    if (lane % 2 == 1) effects.log_technology[region * industries + j] = Lanes<1>(size * lane);
  }
  if (lane % 3 == 0) effects.public_purchases[region * industries + 4] = Lanes<1>(50.0 * lane);
  if (lane % 2 == 0) {
    for (std::size_t e = 0; e < educations; ++e)
      effects.labour_force_added[region * educations + e] = Lanes<1>(10.0 * lane * (year - 1));
  }
}

std::vector<PolicyEffects<1>> shocks_of(int lane, double size) {
  std::vector<PolicyEffects<1>> path(years + 1, PolicyEffects<1>(real_model().base().dimensions));
  for (int year = 0; year <= years; ++year) set_shock(lane, year, size, path[static_cast<std::size_t>(year)]);
  return path;
}

template <int W>
struct Paths {
  std::vector<State<W>> states;  // baseline and scenario of each year in turn
};

template <int W>
Paths<W> simulated(const std::vector<Draw>& draws, const Closures& closures,
                   const std::vector<PolicyEffects<W>>& policy) {
  Paths<W> paths;
  simulate<W>(real_model(), {draws.data(), closures, &policy, real_model().base().dimensions.base_year + years},
              [&](PathKind, int, const State<W>& state) { paths.states.push_back(state); });
  return paths;
}

template <int W>
std::vector<PolicyEffects<W>> side_by_side(double size) {
  std::vector<PolicyEffects<W>> policy(years + 1, PolicyEffects<W>(real_model().base().dimensions));
  for (int lane = 0; lane < W; ++lane) {
    const std::vector<PolicyEffects<1>> alone = shocks_of(lane, size);
    for (std::size_t year = 0; year <= years; ++year) {
      const auto set = [&](std::vector<Lanes<W>>& to, const std::vector<Lanes<1>>& from) {
        for (std::size_t k = 0; k < to.size(); ++k) to[k].set_lane(lane, from[k].v);
      };
      set(policy[year].log_technology, alone[year].log_technology);
      set(policy[year].public_purchases, alone[year].public_purchases);
      set(policy[year].labour_force_added, alone[year].labour_force_added);
    }
  }
  return policy;
}

/// Fields of which a single bit differs, solver's counts included.
std::vector<std::string> fields_that_differ(const State<1>& a, const State<1>& b) {
  std::vector<std::string> names;
  for (const FieldInfo& info : state_fields) {
    const auto x = a.all(info.field), y = b.all(info.field);
    if (std::memcmp(x.data(), y.data(), x.size_bytes()) != 0) names.emplace_back(info.name);
  }
  return names;
}

template <int W>
void check_lanes(const Closures& closures, double size) {
  std::vector<Draw> draws;
  for (int lane = 0; lane < W; ++lane) draws.push_back(draw_number(lane));
  const Paths<W> together = simulated<W>(draws, closures, side_by_side<W>(size));
  std::set<double> sweeps;
  for (int lane = 0; lane < W; ++lane) {
    const Paths<1> alone = simulated<1>({draws[static_cast<std::size_t>(lane)]}, closures, shocks_of(lane, size));
    REQUIRE(alone.states.size() == together.states.size());
    for (std::size_t step = 0; step < alone.states.size(); ++step) {
      CAPTURE(lane, step / 2, step % 2 == 0 ? "baseline" : "scenario");
      CHECK(fields_that_differ(alone.states[step], one_lane(together.states[step], lane)) ==
            std::vector<std::string>{});
    }
    sweeps.insert(alone.states.back()[Field::solver_iterations][0].v);
  }
  CHECK(sweeps.size() > W / 2);  // lanes stop after different numbers of sweeps, so freezing was put to the test
}

}  // namespace

TEST_CASE("lane k of four is lane k alone, bit for bit", "[lanes][property]") {
  Closures closures;
  closures.wages = GENERATE(WageClosure::curve, WageClosure::fixed_real, WageClosure::flexible);
  if (closures.wages == WageClosure::flexible) closures.capital = CapitalClosure::mobile;
  if (closures.wages == WageClosure::fixed_real) closures.financing = Financing::within_budget;
  check_lanes<4>(closures,
                 closures.wages == WageClosure::fixed_real ? 0.002 : 0.01);  // fixed wages soon find no more people
}

TEST_CASE("lane k of eight is lane k alone, bit for bit", "[lanes][property]") {
  check_lanes<8>({}, 0.01);
}

TEST_CASE("two runs give the same bits", "[lanes][property]") {
  const std::vector<Draw> draws{draw_number(3)};
  const Paths<1> first = simulated<1>(draws, {}, shocks_of(3, 0.01)),
                 second = simulated<1>(draws, {}, shocks_of(3, 0.01));
  for (std::size_t step = 0; step < first.states.size(); ++step) {
    CAPTURE(step);
    CHECK(fields_that_differ(first.states[step], second.states[step]) == std::vector<std::string>{});
  }
  // The comparison sees a difference in the last bit of one cell.
  State<1> changed = first.states.back();
  Lanes<1>& cell = changed[Field::real_gdp][0];
  cell = Lanes<1>(std::nextafter(cell.v, 0.0));
  CHECK(fields_that_differ(first.states.back(), changed) == std::vector<std::string>{"real_gdp"});
}
