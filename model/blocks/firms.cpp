#include "blocks/firms.h"

#include "base/math.h"

namespace drivkraft {

template <int W>
void advance_firms(const State<W>& last_year, State<W>& this_year) {
  const auto workers = [](const State<W>& state) {
    return state[Field::trend][0] / state[Field::labour_efficiency][0];
  };
  const Lanes<W> growth = workers(this_year) / workers(last_year);
  for (std::size_t k = 0; k < this_year.all(Field::firms).size(); ++k)
    this_year[Field::firms][k] = last_year[Field::firms][k] * growth;
}

template <int W>
void set_variety(const State<W>& baseline, const std::vector<Lanes<W>>& added, Lanes<W> kappa, State<W>& this_year) {
  for (std::size_t k = 0; k < this_year.all(Field::firms).size(); ++k) {
    const Lanes<W> before = baseline[Field::firms][k];
    this_year[Field::firms][k] = before;
    if (added.empty() || !(before.lane(0) > 0.0)) continue;
    this_year[Field::firms][k] = before + added[k];
    this_year[Field::variety_index][k] = exp(kappa * log(this_year[Field::firms][k] / before));
  }
}

#define DRIVKRAFT_INSTANTIATE(W)                              \
  template void advance_firms<W>(const State<W>&, State<W>&); \
  template void set_variety<W>(const State<W>&, const std::vector<Lanes<W>>&, Lanes<W>, State<W>&);
DRIVKRAFT_INSTANTIATE(1)
DRIVKRAFT_INSTANTIATE(4)
DRIVKRAFT_INSTANTIATE(8)
#undef DRIVKRAFT_INSTANTIATE

}  // namespace drivkraft
