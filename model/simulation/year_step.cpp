#include "simulation/year_step.h"

#include <algorithm>

#include "base/math.h"
#include "blocks/capital.h"
#include "blocks/labour_supply.h"
#include "equilibrium/approach.h"
#include "equilibrium/equations.h"

namespace drivkraft {

namespace {

template <int W>
void fill(State<W>& state, Field field, double value) {
  for (Lanes<W>& cell : state.all(field)) cell = Lanes<W>(value);
}

template <int W>
void copy(const State<W>& from, Field field, State<W>& to) {
  std::copy(from.all(field).begin(), from.all(field).end(), to.all(field).begin());
}

/// Levers that are not pulled.
template <int W>
void set_neutral_policy(State<W>& state) {
  for (const Field one : {Field::technology, Field::export_shifter, Field::variety_index, Field::resource_efficiency,
                          Field::trade_access, Field::commuting_access}) {
    fill(state, one, 1.0);
  }
  for (const Field zero : {Field::wage_subsidy_rate, Field::policy_investment, Field::policy_demand,
                           Field::public_purchases, Field::labour_force_added}) {
    fill(state, zero, 0.0);
  }
}

/// Persons whom policy brings into the labour force come from those outside it, who lose their benefit.
template <int W>
void add_participants(const BaseYear& base, const PolicyEffects<W>& policy, State<W>& this_year) {
  const int regions = base.dimensions.region_count(), educations = base.dimensions.education_count();
  for (int r = 0; r < regions; ++r) {
    for (int e = 0; e < educations; ++e) {
      const int k = r * educations + e;
      const Lanes<W> added = policy.labour_force_added[static_cast<std::size_t>(k)];
      this_year[Field::labour_force_added][k] = added;
      this_year[Field::labour_force][k] += added;
      this_year[Field::outside_labour_force][r] -= added;
    }
  }
}

/// What levers move: A = A_b exp(rise) (TE-1), purchases (PO-2), labour force (PE-1).
template <int W>
void apply_policy(const BaseYear& base, const Closures& closures, const PolicyEffects<W>& policy, State<W>& this_year) {
  for (std::size_t cell = 0; cell < policy.public_purchases.size(); ++cell) {
    if (!closures.hold.technology) this_year[Field::technology][cell] *= exp(policy.log_technology[cell]);
    this_year[Field::public_purchases][cell] = policy.public_purchases[cell];
    this_year[Field::policy_demand][cell] = policy.public_purchases[cell];
  }
  if (!closures.hold.labour_force) add_participants(base, policy, this_year);
}

}  // namespace

WageRule wage_rule(const Closures& closures) {
  if (closures.hold.wages) return WageRule::held;
  switch (closures.wages) {
    case WageClosure::curve: return WageRule::curve;
    case WageClosure::fixed_real: return WageRule::fixed_real;
    case WageClosure::flexible: return WageRule::flexible;
  }
  return WageRule::curve;
}

template <int W>
std::vector<Lanes<W>> first_solution(const Sizes& sizes, double world_price) {
  const Unknowns at(sizes);
  std::vector<Lanes<W>> y(static_cast<std::size_t>(at.count), Lanes<W>(log(world_price)));
  std::fill(y.begin() + at.outputs, y.begin() + at.prices, Lanes<W>(0.0));
  return y;
}

template <int W>
State<W> first_state(const BaseYear& base, const Sizes& sizes, const Behaviour<W>& behaviour, const StateLayout& layout,
                     double world_price) {
  State<W> state(layout);
  set_neutral_policy(state);
  advance_trend(base, Trend{}, 0, state);
  people_standing_still(base, 1.0, state);
  advance_structural_unemployment(base, behaviour.structural_glide_years, 0, state);
  advance_education_demand(base, behaviour.skill_demand, state);
  for (std::size_t cell = 0; cell < base.capital.cells(); ++cell) {
    state[Field::capital][cell] = Lanes<W>(base.capital.data()[cell]);
    state[Field::exports][cell] = Lanes<W>(base.exports.data()[cell]);
  }
  const State<W> before = state;
  const Year<W> year{.base = base,
                     .sizes = sizes,
                     .behaviour = behaviour,
                     .world_price = world_price,
                     .year = base.dimensions.base_year,
                     .last = before,
                     .now = state};
  Workspace<W> work(sizes);
  const std::vector<Lanes<W>> y = first_solution<W>(sizes, world_price);
  prepare_year(year, work);
  sweep(year, y.data(), work, work.residual.data());
  write_solution(year, y.data(), work);
  return state;
}

template <int W>
void advance_baseline(const PathSetup<W>& setup, int year, const State<W>& last_year, State<W>& this_year,
                      const std::vector<Lanes<W>>& guess, std::vector<Lanes<W>>& y, Workspace<W>& work) {
  const BaseYear& base = setup.base;
  const int years = year - base.dimensions.base_year;
  set_neutral_policy(this_year);
  advance_trend(base, setup.trend, years, this_year);                                               // 4.0
  people_standing_still(base, setup.trend.people(years), this_year);                                // 4.4
  advance_structural_unemployment(base, setup.behaviour.structural_glide_years, years, this_year);  // 1
  advance_education_demand(base, setup.behaviour.skill_demand, this_year);                          // 3
  advance_capital(base, last_year, this_year);                                                      // 4.1
  const Year<W> to_solve{.base = base,
                         .sizes = setup.sizes,
                         .behaviour = setup.behaviour,
                         .world_price = setup.world_price,
                         .trend = Lanes<W>(setup.trend.gamma(years)),
                         .year = year,
                         .last = last_year,
                         .now = this_year};
  find_equilibrium(to_solve, *setup.baseline_chord, setup.limits, guess, y, work);  // 3
}

template <int W>
void advance_scenario(const PathSetup<W>& setup, const Closures& closures, const PolicyEffects<W>& policy, int year,
                      const State<W>& baseline_last, const State<W>& baseline, const State<W>& last_year,
                      State<W>& this_year, const std::vector<Lanes<W>>& guess, std::vector<Lanes<W>>& y,
                      Workspace<W>& work) {
  const BaseYear& base = setup.base;
  for (const Field shared :
       {Field::labour_efficiency, Field::world_demand, Field::other_final_use, Field::structural_unemployment_rate,
        Field::education_wage_share, Field::employment_at_base_prices, Field::labour_force, Field::people,
        Field::adults, Field::pensioners, Field::outside_labour_force, Field::technology}) {
    copy(baseline, shared, this_year);
  }
  for (const Field neutral :
       {Field::export_shifter, Field::variety_index, Field::resource_efficiency, Field::wage_subsidy_rate,
        Field::trade_access, Field::commuting_access, Field::policy_investment}) {
    copy(baseline, neutral, this_year);
  }
  copy(baseline, Field::public_consumption, this_year);  // as planned: the year's financing may cut it
  apply_policy(base, closures, policy, this_year);       // 5
  if (closures.hold.capital)
    copy(baseline, Field::capital, this_year);
  else
    advance_capital(base, last_year, this_year);  // 4.1
  const int years = year - base.dimensions.base_year;
  const Year<W> to_solve{.base = base,
                         .sizes = setup.sizes,
                         .behaviour = setup.behaviour,
                         .wages = wage_rule(closures),
                         .mobile_capital = closures.capital == CapitalClosure::mobile && !closures.hold.capital,
                         .financing = closures.financing,
                         .hold = closures.hold,
                         .world_price = setup.world_price,
                         .trend = Lanes<W>(setup.trend.gamma(years)),
                         .year = year,
                         .last = last_year,
                         .baseline = &baseline,
                         .baseline_last = &baseline_last,
                         .now = this_year};
  find_equilibrium(to_solve, *setup.scenario_chord, setup.limits, guess, y, work);  // 3
}

#define DRIVKRAFT_INSTANTIATE(W)                                                                                    \
  template std::vector<Lanes<W>> first_solution<W>(const Sizes&, double);                                           \
  template State<W> first_state<W>(const BaseYear&, const Sizes&, const Behaviour<W>&, const StateLayout&, double); \
  template void advance_baseline<W>(const PathSetup<W>&, int, const State<W>&, State<W>&,                           \
                                    const std::vector<Lanes<W>>&, std::vector<Lanes<W>>&, Workspace<W>&);           \
  template void advance_scenario<W>(const PathSetup<W>&, const Closures&, const PolicyEffects<W>&, int,             \
                                    const State<W>&, const State<W>&, const State<W>&, State<W>&,                   \
                                    const std::vector<Lanes<W>>&, std::vector<Lanes<W>>&, Workspace<W>&);
DRIVKRAFT_INSTANTIATE(1)
DRIVKRAFT_INSTANTIATE(4)
DRIVKRAFT_INSTANTIATE(8)
#undef DRIVKRAFT_INSTANTIATE

}  // namespace drivkraft
