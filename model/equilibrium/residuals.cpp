#include "base/math.h"
#include "equilibrium/equations.h"
#include "equilibrium/wage_rules.h"

namespace drivkraft {

namespace {

template <int W>
bool any_differs_from(const State<W>& state, Field field, double value) {
  for (const Lanes<W>& cell : state.all(field)) {
    for (int k = 0; k < W; ++k) {
      if (cell.lane(k) != value) return true;
    }
  }
  return false;
}

template <int W>
void prepare_labour_shares(const Year<W>& year, Workspace<W>& work) {
  const Sizes& s = year.sizes;
  const Lanes<W>* omega = year.now[Field::education_wage_share];
  const Lanes<W>* jobs = year.now[Field::employment_at_base_prices];
  const auto inverse = [](Lanes<W> x) {
    Lanes<W> r(0.0);
    for (int k = 0; k < W; ++k) {
      if (x.lane(k) > 0.0) r.set_lane(k, 1.0 / x.lane(k));
    }
    return r;
  };
  for (int cell = 0; cell < s.cells; ++cell) {
    Lanes<W> higher(0.0), lower(0.0);
    for (int e = 0; e < s.educations; ++e) {
      const int k = cell * s.educations + e;
      (s.higher[e] > 0.0 ? higher : lower) += omega[k];
      work.jobs_at_base_prices[k] = jobs[k];
      work.wage_weight[k] = Lanes<W>(year.base.wage.data()[k]) * jobs[k];
    }
    work.higher_share[cell] = higher;
    work.inverse_higher_share[cell] = inverse(higher);
    work.inverse_lower_share[cell] = inverse(lower);
  }
}

/// Origin shares after a change of travel time; over origins they add to what they added to before.    (TD-1)
template <int W>
void prepare_trade_shares(const Year<W>& year, Workspace<W>& work) {
  const Sizes& s = year.sizes;
  const Lanes<W>* access = year.now[Field::trade_access];
  work.trade_share.assign(static_cast<std::size_t>(s.cells) * s.regions, Lanes<W>(0.0));
  for (int r = 0; r < s.regions; ++r) {
    for (int i = 0; i < s.industries; ++i) {
      double base_total = 0.0;
      Lanes<W> total(0.0);
      const auto pair = [&](int q) { return (q * s.regions + r) * s.industries + i; };
      for (int q = 0; q < s.regions; ++q) {
        const double share = year.base.trade_share.data()[pair(q)];
        base_total += share;
        total += Lanes<W>(share) * access[pair(q)];
      }
      if (!(base_total > 0.0)) continue;  // a product nobody uses here
      // A lane whose travel times stay divides by exactly one, and so keeps the bits that it has alone.
      const Lanes<W> scale = total / Lanes<W>(base_total);
      for (int q = 0; q < s.regions; ++q) {
        work.trade_share[pair(q)] = Lanes<W>(year.base.trade_share.data()[pair(q)]) * access[pair(q)] / scale;
      }
    }
  }
}

/// ln of exports relative to the base year but for this year's price: (1-ae) of last year's path, ae of the long run.
/// (TD-6)
template <int W>
void prepare_exports(const Year<W>& year, Workspace<W>& work) {
  const Sizes& s = year.sizes;
  const auto drive = [&](const State<W>& state, int cell) {
    return state[Field::world_demand][cell % s.industries] * state[Field::variety_index][cell] *
           state[Field::export_shifter][cell];
  };
  const Lanes<W> adjustment = year.behaviour.export_adjustment;
  for (int cell = 0; cell < s.cells; ++cell) {
    const double base = year.base.exports.data()[cell];
    if (base == 0.0) continue;
    const Lanes<W> now = log(drive(year.now, cell));
    const Lanes<W> carried = log(year.last[Field::exports][cell] / Lanes<W>(base)) + now - log(drive(year.last, cell));
    work.export_constant[cell] = adjustment * now + (Lanes<W>(1.0) - adjustment) * carried;
  }
}

/// With mobile capital the return rho / PI stays where it is in the baseline.
template <int W>
void prepare_rental_target(const Year<W>& year, Workspace<W>& work) {
  const Sizes& s = year.sizes;
  for (int r = 0; r < s.regions; ++r) {
    Lanes<W> investment_price(0.0);
    for (int i = 0; i < s.industries; ++i) {
      investment_price += Lanes<W>(year.base.capital_composition.data()[i]) *
                          (*year.baseline)[Field::composite_price][r * s.industries + i];
    }
    for (int j = 0; j < s.industries; ++j) {
      const int cell = r * s.industries + j;
      work.rental_target[cell] = log((*year.baseline)[Field::rental_rate][cell] / investment_price);
    }
  }
}

}  // namespace

template <int W>
void prepare_year(const Year<W>& year, Workspace<W>& work) {
  const Sizes& s = year.sizes;
  const BaseYear& base = year.base;
  State<W>& now = year.now;
  work.log_efficiency = log(now[Field::labour_efficiency][0]);
  work.log_world_price = log(Lanes<W>(year.world_price));
  work.subsidised = any_differs_from(now, Field::wage_subsidy_rate, 0.0);
  work.has_variety = any_differs_from(now, Field::variety_index, 1.0);
  work.has_resource_lever = any_differs_from(now, Field::resource_efficiency, 1.0);
  work.has_trade_access = any_differs_from(now, Field::trade_access, 1.0);
  work.has_commuting_access = any_differs_from(now, Field::commuting_access, 1.0);
  prepare_labour_shares(year, work);
  if (work.has_trade_access) prepare_trade_shares(year, work);
  prepare_exports(year, work);
  for (int cell = 0; cell < s.cells; ++cell) {
    work.log_technology[cell] = log(now[Field::technology][cell]);
    if (s.has_capital[cell])
      work.log_capital[cell] = log(now[Field::capital][cell] / Lanes<W>(base.capital.data()[cell]));
    work.fixed_use[cell] = now[Field::other_final_use][cell] + now[Field::policy_demand][cell];
  }
  for (int r = 0; r < s.regions; ++r) {
    Lanes<W> invested(0.0);
    for (int j = 0; j < s.industries; ++j) invested += now[Field::policy_investment][r * s.industries + j];
    work.policy_investment_total[r] = invested;
    for (int e = 0; e < s.educations; ++e) {
      const int k = r * s.educations + e;
      const double force = base.labour_force.data()[k];
      work.force_ratio[k] = force > 0.0 ? now[Field::labour_force][k] / Lanes<W>(force) : Lanes<W>(0.0);
    }
  }
  if (work.subsidised) {
    for (int k = 0; k < s.cells * s.educations; ++k) work.log_after_subsidy[k] = -now[Field::wage_subsidy_rate][k];
    log1p_each(work.log_after_subsidy.data(), s.cells * s.educations);
  }
  if (year.mobile_capital) prepare_rental_target(year, work);
  prepare_wage_rule(year, work);
}

template <int W>
void residuals(const Year<W>& year, const Lanes<W>* y, Workspace<W>& work, Lanes<W>* out) {
  const Sizes& s = year.sizes;
  const Behaviour<W>& b = year.behaviour;
  const Unknowns at(s);
  // A wage nobody earns, an industry that is absent: the unknown itself is held at its base-year index.
  for (int q = 0; q < s.regions; ++q) {
    for (int e = 0; e < s.educations; ++e) {
      const int k = q * s.educations + e;
      out[at.wages + k] = s.has_jobs[k] ? wage_residual(year, y, work, q, e) : y[at.wages + k];
    }
  }
  for (int r = 0, k = 0; r < s.regions; ++r) {
    for (int j = 0; j < s.industries; ++j, ++k) {
      const Lanes<W> rental = y[at.rental_rates + k];
      out[at.rental_rates + k] = year.mobile_capital
                                     ? rental - work.log_investment_price[r] - work.rental_target[k]
                                     : work.log_value_added[k] - work.log_technology[k] +
                                           b.sigma_kl[j] * (work.log_bundle[k] - rental) - work.log_capital[k];
    }
  }
  Lanes<W>* excess = out + at.outputs;
  for (int k = 0; k < s.cells; ++k) {
    excess[k] = work.supply[k] * Lanes<W>(s.inverse_output[k]);
    out[at.prices + k] = work.log_unit_cost[k] - y[at.prices + k];
  }
  log_each(excess, s.cells);
  for (int k = 0; k < s.cells; ++k) excess[k] -= y[at.outputs + k];
  for (const int k : s.absent) {
    if (!s.alive[k]) {
      excess[k] = y[at.outputs + k];
      out[at.prices + k] = y[at.prices + k];
    }
    out[at.rental_rates + k] = y[at.rental_rates + k];
  }
}

template <int W>
void sweep(const Year<W>& year, const Lanes<W>* y, Workspace<W>& work, Lanes<W>* out) {
  labour_costs(year, y, work);
  product_prices(year, y, work);
  factor_demand(year, y, work);
  labour_market(year, work);
  if (year.wages == WageRule::structural_unemployment) structural_unemployment_seen(year, work);
  if (year.wages == WageRule::curve) log_unemployment_seen(year, work);
  household_income(year, work);
  final_demand(year, y, work);
  goods_supply(year, y, work);
  residuals(year, y, work, out);
}

#define DRIVKRAFT_INSTANTIATE(W)                                                         \
  template void prepare_year<W>(const Year<W>&, Workspace<W>&);                          \
  template void residuals<W>(const Year<W>&, const Lanes<W>*, Workspace<W>&, Lanes<W>*); \
  template void sweep<W>(const Year<W>&, const Lanes<W>*, Workspace<W>&, Lanes<W>*);
DRIVKRAFT_INSTANTIATE(1)
DRIVKRAFT_INSTANTIATE(4)
DRIVKRAFT_INSTANTIATE(8)
#undef DRIVKRAFT_INSTANTIATE

}  // namespace drivkraft
