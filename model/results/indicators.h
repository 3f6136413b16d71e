#pragma once

// The headline numbers of the terminal summary and of comparisons.

#include <array>
#include <functional>
#include <vector>

#include "results/recorder.h"

namespace drivkraft {

enum class Indicator { productivity, employment, unemployment, real_gdp };
inline constexpr std::array all_indicators{Indicator::productivity, Indicator::employment, Indicator::unemployment,
                                           Indicator::real_gdp};

/// Sum of a series over some regions in some year.
using SumOf = std::function<double(Field)>;

/// Value of an indicator for what `of` sums:
/// productivity  value added (volume) / employment, both by workplace   [mio. DKK a person]
/// employment    by workplace                                           [persons]
/// unemployment  1 - employed residents / labour force                  [%]
/// real_gdp      at base-year prices                                    [mio. DKK]
[[nodiscard]] double level(Indicator indicator, const SumOf& of);
[[nodiscard]] double level(const Recorder& recorder, PathKind path, Indicator indicator, int year,
                           const std::vector<int>& regions);

/// Scenario against baseline: productivity in %, unemployment in percentage points, the others in their own unit.
[[nodiscard]] double change(Indicator indicator, const SumOf& scenario, const SumOf& baseline);
[[nodiscard]] double change(const Recorder& recorder, Indicator indicator, int year, const std::vector<int>& regions);

}  // namespace drivkraft
