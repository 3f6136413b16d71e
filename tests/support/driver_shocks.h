#pragma once

#include <array>
#include <functional>
#include <string>

#include "economy/base_year.h"
#include "economy/state.h"

namespace drivkraft::test {

/// Blows to the drivers of a year, larger than any policy, that show where the solver ends.
enum class Blow { productivity, labour_force, exports };
inline constexpr std::array blows{Blow::productivity, Blow::labour_force, Blow::exports};
[[nodiscard]] std::string name_of(Blow blow);

inline constexpr int everywhere = -1;

/// The driver times `factor` in one region, or everywhere.
[[nodiscard]] std::function<void(State<1>&)> struck(const BaseYear& base, Blow blow, int region, double factor);

/// The public buys nothing more of one product, in one region or everywhere.
[[nodiscard]] std::function<void(State<1>&)> no_public_purchases(const BaseYear& base, int region, int product);

}  // namespace drivkraft::test
