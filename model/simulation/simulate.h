#pragma once

#include <functional>
#include <span>
#include <vector>

#include "economy/observer.h"
#include "economy/policy_effects.h"
#include "simulation/model.h"

namespace drivkraft {

/// Is shown each year of W paths: of the baseline, then of the scenario in the same year.
template <int W>
using LaneObserver = std::function<void(PathKind, int year, const State<W>&)>;

/// A baseline at one draw, kept so that scenarios can be run beside it without solving it again. By year from the base
/// year; solutions from the year after.
struct KnownBaseline {
  std::vector<State<1>> states;
  std::vector<std::vector<Lanes<1>>> solutions;
};
[[nodiscard]] KnownBaseline known_baseline(const Model& model, const Draw& draw, int last_year);

/// What a pair of paths is run for. `policy`: by year from the base year to last_year.
template <int W>
struct PairOfPaths {
  const Draw* draws = nullptr;  // W of them
  Closures closures;
  const std::vector<PolicyEffects<W>>* policy = nullptr;  // null: the scenario is the baseline
  int last_year = 0;
  const KnownBaseline* baseline = nullptr;  // at the draw of every lane; null: each lane's is solved
  KnownBaseline* keep = nullptr;            // where a single lane's baseline is kept
};

/// Runs W baselines and W scenarios side by side, from the base year to `last_year`. Memory does not grow with the
/// years. Throws ConvergenceError.
template <int W>
void simulate(const Model& model, const PairOfPaths<W>& pair, const LaneObserver<W>& observe);

/// One scenario against its baseline, at one draw.
void simulate(const Model& model, const Draw& draw, const Scenario& scenario, const LeverCatalogue& catalogue,
              YearObserver& observer);

/// Several scenarios, each against the baseline at one draw, four side by side; observers[k] is shown what scenarios[k]
/// alone would show it, bit for bit. All have the years and the closures of the first.
void simulate_each(const Model& model, const Draw& draw, std::span<const Scenario> scenarios,
                   const LeverCatalogue& catalogue, std::span<YearObserver* const> observers);

}  // namespace drivkraft
