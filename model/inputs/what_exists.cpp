#include "economy/base_tables.h"
#include "economy/base_year.h"
#include "inputs/read_scenario.h"

namespace drivkraft {

WhatExists what_exists(const BaseYear& base, const BaseTables& tables) {
  const int regions = base.dimensions.region_count();
  const int educations = base.dimensions.education_count();
  WhatExists exists(base.dimensions);
  exists.jobs = base.employment;
  exists.wages = base.wage;
  exists.exports = base.exports;
  for (int r = 0; r < regions; ++r) {
    for (int i = 0; i < base.dimensions.industry_count(); ++i)
      exists.consumption({r}, {i}) = base.consumption({r}, {i}) + base.visitors_imported({r}, {i}) +
                                     base.visitors_share_of_exports({i}) * base.exports({r}, {i});
  }
  exists.firms = base.firms;
  for (std::size_t k = 0; k < base.firms.cells(); ++k)
    exists.starting_firms.values()[k] = base.firms.data()[k] * base.firm_entry_rate.data()[k];
  exists.travel_minutes = base.travel_minutes;
  for (int r = 0; r < regions; ++r) {
    const RegionId region{r};
    exists.outside_labour_force(region) = base.people_15_64(region) - base.labour_force_under_65(region);
    for (int e = 0; e < educations; ++e) {
      exists.unemployed(region, {e}) = base.unemployment(region, {e}) * base.labour_force(region, {e});
      for (int a = 0; a < age_count; ++a) {
        for (int g = 0; g < sex_count; ++g) exists.people(region, {e}, {a}) += tables.population(region, {g}, {a}, {e});
      }
    }
  }
  return exists;
}

}  // namespace drivkraft
