#include "base/lane_vectors.h"
#include "base/math.h"
#include "equilibrium/equations.h"

namespace drivkraft {

template <int W>
Lanes<W> ces_log_index(Lanes<W> sum, Lanes<W> power) {
  return log1p(sum) / power;
}

namespace {

/// Wages after subsidy, industry by industry: the power of each, and its weight over that without subsidy, which is
/// exactly one where nothing is paid, so that a lane without subsidies keeps the bits that it has alone.
template <int W>
void subsidised_wages(const Year<W>& year, const Lanes<W>* y, Workspace<W>& work) {
  const Sizes& s = year.sizes;
  const Lanes<W>* subsidy = year.now[Field::wage_subsidy_rate];
  const int count = s.cells * s.educations;
  const auto place = [&](int k) { return k / (s.industries * s.educations) * s.educations + k % s.educations; };
  for (int k = 0; k < count; ++k)
    work.power_wage[k] = year.behaviour.power_inner * (y[place(k)] - work.log_efficiency + work.log_after_subsidy[k]);
  expm1_each(work.power_wage.data(), count);
  for (int k = 0; k < count; ++k) {
    const Lanes<W> paid = work.wage[place(k)] * (Lanes<W>(1.0) - subsidy[k]);
    work.subsidy_weight[k] = (Lanes<W>(1.0) + work.power_wage[k]) / paid / work.labour_weight[place(k)];
  }
}

/// w, and what a wage is in the inner nest: its CES power less one, and that power by the wage itself. [r,e]; where
/// there are subsidies the powers are those after them, [r,j,e].
template <int W>
void wages(const Year<W>& year, const Lanes<W>* y, Workspace<W>& work) {
  const Sizes& s = year.sizes;
  const int people = s.regions * s.educations;
  for (int k = 0; k < people; ++k) {
    work.wage[k] = y[k];
    work.power_wage[k] = year.behaviour.power_inner * (y[k] - work.log_efficiency);
  }
  exp_each(work.wage.data(), people);
  expm1_each(work.power_wage.data(), people);
  for (int k = 0; k < people; ++k) work.labour_weight[k] = (Lanes<W>(1.0) + work.power_wage[k]) / work.wage[k];
  if (work.subsidised) subsidised_wages(year, y, work);
}

/// Sums over educations of the inner nests, less one: [cell] higher, then [cell] lower.
template <int W>
void inner_sums(const Year<W>& year, Workspace<W>& work) {
  const Sizes& s = year.sizes;
  const Lanes<W>* shares = year.now[Field::education_wage_share];
  Lanes<W>*higher_sum = work.nest_sum.data(), *lower_sum = higher_sum + s.cells;
  for (int cell = 0; cell < s.cells; ++cell, shares += s.educations) {
    const int group = work.subsidised ? cell : cell / s.industries;
    const Lanes<W>* powers = work.power_wage.data() + group * s.educations;
    Lanes<W> higher(0.0), lower(0.0);
    for (int e = 0; e < s.educations; ++e) {
      if (s.higher[e] > 0.0)
        higher = fused(shares[e], powers[e], higher);
      else
        lower = fused(shares[e], powers[e], lower);
    }
    if (s.two_bundles) {
      higher_sum[cell] = higher * work.inverse_higher_share[cell];
      lower_sum[cell] = lower * work.inverse_lower_share[cell];
    } else {
      higher_sum[cell] = lower_sum[cell] = higher + lower;
    }
  }
}

/// ln W from the inner sums, and of each bundle its power in the outer nest less one.
template <int W>
void outer_nest(const Year<W>& year, Workspace<W>& work) {
  const Sizes& s = year.sizes;
  const Behaviour<W>& b = year.behaviour;
  if (!s.two_bundles) {
    for (int cell = 0; cell < s.cells; ++cell) {
      work.log_labour_cost[cell] = work.nest_sum[cell];
      work.labour_sum[cell] = work.nest_power[cell] = work.nest_power[s.cells + cell] = Lanes<W>(0.0);
    }
    log1p_each(work.log_labour_cost.data(), s.cells);
    for (int cell = 0; cell < s.cells; ++cell) work.log_labour_cost[cell] *= b.inverse_inner;
    return;
  }
  const Lanes<W> change = b.power_outer * b.inverse_inner;
  for (int k = 0; k < 2 * s.cells; ++k) work.nest_power[k] = work.nest_sum[k];
  log1p_each(work.nest_power.data(), 2 * s.cells);
  for (int k = 0; k < 2 * s.cells; ++k) work.nest_power[k] *= change;
  expm1_each(work.nest_power.data(), 2 * s.cells);
  const Lanes<W>*higher = work.nest_power.data(), *lower = higher + s.cells;
  for (int cell = 0; cell < s.cells; ++cell) {
    const Lanes<W> share = work.higher_share[cell];
    work.labour_sum[cell] = share * higher[cell] + (Lanes<W>(1.0) - share) * lower[cell];
    work.log_labour_cost[cell] = work.labour_sum[cell];
  }
  log1p_each(work.log_labour_cost.data(), s.cells);
  for (int cell = 0; cell < s.cells; ++cell) work.log_labour_cost[cell] *= b.inverse_outer;
}

/// Each bundle's share of the cost of value added relative to the base year's, from the powers of all nests above it:
/// no power is taken for labour demand.
template <int W>
void labour_cost_shares(const Sizes& s, Workspace<W>& work) {
  const Lanes<W>* power_labour = work.bundle_power.data() + s.cells;
  const Lanes<W> one(1.0);
  for (int bundle = 0; bundle < 2; ++bundle) {
    Lanes<W>* to = bundle == 0 ? work.higher_cost_share.data() : work.lower_cost_share.data();
    const Lanes<W>*power = work.nest_power.data() + bundle * s.cells, *sum = work.nest_sum.data() + bundle * s.cells;
    for (int cell = 0; cell < s.cells; ++cell) {
      to[cell] = (one + power_labour[cell]) * (one + power[cell]) /
                 ((one + work.bundle_sum[cell]) * (one + work.labour_sum[cell]) * (one + sum[cell]));
    }
  }
}

}  // namespace

template <int W>
void labour_costs(const Year<W>& year, const Lanes<W>* y, Workspace<W>& work) {
  const Sizes& s = year.sizes;
  const Behaviour<W>& b = year.behaviour;
  const Unknowns at(s);
  wages(year, y + at.wages, work);
  inner_sums(year, work);
  outer_nest(year, work);
  Lanes<W>*power_rental = work.bundle_power.data(), *power_labour = power_rental + s.cells;
  for (int r = 0, cell = 0; r < s.regions; ++r) {
    for (int j = 0; j < s.industries; ++j, ++cell) {
      power_rental[cell] = b.power_kl[j] * y[at.rental_rates + cell];
      power_labour[cell] = b.power_kl[j] * work.log_labour_cost[cell];
    }
  }
  expm1_each(power_rental, 2 * s.cells);
  const double* labour_share = year.base.labour_share.data();
  for (int cell = 0; cell < s.cells; ++cell) {
    work.bundle_sum[cell] =
        Lanes<W>(1.0 - labour_share[cell]) * power_rental[cell] + Lanes<W>(labour_share[cell]) * power_labour[cell];
    work.log_bundle[cell] = work.bundle_sum[cell];
  }
  log1p_each(work.log_bundle.data(), s.cells);
  for (int r = 0, cell = 0; r < s.regions; ++r) {
    for (int j = 0; j < s.industries; ++j, ++cell) {
      work.log_bundle[cell] *= b.inverse_kl[j];
      work.log_value_added_cost[cell] = work.log_bundle[cell] - work.log_technology[cell];
    }
  }
  labour_cost_shares(s, work);
}

namespace {

/// V, V c, materials and the factors of labour demand. With q = (x/x0) uc^sigma, V c = V0 q c^(1-sigma) and the
/// materials' value is theirs likewise, so that one power is taken.
template <int W>
void volumes(const Year<W>& year, const Lanes<W>* log_output, Workspace<W>& work) {
  const Sizes& s = year.sizes;
  const BaseYear& base = year.base;
  const Lanes<W> sigma = year.behaviour.sigma_va, one(1.0);
  const Lanes<W>*power_materials = work.unit_power.data(), *power_value = power_materials + s.cells;
  for (int cell = 0; cell < s.cells; ++cell) {
    work.log_value_added[cell] =
        log_output[cell] + sigma * (work.log_unit_cost[cell] - work.log_value_added_cost[cell]);
    work.materials[cell] = log_output[cell] + sigma * work.log_unit_cost[cell];
  }
  exp_each(work.materials.data(), s.cells);
  for (int cell = 0; cell < s.cells; ++cell) {
    const Lanes<W> q = work.materials[cell], value = q * (one + power_value[cell]);
    work.value_added_value[cell] = Lanes<W>(base.value_added.data()[cell]) * value;
    work.materials[cell] =
        Lanes<W>(base.output.data()[cell]) * q * (one + power_materials[cell]) / work.materials_price[cell];
    work.factor_higher[cell] = value * work.higher_cost_share[cell];
    work.factor_lower[cell] = value * work.lower_cost_share[cell];
  }
}

/// Jobs and earnings by region and education; earnings at base-year wages.
template <int W>
void labour_demand(const Year<W>& year, Workspace<W>& work) {
  const Sizes& s = year.sizes;
  const Lanes<W>* subsidy = year.now[Field::wage_subsidy_rate];
  for (int r = 0; r < s.regions; ++r) {
    Lanes<W>*jobs = work.jobs.data() + r * s.educations, *earnings = work.earnings.data() + r * s.educations;
    const Lanes<W>* wage = work.wage.data() + r * s.educations;
    work.subsidy_paid[r] = Lanes<W>(0.0);
    for (int e = 0; e < s.educations; ++e) jobs[e] = earnings[e] = Lanes<W>(0.0);
    for (int j = 0; j < s.industries; ++j) {
      const int cell = r * s.industries + j;
      const Lanes<W>*base_jobs = work.jobs_at_base_prices.data() + cell * s.educations,
            *base_wages = work.wage_weight.data() + cell * s.educations,
            *weights = work.subsidy_weight.data() + cell * s.educations;
      for (int e = 0; e < s.educations; ++e) {
        Lanes<W> factor = s.higher[e] > 0.0 ? work.factor_higher[cell] : work.factor_lower[cell];
        if (work.subsidised) factor *= weights[e];
        jobs[e] = fused(base_jobs[e], factor, jobs[e]);
        earnings[e] = fused(base_wages[e], factor, earnings[e]);
        if (work.subsidised)
          work.subsidy_paid[r] += base_wages[e] * factor * (work.labour_weight[r * s.educations + e] * wage[e]) *
                                  subsidy[cell * s.educations + e];
      }
    }
    for (int e = 0; e < s.educations; ++e) {
      jobs[e] *= work.labour_weight[r * s.educations + e];  // the same in every industry
      earnings[e] *= work.labour_weight[r * s.educations + e];
      earnings[e] *= wage[e];
    }
  }
}

template <int W>
void intermediate_use(const Year<W>& year, Workspace<W>& work) {
  const Sizes& s = year.sizes;
  for (int r = 0; r < s.regions; ++r) {
    const Lanes<W>* materials = work.materials.data() + r * s.industries;
    Lanes<W>* use = work.intermediate.data() + r * s.industries;
    if (!work.has_resource_lever) {
      weighted_sums(s.input_rows.data(), s.industries, s.industries, materials, use);
      continue;
    }
    const Lanes<W>* efficiency = year.now[Field::resource_efficiency] + r * s.industries * s.industries;
    for (int i = 0; i < s.industries; ++i) {
      const double* coefficients = year.base.input_coefficients.data() + i * s.industries;
      Lanes<W> sum(0.0);
      for (int j = 0; j < s.industries; ++j)
        sum = fused(coefficients[j], efficiency[i * s.industries + j] * materials[j], sum);
      use[i] = sum;
    }
  }
}

}  // namespace

template <int W>
void factor_demand(const Year<W>& year, const Lanes<W>* y, Workspace<W>& work) {
  volumes(year, y + Unknowns(year.sizes).outputs, work);
  labour_demand(year, work);
  intermediate_use(year, work);
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
