#pragma once

#include "economy/base_tables.h"
#include "economy/people_tables.h"

namespace drivkraft::test {

using Population = Table<PersonUnit, RegionId, SexId, AgeId, EducationId>;

/// Flows of one year, all regions together [persons].
struct YearFlows {
  double born = 0.0;
  double died = 0.0;  // those born in the year too
  double emigrated = 0.0;
  double immigrated = 0.0;
  double moved = 0.0;
};

/// The baseline of people written as plainly as possible and slowly, to hold the tables and the model's own block
/// against: deaths, births, emigration, immigration, moves between regions, birthday, steps of education.
class SimpleProjection {
 public:
  SimpleProjection(const BaseTables& tables, const PeopleTables& people, double fertility_long_run);

  /// From 1 January of the next year to the one after; the first call makes the year after the base year.
  YearFlows step();

  /// On 1 January of year() + 1.
  [[nodiscard]] const Population& people() const { return now_; }
  /// The last year done; the base year before the first step.
  [[nodiscard]] int year() const { return year_; }

  /// Chance of moving from one region to another in a year, by education, both sexes alike.
  [[nodiscard]] double move_chance(RegionId origin, RegionId destination, AgeId age, EducationId education) const;

  [[nodiscard]] double total() const;
  [[nodiscard]] double total(RegionId region) const;

 private:
  void fit_moves();
  [[nodiscard]] double base_stock(int r, int a, int e) const;
  Population births(YearFlows& flows) const;
  void deaths(YearFlows& flows);
  void abroad(YearFlows& flows);
  void moves(YearFlows& flows);
  void birthdays(Population newborn);
  void steps();

  const BaseTables& tables_;
  const PeopleTables& people_;
  const double fertility_long_run_;
  int year_;
  Population now_;
  Table<RatioUnit, AgeId> level_;                         // c
  Table<RatioUnit, RegionId, AgeId, EducationId> share_;  // emigrants over the base stock
  Table<RatioUnit, RegionId, RegionId, AgeId, EducationId> move_;
};

}  // namespace drivkraft::test
