#include "simulation/year_step.h"

#include <algorithm>
#include <array>

#include "base/errors.h"
#include "base/math.h"
#include "blocks/capital.h"
#include "blocks/environment.h"
#include "blocks/firms.h"
#include "blocks/labour_supply.h"
#include "blocks/participation.h"
#include "economy/people_flows.h"
#include "equilibrium/approach.h"
#include "equilibrium/equations.h"
#include "simulation/policy_drivers.h"

namespace drivkraft {

namespace {

template <int W>
void copy(const State<W>& from, Field field, State<W>& to) {
  std::copy(from.all(field).begin(), from.all(field).end(), to.all(field).begin());
}

/// The labour-force account closes on this year's labour force; what policy added or lost stands apart. (PE-8)
template <int W>
void close_labour_account(const BasePeople& people, const State<W>& last_year, State<W>& this_year) {
  const std::size_t flows = flow_names.size();
  for (std::size_t k = 0; k < static_cast<std::size_t>(people.regions * people.educations); ++k) {
    Lanes<W>* account = this_year[Field::labour_force_account] + k * flows;
    account[static_cast<std::size_t>(Flow::opening)] = last_year[Field::labour_force][k];
    account[static_cast<std::size_t>(Flow::policy)] +=
        this_year[Field::labour_force_added][k] - last_year[Field::labour_force_added][k];
    account[static_cast<std::size_t>(Flow::closing)] = this_year[Field::labour_force][k];
  }
}

constexpr std::array people_fields{Field::population,
                                   Field::participation_rate,
                                   Field::births,
                                   Field::deaths,
                                   Field::net_internal_migration,
                                   Field::net_foreign_migration,
                                   Field::skills_account,
                                   Field::labour_force_account,
                                   Field::residual_people,
                                   Field::labour_force,
                                   Field::people,
                                   Field::adults,
                                   Field::pensioners,
                                   Field::people_15_64,
                                   Field::labour_force_under_65,
                                   Field::need,
                                   Field::outside_labour_force};

/// People of a scenario: the baseline's, or moved by last year's wages and unemployment and by policy.   (PE-2 to PE-8)
template <int W>
void advance_scenario_people(const PathSetup<W>& setup, const Closures& closures, const PolicyEffects<W>& policy,
                             int years, const State<W>& baseline_last, const State<W>& baseline,
                             const State<W>& last_year, State<W>& this_year, YearWorkspace<W>& work) {
  const Economy& economy = setup.economy;
  if (!economy.people || closures.hold.labour_force) {
    for (const Field field : people_fields) copy(baseline, field, this_year);
    return;
  }
  if (closures.hold.participation)
    copy(baseline, Field::participation_rate, this_year);
  else
    set_discouraged_participation(*economy.people, setup.people.discouraged_worker, baseline_last, last_year, baseline,
                                  this_year);
  PeopleMoves<W> moves{.policy = policy.people.empty() ? nullptr : &policy.people};
  if (closures.migration == MigrationClosure::logit && !closures.hold.migration) {
    set_pull(economy.accounts, setup.people, baseline_last, last_year, work.people->pull);
    moves.pull = work.people->pull.data();
  }
  advance_people(*economy.people, moves, years, last_year, this_year, *work.people);
  count_people(*economy.people, this_year);
}

template <int W>
void advance_scenario_technology(const PathSetup<W>& setup, const Closures& closures, const PolicyEffects<W>& policy,
                                 const State<W>& baseline_last, const State<W>& baseline, const State<W>& last_year,
                                 State<W>& this_year) {
  copy(baseline, Field::education_wage_share, this_year);
  copy(baseline, Field::employment_at_base_prices, this_year);
  if (!setup.economy.technology || closures.hold.adoption) {
    copy(baseline, Field::adoption, this_year);
  } else {
    advance_adoption(setup.technology, policy.adoption, last_year, this_year);
    const int automation = setup.technology.automation;
    if (!policy.adoption.empty() && automation >= 0) {
      displace_basic_labour(setup.economy.accounts, automation, setup.technology.basic_displacement, baseline,
                            this_year);
    }
  }
  if (!policy.hires.empty()) add_hires(setup.economy.accounts, policy.hires, this_year);
  if (closures.hold.technology)
    copy(baseline, Field::technology, this_year);
  else
    advance_technology(setup.technology, policy.log_technology, baseline_last, baseline, last_year, this_year);
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
YearWorkspace<W>::YearWorkspace(const PathSetup<W>& setup) : equilibrium(setup.sizes) {
  if (setup.economy.people) people.emplace(*setup.economy.people);
}

template <int W>
std::vector<Lanes<W>> first_solution(const Sizes& sizes, double world_price) {
  const Unknowns at(sizes);
  std::vector<Lanes<W>> y(static_cast<std::size_t>(at.count), Lanes<W>(log(world_price)));
  std::fill(y.begin() + at.outputs, y.begin() + at.prices, Lanes<W>(0.0));
  return y;
}

template <int W>
State<W> first_state(const PathSetup<W>& setup) {
  const BaseYear& base = setup.economy.accounts;
  State<W> state(setup.layout);
  set_neutral_policy(state);
  state[Field::trend][0] = Lanes<W>(1.0);
  advance_trend(base, 1.0, Lanes<W>(1.0), 0, state);
  people_standing_still(base, 1.0, state);
  if (setup.economy.people) {
    set_participation(*setup.economy.people, setup.people.pension_passthrough, 0, state);
    first_people(*setup.economy.people, state);
    count_people(*setup.economy.people, state);
    close_labour_account(*setup.economy.people, state, state);
  }
  if (setup.economy.technology) {
    const auto adoption = setup.economy.technology->adoption.values();
    for (std::size_t k = 0; k < adoption.size(); ++k) state[Field::adoption][k] = Lanes<W>(adoption[k]);
  }
  for (std::size_t k = 0; k < base.firms.cells(); ++k) state[Field::firms][k] = Lanes<W>(base.firms.data()[k]);
  advance_structural_unemployment(base, setup.behaviour.structural_glide_years, 0, state);
  advance_education_demand(base, setup.behaviour.skill_demand, state);
  for (std::size_t cell = 0; cell < base.capital.cells(); ++cell) {
    state[Field::capital][cell] = Lanes<W>(base.capital.data()[cell]);
    state[Field::exports][cell] = Lanes<W>(base.exports.data()[cell]);
  }
  const State<W> before = state;
  const Year<W> year{.base = base,
                     .sizes = setup.sizes,
                     .behaviour = setup.behaviour,
                     .world_price = setup.world_price,
                     .year = base.dimensions.base_year,
                     .last = before,
                     .now = state};
  Workspace<W> work(setup.sizes);
  const std::vector<Lanes<W>> y = first_solution<W>(setup.sizes, setup.world_price);
  prepare_year(year, work);
  sweep(year, y.data(), work, work.residual.data());
  write_solution(year, y.data(), work);
  if (setup.economy.technology) set_catch_up(base, *setup.economy.technology, setup.technology, state);
  set_emissions(base, {}, state);
  set_green_turnover(base, state, state);
  return state;
}

template <int W>
void advance_baseline(const PathSetup<W>& setup, int year, const State<W>& first, const State<W>& last_year,
                      State<W>& this_year, const std::vector<Lanes<W>>& guess, std::vector<Lanes<W>>& y,
                      YearWorkspace<W>& work) {
  const Economy& economy = setup.economy;
  const BaseYear& base = economy.accounts;
  const int years = year - base.dimensions.base_year;
  const double efficiency = economy.trend.efficiency(years);
  Lanes<W> gamma(economy.trend.gamma(years));
  set_neutral_policy(this_year);
  if (economy.people) {  // 4.4
    set_participation(*economy.people, setup.people.pension_passthrough, years, this_year);
    advance_people(*economy.people, {}, years, last_year, this_year, *work.people);
    count_people(*economy.people, this_year);
    close_labour_account(*economy.people, last_year, this_year);
    gamma = trend_index(base, economy.technology->mean_wage, efficiency, this_year);
  } else {
    people_standing_still(base, economy.trend.people(years), this_year);
  }
  advance_trend(base, efficiency, gamma, years, this_year);  // 4.0
  this_year[Field::trend][0] = gamma;
  advance_firms(last_year, this_year);  // 4.5
  if (economy.people) spread_public_consumption(base, first, this_year);
  advance_structural_unemployment(base, setup.behaviour.structural_glide_years, years, this_year);  // 1
  if (economy.technology) {                                                                         // 4.2, 4.3
    advance_adoption(setup.technology, {}, last_year, this_year);
    set_drift(*economy.technology, setup.technology, years, this_year);
  }
  advance_education_demand(base, setup.behaviour.skill_demand, this_year);  // 3
  advance_capital(base, last_year, this_year);                              // 4.1
  const Year<W> to_solve{.base = base,
                         .sizes = setup.sizes,
                         .behaviour = setup.behaviour,
                         .world_price = setup.world_price,
                         .trend = gamma,
                         .year = year,
                         .last = last_year,
                         .now = this_year};
  find_equilibrium(to_solve, *setup.baseline_chord, setup.limits, guess, y, work.equilibrium);  // 3
  if (economy.technology) set_catch_up(base, *economy.technology, setup.technology, this_year);
  set_emissions(base, {}, this_year);
  set_green_turnover(base, first, this_year);
}

template <int W>
void advance_scenario(const PathSetup<W>& setup, const Closures& closures, const PolicyEffects<W>& policy, int year,
                      const State<W>& first, const State<W>& baseline_last, const State<W>& baseline,
                      const State<W>& last_year, State<W>& this_year, const std::vector<Lanes<W>>& guess,
                      std::vector<Lanes<W>>& y, YearWorkspace<W>& work) {
  const Economy& economy = setup.economy;
  const BaseYear& base = economy.accounts;
  const int years = year - base.dimensions.base_year;
  set_neutral_policy(this_year);
  for (const Field shared : {Field::trend, Field::labour_efficiency, Field::world_demand, Field::other_final_use,
                             Field::structural_unemployment_rate, Field::public_consumption}) {
    copy(baseline, shared, this_year);
  }
  advance_scenario_people(setup, closures, policy, years, baseline_last, baseline, last_year, this_year, work);  // 4.4
  if (!closures.hold.labour_force) add_participants(base, policy, year, this_year);                              // 5
  if (economy.people) {
    close_labour_account(*economy.people, last_year, this_year);
    if (!closures.hold.government && !closures.hold.labour_force) {  // as planned: the year's financing may cut it
      spread_public_consumption(base, first, this_year);             // 4.0
    }
  }
  advance_scenario_technology(setup, closures, policy, baseline_last, baseline, last_year, this_year);  // 4.2, 4.3
  set_policy_drivers(policy, this_year);                                                                // 5
  const std::vector<Lanes<W>> none;  // named, so that nothing is copied
  set_variety(baseline, closures.hold.firms ? none : policy.firms_added, setup.firm_variety, this_year);  // 4.5
  if (closures.hold.capital)
    copy(baseline, Field::capital, this_year);
  else
    advance_capital(base, last_year, this_year);  // 4.1
  const Year<W> to_solve{.base = base,
                         .sizes = setup.sizes,
                         .behaviour = setup.behaviour,
                         .wages = wage_rule(closures),
                         .mobile_capital = closures.capital == CapitalClosure::mobile && !closures.hold.capital,
                         .financing = closures.financing,
                         .hold = closures.hold,
                         .world_price = setup.world_price,
                         .trend = baseline[Field::trend][0],
                         .year = year,
                         .last = last_year,
                         .baseline = &baseline,
                         .baseline_last = &baseline_last,
                         .now = this_year};
  find_equilibrium(to_solve, *setup.scenario_chord, setup.limits, guess, y, work.equilibrium);  // 3
  if (economy.technology) set_catch_up(base, *economy.technology, setup.technology, this_year);
  set_emissions(base, policy.emission_saving, this_year);
  set_green_turnover(base, first, this_year);
}

#define DRIVKRAFT_INSTANTIATE(W)                                                                                   \
  template std::vector<Lanes<W>> first_solution<W>(const Sizes&, double);                                          \
  template struct YearWorkspace<W>;                                                                                \
  template State<W> first_state<W>(const PathSetup<W>&);                                                           \
  template void advance_baseline<W>(const PathSetup<W>&, int, const State<W>&, const State<W>&, State<W>&,         \
                                    const std::vector<Lanes<W>>&, std::vector<Lanes<W>>&, YearWorkspace<W>&);      \
  template void advance_scenario<W>(const PathSetup<W>&, const Closures&, const PolicyEffects<W>&, int,            \
                                    const State<W>&, const State<W>&, const State<W>&, const State<W>&, State<W>&, \
                                    const std::vector<Lanes<W>>&, std::vector<Lanes<W>>&, YearWorkspace<W>&);
DRIVKRAFT_INSTANTIATE(1)
DRIVKRAFT_INSTANTIATE(4)
DRIVKRAFT_INSTANTIATE(8)
#undef DRIVKRAFT_INSTANTIATE

}  // namespace drivkraft
