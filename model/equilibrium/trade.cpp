#include "base/math.h"
#include "equilibrium/equations.h"

namespace drivkraft {

namespace {

/// sum_q s0 n p^(1-sT) - 1 for one purchasing region and product, from p^(1-sT) - 1 of the origins.
template <int W>
Lanes<W> weighted_origin_powers(const Year<W>& year, const Workspace<W>& work, int region, int product) {
  const Sizes& s = year.sizes;
  const Lanes<W>* variety = year.now[Field::variety_index];
  Lanes<W> sum(0.0);
  for (int q = 0; q < s.regions; ++q) {
    const int from = q * s.industries + product;
    const int pair = (q * s.regions + region) * s.industries + product;
    const Lanes<W> share =
        work.has_trade_access ? work.trade_share[pair] : Lanes<W>(year.base.trade_share.data()[pair]);
    if (work.has_variety)
      sum += share * ((variety[from] - Lanes<W>(1.0)) + variety[from] * work.power_price[from]);
    else
      sum += share * work.power_price[from];
  }
  return sum;
}

}  // namespace

template <int W>
void product_prices(const Year<W>& year, const Lanes<W>* y, Workspace<W>& work) {
  const Sizes& s = year.sizes;
  const Behaviour<W>& b = year.behaviour;
  const Unknowns at(s);
  for (int k = 0; k < s.cells; ++k) work.power_price[k] = expm1(b.power_regions * y[at.prices + k]);
  const Lanes<W> foreign_power = expm1(b.power_imports * work.log_world_price);
  for (int r = 0; r < s.regions; ++r) {
    Lanes<W> investment_price(0.0);
    for (int i = 0; i < s.industries; ++i) {
      const int cell = r * s.industries + i;
      const Lanes<W> foreign(year.base.foreign_share.data()[i]);
      work.log_domestic_price[cell] = ces_log_index(weighted_origin_powers(year, work, r, i), b.power_regions);
      work.log_composite[cell] = ces_log_index(
          (Lanes<W>(1.0) - foreign) * expm1(b.power_imports * work.log_domestic_price[cell]) + foreign * foreign_power,
          b.power_imports);
      work.composite[cell] = exp(work.log_composite[cell]);
      investment_price += Lanes<W>(year.base.capital_composition.data()[i]) * work.composite[cell];
    }
    work.investment_price[r] = investment_price;
    work.log_investment_price[r] = log(investment_price);
    for (int j = 0; j < s.industries; ++j) {
      const int cell = r * s.industries + j;
      const double* row = s.input_rows.data() + j * s.industries;
      Lanes<W> cost(0.0);
      for (int i = 0; i < s.industries; ++i) {
        const Lanes<W> price = Lanes<W>(row[i]) * work.composite[r * s.industries + i];
        cost += work.has_resource_lever
                    ? price * year.now[Field::resource_efficiency][(r * s.industries + i) * s.industries + j]
                    : price;
      }
      const bool uses_materials = s.input_sum[j] > 0.0;
      work.log_materials[cell] = uses_materials ? log(cost / Lanes<W>(s.input_sum[j])) : Lanes<W>(0.0);
      const Lanes<W> share(year.base.materials_share.data()[j]);
      work.log_unit_cost[cell] =
          ces_log_index(share * expm1(b.power_va * work.log_materials[cell]) +
                            (Lanes<W>(1.0) - share) * expm1(b.power_va * work.log_value_added_cost[cell]),
                        b.power_va);
    }
  }
}

template <int W>
void goods_supply(const Year<W>& year, const Lanes<W>* y, Workspace<W>& work) {
  const Sizes& s = year.sizes;
  const Behaviour<W>& b = year.behaviour;
  const Unknowns at(s);
  const Lanes<W>* variety = year.now[Field::variety_index];
  for (int r = 0; r < s.regions; ++r) {
    for (int i = 0; i < s.industries; ++i) {
      const int cell = r * s.industries + i;
      const Lanes<W> domestic(1.0 - year.base.foreign_share.data()[i]);
      // PD^sT D = (1 - mu) PD^sT (P / PD)^sM Q
      work.demand[cell] = domestic * work.use[cell] *
                          exp(b.sigma_regions * work.log_domestic_price[cell] +
                              b.sigma_imports * (work.log_composite[cell] - work.log_domestic_price[cell]));
    }
  }
  for (int q = 0; q < s.regions; ++q) {
    for (int i = 0; i < s.industries; ++i) {
      const int cell = q * s.industries + i;
      Lanes<W> sold(0.0);
      for (int r = 0; r < s.regions; ++r) {
        const int pair = (q * s.regions + r) * s.industries + i;
        const Lanes<W> share =
            work.has_trade_access ? work.trade_share[pair] : Lanes<W>(year.base.trade_share.data()[pair]);
        sold += share * work.demand[r * s.industries + i];
      }
      Lanes<W> weight = (Lanes<W>(1.0) + work.power_price[cell]) * exp(-y[at.prices + cell]);  // p^-sT
      if (work.has_variety) weight *= variety[cell];
      work.supply[cell] = weight * sold + work.exports[cell];
    }
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
