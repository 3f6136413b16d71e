// Whole paths, year by year, W pairs side by side: what an ensemble costs, without process start, reading and writing.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>

#include "economies.h"
#include "policy/effects.h"
#include "support/memory.h"
#include "support/sweep_cost.h"

namespace drivkraft::bench {

namespace {

using test::live_bytes;
using test::peak_bytes;
using test::reset_peak;

/// What the observer of a benchmark takes from each year.
struct Seen {
  double sweeps = 0.0;
  double years = 0.0;
  double largest_residual = 0.0;
};

template <int W>
void look(const State<W>& state, Seen& seen) {
  for (int k = 0; k < W; ++k) {
    const double residual = state[Field::solver_residual][0].lane(k), gdp = state[Field::residual_gdp][0].lane(k);
    seen.sweeps += state[Field::solver_iterations][0].lane(k) / W;
    seen.largest_residual = std::max(seen.largest_residual, std::isfinite(gdp) ? std::max(residual, gdp) : INFINITY);
  }
  seen.years += 1.0;
}

/// `pairs`: a baseline and a scenario for each member; otherwise baselines alone.
template <int W>
void run_paths(benchmark::State& state, const Economy& economy, bool pairs, bool members_differ) {
  const BaseYear& base = economy.model->base();
  std::vector<Draw> draws(economy.draws.begin(), economy.draws.begin() + W);
  if (!members_differ) std::fill(draws.begin(), draws.end(), economy.draws[0]);
  const std::size_t before = live_bytes();
  const auto policy = policy_path<W>(base, economy.scenario, economy.catalogue, draws.data());
  const PairOfPaths<W> pair{.draws = draws.data(),
                            .closures = economy.scenario.closures,
                            .policy = pairs ? &policy : nullptr,
                            .last_year = base.dimensions.base_year + 22};
  Seen baseline, scenario;
  const auto observe = [&](PathKind path, int year, const State<W>& now) {
    if (year == base.dimensions.base_year || (path == PathKind::scenario && !pairs)) return;
    look<W>(now, path == PathKind::baseline ? baseline : scenario);
  };
  const std::size_t levers = live_bytes() - before;
  simulate<W>(*economy.model, pair, observe);  // forms what all paths share
  const std::size_t held = live_bytes();
  reset_peak();
  simulate<W>(*economy.model, pair, observe);
  const std::size_t bytes = levers + peak_bytes() - held;
  for (auto _ : state) simulate<W>(*economy.model, pair, observe);
  if (!(std::max(baseline.largest_residual, scenario.largest_residual) < 1e-9)) {
    state.SkipWithError("a year is not solved, or its accounts do not close");
    return;
  }
  const int paths = (pairs ? 2 : 1) * W;
  state.SetItemsProcessed(state.iterations() * paths);
  state.counters["paths a second"] =
      benchmark::Counter(static_cast<double>(state.iterations() * paths), benchmark::Counter::kIsRate);
  state.counters["powers a sweep"] = test::powers_of_sweep(economy.model->sizes(), WageRule::structural_unemployment);
  state.counters["sweeps a baseline year"] = baseline.sweeps / baseline.years;
  if (pairs) state.counters["sweeps a scenario year"] = scenario.sweeps / scenario.years;
  state.counters["bytes a path"] = static_cast<double>(bytes) / paths;
}

template <int W>
void pairs_of_members(benchmark::State& state) {
  run_paths<W>(state, real(), true, true);
}
template <int W>
void pairs_with_people_at_central_values(benchmark::State& state) {
  run_paths<W>(state, peopled(), true, false);
}
template <int W>
void pairs_with_people(benchmark::State& state) {
  run_paths<W>(state, peopled(), true, true);
}
template <int W>
void pairs_at_central_values(benchmark::State& state) {
  run_paths<W>(state, real(), true, false);
}
void large_baseline(benchmark::State& state) {
  run_paths<1>(state, large(), false, false);
}

}  // namespace

BENCHMARK_TEMPLATE(pairs_of_members, 1)->Name("path/7x21x6/W1")->Unit(benchmark::kMillisecond);
BENCHMARK_TEMPLATE(pairs_of_members, 4)->Name("path/7x21x6/W4")->Unit(benchmark::kMillisecond);
BENCHMARK_TEMPLATE(pairs_of_members, 8)->Name("path/7x21x6/W8")->Unit(benchmark::kMillisecond);
BENCHMARK_TEMPLATE(pairs_at_central_values, 1)->Name("path/7x21x6/central/W1")->Unit(benchmark::kMillisecond);
BENCHMARK_TEMPLATE(pairs_at_central_values, 4)->Name("path/7x21x6/central/W4")->Unit(benchmark::kMillisecond);
BENCHMARK_TEMPLATE(pairs_with_people_at_central_values, 4)
    ->Name("path/7x21x6/people/central/W4")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_TEMPLATE(pairs_with_people, 1)->Name("path/7x21x6/people/W1")->Unit(benchmark::kMillisecond);
BENCHMARK_TEMPLATE(pairs_with_people, 4)->Name("path/7x21x6/people/W4")->Unit(benchmark::kMillisecond);
BENCHMARK_TEMPLATE(pairs_with_people, 8)->Name("path/7x21x6/people/W8")->Unit(benchmark::kMillisecond);
BENCHMARK(large_baseline)->Name("path/98x69x6/baseline/W1")->Unit(benchmark::kMillisecond)->Iterations(1);

}  // namespace drivkraft::bench
