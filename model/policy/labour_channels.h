#pragma once

#include <vector>

#include "economy/base_year.h"
#include "economy/draw.h"
#include "economy/scenario.h"

namespace drivkraft {

/// Rise of matching efficiency among the unemployed of one education in one region [share].               (PO-13)
///
///     persons in effect x share of the education / unemployed x effect
///
/// unemployed: persons, base year; effect: proportional rise of a treated person's chance to find a job.
[[nodiscard]] double matching_rise(const std::vector<double>& doses, int year_index, double education_share,
                                   double unemployed, const ChannelUse& channel, const Draw& draw);

/// What a wage subsidy is in one cell, shares of the wage of all its jobs.
struct SubsidyRate {
  double paid = 0.0;    // what the public pays
  double acting = 0.0;  // the part that makes a job cheaper that was not there anyway
};

/// Subsidy of the year's dose in one region, industry and education [share of the wage].                  (PO-6)
///
///     paid   = persons / jobs x min(share, 12 cap / wage) x months / 12
///     acting = paid (1 - deadweight) (1 - displacement)
///
/// persons: of the education; jobs: of the education in all industries reached; wage: mio. DKK a year, base year;
/// cap: mio. DKK a month. It acts in the year of the dose alone.
[[nodiscard]] SubsidyRate wage_subsidy(double persons, double jobs, double wage, const ChannelUse& channel,
                                       const Draw& draw);

/// What the public pays in wage subsidies for each dose of the scenario, in its year, at base-year wages    (PO-6)
/// [mio. DKK]; in the order of the doses, 0 for levers that subsidise no wages.
///
///     sum over cells of paid x wage x jobs
[[nodiscard]] std::vector<double> subsidies_paid(const BaseYear& base, const Scenario& scenario,
                                                 const LeverCatalogue& catalogue, const Draw& draw);

}  // namespace drivkraft
