#include "blocks/trend.h"

#include "base/math.h"

namespace drivkraft {

namespace {

double compounded(double growth, int years) {
  return exp(static_cast<double>(years) * log1p(growth));
}

}  // namespace

double Trend::efficiency(int years) const {
  return compounded(efficiency_growth, years);
}
double Trend::people(int years) const {
  return compounded(people_growth, years);
}

SolvedTrend solve_trend(double growth, int years, const std::vector<double>& mean_wage,
                        const std::vector<double>& force_first, const std::vector<double>& force_last) {
  double weighted_first = 0.0, weighted_last = 0.0, heads_first = 0.0, heads_last = 0.0;
  for (std::size_t e = 0; e < mean_wage.size(); ++e) {
    weighted_first += mean_wage[e] * force_first[e];
    weighted_last += mean_wage[e] * force_last[e];
    heads_first += force_first[e];
    heads_last += force_last[e];
  }
  const auto span = static_cast<double>(years);
  const double log_weighted = log(weighted_last / weighted_first), log_heads = log(heads_last / heads_first);
  const double log_efficiency = log1p(growth) - (log_weighted - log_heads) / span;
  return {.trend = {.efficiency_growth = expm1(log_efficiency)},
          .capital_growth = expm1(log_efficiency + log_weighted / span)};
}

template <int W>
Lanes<W> trend_index(const BaseYear& base, const std::vector<double>& mean_wage, double efficiency,
                     const State<W>& baseline) {
  const int educations = base.dimensions.education_count();
  Lanes<W> now(0.0);
  double then = 0.0;
  for (std::size_t k = 0; k < base.labour_force.cells(); ++k) {
    const double wage = mean_wage[k % static_cast<std::size_t>(educations)];
    now += Lanes<W>(wage) * baseline[Field::labour_force][k];
    then += wage * base.labour_force.data()[k];
  }
  return Lanes<W>(efficiency) * now / Lanes<W>(then);
}

template <int W>
void advance_trend(const BaseYear& base, double efficiency, Lanes<W> gamma, int years_from_base, State<W>& this_year) {
  const int industries = base.dimensions.industry_count();
  this_year[Field::labour_efficiency][0] = Lanes<W>(efficiency);
  for (int i = 0; i < industries; ++i) {
    this_year[Field::world_demand][i] =
        gamma * Lanes<W>(exp(base.world_demand_deviation({i}) * static_cast<double>(years_from_base)));
  }
  for (std::size_t cell = 0; cell < base.public_consumption.cells(); ++cell) {
    this_year[Field::public_consumption][cell] = gamma * Lanes<W>(base.public_consumption.data()[cell]);
    this_year[Field::other_final_use][cell] =
        gamma * Lanes<W>(base.inventories.data()[cell] + base.visitors_imported.data()[cell]);
  }
}

template <int W>
void spread_public_consumption(const BaseYear& base, const State<W>& base_state, State<W>& this_year) {
  Lanes<W> unscaled(0.0);
  double total = 0.0;
  Lanes<W>* spread = this_year[Field::public_consumption];
  for (std::size_t cell = 0; cell < base.public_consumption.cells(); ++cell) {
    const double before = base_state[Field::need][cell].lane(0);
    spread[cell] = before > 0.0 ? Lanes<W>(base.public_consumption.data()[cell]) * this_year[Field::need][cell] /
                                      base_state[Field::need][cell]
                                : Lanes<W>(base.public_consumption.data()[cell]);
    unscaled += spread[cell];
    total += base.public_consumption.data()[cell];
  }
  if (!(unscaled.lane(0) > 0.0)) return;
  const Lanes<W> scale = this_year[Field::trend][0] * Lanes<W>(total) / unscaled;
  for (std::size_t cell = 0; cell < base.public_consumption.cells(); ++cell) spread[cell] *= scale;
}

#define DRIVKRAFT_INSTANTIATE(W)                                                                          \
  template Lanes<W> trend_index<W>(const BaseYear&, const std::vector<double>&, double, const State<W>&); \
  template void advance_trend<W>(const BaseYear&, double, Lanes<W>, int, State<W>&);                      \
  template void spread_public_consumption<W>(const BaseYear&, const State<W>&, State<W>&);
DRIVKRAFT_INSTANTIATE(1)
DRIVKRAFT_INSTANTIATE(4)
DRIVKRAFT_INSTANTIATE(8)
#undef DRIVKRAFT_INSTANTIATE

}  // namespace drivkraft
