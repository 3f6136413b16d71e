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

template <int W>
void advance_trend(const BaseYear& base, const Trend& trend, int years_from_base, State<W>& this_year) {
  const int industries = base.dimensions.industry_count();
  const double gamma = trend.gamma(years_from_base);
  this_year[Field::labour_efficiency][0] = Lanes<W>(trend.efficiency(years_from_base));
  for (int i = 0; i < industries; ++i) {
    this_year[Field::world_demand][i] =
        Lanes<W>(gamma * exp(base.world_demand_deviation({i}) * static_cast<double>(years_from_base)));
  }
  for (std::size_t cell = 0; cell < base.public_consumption.cells(); ++cell) {
    this_year[Field::public_consumption][cell] = Lanes<W>(gamma * base.public_consumption.data()[cell]);
    this_year[Field::other_final_use][cell] =
        Lanes<W>(gamma * (base.inventories.data()[cell] + base.visitors_imported.data()[cell]));
  }
}

template void advance_trend<1>(const BaseYear&, const Trend&, int, State<1>&);
template void advance_trend<4>(const BaseYear&, const Trend&, int, State<4>&);
template void advance_trend<8>(const BaseYear&, const Trend&, int, State<8>&);

}  // namespace drivkraft
