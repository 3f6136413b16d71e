#pragma once

#include <array>
#include <vector>

#include "economy/base_year.h"
#include "economy/draw.h"
#include "economy/policy_effects.h"
#include "economy/scenario.h"

namespace drivkraft {

/// Everything the levers of a scenario move, year by year from the scenario's first year; lane k uses draws[k].
/// Each channel is one pure function of its family's header; costs are purchases of the entry's products in the year of
/// the dose.                                                                                     (PO-1 to PO-3)
template <int W>
[[nodiscard]] std::vector<PolicyEffects<W>> policy_path(const BaseYear& base, const Scenario& scenario,
                                                        const LeverCatalogue& catalogue, const Draw* draws);

/// What one lane asks. Nothing of a lane moves another.
struct LanePolicy {
  const Scenario* scenario = nullptr;
  const LeverCatalogue* catalogue = nullptr;
  const Draw* draw = nullptr;
};

/// The same for scenarios side by side, each over the same years.
template <int W>
[[nodiscard]] std::vector<PolicyEffects<W>> policy_path(const BaseYear& base, const std::array<LanePolicy, W>& lanes);

}  // namespace drivkraft
