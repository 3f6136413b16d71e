// One sweep of the year's equations, W paths side by side: by lanes, by size, and over full matrices beside it.
#include <benchmark/benchmark.h>

#include <cstdint>

#include "economies.h"
#include "support/dense_sweep.h"
#include "support/sweep_cost.h"
#include "support/year_to_sweep.h"

namespace drivkraft::bench {

namespace {

void count_paths(benchmark::State& state, int paths) {
  state.SetItemsProcessed(state.iterations() * paths);
}

template <int W>
void sweep_economy(benchmark::State& state, const Economy& economy, WageRule wages) {
  test::YearToSweep<W> given(*economy.model, parameters_of<W>(economy), wages);
  for (auto _ : state) {
    sweep(given.year, given.y.data(), given.work, given.work.residual.data());
    benchmark::DoNotOptimize(given.work.residual.data());
  }
  count_paths(state, W);
  state.counters["powers a sweep"] = test::powers_of_sweep(economy.model->sizes(), wages);
}

template <int W>
void real_baseline(benchmark::State& state) {
  sweep_economy<W>(state, real(), WageRule::structural_unemployment);
}
template <int W>
void real_scenario(benchmark::State& state) {
  sweep_economy<W>(state, real(), WageRule::curve);
}
template <int W>
void large_baseline(benchmark::State& state) {
  sweep_economy<W>(state, large(), WageRule::structural_unemployment);
}

template <int W>
void sweep_densely(benchmark::State& state, const Economy& economy) {
  const test::DenseSweep dense{economy.model->base()};
  test::YearToSweep<W> given(*economy.model, parameters_of<W>(economy), WageRule::structural_unemployment);
  for (auto _ : state) {
    dense(given.year, given.y.data(), given.work, given.work.residual.data());
    benchmark::DoNotOptimize(given.work.residual.data());
  }
  count_paths(state, W);
}
template <int W>
void real_dense(benchmark::State& state) {
  sweep_densely<W>(state, real());
}

/// Needs 1.5 GB for its matrices.
void large_dense(benchmark::State& state) {
  sweep_densely<4>(state, large());
}

/// R and S from the arguments. The time is fitted to the law: the sums' products, and the powers counted as so many.
void sweep_of_size(benchmark::State& state) {
  constexpr double products_a_power = 8.0;  // four numbers at a time: a power is about 8 ns, a product 1 ns
  const Economy economy = made_up(static_cast<int>(state.range(0)), static_cast<int>(state.range(1)), 6);
  sweep_economy<4>(state, economy, WageRule::structural_unemployment);
  const Sizes& sizes = economy.model->sizes();
  const double cost =
      test::law_of_sweep(sizes) + products_a_power * test::powers_of_sweep(sizes, WageRule::structural_unemployment);
  state.SetComplexityN(static_cast<std::int64_t>(cost));
  state.counters["law"] = test::law_of_sweep(sizes);
  state.counters["time over cost"] = benchmark::Counter(cost * static_cast<double>(state.iterations()),
                                                        benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

}  // namespace

BENCHMARK_TEMPLATE(real_baseline, 1)->Name("sweep/7x21x6/W1")->Unit(benchmark::kMicrosecond);
BENCHMARK_TEMPLATE(real_baseline, 4)->Name("sweep/7x21x6/W4")->Unit(benchmark::kMicrosecond);
BENCHMARK_TEMPLATE(real_baseline, 8)->Name("sweep/7x21x6/W8")->Unit(benchmark::kMicrosecond);
BENCHMARK_TEMPLATE(real_scenario, 1)->Name("sweep/7x21x6/curve/W1")->Unit(benchmark::kMicrosecond);
BENCHMARK_TEMPLATE(real_scenario, 4)->Name("sweep/7x21x6/curve/W4")->Unit(benchmark::kMicrosecond);
BENCHMARK_TEMPLATE(real_scenario, 8)->Name("sweep/7x21x6/curve/W8")->Unit(benchmark::kMicrosecond);
BENCHMARK_TEMPLATE(large_baseline, 1)->Name("sweep/98x69x6/W1")->Unit(benchmark::kMicrosecond);
BENCHMARK_TEMPLATE(large_baseline, 4)->Name("sweep/98x69x6/W4")->Unit(benchmark::kMicrosecond);
BENCHMARK_TEMPLATE(large_baseline, 8)->Name("sweep/98x69x6/W8")->Unit(benchmark::kMicrosecond);
BENCHMARK_TEMPLATE(real_dense, 1)->Name("sweep/7x21x6/dense/W1")->Unit(benchmark::kMicrosecond);
BENCHMARK_TEMPLATE(real_dense, 4)->Name("sweep/7x21x6/dense/W4")->Unit(benchmark::kMicrosecond);
BENCHMARK(large_dense)->Name("sweep/98x69x6/dense/W4")->Unit(benchmark::kMicrosecond)->Iterations(3);
BENCHMARK(sweep_of_size)
    ->Name("sweep/size/W4")
    ->ArgNames({"R", "S"})
    ->ArgsProduct({{8, 24, 72}, {8, 24, 72}})
    ->Complexity(benchmark::oN)
    ->Unit(benchmark::kMicrosecond);

}  // namespace drivkraft::bench
