#pragma once

#include <vector>

#include "support/real_economy.h"

namespace drivkraft::test {

/// How often a series of changes turns, changes below `least` ignored.
[[nodiscard]] int turns(const std::vector<double>& series, std::size_t first, double least);

/// Specification (o), of unemployment by region and education: the lowest rate of any year, and how often scenario less
/// baseline turns from the fifth year on, in the cell that turns most.
struct Calm {
  double lowest_rate = 1.0;
  int most_turns = 0;
};
[[nodiscard]] Calm calm_of(const Run& run, double least_change);

}  // namespace drivkraft::test
