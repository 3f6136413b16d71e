#pragma once

#include <vector>

#include "base/lanes.h"
#include "economy/dimensions.h"

namespace drivkraft {

/// What policy moves in one year, for W paths; neutral until a lever sets it. [cell][lane]
template <int W>
struct PolicyEffects {
  explicit PolicyEffects(const Dimensions& d)
      : log_technology(d.regions.size() * d.industries.size(), Lanes<W>(0.0)),
        public_purchases(log_technology),
        labour_force_added(d.regions.size() * d.educations.size(), Lanes<W>(0.0)) {}
  std::vector<Lanes<W>> log_technology;      // [region, industry] rise of ln A
  std::vector<Lanes<W>> public_purchases;    // [region, product] volume, mio. DKK at base-year basic prices
  std::vector<Lanes<W>> labour_force_added;  // [region, education] persons, stock
};

}  // namespace drivkraft
