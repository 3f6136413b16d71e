#include "simulation/policy_drivers.h"

#include <string>

#include "base/errors.h"

namespace drivkraft {

namespace {

template <int W>
void fill(State<W>& state, Field field, double value) {
  for (Lanes<W>& cell : state.all(field)) cell = Lanes<W>(value);
}

/// Adds what levers move; nothing when no lever of the scenario moves this list.
template <int W>
void add(const std::vector<Lanes<W>>& moved, Lanes<W>* to) {
  for (std::size_t k = 0; k < moved.size(); ++k) to[k] += moved[k];
}

}  // namespace

template <int W>
void set_neutral_policy(State<W>& state) {
  for (const Field one : {Field::technology, Field::export_shifter, Field::variety_index, Field::resource_efficiency,
                          Field::trade_access, Field::commuting_access}) {
    fill(state, one, 1.0);
  }
  for (const Field zero :
       {Field::wage_subsidy_rate, Field::subsidy_windfall, Field::policy_investment, Field::policy_demand,
        Field::public_purchases, Field::visitors_demand, Field::construction_demand, Field::labour_force_added}) {
    fill(state, zero, 0.0);
  }
}

template <int W>
void set_policy_drivers(const PolicyEffects<W>& policy, State<W>& this_year) {
  add(policy.exports, this_year[Field::export_shifter]);
  for (std::size_t i = 0; i < policy.world_demand.size(); ++i)
    this_year[Field::world_demand][i] *= Lanes<W>(1.0) + policy.world_demand[i];
  for (std::size_t k = 0; k < policy.matching.size(); ++k)
    this_year[Field::structural_unemployment_rate][k] =
        this_year[Field::structural_unemployment_rate][k] / (Lanes<W>(1.0) + policy.matching[k]);
  for (std::size_t k = 0; k < policy.material_saving.size(); ++k)
    this_year[Field::resource_efficiency][k] = Lanes<W>(1.0) - policy.material_saving[k];
  for (std::size_t k = 0; k < policy.trade_access.size(); ++k)
    this_year[Field::trade_access][k] = policy.trade_access[k];
  if (!policy.commuting_access.empty()) {  // all educations alike
    const std::size_t educations = this_year.all(Field::commuting_access).size() / policy.commuting_access.size();
    for (std::size_t k = 0; k < this_year.all(Field::commuting_access).size(); ++k)
      this_year[Field::commuting_access][k] = policy.commuting_access[k / educations];
  }
  add(policy.wage_subsidy, this_year[Field::wage_subsidy_rate]);
  add(policy.subsidy_windfall, this_year[Field::subsidy_windfall]);
  add(policy.investment, this_year[Field::policy_investment]);
  add(policy.public_purchases, this_year[Field::public_purchases]);
  add(policy.visitors_demand, this_year[Field::visitors_demand]);
  add(policy.construction_demand, this_year[Field::construction_demand]);
  for (const auto* bought : {&policy.public_purchases, &policy.visitors_demand, &policy.construction_demand})
    add(*bought, this_year[Field::policy_demand]);
}

template <int W>
void add_participants(const BaseYear& base, const PolicyEffects<W>& policy, int year, State<W>& this_year) {
  const int regions = base.dimensions.region_count(), educations = base.dimensions.education_count();
  for (int r = 0; r < regions; ++r) {
    for (int e = 0; e < educations; ++e) {
      const int k = r * educations + e;
      const Lanes<W> added = policy.labour_force_added[static_cast<std::size_t>(k)];
      this_year[Field::labour_force_added][k] = added;
      this_year[Field::labour_force][k] += added;
      this_year[Field::outside_labour_force][r] -= added;
    }
    for (int lane = 0; lane < W; ++lane) {
      if (this_year[Field::outside_labour_force][r].lane(lane) >= 0.0) continue;
      throw ConvergenceError("policy brings more people into the labour force of " +
                             base.dimensions.regions[static_cast<std::size_t>(r)].id + " in " + std::to_string(year) +
                             " than there are outside it");
    }
  }
}

#define DRIVKRAFT_INSTANTIATE(W)                                           \
  template void set_neutral_policy<W>(State<W>&);                          \
  template void set_policy_drivers<W>(const PolicyEffects<W>&, State<W>&); \
  template void add_participants<W>(const BaseYear&, const PolicyEffects<W>&, int, State<W>&);
DRIVKRAFT_INSTANTIATE(1)
DRIVKRAFT_INSTANTIATE(4)
DRIVKRAFT_INSTANTIATE(8)
#undef DRIVKRAFT_INSTANTIATE

}  // namespace drivkraft
