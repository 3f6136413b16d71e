#pragma once

#include <vector>

#include "base/lanes.h"
#include "economy/base_people.h"
#include "economy/policy_effects.h"
#include "economy/state.h"

namespace drivkraft {

/// Arrays that one year of people needs, allocated once. [cell][lane]
template <int W>
struct PeopleWorkspace {
  explicit PeopleWorkspace(const BasePeople& people);
  std::vector<Lanes<W>> persons, moved_in, moved_out, changed;  // [r,e] of one age and sex
  std::vector<Lanes<W>> rates;                                  // [o,d,e] of one age
  std::vector<double> dying;                                    // [r,g,a] of the year `years` after the base year
  int years = -1;
  std::vector<Lanes<W>> stays;  // [r,e] share of movers whom levers keep
};

/// What makes this year's people differ from the baseline's; null pointers: nothing does.
template <int W>
struct PeopleMoves {
  const Lanes<W>* attraction = nullptr;  // [o,d,e] z, relative to the baseline
  const PeoplePolicy<W>* policy = nullptr;
};

/// Participation of one year: national rates of the base year, later at ages from pension_from_age, and the region's
/// factor on the odds.                                                                             (PE-6)
///
///     part_t(a) = part_0(a - h d),   d = SPA(born t - a) - SPA(born base_year - a), linear between ages
///
/// h: passthrough of the pension age [years a year]. Writes participation_rate [region, sex, age, education].
template <int W>
void set_participation(const BasePeople& people, Lanes<W> passthrough, int years_from_base, State<W>& this_year);

/// One year of people: from the stock of 1 January of this year (last_year's population) to that of the next, in the
/// order deaths, births, emigration, immigration, moves, education, birthday; with the skills account, the labour-force
/// account and the labour force that follow. participation_rate of this_year must be set.         (PE-2 to PE-8)
/// Levers keep movers at home (their number is exact), recruit abroad, and lift people to another education at the end
/// of the year. Throws InputError when a lever moves more people than there are. A cohort-component projection
/// (Preston, Heuveline and Guillot 2001, Demography).
template <int W>
void advance_people(const BasePeople& people, const PeopleMoves<W>& moves, int years_from_base,
                    const State<W>& last_year, State<W>& this_year, PeopleWorkspace<W>& work);

/// The base year's stock, with accounts whose opening is their closing.
template <int W>
void first_people(const BasePeople& people, State<W>& base_year);

/// Counts the stock: labour force by education, people by age group and need of public consumption.  (PE-7)
template <int W>
void count_people(const BasePeople& people, State<W>& this_year);

}  // namespace drivkraft
