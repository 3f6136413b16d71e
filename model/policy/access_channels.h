#pragma once

#include <vector>

#include "economy/base_year.h"

namespace drivkraft {

/// Factor on the share of a workplace's jobs that a residence fills, when travel between them is faster.   (LM-1)
///
///     f(c') / f(c),   ln f(c) = -depth / (1 + (c / midpoint)^-b),   b = 4 elasticity / depth
///
/// c: travel cost [km]; minutes saved are turned into km by the pair's own km a minute. midpoint [km], elasticity of
/// commuting to cost there, depth [log points]: commuting.access_*. Exactly 1 where nothing is saved.
/// Source: de Vries, Nijkamp and Rietveld (2009), Environ. Plan. A 41(2).
struct CommutingAccess {
  double midpoint = 0.0, elasticity = 0.0, depth = 0.0;
  [[nodiscard]] double factor(double km, double minutes, double minutes_saved) const;
};

/// Factor on an origin's share of a product, before shares are renormalised, and on exposed exports.       (TD-1)
///
///     exp(decay f_i minutes saved)
///
/// decay: of gravity [1 / minute]; f_i: factor of the product.
[[nodiscard]] double trade_factor(double decay, double product_factor, double minutes_saved);

/// Change of log effective density of jobs by region from travel time saved.                              (TE-5)
///
///     access[r] = sum_q jobs0[q] exp(-time[r,q] / access_decay)
///
/// `minutes_saved`: [region, region].
[[nodiscard]] std::vector<double> density_change(const BaseYear& base, const std::vector<double>& minutes_saved,
                                                 double access_decay);

}  // namespace drivkraft
