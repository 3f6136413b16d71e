#pragma once

#include <string>
#include <vector>

#include "economy/scenario.h"

namespace drivkraft::test {

/// One indicator that a lever is expected to move, in the region of the dose, summed over the years.
struct Moved {
  ExpectedChange expected;
  double change = 0.0;  // persons, mio. DKK or kt times years; productivity in %, unemployment in points, times years
  double noise = 0.0;   // what the solver's tolerance may leave
  [[nodiscard]] bool as_expected() const { return expected.up ? change > noise : change < -noise; }
};

/// What a lever does alone in one region.
struct LeverAlone {
  RegionId region;
  std::string failure;  // why it did not run, or which field is not finite; "" when it ran
  std::vector<Moved> moved;
};

/// The catalogue of the data folder, read once.
[[nodiscard]] const LeverCatalogue& catalogue();

/// Runs a lever of the catalogue alone in every region that it may be applied to: its default dose in each of
/// 2020-2023, default closures, to 2040. A lever of world demand has its dose in all of them at once.
[[nodiscard]] std::vector<LeverAlone> lever_alone(int entry);

/// One line for a region: what moved, by how much, and whether that is as expected.
[[nodiscard]] std::string text_of(const LeverAlone& alone);

}  // namespace drivkraft::test
