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
  std::vector<Lanes<W>> persons, leaving;  // [g,r,e] of one age: all, and weighted for the moves
  std::vector<Lanes<W>> weight, away;      // [r,e] of one age: weight of a mover, share who move
  std::vector<Lanes<W>> left, completed;   // [e]
  std::vector<Lanes<W>> skills, force;     // [flow,r,e] the year's sums
  std::vector<Lanes<W>> kept;              // share of movers whom a lever keeps, by lever
  std::vector<Lanes<W>> pull;              // [r,e] attraction, for the caller
  std::vector<double> dying;               // [r,g,a] of the year `years` after the base year
  std::vector<double> newborn_dying;       // [r,g]
  int years = 0;
};

/// What makes this year's people differ from the baseline's; null pointers: nothing does.
template <int W>
struct PeopleMoves {
  const Lanes<W>* pull = nullptr;  // [r,e] attraction relative to the baseline, of migration.h
  const PeoplePolicy<W>* policy = nullptr;
};

/// One year of people: from the stock of 1 January of this year (last_year's population) to that of the next, in the
/// order deaths, births, emigration, immigration, moves, education, birthday; with the skills account and the flows of
/// the labour-force account that follow. participation_rate of this_year must be set.           (PE-2 to PE-5, PE-7,
/// PE-8)
///
/// Levers keep movers at home (their number is exact), recruit abroad, and lift people to another education at the end
/// of the year. Throws InputError when a lever moves more people than there are. [persons] Source: a cohort-component
/// projection (Preston, Heuveline and Guillot 2001, Demography). Tests: property/people, verification/leslie,
/// verification/numbers_to_reproduce.
template <int W>
void advance_people(const BasePeople& people, const PeopleMoves<W>& moves, int years_from_base,
                    const State<W>& last_year, State<W>& this_year, PeopleWorkspace<W>& work);

/// The base year's stock, with accounts whose opening is their closing.
template <int W>
void first_people(const BasePeople& people, State<W>& base_year);

}  // namespace drivkraft
