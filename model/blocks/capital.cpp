#include "blocks/capital.h"

namespace drivkraft {

template <int W>
void advance_capital(const BaseYear& base, const State<W>& last_year, State<W>& this_year) {
  const int industries = base.dimensions.industry_count();
  for (std::size_t cell = 0; cell < base.capital.cells(); ++cell) {
    const double kept = 1.0 - base.depreciation.data()[static_cast<int>(cell) % industries];
    this_year[Field::capital][cell] =
        Lanes<W>(kept) * last_year[Field::capital][cell] +
        Lanes<W>(base.capital_units.data()[cell]) *
            (last_year[Field::investment][cell] + last_year[Field::policy_investment][cell]);
  }
}

template void advance_capital<1>(const BaseYear&, const State<1>&, State<1>&);
template void advance_capital<4>(const BaseYear&, const State<4>&, State<4>&);
template void advance_capital<8>(const BaseYear&, const State<8>&, State<8>&);

}  // namespace drivkraft
