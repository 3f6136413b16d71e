#include "support/dense_sweep.h"

#include "base/lane_vectors.h"
#include "base/math.h"
#include "equilibrium/wage_rules.h"

namespace drivkraft::test {

DenseSweep::Matrix::Matrix(int cells)
    : size(cells), forward(static_cast<std::size_t>(cells) * static_cast<std::size_t>(cells)), backward(forward) {}

void DenseSweep::Matrix::set(int row, int column, double value) {
  const auto at = [&](int r, int c) { return static_cast<std::size_t>(r) * static_cast<std::size_t>(size) + c; };
  forward[at(row, column)] = value;
  backward[at(column, row)] = value;
}

DenseSweep::DenseSweep(const BaseYear& base)
    : trade_(base.dimensions.region_count() * base.dimensions.industry_count()), inputs_(trade_.size) {
  const int regions = base.dimensions.region_count(), industries = base.dimensions.industry_count();
  for (int r = 0; r < regions; ++r) {
    for (int i = 0; i < industries; ++i) {
      for (int q = 0; q < regions; ++q)
        trade_.set(q * industries + i, r * industries + i, base.trade_share.data()[(q * regions + r) * industries + i]);
      for (int j = 0; j < industries; ++j)
        inputs_.set(r * industries + i, r * industries + j, base.input_coefficients({i}, {j}));
    }
  }
}

/// TD-2, TD-3, PR-6 and PR-7.
template <int W>
void DenseSweep::prices(const Year<W>& year, const Lanes<W>* y, Workspace<W>& work) const {
  const Sizes& s = year.sizes;
  const Behaviour<W>& b = year.behaviour;
  const Lanes<W> one(1.0), foreign_power = expm1(b.power_imports * work.log_world_price);
  for (int k = 0; k < s.cells; ++k) work.power_price[k] = b.power_regions * y[Unknowns(s).prices + k];
  expm1_each(work.power_price.data(), s.cells);
  weighted_sums(trade_.forward.data(), s.cells, s.cells, work.power_price.data(), work.domestic_sum.data());
  for (int k = 0; k < s.cells; ++k) work.log_domestic_price[k] = work.domestic_sum[k];
  log1p_each(work.log_domestic_price.data(), s.cells);
  for (int k = 0; k < s.cells; ++k) {
    work.log_domestic_price[k] *= b.inverse_regions;
    work.demand_weight[k] = b.power_imports * work.log_domestic_price[k];
  }
  expm1_each(work.demand_weight.data(), s.cells);
  for (int k = 0; k < s.cells; ++k) {
    const double foreign = year.base.foreign_share.data()[k % s.industries];
    const Lanes<W> domestic(1.0 - foreign), power = work.demand_weight[k];
    work.log_composite[k] = domestic * power + Lanes<W>(foreign) * foreign_power;
    work.demand_weight[k] = domestic * (one + power) / ((one + work.log_composite[k]) * (one + work.domestic_sum[k]));
  }
  log1p_each(work.log_composite.data(), s.cells);
  for (int k = 0; k < s.cells; ++k) work.composite[k] = work.log_composite[k] *= b.inverse_imports;
  exp_each(work.composite.data(), s.cells);
  for (int k = 0; k < s.cells; ++k) work.demand_weight[k] *= work.composite[k];

  weighted_sums(inputs_.forward.data(), s.cells, s.cells, work.composite.data(), work.materials_price.data());
  for (int k = 0; k < s.cells; ++k) {
    const double sum = s.input_sum[k % s.industries];
    work.materials_price[k] = sum > 0.0 ? work.materials_price[k] / Lanes<W>(sum) : one;
    work.log_materials[k] = work.materials_price[k];
  }
  log_each(work.log_materials.data(), s.cells);
  for (int r = 0; r < s.regions; ++r) {
    Lanes<W> price(0.0);
    for (int i = 0; i < s.industries; ++i)
      price = fused(year.base.capital_composition.data()[i], work.composite[r * s.industries + i], price);
    work.investment_price[r] = work.log_investment_price[r] = price;
  }
  log_each(work.log_investment_price.data(), s.regions);

  Lanes<W>*materials = work.unit_power.data(), *value = materials + s.cells;
  for (int k = 0; k < s.cells; ++k) {
    materials[k] = b.power_va * work.log_materials[k];
    value[k] = b.power_va * work.log_value_added_cost[k];
  }
  expm1_each(materials, 2 * s.cells);
  for (int k = 0; k < s.cells; ++k) {
    const double share = year.base.materials_share.data()[k % s.industries];
    work.log_unit_cost[k] = Lanes<W>(share) * materials[k] + Lanes<W>(1.0 - share) * value[k];
  }
  log1p_each(work.log_unit_cost.data(), s.cells);
  for (int k = 0; k < s.cells; ++k) work.log_unit_cost[k] *= b.inverse_va;
}

/// TD-7.
template <int W>
void DenseSweep::goods(const Year<W>& year, const Lanes<W>* y, Workspace<W>& work) const {
  const Sizes& s = year.sizes;
  for (int k = 0; k < s.cells; ++k) work.demand[k] = work.demand_weight[k] * work.use[k];
  weighted_sums(trade_.backward.data(), s.cells, s.cells, work.demand.data(), work.sold.data());
  for (int k = 0; k < s.cells; ++k) work.supply[k] = -y[Unknowns(s).prices + k];
  exp_each(work.supply.data(), s.cells);
  for (int k = 0; k < s.cells; ++k) {
    work.supply[k] = (Lanes<W>(1.0) + work.power_price[k]) * work.supply[k] * work.sold[k] + work.exports[k];
  }
}

template <int W>
void DenseSweep::operator()(const Year<W>& year, const Lanes<W>* y, Workspace<W>& work, Lanes<W>* out) const {
  labour_costs(year, y, work);
  prices(year, y, work);
  factor_demand(year, y, work);
  weighted_sums(inputs_.backward.data(), inputs_.size, inputs_.size, work.materials.data(),
                work.intermediate.data());  // PR-14
  labour_market(year, work);
  if (year.wages == WageRule::structural_unemployment) structural_unemployment_seen(year, work);
  if (year.wages == WageRule::curve) log_unemployment_seen(year, work);
  household_income(year, work);
  final_demand(year, y, work);
  goods(year, y, work);
  residuals(year, y, work, out);
}

template void DenseSweep::operator()<1>(const Year<1>&, const Lanes<1>*, Workspace<1>&, Lanes<1>*) const;
template void DenseSweep::operator()<4>(const Year<4>&, const Lanes<4>*, Workspace<4>&, Lanes<4>*) const;

}  // namespace drivkraft::test
