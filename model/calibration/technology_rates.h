#pragma once

#include "economy/base_technology.h"
#include "economy/base_year.h"
#include "economy/people_tables.h"

namespace drivkraft {

/// Mean wage by education, w0bar_e = sum w0 L0 / sum L0 [mio. DKK a person].                          (TR-3)
[[nodiscard]] std::vector<double> mean_wages(const BaseYear& base);

/// Distance to the frontier and drift from the base-year accounts and history.                  (TE-1, TE-3)
///
///     gap0[r,j] = ln( mean over the best regions of va0 / sum_e w0bar_e L0, weighted with jobs / the region's own ),
///     within 0 .. technology.gap_cap; zero for industries that do not catch up
[[nodiscard]] BaseTechnology technology_rates(const BaseYear& base, const PeopleTables& tables,
                                              const Parameters& central);

}  // namespace drivkraft
