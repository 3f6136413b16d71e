#pragma once

#include <vector>

#include "blocks/demography.h"
#include "blocks/migration.h"
#include "blocks/technology.h"
#include "economy/policy_effects.h"
#include "economy/scenario.h"
#include "equilibrium/solver.h"
#include "simulation/economy.h"

namespace drivkraft {

/// The condition that decides a scenario's wages.
[[nodiscard]] WageRule wage_rule(const Closures& closures);

/// The economy and the parameters of W paths.
template <int W>
struct PathSetup {
  const Economy& economy;
  const Sizes& sizes;
  const Behaviour<W>& behaviour;
  const StateLayout& layout;
  double world_price = 1.0;
  PeopleParameters<W> people = {};
  TechnologyParameters<W> technology = {};
  Lanes<W> firm_variety = Lanes<W>(0.0);  // kappa
  SolverLimits limits = {};
  const InverseJacobian* baseline_chord = nullptr;
  const InverseJacobian* scenario_chord = nullptr;
};

/// Arrays that a year needs, allocated once.
template <int W>
struct YearWorkspace {
  explicit YearWorkspace(const PathSetup<W>& setup);
  Workspace<W> equilibrium;
  std::optional<PeopleWorkspace<W>> people;
};

/// The base year's unknowns: volumes at their base, every wage, rental rate and price at the world's price level.
template <int W>
[[nodiscard]] std::vector<Lanes<W>> first_solution(const Sizes& sizes, double world_price);

/// The base year as a state: data, every index at the world's price level (one), the accounts as the equations give
/// them. Whatever is counted in money stands at its base-year amount times that level.
template <int W>
[[nodiscard]] State<W> first_state(const PathSetup<W>& setup);

/// One year of the baseline: the table of contents of the model. `first`: the base year's state.
template <int W>
void advance_baseline(const PathSetup<W>& setup, int year, const State<W>& first, const State<W>& last_year,
                      State<W>& this_year, const std::vector<Lanes<W>>& guess, std::vector<Lanes<W>>& y,
                      YearWorkspace<W>& work);

/// One year of a scenario beside its baseline.
template <int W>
void advance_scenario(const PathSetup<W>& setup, const Closures& closures, const PolicyEffects<W>& policy, int year,
                      const State<W>& first, const State<W>& baseline_last, const State<W>& baseline,
                      const State<W>& last_year, State<W>& this_year, const std::vector<Lanes<W>>& guess,
                      std::vector<Lanes<W>>& y, YearWorkspace<W>& work);

}  // namespace drivkraft
