#pragma once

#include "equilibrium/year.h"

namespace drivkraft::test {

/// exp, log, expm1 and log1p that one sweep takes for each path, without wage subsidies and with two bundles of
/// educations, under the baseline's wage rule and under the wage curve. tests/unit/sweep_cost.cpp counts the calls.
[[nodiscard]] int powers_of_sweep(const Sizes& sizes, WageRule wages);

/// What the sums of a sweep cost: R S^2 products into industries and S R^2 flows between regions.
[[nodiscard]] double law_of_sweep(const Sizes& sizes);

}  // namespace drivkraft::test
