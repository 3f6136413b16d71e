#pragma once

#include "economy/base_people.h"
#include "economy/base_tables.h"
#include "economy/parameters.h"
#include "economy/people_tables.h"

namespace drivkraft {

/// Rates of demography, moves, education and participation from the published tables.               (PE-2 to PE-7)
///
///   moves        rate(o,d,a,e) = table A[d] / A[o] c(a) m s / mean_e(m s),  s = S[d,e] / S[o,e];  c(a) keeps the
///   nation's
///                moves at each age on the base stock, the mean over educations is taken on the base stock, once
///   emigration   emigrants over the stock, at most emigration_rate_cap; what exceeds it falls on the other educations
///   of
///                the same region and age by persons
///
/// Throws InputError when emigrants exceed the cap in every education of a region and age.
[[nodiscard]] BasePeople people_rates(const BaseTables& base, const PeopleTables& tables, const Parameters& central);

}  // namespace drivkraft
