// People alone, 22 years without the economy around them: a draw's baseline, and a scenario beside it in which wages,
// prices and unemployment differ everywhere.
#include <benchmark/benchmark.h>

#include "blocks/demography.h"
#include "blocks/migration.h"
#include "blocks/participation.h"
#include "support/real_economy.h"

namespace drivkraft::bench {

namespace {

constexpr int years = 22;

/// The people of W paths, two years at a time as in a run.
template <int W>
struct Paths {
  Paths() : first(test::peopled_model().layout()), last(first), now(first), work(people()) {
    std::vector<Parameters> draws(W, test::real_economy().draw.equations);
    for (std::size_t k = 0; k < W; ++k) draws[k][Parameter::pension_passthrough] = 0.35 + 0.05 * static_cast<double>(k);
    parameters = people_parameters<W>(draws.data());
    for (Lanes<W>& cell : first.all(Field::wage_index)) cell = Lanes<W>(1.0);
    for (Lanes<W>& cell : first.all(Field::consumer_price_index)) cell = Lanes<W>(1.0);
    for (Lanes<W>& cell : first.all(Field::unemployment_rate)) cell = Lanes<W>(0.04);
    set_participation(people(), parameters.pension_passthrough, 0, first);
    first_people(people(), first);
    count_people(people(), first);
    last = now = first;
  }
  static const BasePeople& people() { return *test::peopled_model().economy().people; }

  State<W> first, last, now;
  PeopleParameters<W> parameters;
  PeopleWorkspace<W> work;
};

template <int W>
void report(benchmark::State& state, const State<W>& last) {
  state.SetItemsProcessed(state.iterations() * W);
  for (int lane = 0; lane < W; ++lane) {
    if (!(last[Field::residual_people][0].lane(lane) < 1e-6)) state.SkipWithError("people appear or disappear");
  }
}

template <int W>
void baseline_people(benchmark::State& state) {
  Paths<W> paths;
  const BasePeople& people = Paths<W>::people();
  for (auto _ : state) {
    for (int year = 1; year <= years; ++year) {
      set_participation(people, paths.parameters.pension_passthrough, year, paths.now);
      advance_people(people, {}, year, year == 1 ? paths.first : paths.last, paths.now, paths.work);
      count_people(people, paths.now);
      std::swap(paths.last, paths.now);
    }
  }
  report(state, paths.last);
}

template <int W>
void scenario_people(benchmark::State& state) {
  const Paths<W> baseline;
  Paths<W> paths;
  const BaseYear& base = test::peopled_model().base();
  const BasePeople& people = Paths<W>::people();
  for (State<W>* market : {&paths.first, &paths.last, &paths.now}) {
    for (std::size_t k = 0; k < market->all(Field::wage_index).size(); ++k) {
      const auto step = static_cast<double>(k % 5);
      (*market)[Field::wage_index][k] += Lanes<W>(0.002 * step);
      (*market)[Field::unemployment_rate][k] -= Lanes<W>(0.0005 * step);
    }
  }
  for (auto _ : state) {
    for (int year = 1; year <= years; ++year) {
      const State<W>& last = year == 1 ? paths.first : paths.last;
      set_discouraged_participation(people, paths.parameters.discouraged_worker, baseline.last, last, baseline.now,
                                    paths.now);
      set_pull(base, paths.parameters, baseline.last, last, paths.work.pull);
      advance_people(people, {.pull = paths.work.pull.data()}, year, last, paths.now, paths.work);
      count_people(people, paths.now);
      std::swap(paths.last, paths.now);
    }
  }
  report(state, paths.last);
}

}  // namespace

BENCHMARK_TEMPLATE(baseline_people, 1)->Name("people/baseline/W1")->Unit(benchmark::kMillisecond);
BENCHMARK_TEMPLATE(baseline_people, 4)->Name("people/baseline/W4")->Unit(benchmark::kMillisecond);
BENCHMARK_TEMPLATE(baseline_people, 8)->Name("people/baseline/W8")->Unit(benchmark::kMillisecond);
BENCHMARK_TEMPLATE(scenario_people, 1)->Name("people/scenario/W1")->Unit(benchmark::kMillisecond);
BENCHMARK_TEMPLATE(scenario_people, 4)->Name("people/scenario/W4")->Unit(benchmark::kMillisecond);
BENCHMARK_TEMPLATE(scenario_people, 8)->Name("people/scenario/W8")->Unit(benchmark::kMillisecond);

}  // namespace drivkraft::bench
