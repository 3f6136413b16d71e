#pragma once

#include "economy/draw.h"
#include "economy/scenario.h"

namespace drivkraft::test {

/// The delivered scenario scenarios/strategy-national.toml with the levers it was read against, read once.
struct Strategy {
  LeverCatalogue catalogue;
  Scenario scenario;
};
[[nodiscard]] const Strategy& strategy();

/// A member of an ensemble on the delivered parameters: number 0 stands at central values, every other draws each
/// parameter that an ensemble varies evenly from the middle half of its range. The same number is the same draw
/// everywhere.
[[nodiscard]] Draw member(int number);

}  // namespace drivkraft::test
