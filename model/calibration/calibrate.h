#pragma once

#include "economy/base_tables.h"
#include "economy/base_year.h"
#include "economy/parameters.h"

namespace drivkraft {

/// Balances the published tables of the base year into one set of accounts (model/README.md, section 2).
///
/// `central`: parameters that act in calibration, at their central values. `capital_growth` g_K: growth of the capital
/// stock that base-year investment sustains [share a year]; with another value than the trend's, prices would drift.
/// Afterwards supply equals use for every product, jobs equal employed residents and people add up, each to 1e-9 of its
/// total; what had to be changed for that is in BaseYear::adjustments.
/// Throws InputError (whole-file places) when tables contradict each other beyond repair, naming region and industry.
[[nodiscard]] BaseYear calibrate(const BaseTables& tables, const Parameters& central, double capital_growth);

/// The labour accounts alone (wages, jobs, commuting, labour force), which need no trade: the trend is found from them
/// before the rest is calibrated.
[[nodiscard]] BaseYear labour_accounts(const BaseTables& tables, const Parameters& central);

}  // namespace drivkraft
