#include "blocks/environment.h"

namespace drivkraft {

namespace {

/// Which practice is the green one, -1 where none is.
int green_practice(const Dimensions& dimensions) {
  for (std::size_t k = 0; k < dimensions.practices.size(); ++k) {
    if (dimensions.practices[k].id == "green") return static_cast<int>(k);
  }
  return -1;
}

/// Output of green firms in one region, at current prices or at those of the base year.
template <int W>
Lanes<W> green_output(const BaseYear& base, const State<W>& state, bool current, int green, std::size_t region) {
  const std::size_t industries = base.dimensions.industries.size(), practices = base.dimensions.practices.size();
  Lanes<W> sum(0.0);
  for (std::size_t cell = region * industries; cell < (region + 1) * industries; ++cell) {
    const Lanes<W> price = current ? state[Field::output_price][cell] : Lanes<W>(1.0);
    const Lanes<W> value = price * state[Field::output][cell];
    sum += green < 0 ? value : value * state[Field::adoption][cell * practices + static_cast<std::size_t>(green)];
  }
  return sum;
}

}  // namespace

template <int W>
void set_emissions(const BaseYear& base, const std::vector<Lanes<W>>& saving, State<W>& this_year) {
  const std::size_t industries = base.emission_intensity.cells();
  if (industries == 0) return;
  for (std::size_t cell = 0; cell < this_year.all(Field::emissions).size(); ++cell) {
    const Lanes<W> kept = saving.empty() ? Lanes<W>(1.0) : Lanes<W>(1.0) - saving[cell];
    this_year[Field::emissions][cell] =
        Lanes<W>(base.emission_intensity.data()[cell % industries]) * this_year[Field::output][cell] * kept;
  }
}

template <int W>
void set_green_turnover(const BaseYear& base, const State<W>& first, State<W>& this_year) {
  const int green = green_practice(base.dimensions);
  for (std::size_t r = 0; r < base.green_turnover.cells(); ++r) {
    const Lanes<W> before = green_output(base, first, false, green, r);
    if (!(before.lane(0) > 0.0)) continue;
    this_year[Field::green_turnover][r] =
        Lanes<W>(base.green_turnover.data()[r]) * (green_output(base, this_year, true, green, r) / before);
  }
}

#define DRIVKRAFT_INSTANTIATE(W)                                                            \
  template void set_emissions<W>(const BaseYear&, const std::vector<Lanes<W>>&, State<W>&); \
  template void set_green_turnover<W>(const BaseYear&, const State<W>&, State<W>&);
DRIVKRAFT_INSTANTIATE(1)
DRIVKRAFT_INSTANTIATE(4)
DRIVKRAFT_INSTANTIATE(8)
#undef DRIVKRAFT_INSTANTIATE

}  // namespace drivkraft
