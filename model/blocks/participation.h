#pragma once

#include "economy/base_people.h"
#include "economy/base_year.h"
#include "economy/state.h"

namespace drivkraft {

/// Participation of one year: national rates of the base year, later at ages from pension_from_age, and the region's
/// factor on the odds.                                                                             (PE-6)
///
///     part_t(a) = part_0(a - h d),   d = SPA(born t - a) - SPA(born base_year - a), linear between ages
///
/// h: passthrough of the pension age [years a year]. Writes participation_rate [region, sex, age, education].
template <int W>
void set_participation(const BasePeople& people, Lanes<W> passthrough, int years_from_base, State<W>& this_year);

/// Discouraged workers: participation of a scenario, from the baseline's [share of people].            (PE-6)
///
///     p = p_b (1 - d (u_last - u_b,last)),   by region and education
///
/// d: discouraged worker effect [points of participation a point of unemployment].
template <int W>
void set_discouraged_participation(const BasePeople& people, Lanes<W> discouraged_worker, const State<W>& baseline_last,
                                   const State<W>& last_year, const State<W>& baseline, State<W>& this_year);

/// Counts the stock: labour force by education, people by age group and need of public consumption.  (PE-7)
template <int W>
void count_people(const BasePeople& people, State<W>& this_year);

}  // namespace drivkraft
