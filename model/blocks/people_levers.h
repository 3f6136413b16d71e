#pragma once

#include "base/lanes.h"
#include "economy/base_people.h"
#include "economy/policy_effects.h"
#include "economy/state.h"

namespace drivkraft {

/// Upgrades, recruits and those of them who leave again, at the end of the year: changes population, both accounts'
/// flows. Within a lever's ages people are taken, and recruits spread, like the stock of their education. Throws
/// InputError when a lever moves more people than there are. [persons]                                  (PO-9)
template <int W>
void apply_people_policy(const BasePeople& people, const PeoplePolicy<W>& policy, int years_from_base,
                         State<W>& this_year);

/// Throws InputError: `lever` would move more people than there are.
[[noreturn]] void too_many(const BasePeople& people, const char* lever, int years_from_base, double wanted,
                           double there);

}  // namespace drivkraft
