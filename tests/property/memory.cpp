// What a path costs in memory: nothing while it runs through the years, and no more than bench/README.md says.
#include "support/memory.h"

#include <catch2/catch.hpp>
#include <vector>

#include "policy/effects.h"
#include "support/real_economy.h"
#include "support/strategy.h"

using namespace drivkraft;

namespace {

/// Allocations counted when each year of each path was shown.
template <int W>
std::vector<std::size_t> allocations_by_year(const Model& model) {
  const auto& [catalogue, scenario] = test::strategy();
  std::vector<Draw> draws;
  for (int lane = 0; lane < W; ++lane) draws.push_back(test::member(lane));
  const auto policy = policy_path<W>(model.base(), scenario, catalogue, draws.data());
  std::vector<std::size_t> counts;
  counts.reserve(2 * policy.size());
  simulate<W>(model, {draws.data(), scenario.closures, &policy, scenario.last_year},
              [&](PathKind, int, const State<W>&) { counts.push_back(test::allocations()); });
  return counts;
}

/// However many sweeps a year takes.
template <int W>
void check_years_allocate_nothing(const Model& model) {
  const std::vector<std::size_t> counts = allocations_by_year<W>(model);
  CAPTURE(W, model.economy().people.has_value());
  constexpr std::size_t warm = 6;  // the base year, the first one and that of the first doses, of both paths
  for (std::size_t step = warm + 1; step < counts.size(); ++step) {
    CAPTURE(step / 2, step % 2 == 0 ? "baseline" : "scenario");
    CHECK(counts[step] == counts[step - 1]);
  }
}

/// Bytes that W pairs of paths need beside the model, for each path: state, solver, what levers move.
template <int W>
double bytes_a_path(const Model& model, int last_year) {
  const auto& [catalogue, strategy] = test::strategy();
  Scenario scenario = strategy;
  scenario.last_year = last_year;
  std::vector<Draw> draws;
  for (int lane = 0; lane < W; ++lane) draws.push_back(test::member(lane));
  const std::size_t before = test::live_bytes();
  const auto policy = policy_path<W>(model.base(), scenario, catalogue, draws.data());
  const std::size_t levers = test::live_bytes() - before;
  const PairOfPaths<W> pair{draws.data(), scenario.closures, &policy, last_year};
  simulate<W>(model, pair, [](PathKind, int, const State<W>&) {});  // forms what all paths share
  const std::size_t held = test::live_bytes();
  test::reset_peak();
  simulate<W>(model, pair, [](PathKind, int, const State<W>&) {});
  return static_cast<double>(levers + test::peak_bytes() - held) / (2 * W);
}

}  // namespace

TEST_CASE("memory is counted", "[memory]") {
  if (!test::memory_is_counted()) return;
  const std::size_t calls = test::allocations(), live = test::live_bytes();
  test::reset_peak();
  std::size_t calls_after = 0, live_within = 0;
  {
    const std::vector<double> thousand(1000);
    const double* volatile used = thousand.data();  // or a compiler may leave the vector out
    (void)used;
    calls_after = test::allocations();
    live_within = test::live_bytes();
  }
  const std::size_t live_after = test::live_bytes(), peak = test::peak_bytes();  // before Catch allocates
  CHECK(calls_after == calls + 1);
  CHECK(live_within >= live + 8000);
  CHECK(live_after == live);
  CHECK(peak == live_within);
}

TEST_CASE("the years of a path allocate nothing", "[memory][property]") {
  if (!test::memory_is_counted()) return;
  check_years_allocate_nothing<1>(test::real_model());
  check_years_allocate_nothing<4>(test::real_model());
  check_years_allocate_nothing<8>(test::real_model());
  check_years_allocate_nothing<1>(test::peopled_model());
  check_years_allocate_nothing<4>(test::peopled_model());
  check_years_allocate_nothing<8>(test::peopled_model());
}

TEST_CASE("a path needs the memory that bench/README.md states", "[memory][property]") {
  if (!test::memory_is_counted()) return;
  constexpr double stated = 1.4e6;
  for (const Model* model : {&test::real_model(), &test::peopled_model()}) {
    for (const int last_year : {2030, 2040}) {
      CAPTURE(last_year, model->economy().people.has_value());
      CHECK(bytes_a_path<1>(*model, last_year) < stated);
      CHECK(bytes_a_path<4>(*model, last_year) < stated);
      CHECK(bytes_a_path<8>(*model, last_year) < stated);
    }
  }
}
