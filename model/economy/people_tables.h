#pragma once

#include <string>
#include <vector>

#include "base/ids.h"
#include "base/quantity.h"
#include "base/table.h"

namespace drivkraft {

using PracticeId = Id<struct PracticeTag>;  // digital, automation, innovation, green

/// Rates and flows that move people between 1 January of a year and the next, as the data folder holds them.
/// Ages are those on 1 January of the year, 0..99 (the last: 99 and over). Groups of ages are spread over their years.
struct PeopleTables {
  // mortality.csv: death_probability_forward and annual_improvement; of those born in the year (age -1) apart.
  Table<RatioUnit, RegionId, SexId, AgeId> death_probability;
  Table<RatioUnit, RegionId, SexId, AgeId> death_improvement;
  Table<RatioUnit, RegionId, SexId> newborn_death_probability;
  Table<RatioUnit, RegionId, SexId> newborn_death_improvement;

  // fertility.csv: birth_rate_forward, births a woman of that age on 1 January; zero where the table has no row.
  Table<RatioUnit, RegionId, AgeId> birth_rate;

  // international_migration.csv: emigrants_forward, both sexes together; immigrants_2018 split by female_share.
  Table<PersonUnit, RegionId, AgeId, EducationId> emigrants;
  Table<PersonUnit, RegionId, SexId, AgeId, EducationId> immigrants;

  // internal_migration.csv (rate), migration_fit.csv (rows `all`: A; others: S, 1 where not listed),
  // internal_migration_education.csv (multiplier, 1 where not listed).
  Table<RatioUnit, RegionId, RegionId, AgeId> move_rate;                 // origin, destination; zero on the diagonal
  Table<RatioUnit, RegionId, AgeId> move_factor;                         // A
  Table<RatioUnit, RegionId, AgeId, EducationId> move_factor_education;  // S
  Table<RatioUnit, AgeId, EducationId> move_multiplier;                  // m

  // education_transitions_smooth.csv (rate_fitted) times education_transitions_sex.csv (multiplier, 1 where not
  // listed).
  Table<RatioUnit, RegionId, SexId, AgeId, EducationId, EducationId> transition_rate;  // from, to

  // pension_age.csv: statutory age by year of birth, from first_birth_year on.
  int first_birth_year = 1900;
  std::vector<double> pension_age;

  // public_consumption_age.csv: need a head by product and age; the row `other` serves every product without rows.
  Table<RatioUnit, IndustryId, AgeId> need_weight;

  // demography.csv: settings of the projection.
  double boys_share = 0.0;             // of births
  double fertility_base = 0.0;         // births a woman in the base year
  double fertility_glide_years = 0.0;  // to demography.fertility_long_run
  double emigration_rate_cap = 0.0;    // share a year
  double participation_end_age = 0.0;  // from this age nobody takes part in the base year

  // drift.csv: series `main`, deviation_of_productivity_growth [log growth a year].
  Table<RatioUnit, RegionId> productivity_drift;

  // adoption.csv: employment_share of adopters in the base year; practices in the order of
  // data/dimensions/practices.csv.
  std::vector<std::string> practices;
  Table<RatioUnit, RegionId, IndustryId, PracticeId> adoption;

  // industry_parameters.csv: catch_up, 0 or 1.
  std::vector<bool> catches_up;
};

}  // namespace drivkraft
