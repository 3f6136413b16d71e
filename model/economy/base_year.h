#pragma once

#include <string>
#include <vector>

#include "base/ids.h"
#include "base/quantity.h"
#include "base/table.h"
#include "economy/dimensions.h"
#include "economy/parameters.h"

namespace drivkraft {

/// What balancing changed in one table.
struct Adjustment {
  std::string table;
  double largest = 0.0;           // largest change of a cell
  double largest_relative = 0.0;  // relative to the cell
  double total = 0.0;             // sum of absolute changes
  std::string unit;
};

/// Where FLQ own shares differ from the gravity's by more than calibration.flq_report_gap.
struct FlqDifference {
  RegionId region;
  IndustryId product;
  double gravity_share = 0.0;
  double flq_share = 0.0;
};

/// The balanced accounts of 2018: built once by calibration, then constant. Symbols as in model/README.md.
struct BaseYear {
  Dimensions dimensions;

  // Production. [region, industry] unless said.
  Table<MioDkkUnit, RegionId, IndustryId> output;                            // x0
  Table<MioDkkUnit, RegionId, IndustryId> value_added;                       // va0
  Table<RatioUnit, IndustryId, IndustryId> input_coefficients;               // alpha[product, industry]
  Table<RatioUnit, IndustryId> value_added_ratio;                            // v
  Table<RatioUnit, IndustryId> output_tax_share;                             // tau
  Table<RatioUnit, IndustryId> materials_share;                              // sum alpha / (sum alpha + v)
  Table<RatioUnit, RegionId, IndustryId> labour_share;                       // thL, after the cap
  Table<RatioUnit, RegionId, IndustryId, EducationId> education_wage_share;  // omega0
  Table<PersonUnit, RegionId, IndustryId, EducationId> employment;           // L0
  Table<MioDkkPerPersonUnit, RegionId, IndustryId, EducationId> wage;        // w0
  Table<MioDkkUnit, RegionId, IndustryId> capital;                           // K0
  Table<MioDkkUnit, RegionId, IndustryId> investment;                        // I0
  Table<RatioUnit, RegionId, IndustryId> capital_units;
  Table<RatioUnit, IndustryId> depreciation;          // delta
  Table<RatioUnit, IndustryId> capital_composition;   // iota[product]
  Table<RatioUnit, IndustryId> production_tax_ratio;  // production taxes per unit of value added
  std::vector<Parameter> sigma_capital_labour;        // by industry: which parameter
  double capital_growth = 0.0;                        // g_K

  // Trade. [region, product] unless said.
  Table<RatioUnit, IndustryId> foreign_share;       // mu
  Table<MioDkkUnit, RegionId, IndustryId> exports;  // E0, visitors inside
  Table<RatioUnit, IndustryId> visitors_share_of_exports;
  Table<MioDkkUnit, RegionId, IndustryId> domestic_use;          // D0
  Table<RatioUnit, RegionId, RegionId, IndustryId> trade_share;  // s0[origin, region, product]
  Table<MinuteUnit, RegionId, RegionId> travel_minutes;
  Table<KilometreUnit, RegionId, RegionId> travel_km;
  Table<RatioUnit, IndustryId> gravity_factor;          // f
  double gravity_decay = 0.0;                           // 1 / minute
  Table<RatioUnit, IndustryId> world_demand_deviation;  // d, log growth a year

  // Final demand. [region, product]
  Table<MioDkkUnit, RegionId, IndustryId> consumption;              // C0, by place of residence
  Table<RatioUnit, RegionId, IndustryId> consumption_share;         // b
  Table<RatioUnit, RegionId, RegionId, IndustryId> shopping_share;  // [place of purchase, residence, product]
  Table<MioDkkUnit, RegionId, IndustryId> public_consumption;       // G0
  Table<MioDkkUnit, RegionId, IndustryId> inventories;              // in F0
  Table<MioDkkUnit, RegionId, IndustryId> visitors_imported;        // in F0
  Table<RatioUnit, IndustryId> final_tax_rate;                      // by Use (4)

  // Labour market. [region, education] unless said.
  Table<RatioUnit, RegionId, RegionId, EducationId> commuting_share;  // m0[workplace, residence, education]
  Table<PersonUnit, RegionId, EducationId> labour_force;              // LF0
  Table<PersonUnit, RegionId, EducationId> jobs_by_workplace;         // Ltot0
  Table<PersonUnit, RegionId, EducationId> employed_residents;
  Table<RatioUnit, RegionId, EducationId> unemployment;             // u0
  Table<RatioUnit, RegionId, EducationId> structural_unemployment;  // u* that the glide ends at

  // Households. [region]
  Table<MioDkkUnit, RegionId> disposable_income;      // B6N
  Table<RatioUnit, RegionId> tax_rate;                // t
  Table<RatioUnit, RegionId> surplus_share;           // pi
  Table<MioDkkUnit, RegionId> other_transfers;        // R
  Table<RatioUnit, RegionId> consumption_propensity;  // cprop
  double operating_surplus = 0.0;                     // Pi, mio. DKK
  double benefit_unemployed = 0.0;                    // mio. DKK a person
  double benefit_other_15_64 = 0.0;
  Table<MioDkkPerPersonUnit, RegionId> benefit_65;  // closes D62
  Table<PersonUnit, RegionId> adults;               // 18 and over
  Table<PersonUnit, RegionId> people;               // all ages
  Table<PersonUnit, RegionId> people_15_64;
  Table<PersonUnit, RegionId> people_65;
  Table<PersonUnit, RegionId> labour_force_under_65;
  double gdp = 0.0;  // mio. DKK

  // Firms [region, industry], emissions, green turnover; empty where the data hold none.
  Table<FirmUnit, RegionId, IndustryId> firms;             // F0
  Table<RatioUnit, RegionId, IndustryId> firm_entry_rate;  // share a year
  Table<RatioUnit, RegionId, IndustryId> firm_exit_rate;
  Table<EmissionPerMioDkkUnit, IndustryId> emission_intensity;
  Table<MioDkkUnit, RegionId> green_turnover;

  std::vector<Adjustment> adjustments;
  std::vector<FlqDifference> flq_differences;
};

}  // namespace drivkraft
