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

/// Investment by investing industry; under mobile capital it follows the capital in use.
template <int W>
Lanes<W> investment_of(const Year<W>& year, const Lanes<W>* y, const Workspace<W>& work, int region, int industry) {
  const Sizes& s = year.sizes;
  const Behaviour<W>& b = year.behaviour;
  const int cell = region * s.industries + industry;
  if (year.hold.investment) return (*year.baseline)[Field::investment][cell];
  if (!s.has_capital[cell]) return Lanes<W>(0.0);
  const Lanes<W> rental = y[Unknowns(s).rental_rates + cell];
  if (year.mobile_capital) {
    const Lanes<W> in_use = exp(work.log_value_added[cell] - work.log_technology[cell] +
                                b.sigma_kl[industry] * (work.log_bundle[cell] - rental));
    return (*year.baseline)[Field::investment][cell] * in_use * Lanes<W>(year.base.capital.data()[cell]) /
           (*year.baseline)[Field::capital][cell];
  }
  return Lanes<W>(year.base.investment.data()[cell]) *
         exp(work.log_capital[cell] + b.investment_xi * (rental - work.log_investment_price[region]));
}

}  // namespace

template <int W>
void final_demand(const Year<W>& year, const Lanes<W>* y, Workspace<W>& work) {
  const Sizes& s = year.sizes;
  const Behaviour<W>& b = year.behaviour;
  const BaseYear& base = year.base;
  const Unknowns at(s);
  const double consumer_tax = 1.0 + base.final_tax_rate.data()[static_cast<int>(Use::consumption)];
  for (int r = 0; r < s.regions; ++r) {
    const Lanes<W> budget = Lanes<W>(base.consumption_propensity.data()[r] / consumer_tax) * work.income[r];
    for (int i = 0; i < s.industries; ++i) {
      const int cell = r * s.industries + i;
      work.consumption[cell] = year.hold.consumption
                                   ? (*year.baseline)[Field::private_consumption][cell]
                                   : Lanes<W>(base.consumption_share.data()[cell]) * budget / work.composite[cell];
      if (base.exports.data()[cell] == 0.0)
        work.exports[cell] = Lanes<W>(0.0);
      else if (year.hold.exports)
        work.exports[cell] = (*year.baseline)[Field::exports][cell];
      else {
        work.exports[cell] = Lanes<W>(base.exports.data()[cell]) *
                             exp(work.export_constant[cell] - b.export_adjustment * b.export_elasticity *
                                                                  (y[at.prices + cell] - work.log_world_price));
      }
    }
    public_demand(year, work, r);
  }
  consumption_by_purchase(year, work);
  for (int r = 0; r < s.regions; ++r) {
    Lanes<W> invested = work.policy_investment_total[r];
    for (int j = 0; j < s.industries; ++j) {
      const int cell = r * s.industries + j;
      work.investment[cell] = investment_of(year, y, work, r, j);
      invested += work.investment[cell];
    }
    for (int i = 0; i < s.industries; ++i) {
      const int cell = r * s.industries + i;
      work.use[cell] = work.intermediate[cell] + work.purchased[cell] + work.government[cell] + work.fixed_use[cell] +
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
