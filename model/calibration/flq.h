#pragma once

#include <vector>

#include "economy/base_year.h"

namespace drivkraft::calibration {

/// Own shares by Flegg's location quotient, for comparison with the gravity's.                     (BY-9)
///
///     FLQ[i,j] = CILQ[i,j] (log2(1 + jobs_r / jobs))^delta,   own share = mean over users of min(1, FLQ)
///
/// CILQ: location quotient of the supplying over that of the using industry; for final users the supplying one's alone.
/// Returns the traded products whose own share differs from the gravity's by more than `report_gap`.
/// Source: Flegg and Webber (1997), Regional Studies 31(8).
[[nodiscard]] std::vector<FlqDifference> flq_differences(const BaseYear& base, const std::vector<bool>& local_product,
                                                         double delta, double report_gap);

/// The quotient of one supplying and one using industry (location quotients slq), for a region of the given size.
[[nodiscard]] double flegg_quotient(double slq_supplier, double slq_user, double size_share, double delta);

}  // namespace drivkraft::calibration
