#pragma once

#include <vector>

#include "economy/draw.h"
#include "economy/scenario.h"

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

/// A number of a channel on one path. std::out_of_range when the channel has no such number.
[[nodiscard]] double number_of(const ChannelUse& channel, const Draw& draw, const char* name);

/// The shares of a channel's chain.
[[nodiscard]] DoseChain chain_of(const ChannelUse& channel, const Draw& draw);

/// Net doses whose effect is there in year `year_index` [unit of the dose].                               (PO-1)
///
///     sum over s of net(dose_s) R(t - s)
///
/// `doses`: by year from the scenario's first. A channel without a half_life never fades.
[[nodiscard]] double doses_in_effect(const std::vector<double>& doses, int year_index, const ChannelUse& channel,
                                     const Draw& draw);

/// Persons still there `age` years after they were moved, with a yearly hazard of going back [share].     (PO-8)
///
///     (1 - yearly_exit)^age
[[nodiscard]] double staying_share(int age, double yearly_exit);

}  // namespace drivkraft
