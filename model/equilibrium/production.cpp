#include "base/math.h"
#include "equilibrium/equations.h"

namespace drivkraft {

template <int W>
Lanes<W> ces_log_index(Lanes<W> sum, Lanes<W> power) {
  return log1p(sum) / power;
}

template <int W>
void labour_costs(const Year<W>& year, const Lanes<W>* y, Workspace<W>& work) {
  const Sizes& s = year.sizes;
  const Behaviour<W>& b = year.behaviour;
  const Unknowns at(s);
  const Lanes<W>* omega = year.now[Field::education_wage_share];
  const Lanes<W>* subsidy = year.now[Field::wage_subsidy_rate];
  // Wage per efficiency unit: its CES power and its own power -sigma_inner, once for each wage.
  for (int k = 0; k < s.regions * s.educations; ++k) work.wage[k] = exp(y[at.wages + k]);
  const int wages = work.subsidised ? s.cells * s.educations : s.regions * s.educations;
  for (int k = 0; k < wages; ++k) {
    const int place = work.subsidised ? k / (s.industries * s.educations) * s.educations + k % s.educations : k;
    Lanes<W> log_wage = y[at.wages + place] - work.log_efficiency;
    if (work.subsidised) log_wage += log1p(-subsidy[k]);
    work.power_wage[k] = expm1(b.power_inner * log_wage);
    work.labour_weight[k] = (Lanes<W>(1.0) + work.power_wage[k]) * exp(-log_wage);
  }
  for (int r = 0; r < s.regions; ++r) {
    for (int j = 0; j < s.industries; ++j) {
      const int cell = r * s.industries + j;
      const Lanes<W>* shares = omega + cell * s.educations;
      const Lanes<W>* powers = work.power_wage.data() + (work.subsidised ? cell : r) * s.educations;
      Lanes<W> higher(0.0), lower(0.0);
      for (int e = 0; e < s.educations; ++e) {
        if (s.higher[e] > 0.0)
          higher += shares[e] * powers[e];
        else
          lower += shares[e] * powers[e];
      }
      if (s.two_bundles) {
        const Lanes<W> log_higher = ces_log_index(higher * work.inverse_higher_share[cell], b.power_inner);
        const Lanes<W> log_lower = ces_log_index(lower * work.inverse_lower_share[cell], b.power_inner);
        const Lanes<W> share = work.higher_share[cell];
        work.log_higher[cell] = log_higher;
        work.log_lower[cell] = log_lower;
        work.log_labour_cost[cell] = ces_log_index(
            share * expm1(b.power_outer * log_higher) + (Lanes<W>(1.0) - share) * expm1(b.power_outer * log_lower),
            b.power_outer);
      } else {
        const Lanes<W> index = ces_log_index(higher + lower, b.power_inner);
        work.log_higher[cell] = work.log_lower[cell] = work.log_labour_cost[cell] = index;
      }
      const Lanes<W> labour_share(year.base.labour_share.data()[cell]);
      const Lanes<W> power = b.power_kl[j];
      work.log_bundle[cell] = ces_log_index((Lanes<W>(1.0) - labour_share) * expm1(power * y[at.rental_rates + cell]) +
                                                labour_share * expm1(power * work.log_labour_cost[cell]),
                                            power);
      work.log_value_added_cost[cell] = work.log_bundle[cell] - work.log_technology[cell];
    }
  }
}

template <int W>
void factor_demand(const Year<W>& year, const Lanes<W>* y, Workspace<W>& work) {
  const Sizes& s = year.sizes;
  const Behaviour<W>& b = year.behaviour;
  const Unknowns at(s);
  const Lanes<W>* subsidy = year.now[Field::wage_subsidy_rate];
  const Lanes<W> to_bundle = b.sigma_inner - b.sigma_outer;
  for (int k = 0; k < s.regions * s.educations; ++k) work.jobs[k] = work.earnings[k] = Lanes<W>(0.0);
  for (int r = 0; r < s.regions; ++r) {
    work.subsidy_paid[r] = Lanes<W>(0.0);
    for (int j = 0; j < s.industries; ++j) {
      const int cell = r * s.industries + j;
      const Lanes<W> log_output = y[at.outputs + cell];
      const Lanes<W> log_volume =
          log_output + b.sigma_va * (work.log_unit_cost[cell] - work.log_value_added_cost[cell]);
      work.log_value_added[cell] = log_volume;
      work.value_added_value[cell] =
          Lanes<W>(year.base.value_added.data()[cell]) * exp(log_volume + work.log_value_added_cost[cell]);
      work.materials[cell] = Lanes<W>(year.base.output.data()[cell]) *
                             exp(log_output + b.sigma_va * (work.log_unit_cost[cell] - work.log_materials[cell]));
      const Lanes<W> log_labour = log_volume - work.log_technology[cell] - work.log_efficiency +
                                  b.sigma_kl[j] * (work.log_bundle[cell] - work.log_labour_cost[cell]);
      if (s.two_bundles) {
        const Lanes<W> common = log_labour + b.sigma_outer * work.log_labour_cost[cell];
        work.factor_higher[cell] = exp(common + to_bundle * work.log_higher[cell]);
        work.factor_lower[cell] = exp(common + to_bundle * work.log_lower[cell]);
      } else {
        work.factor_higher[cell] = work.factor_lower[cell] =
            exp(log_labour + b.sigma_inner * work.log_labour_cost[cell]);
      }
      const Lanes<W>* weights = work.labour_weight.data() + (work.subsidised ? cell : r) * s.educations;
      for (int e = 0; e < s.educations; ++e) {
        const int k = cell * s.educations + e;
        const Lanes<W> factor = (s.higher[e] > 0.0 ? work.factor_higher[cell] : work.factor_lower[cell]) * weights[e];
        work.jobs[r * s.educations + e] += work.jobs_at_base_prices[k] * factor;
        const Lanes<W> earned = work.wage_weight[k] * factor;
        work.earnings[r * s.educations + e] += earned;
        if (work.subsidised) work.subsidy_paid[r] += earned * work.wage[r * s.educations + e] * subsidy[k];
      }
    }
    for (int i = 0; i < s.industries; ++i) {
      const double* coefficients = year.base.input_coefficients.data() + i * s.industries;
      const Lanes<W>* efficiency = year.now[Field::resource_efficiency] + (r * s.industries + i) * s.industries;
      Lanes<W> sum(0.0);
      if (work.has_resource_lever) {
        for (int j = 0; j < s.industries; ++j)
          sum += Lanes<W>(coefficients[j]) * efficiency[j] * work.materials[r * s.industries + j];
      } else {
        for (int j = 0; j < s.industries; ++j) sum += Lanes<W>(coefficients[j]) * work.materials[r * s.industries + j];
      }
      work.intermediate[r * s.industries + i] = sum;
    }
  }
  for (int k = 0; k < s.regions * s.educations; ++k) work.earnings[k] *= work.wage[k];
}

#define DRIVKRAFT_INSTANTIATE(W)                                                 \
  template Lanes<W> ces_log_index<W>(Lanes<W>, Lanes<W>);                        \
  template void labour_costs<W>(const Year<W>&, const Lanes<W>*, Workspace<W>&); \
  template void factor_demand<W>(const Year<W>&, const Lanes<W>*, Workspace<W>&);
DRIVKRAFT_INSTANTIATE(1)
DRIVKRAFT_INSTANTIATE(4)
DRIVKRAFT_INSTANTIATE(8)
#undef DRIVKRAFT_INSTANTIATE

}  // namespace drivkraft
