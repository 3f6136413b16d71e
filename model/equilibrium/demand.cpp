#include "base/math.h"
#include "equilibrium/equations.h"

namespace drivkraft {

namespace {

template <int W>
void consumption_by_purchase(const Year<W>& year, Workspace<W>& work) {
  const Sizes& s = year.sizes;
  if (s.shops_at_home) {
    for (int cell = 0; cell < s.cells; ++cell) work.purchased[cell] = work.consumption[cell];
    return;
  }
  for (int q = 0; q < s.regions; ++q) {
    for (int i = 0; i < s.industries; ++i) {
      Lanes<W> bought(0.0);
      for (int r = 0; r < s.regions; ++r) {
        bought += Lanes<W>(year.base.shopping_share.data()[(q * s.regions + r) * s.industries + i]) *
                  work.consumption[r * s.industries + i];
      }
      work.purchased[q * s.industries + i] = bought;
    }
  }
}

/// Public consumption, cut in the region that spends when levers are paid within its budget.
template <int W>
void public_demand(const Year<W>& year, Workspace<W>& work, int region) {
  const Sizes& s = year.sizes;
  const Lanes<W>* planned = year.now[Field::public_consumption];
  Lanes<W> scale(1.0);
  if (year.financing == Financing::within_budget && !year.hold.government) {
    Lanes<W> budget(0.0);
    for (int i = 0; i < s.industries; ++i)
      budget += planned[region * s.industries + i] * work.composite[region * s.industries + i];
    const double price_factor = 1.0 + year.base.final_tax_rate.data()[static_cast<int>(Use::government)];
    scale = Lanes<W>(1.0) - work.lever_cost[region] / (Lanes<W>(price_factor) * budget);
  }
  work.government_scale[region] = scale;
  for (int i = 0; i < s.industries; ++i)
    work.government[region * s.industries + i] = planned[region * s.industries + i] * scale;
}

/// Exports at this year's prices.
template <int W>
void export_demand(const Year<W>& year, const Lanes<W>* log_price, Workspace<W>& work) {
  const Sizes& s = year.sizes;
  const Lanes<W> slope = year.behaviour.export_adjustment * year.behaviour.export_elasticity;
  if (year.hold.exports) {
    for (int k = 0; k < s.cells; ++k) work.exports[k] = (*year.baseline)[Field::exports][k];
    return;
  }
  for (int k = 0; k < s.cells; ++k)
    work.exports[k] = work.export_constant[k] - slope * (log_price[k] - work.log_world_price);
  exp_each(work.exports.data(), s.cells);
  for (int k = 0; k < s.cells; ++k) work.exports[k] *= Lanes<W>(year.base.exports.data()[k]);
}

/// Investment by investing industry; under mobile capital it follows the capital in use.
template <int W>
void investment_demand(const Year<W>& year, const Lanes<W>* log_rental, Workspace<W>& work) {
  const Sizes& s = year.sizes;
  const Behaviour<W>& b = year.behaviour;
  if (year.hold.investment) {
    for (int k = 0; k < s.cells; ++k) work.investment[k] = (*year.baseline)[Field::investment][k];
    return;
  }
  for (int r = 0, k = 0; r < s.regions; ++r) {
    for (int j = 0; j < s.industries; ++j, ++k) {
      work.investment[k] =
          year.mobile_capital
              ? work.log_value_added[k] - work.log_technology[k] + b.sigma_kl[j] * (work.log_bundle[k] - log_rental[k])
              : work.log_capital[k] + b.investment_xi * (log_rental[k] - work.log_investment_price[r]);
    }
  }
  exp_each(work.investment.data(), s.cells);
  for (int k = 0; k < s.cells; ++k) {
    if (!s.has_capital[k])
      work.investment[k] = Lanes<W>(0.0);
    else if (year.mobile_capital)
      work.investment[k] *= (*year.baseline)[Field::investment][k] * Lanes<W>(year.base.capital.data()[k]) /
                            (*year.baseline)[Field::capital][k];
    else
      work.investment[k] *= Lanes<W>(year.base.investment.data()[k]);
  }
}

}  // namespace

template <int W>
void final_demand(const Year<W>& year, const Lanes<W>* y, Workspace<W>& work) {
  const Sizes& s = year.sizes;
  const BaseYear& base = year.base;
  const Unknowns at(s);
  const double consumer_tax = 1.0 + base.final_tax_rate.data()[static_cast<int>(Use::consumption)];
  for (int r = 0; r < s.regions; ++r) {
    const Lanes<W> budget = Lanes<W>(base.consumption_propensity.data()[r] / consumer_tax) * work.income[r];
    for (int k = r * s.industries; k < (r + 1) * s.industries; ++k) {
      work.consumption[k] = year.hold.consumption
                                ? (*year.baseline)[Field::private_consumption][k]
                                : Lanes<W>(base.consumption_share.data()[k]) * budget / work.composite[k];
    }
    public_demand(year, work, r);
  }
  consumption_by_purchase(year, work);
  export_demand(year, y + at.prices, work);
  investment_demand(year, y + at.rental_rates, work);
  for (int r = 0; r < s.regions; ++r) {
    Lanes<W> invested = work.policy_investment_total[r];
    for (int k = r * s.industries; k < (r + 1) * s.industries; ++k) invested += work.investment[k];
    for (int i = 0, k = r * s.industries; i < s.industries; ++i, ++k) {
      work.use[k] = work.intermediate[k] + work.purchased[k] + work.government[k] + work.fixed_use[k] +
                    Lanes<W>(base.capital_composition.data()[i]) * invested;
    }
  }
}

#define DRIVKRAFT_INSTANTIATE(W) template void final_demand<W>(const Year<W>&, const Lanes<W>*, Workspace<W>&);
DRIVKRAFT_INSTANTIATE(1)
DRIVKRAFT_INSTANTIATE(4)
DRIVKRAFT_INSTANTIATE(8)
#undef DRIVKRAFT_INSTANTIATE

}  // namespace drivkraft
