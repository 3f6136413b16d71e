// One year from drivers to balanced accounts, W paths side by side, and the parts that bound it: the elementary
// functions of its sweeps and the inverse Jacobian applied, each alone.
#include <benchmark/benchmark.h>

#include <algorithm>

#include "base/math.h"
#include "economies.h"
#include "policy/effects.h"
#include "support/sweep_cost.h"

namespace drivkraft::bench {

namespace {

/// The first year after the base year: baseline and scenario, each from the base year's solution.
template <int W>
void solve_year(benchmark::State& state, const Economy& economy) {
  const Model& model = *economy.model;
  const auto parameters = parameters_of<W>(economy);
  const Behaviour<W> behaviour = behaviour_of<W>(model.base(), parameters.data());
  PathSetup<W> setup{.economy = model.economy(),
                     .sizes = model.sizes(),
                     .behaviour = behaviour,
                     .layout = model.layout(),
                     .people = people_parameters<W>(parameters.data()),
                     .baseline_chord = &model.chord(WageRule::structural_unemployment, false),
                     .scenario_chord = &model.chord(wage_rule(economy.scenario.closures), false)};
  if (model.economy().technology)
    setup.technology = technology_parameters<W>(ids_of(model.base().dimensions.practices), parameters.data());
  const auto policy = policy_path<W>(model.base(), economy.scenario, economy.catalogue, economy.draws.data());
  const int year = model.base().dimensions.base_year + 1;
  const State<W> first = first_state(setup);
  State<W> baseline = first, scenario = first;
  const std::vector<Lanes<W>> start = first_solution<W>(model.sizes(), model.world_price());
  const YearWorkspace<W> fresh(setup);
  YearWorkspace<W> work = fresh;
  std::vector<Lanes<W>> y = start, z = start;
  for (auto _ : state) {
    state.PauseTiming();
    work = fresh;  // nothing learnt from the iteration before
    y = start;
    state.ResumeTiming();
    advance_baseline(setup, year, first, first, baseline, start, y, work);
    z = y;
    advance_scenario(setup, economy.scenario.closures, policy[1], year, first, first, baseline, first, scenario, y, z,
                     work);
  }
  state.SetItemsProcessed(state.iterations() * 2 * W);
  double sweeps = 0.0;
  for (int k = 0; k < W; ++k)
    sweeps += baseline[Field::solver_iterations][0].lane(k) + scenario[Field::solver_iterations][0].lane(k);
  state.counters["sweeps a year"] = sweeps / (2 * W);
}
template <int W>
void real_year(benchmark::State& state) {
  solve_year<W>(state, real());
}
template <int W>
void peopled_year(benchmark::State& state) {
  solve_year<W>(state, peopled());
}

/// As many exp, log, expm1 and log1p as a sweep of the baseline takes, of arguments of the same size.
template <int W>
void powers_alone(benchmark::State& state) {
  const Sizes& s = real().model->sizes();
  const int people = s.regions * s.educations;
  const std::vector<Lanes<W>> near_zero(static_cast<std::size_t>(8 * s.cells + people + 1), Lanes<W>(0.01));
  std::vector<Lanes<W>> x = near_zero;
  for (auto _ : state) {
    std::copy(near_zero.begin(), near_zero.end(), x.begin());
    expm1_each(x.data(), 8 * s.cells + people + 1);
    benchmark::DoNotOptimize(x.data());
    log1p_each(x.data(), 7 * s.cells);
    benchmark::DoNotOptimize(x.data());
    exp_each(x.data(), 5 * s.cells + 2 * people);
    benchmark::DoNotOptimize(x.data());
    log_each(x.data(), 2 * s.cells + people + s.regions);
    benchmark::DoNotOptimize(x.data());
  }
  state.SetItemsProcessed(state.iterations() * W);
  const int powers = test::powers_of_sweep(s, WageRule::structural_unemployment);
  if (powers != 22 * s.cells + 4 * people + s.regions + 1)
    state.SkipWithError("a sweep takes another number of powers");
  state.counters["powers a sweep"] = powers;
}

template <int W>
void inverse_alone(benchmark::State& state) {
  const Model& model = *real().model;
  const InverseJacobian& chord = model.chord(WageRule::structural_unemployment, false);
  const std::vector<Lanes<W>> residual(static_cast<std::size_t>(Unknowns(model.sizes()).count), Lanes<W>(0.01));
  std::vector<Lanes<W>> step = residual;
  std::vector<float> scratch;
  for (auto _ : state) {
    chord.newton_step(residual.data(), step.data(), scratch);
    benchmark::DoNotOptimize(step.data());
  }
  state.SetItemsProcessed(state.iterations() * W);
}

}  // namespace

BENCHMARK_TEMPLATE(real_year, 1)->Name("year/7x21x6/W1")->Unit(benchmark::kMicrosecond);
BENCHMARK_TEMPLATE(real_year, 4)->Name("year/7x21x6/W4")->Unit(benchmark::kMicrosecond);
BENCHMARK_TEMPLATE(real_year, 8)->Name("year/7x21x6/W8")->Unit(benchmark::kMicrosecond);
BENCHMARK_TEMPLATE(peopled_year, 1)->Name("year/7x21x6/people/W1")->Unit(benchmark::kMicrosecond);
BENCHMARK_TEMPLATE(peopled_year, 4)->Name("year/7x21x6/people/W4")->Unit(benchmark::kMicrosecond);
BENCHMARK_TEMPLATE(peopled_year, 8)->Name("year/7x21x6/people/W8")->Unit(benchmark::kMicrosecond);
BENCHMARK_TEMPLATE(powers_alone, 1)->Name("bound/powers/7x21x6/W1")->Unit(benchmark::kMicrosecond);
BENCHMARK_TEMPLATE(powers_alone, 4)->Name("bound/powers/7x21x6/W4")->Unit(benchmark::kMicrosecond);
BENCHMARK_TEMPLATE(powers_alone, 8)->Name("bound/powers/7x21x6/W8")->Unit(benchmark::kMicrosecond);
BENCHMARK_TEMPLATE(inverse_alone, 1)->Name("bound/inverse/7x21x6/W1")->Unit(benchmark::kMicrosecond);
BENCHMARK_TEMPLATE(inverse_alone, 4)->Name("bound/inverse/7x21x6/W4")->Unit(benchmark::kMicrosecond);
BENCHMARK_TEMPLATE(inverse_alone, 8)->Name("bound/inverse/7x21x6/W8")->Unit(benchmark::kMicrosecond);

}  // namespace drivkraft::bench
