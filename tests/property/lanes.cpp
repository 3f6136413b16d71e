// Paths run side by side do not feel each other: lane k of four or eight gives the bits that it gives alone.
#include <catch2/catch.hpp>
#include <cmath>
#include <cstring>
#include <functional>
#include <set>

#include "equilibrium/one_lane.h"
#include "policy/effects.h"
#include "support/real_economy.h"
#include "support/strategy.h"

using namespace drivkraft;
using test::real_economy;
using test::real_model;

namespace {

constexpr int years = 12;
constexpr int first_shock = 2;

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
Paths<W> simulated(const Model& model, const std::vector<Draw>& draws, const Closures& closures,
                   const std::vector<PolicyEffects<W>>& policy) {
  Paths<W> paths;
  const int last_year = model.base().dimensions.base_year + static_cast<int>(policy.size()) - 1;
  simulate<W>(model, {draws.data(), closures, &policy, last_year},
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

/// Members 1 to W, every one under its own draw.
template <int W>
std::vector<Draw> members() {
  std::vector<Draw> draws;
  for (int lane = 0; lane < W; ++lane) draws.push_back(test::member(lane + 1));
  return draws;
}

/// Every field of every year; lanes stop after different numbers of sweeps, so that freezing is put to the test.
template <int W>
void check_lanes(const Paths<W>& together, const std::function<Paths<1>(int lane)>& run_alone) {
  std::set<std::vector<double>> sweeps;  // of each year
  for (int lane = 0; lane < W; ++lane) {
    const Paths<1> alone = run_alone(lane);
    REQUIRE(alone.states.size() == together.states.size());
    for (std::size_t step = 0; step < alone.states.size(); ++step) {
      CAPTURE(lane, step / 2, step % 2 == 0 ? "baseline" : "scenario");
      CHECK(fields_that_differ(alone.states[step], one_lane(together.states[step], lane)) ==
            std::vector<std::string>{});
    }
    std::vector<double> of_lane;
    for (const State<1>& state : alone.states) of_lane.push_back(state[Field::solver_iterations][0].v);
    sweeps.insert(of_lane);
  }
  CHECK(sweeps.size() > W / 2);
}

template <int W>
void check_shocked_lanes(const Closures& closures, double size) {
  const std::vector<Draw> draws = members<W>();
  check_lanes<W>(simulated<W>(real_model(), draws, closures, side_by_side<W>(size)), [&](int lane) {
    return simulated<1>(real_model(), {draws[static_cast<std::size_t>(lane)]}, closures, shocks_of(lane, size));
  });
}

/// The delivered strategy as the program runs it, people and their levers included.
template <int W>
void check_strategy_lanes() {
  const std::vector<Draw> draws = members<W>();
  const Model& model = test::peopled_model();
  const auto& strategy = test::strategy();
  const Closures& closures = strategy.scenario.closures;
  const auto policy_of = [&]<int V>(Lanes<V>, const Draw* of) {
    return policy_path<V>(model.base(), strategy.scenario, strategy.catalogue, of);
  };
  check_lanes<W>(simulated<W>(model, draws, closures, policy_of(Lanes<W>(), draws.data())), [&](int lane) {
    const Draw& draw = draws[static_cast<std::size_t>(lane)];
    return simulated<1>(model, {draw}, closures, policy_of(Lanes<1>(), &draw));
  });
}

}  // namespace

TEST_CASE("lane k of four is lane k alone, bit for bit", "[lanes][property]") {
  Closures closures;
  closures.wages = GENERATE(WageClosure::curve, WageClosure::fixed_real, WageClosure::flexible);
  if (closures.wages == WageClosure::flexible) closures.capital = CapitalClosure::mobile;
  if (closures.wages == WageClosure::fixed_real) closures.financing = Financing::within_budget;
  check_shocked_lanes<4>(
      closures,
      closures.wages == WageClosure::fixed_real ? 0.002 : 0.01);  // fixed wages soon find no more people
}

TEST_CASE("lane k of eight is lane k alone, bit for bit", "[lanes][property]") {
  check_shocked_lanes<8>({}, 0.01);
}

TEST_CASE("the strategy and its people are the same in a lane as alone, bit for bit", "[lanes][property]") {
  check_strategy_lanes<4>();
  check_strategy_lanes<8>();
}

TEST_CASE("two runs give the same bits", "[lanes][property]") {
  const std::vector<Draw> draws{test::member(4)};
  const Paths<1> first = simulated<1>(real_model(), draws, {}, shocks_of(3, 0.01)),
                 second = simulated<1>(real_model(), draws, {}, shocks_of(3, 0.01));
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
