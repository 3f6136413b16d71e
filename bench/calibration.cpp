// From tables to an economy ready to run.
#include <benchmark/benchmark.h>

#include "calibration/calibrate.h"
#include "economies.h"
#include "support/real_economy.h"
#include "support/synthetic_economy.h"

namespace drivkraft::bench {

namespace {

void accounts(benchmark::State& state, const BaseTables& tables, const Parameters& central) {
  for (auto _ : state) {
    const BaseYear base = calibrate(tables, central, central[Parameter::productivity_growth]);
    benchmark::DoNotOptimize(base.output.data());
  }
}
void real_accounts(benchmark::State& state) {
  accounts(state, test::real_economy().tables, test::real_economy().draw.equations);
}
void large_accounts(benchmark::State& state) {
  static const BaseTables tables = test::synthetic_tables(98, 69, 6, 2018U);
  accounts(state, tables, test::synthetic_parameters());
}

/// Accounts, rates of people and technology, and the trend.
void whole_economy(benchmark::State& state) {
  const test::RealEconomy& read = test::real_economy();
  for (auto _ : state) {
    const drivkraft::Economy economy = build_economy(read.tables, read.people, read.draw.equations);
    benchmark::DoNotOptimize(economy.accounts.output.data());
  }
}

/// The inverse Jacobian that all baselines share.
void shared_inverse(benchmark::State& state) {
  for (auto _ : state) {
    state.PauseTiming();
    const Model model(peopled().model->economy(), test::real_economy().draw.equations);
    state.ResumeTiming();
    benchmark::DoNotOptimize(&model.chord(WageRule::structural_unemployment, false));
  }
}

}  // namespace

BENCHMARK(real_accounts)->Name("calibration/accounts/7x21x6")->Unit(benchmark::kMillisecond);
BENCHMARK(large_accounts)->Name("calibration/accounts/98x69x6")->Unit(benchmark::kMillisecond);
BENCHMARK(whole_economy)->Name("calibration/economy/7x21x6")->Unit(benchmark::kMillisecond);
BENCHMARK(shared_inverse)->Name("calibration/inverse/7x21x6")->Unit(benchmark::kMillisecond);

}  // namespace drivkraft::bench
