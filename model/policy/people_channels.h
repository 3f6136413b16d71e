#pragma once

#include <vector>

#include "economy/draw.h"
#include "economy/policy_effects.h"

namespace drivkraft {

/// Persons a lever has brought into the labour force and who are still there [persons].                    (PO-8)
///
///     stock_t = sum over s of doses_s (1 - deadweight) (1 - exit)^(t - s)
///
/// doses: persons by year from the first; deadweight, exit: shares, exit a year. Source: the lever's entry.
[[nodiscard]] double participants(const std::vector<double>& doses, int year_index, const ChannelUse& channel,
                                  const Draw& draw);

/// Persons whom a lever moves this year, `delay` years after the dose [persons a year].                    (PO-9)
///
///     moved_t = sum over s of doses_s (1 - deadweight) max(0, 1 - |t - s - delay|)
///
/// A delay of two and a half years moves half of a dose after two years and half after three. From then on they live,
/// move and retire like everybody with their education.
[[nodiscard]] double moved_persons(const std::vector<double>& doses, int year_index, double delay,
                                   const ChannelUse& channel, const Draw& draw);

/// Share of foreign specialists who are still here `age` years after they came [1].                        (PO-10)
///
///     (1 - x2)^(a/2) until the second year, on to 1 - x5 at an even rate until the fifth, as everybody thereafter
///
/// x2, x5: shares gone after two and five years (policy.recruitment_exit.*).
[[nodiscard]] double recruits_staying(int age, double exit_two_years, double exit_five_years);

/// Adds what one people channel of one lever moves in one region and year to lane `lane`.
template <int W>
void add_people_channel(const ChannelUse& channel, int region, const std::vector<double>& doses, int year_index,
                        const Draw& draw, int lane, PeoplePolicy<W>& people);

}  // namespace drivkraft
