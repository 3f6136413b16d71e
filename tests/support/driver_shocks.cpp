#include "support/driver_shocks.h"

namespace drivkraft::test {

std::string name_of(Blow blow) {
  switch (blow) {
    case Blow::productivity: return "productivity";
    case Blow::labour_force: return "labour force";
    case Blow::exports: return "exports";
  }
  return "";
}

std::function<void(State<1>&)> struck(const BaseYear& base, Blow blow, int region, double factor) {
  const int regions = base.dimensions.region_count();
  return [=](State<1>& drivers) {
    const Field field = blow == Blow::productivity   ? Field::technology
                        : blow == Blow::labour_force ? Field::labour_force
                                                     : Field::export_shifter;
    const auto cells = drivers.all(field);
    const std::size_t block = cells.size() / static_cast<std::size_t>(regions);
    for (std::size_t k = 0; k < cells.size(); ++k) {
      if (region == everywhere || k / block == static_cast<std::size_t>(region)) cells[k] *= Lanes<1>(factor);
    }
  };
}

std::function<void(State<1>&)> no_public_purchases(const BaseYear& base, int region, int product) {
  const int regions = base.dimensions.region_count(), products = base.dimensions.industry_count();
  return [=](State<1>& drivers) {
    for (int r = 0; r < regions; ++r) {
      if (region == everywhere || r == region)
        drivers[Field::public_consumption][r * products + product] = Lanes<1>(0.0);
    }
  };
}

}  // namespace drivkraft::test
