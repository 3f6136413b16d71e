#pragma once

#include <span>
#include <vector>

#include "economy/region_sums.h"
#include "simulation/simulate.h"

namespace drivkraft {

/// A scenario with the levers it is read against.
struct Variant {
  const Scenario* scenario = nullptr;
  const LeverCatalogue* catalogue = nullptr;
};

/// Sums by region of the baseline and of each variant, in their order.
struct SideBySide {
  RegionSums baseline;
  std::vector<RegionSums> variants;
};

/// Runs variants of a scenario against the baseline of the same draw, as many at a time as there are lanes. All cover
/// the same years and close alike. Each has the bits that it has alone. Throws what simulate throws.
[[nodiscard]] SideBySide run_side_by_side(const Model& model, const Draw& draw, const KnownBaseline& baseline,
                                          const Closures& closures, std::span<const Variant> variants);

/// The scenario with the doses of one lever only, for each lever that it doses, in the order of the catalogue.
[[nodiscard]] std::vector<Scenario> levers_alone(const Scenario& scenario);

/// The catalogue with nothing to buy: levers act as they do, and the public pays for wage subsidies alone.
[[nodiscard]] LeverCatalogue without_purchases(const LeverCatalogue& catalogue);

}  // namespace drivkraft
