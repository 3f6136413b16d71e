#include <cmath>

#include "base/math.h"
#include "calibration/steps.h"
#include "economy/participation.h"

namespace drivkraft::calibration {

namespace {

constexpr int working_age = 15, adult_age = 18, pension_from = 65;

}  // namespace

void set_people(const BaseTables& tables, BaseYear& base) {
  const Dimensions& d = base.dimensions;
  const int regions = d.region_count(), educations = d.education_count();
  base.labour_force = decltype(base.labour_force)(regions, educations);
  base.people = base.adults = base.people_15_64 = base.people_65 = base.labour_force_under_65 =
      decltype(base.people)(regions);
  AdjustmentMeter meter("labour_force.csv", "persons");
  for (int r = 0; r < regions; ++r) {
    for (int e = 0; e < educations; ++e) {
      const double odds = exp(tables.participation_shift({r}, {e}));
      double force = 0.0;
      for (int g = 0; g < sex_count; ++g) {
        for (int a = 0; a < age_count; ++a) {
          const double persons = tables.population({r}, {g}, {a}, {e});
          const double active = persons * regional_participation(tables.participation_national({g}, {a}, {e}), odds);
          force += active;
          base.people({r}) += persons;
          if (a >= adult_age) base.adults({r}) += persons;
          if (a >= working_age && a < pension_from) base.people_15_64({r}) += persons;
          if (a >= pension_from) base.people_65({r}) += persons;
          if (a < pension_from) base.labour_force_under_65({r}) += active;
        }
      }
      base.labour_force({r}, {e}) = force;
      meter.note(tables.labour_force({r}, {e}), force);
    }
  }
  base.adjustments.push_back(meter.result());

  base.commuting_share = decltype(base.commuting_share)(regions, regions, educations);
  base.jobs_by_workplace = base.employed_residents = decltype(base.employed_residents)(regions, educations);
  base.unemployment = decltype(base.unemployment)(regions, educations);
  AdjustmentMeter commuters("commuting.csv", "persons");
  for (int q = 0; q < regions; ++q) {
    for (int e = 0; e < educations; ++e) {
      double jobs = 0.0, persons = 0.0;
      for (int j = 0; j < d.industry_count(); ++j) jobs += base.employment({q}, {j}, {e});
      for (int r = 0; r < regions; ++r) persons += tables.commuters({q}, {r}, {e});
      if (jobs > 0.0 && persons == 0.0) {
        contradiction("commuting.csv", "nobody works in " + d.regions[q].id + " with education " + d.educations[e].id +
                                           ", but there are jobs");
      }
      base.jobs_by_workplace({q}, {e}) = jobs;
      if (jobs == 0.0) continue;
      for (int r = 0; r < regions; ++r) {
        const double share = tables.commuters({q}, {r}, {e}) / persons;
        base.commuting_share({q}, {r}, {e}) = share;
        commuters.note(tables.commuters({q}, {r}, {e}), share * jobs);
        base.employed_residents({r}, {e}) += share * jobs;
      }
    }
  }
  base.adjustments.push_back(commuters.result());
  base.structural_unemployment = tables.structural_unemployment;
  for (int r = 0; r < regions; ++r) {
    for (int e = 0; e < educations; ++e) {
      const double force = base.labour_force({r}, {e}), employed = base.employed_residents({r}, {e});
      if (force == 0.0 && employed == 0.0) continue;
      if (!(employed < force)) {
        contradiction("commuting.csv", "more employed residents than labour force in " + d.regions[r].id +
                                           ", education " + d.educations[e].id);
      }
      base.unemployment({r}, {e}) = 1.0 - employed / force;
    }
  }
}

}  // namespace drivkraft::calibration
