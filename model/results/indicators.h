#pragma once

// Internal to results/: the headline numbers of the terminal summary.

#include <array>
#include <vector>

#include "results/recorder.h"

namespace drivkraft {

enum class Indicator { productivity, employment, unemployment, real_gdp };
inline constexpr std::array all_indicators{Indicator::productivity, Indicator::employment, Indicator::unemployment,
                                           Indicator::real_gdp};

/// Value of an indicator for some regions together:
/// productivity  value added (volume) / employment, both by workplace   [mio. DKK a person]
/// employment    by workplace                                           [persons]
/// unemployment  1 - employed residents / labour force                  [%]
/// real_gdp      at base-year prices                                    [mio. DKK]
[[nodiscard]] double level(const Recorder& recorder, PathKind path, Indicator indicator, int year,
                           const std::vector<int>& regions);

/// Scenario against baseline: productivity in %, unemployment in percentage points, the others in their own unit.
[[nodiscard]] double change(const Recorder& recorder, Indicator indicator, int year, const std::vector<int>& regions);

}  // namespace drivkraft
