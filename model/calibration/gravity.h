#pragma once

#include <vector>

namespace drivkraft {

/// Doubly constrained gravity for one product.                                                  (BY-5)
///
///     T[q,r] = a[q] b[r] exp(-decay f time[q,r]),   sum_r T = supply[q],   sum_q T = use[r]
///
/// Newton on the dual (ln a, ln b), to 1e-13 of the total; rows and columns without supply or use are zero. Where
/// distance is nearly everything, half of it is solved first and its logarithms are doubled.
/// supply, use: mio. DKK, equal sums to 1e-9 [error otherwise]; kernel: row-major [origin][destination], positive.
/// Source: Wilson (1970), Entropy in Urban and Regional Modelling; the dual form is standard.
/// Throws std::domain_error when it does not converge.
[[nodiscard]] std::vector<double> gravity_trade(const std::vector<double>& supply, const std::vector<double>& use,
                                                const std::vector<double>& kernel);

}  // namespace drivkraft
