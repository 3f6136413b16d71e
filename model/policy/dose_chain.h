#pragma once

#include <vector>

namespace drivkraft {

/// From dose to state, the same for every lever of the chain (firms.*, adoption.*, matching.*).           (PO-1)
///
///     additional = treated (1 - deadweight)
///     net        = additional success (1 - displacement) (1 - substitution)
///
/// All shares between 0 and 1; treated in the unit of the dose, a year. Definitions after BIS (2009), Occasional
/// Paper 1.
struct DoseChain {
  double deadweight = 0.0;
  double success = 1.0;
  double displacement = 0.0;
  double substitution = 0.0;
  [[nodiscard]] double net(double treated) const {
    return treated * (1.0 - deadweight) * success * (1.0 - displacement) * (1.0 - substitution);
  }
};

/// How much of an effect is there `age` years after the dose [1].                                         (PO-1)
///
///     R(a) = min(1, max(0, (a - delay + 1) / ramp)) 2^(-max(0, a - delay - ramp + 1) / half_life)
///
/// delay, ramp, half_life in years; ramp at least 1; an infinite half_life never fades. A fractional delay spreads the
/// first effect over two years.
[[nodiscard]] double effect_share(int age, double delay, double ramp, double half_life);

/// Persons still there `age` years after they were moved, with a yearly hazard of going back [share].     (PO-8)
///
///     (1 - yearly_exit)^age
[[nodiscard]] double staying_share(int age, double yearly_exit);

}  // namespace drivkraft
