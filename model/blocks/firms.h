#pragma once

#include <vector>

#include "base/lanes.h"
#include "economy/state.h"

namespace drivkraft {

/// The baseline's active firms.                                                                            (FI-2)
///
///     F' = F (1 + s entry - exit) = F x growth of the trend's labour force Gamma / B
///
/// Exit is the base year's rate, and entry is scaled in each region and industry to what that growth needs; so the
/// rates themselves do not show in the stock.
template <int W>
void advance_firms(const State<W>& last_year, State<W>& this_year);

/// A scenario's firms and the variety they mean.                                                           (FI-1)
///
///     F = F_b + added,   n = (F / F_b)^kappa
///
/// added: by levers, in units of the average firm [region, industry], empty where no lever adds any; kappa:
/// firms.variety. Source: Dixit and Stiglitz (1977), Am. Econ. Rev. 67(3).
template <int W>
void set_variety(const State<W>& baseline, const std::vector<Lanes<W>>& added, Lanes<W> kappa, State<W>& this_year);

}  // namespace drivkraft
