#pragma once

#include <vector>

#include "base/lanes.h"
#include "economy/base_year.h"
#include "economy/state.h"

namespace drivkraft {

/// Greenhouse gas emissions of the year, by region and industry [kt CO2e].                                 (EN-1)
///
///     intensity_j x output (1 - saving)
///
/// intensity: of the industry, nationwide, base year; saving: by levers [region, industry], empty where none saves.
template <int W>
void set_emissions(const BaseYear& base, const std::vector<Lanes<W>>& saving, State<W>& this_year);

/// Turnover of green goods and services by region [mio. DKK, current prices].                              (EN-2)
///
///     turnover0_r x sum_j D p x / sum_j D0 x0
///
/// D: adoption of the practice `green`, base year: `first`; where the data know no such practice every firm counts.
template <int W>
void set_green_turnover(const BaseYear& base, const State<W>& first, State<W>& this_year);

}  // namespace drivkraft
