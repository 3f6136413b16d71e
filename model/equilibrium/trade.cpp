#include "base/lane_vectors.h"
#include "base/math.h"
#include "equilibrium/equations.h"

namespace drivkraft {

namespace {

/// to_i += s0[origin, region, i] x_i over products, after any change of travel time.
template <int W>
void add_traded(const Year<W>& year, const Workspace<W>& work, int origin, int region, const Lanes<W>* x,
                Lanes<W>* to) {
  const int first = (origin * year.sizes.regions + region) * year.sizes.industries;
  if (work.has_trade_access)
    add_products(work.trade_share.data() + first, x, to, year.sizes.industries);
  else
    add_products(year.base.trade_share.data() + first, x, to, year.sizes.industries);
}

/// sum_q s0 n p^(1-sT) - 1 for every purchasing region and product; to domestic_sum.
template <int W>
void origin_powers(const Year<W>& year, const Lanes<W>* log_price, Workspace<W>& work) {
  const Sizes& s = year.sizes;
  const Lanes<W>* variety = year.now[Field::variety_index];
  const Lanes<W> power = year.behaviour.power_regions;
  for (int k = 0; k < s.cells; ++k) work.power_price[k] = power * log_price[k];
  expm1_each(work.power_price.data(), s.cells);
  const Lanes<W>* offered = work.power_price.data();
  if (work.has_variety) {
    for (int k = 0; k < s.cells; ++k)
      work.offered[k] = fused(variety[k], work.power_price[k], variety[k] - Lanes<W>(1.0));
    offered = work.offered.data();
  }
  for (int k = 0; k < s.cells; ++k) work.domestic_sum[k] = Lanes<W>(0.0);
  for (int q = 0; q < s.regions; ++q) {
    for (int r = 0; r < s.regions; ++r) {
      add_traded(year, work, q, r, offered + q * s.industries, work.domestic_sum.data() + r * s.industries);
    }
  }
}

/// PD, P and what a purchase of the composite demands of domestic product, PD^sT D / Q: shares of powers already taken.
template <int W>
void composite_prices(const Year<W>& year, Workspace<W>& work) {
  const Sizes& s = year.sizes;
  const Behaviour<W>& b = year.behaviour;
  const double* foreign_share = year.base.foreign_share.data();
  const Lanes<W> one(1.0), foreign_power = expm1(b.power_imports * work.log_world_price);
  for (int k = 0; k < s.cells; ++k) work.log_domestic_price[k] = work.domestic_sum[k];
  log1p_each(work.log_domestic_price.data(), s.cells);
  for (int k = 0; k < s.cells; ++k) {
    work.log_domestic_price[k] *= b.inverse_regions;
    work.demand_weight[k] = b.power_imports * work.log_domestic_price[k];
  }
  expm1_each(work.demand_weight.data(), s.cells);
  for (int r = 0, k = 0; r < s.regions; ++r) {
    for (int i = 0; i < s.industries; ++i, ++k) {
      const Lanes<W> domestic(1.0 - foreign_share[i]), power = work.demand_weight[k];
      const Lanes<W> sum = domestic * power + Lanes<W>(foreign_share[i]) * foreign_power;
      work.log_composite[k] = sum;
      work.demand_weight[k] = domestic * (one + power) / ((one + sum) * (one + work.domestic_sum[k]));
    }
  }
  log1p_each(work.log_composite.data(), s.cells);
  for (int k = 0; k < s.cells; ++k) work.composite[k] = work.log_composite[k] *= b.inverse_imports;
  exp_each(work.composite.data(), s.cells);
  for (int k = 0; k < s.cells; ++k) work.demand_weight[k] *= work.composite[k];
}

/// PI and PM, and their logs.
template <int W>
void purchase_prices(const Year<W>& year, Workspace<W>& work) {
  const Sizes& s = year.sizes;
  const double *coefficients = year.base.input_coefficients.data(), *capital = year.base.capital_composition.data();
  for (int r = 0; r < s.regions; ++r) {
    const Lanes<W>* price = work.composite.data() + r * s.industries;
    Lanes<W> investment_price(0.0);
    for (int i = 0; i < s.industries; ++i) investment_price = fused(capital[i], price[i], investment_price);
    work.investment_price[r] = work.log_investment_price[r] = investment_price;
    Lanes<W>* cost = work.materials_price.data() + r * s.industries;
    if (work.has_resource_lever) {
      const Lanes<W>* efficiency = year.now[Field::resource_efficiency] + r * s.industries * s.industries;
      for (int j = 0; j < s.industries; ++j) {
        cost[j] = Lanes<W>(0.0);
        for (int i = 0; i < s.industries; ++i)
          cost[j] = fused(coefficients[i * s.industries + j], price[i] * efficiency[i * s.industries + j], cost[j]);
      }
    } else {
      weighted_sums(coefficients, s.industries, s.industries, price, cost);
    }
    for (int j = 0; j < s.industries; ++j) {
      const bool uses_materials = s.input_sum[j] > 0.0;
      cost[j] = uses_materials ? cost[j] / Lanes<W>(s.input_sum[j]) : Lanes<W>(1.0);
      work.log_materials[r * s.industries + j] = cost[j];
    }
  }
  log_each(work.log_investment_price.data(), s.regions);
  log_each(work.log_materials.data(), s.cells);
}

}  // namespace

template <int W>
void product_prices(const Year<W>& year, const Lanes<W>* y, Workspace<W>& work) {
  const Sizes& s = year.sizes;
  const Behaviour<W>& b = year.behaviour;
  origin_powers(year, y + Unknowns(s).prices, work);
  composite_prices(year, work);
  purchase_prices(year, work);
  Lanes<W>*power_materials = work.unit_power.data(), *power_value = power_materials + s.cells;
  for (int k = 0; k < s.cells; ++k) {
    power_materials[k] = b.power_va * work.log_materials[k];
    power_value[k] = b.power_va * work.log_value_added_cost[k];
  }
  expm1_each(power_materials, 2 * s.cells);
  for (int r = 0, k = 0; r < s.regions; ++r) {
    for (int j = 0; j < s.industries; ++j, ++k) {
      const double share = year.base.materials_share.data()[j];
      work.log_unit_cost[k] = Lanes<W>(share) * power_materials[k] + Lanes<W>(1.0 - share) * power_value[k];
    }
  }
  log1p_each(work.log_unit_cost.data(), s.cells);
  for (int k = 0; k < s.cells; ++k) work.log_unit_cost[k] *= b.inverse_va;
}

template <int W>
void goods_supply(const Year<W>& year, const Lanes<W>* y, Workspace<W>& work) {
  const Sizes& s = year.sizes;
  const Unknowns at(s);
  const Lanes<W>* variety = year.now[Field::variety_index];
  for (int k = 0; k < s.cells; ++k) {
    work.demand[k] = work.demand_weight[k] * work.use[k];
    work.sold[k] = Lanes<W>(0.0);
  }
  for (int q = 0; q < s.regions; ++q) {
    for (int r = 0; r < s.regions; ++r) {
      add_traded(year, work, q, r, work.demand.data() + r * s.industries, work.sold.data() + q * s.industries);
    }
  }
  for (int k = 0; k < s.cells; ++k) work.supply[k] = -y[at.prices + k];
  exp_each(work.supply.data(), s.cells);
  for (int k = 0; k < s.cells; ++k) {
    Lanes<W> weight = (Lanes<W>(1.0) + work.power_price[k]) * work.supply[k];  // p^-sT
    if (work.has_variety) weight *= variety[k];
    work.supply[k] = weight * work.sold[k] + work.exports[k];
  }
}

#define DRIVKRAFT_INSTANTIATE(W)                                                   \
  template void product_prices<W>(const Year<W>&, const Lanes<W>*, Workspace<W>&); \
  template void goods_supply<W>(const Year<W>&, const Lanes<W>*, Workspace<W>&);
DRIVKRAFT_INSTANTIATE(1)
DRIVKRAFT_INSTANTIATE(4)
DRIVKRAFT_INSTANTIATE(8)
#undef DRIVKRAFT_INSTANTIATE

}  // namespace drivkraft
