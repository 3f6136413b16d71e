#pragma once

#include "base/lanes.h"

namespace drivkraft {

/// A national participation rate with a region's factor on its odds [share of people].                (PE-6)
///
///     p = n k / (1 - n + n k)          n: national rate   k: exp of the region's shift in log odds
inline double regional_participation(double national, double odds_factor) {
  return national * odds_factor / (1.0 - national + national * odds_factor);
}

template <int W>
Lanes<W> regional_participation(Lanes<W> national, double odds_factor) {
  const Lanes<W> weighted = national * Lanes<W>(odds_factor);
  return weighted / (Lanes<W>(1.0) - national + weighted);
}

}  // namespace drivkraft
