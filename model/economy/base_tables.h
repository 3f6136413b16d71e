#pragma once

#include <string>
#include <vector>

#include "base/ids.h"
#include "base/quantity.h"
#include "base/table.h"
#include "economy/dimensions.h"

namespace drivkraft {

/// The published accounts of the base year as the data folder holds them, before they are balanced.
/// Money in mio. DKK at base-year prices, people in persons. Rows of `use` tables are products.
struct BaseTables {
  Dimensions dimensions;

  // io_use_7regions.csv: product by using industry, and by final use, in basic prices.
  Table<MioDkkUnit, IndustryId, IndustryId> domestic_inputs;  // product, using industry
  Table<MioDkkUnit, IndustryId, IndustryId> imported_inputs;
  Table<MioDkkUnit, IndustryId> product_taxes_on_inputs;  // by using industry
  Table<MioDkkUnit, IndustryId> production_taxes;         // other taxes less subsidies on production, by industry
  struct FinalUse {
    Table<MioDkkUnit, IndustryId> domestic;
    Table<MioDkkUnit, IndustryId> imported;
    double product_taxes = 0.0;
  };
  FinalUse private_consumption;
  FinalUse public_consumption;
  FinalUse investment;
  FinalUse inventories;
  FinalUse visitors;
  Table<MioDkkUnit, IndustryId> exports;  // domestic products, without visitors and re-exports

  // regional_accounts.csv
  Table<MioDkkUnit, RegionId, IndustryId> value_added;
  Table<PersonUnit, RegionId, IndustryId> jobs;

  // capital_stock.csv
  Table<RatioUnit, IndustryId> capital_gva_ratio;  // years of value added
  Table<RatioUnit, IndustryId> depreciation_rate;  // share a year

  // exports_by_region.csv
  Table<MioDkkUnit, RegionId, IndustryId> regional_exports;
  Table<MioDkkUnit, RegionId> visitors_spending;

  // wages.csv (converted from thousand DKK a job), jobs_by_education.csv
  Table<MioDkkPerPersonUnit, RegionId, IndustryId, EducationId> labour_income_per_job;
  Table<PersonUnit, RegionId, IndustryId, EducationId> jobs_by_education;

  // commuting.csv: persons by workplace, residence, education
  Table<PersonUnit, RegionId, RegionId, EducationId> commuters;

  // population_by_education.csv (15 and over) and population.csv (0-14, all basic); labour force from
  // participation_smooth.csv and participation_shift.csv; unemployment.csv gives the structural rate only.
  Table<PersonUnit, RegionId, SexId, AgeId, EducationId> population;
  Table<RatioUnit, SexId, AgeId, EducationId> participation_national;  // zero below 15 and from 85
  Table<RatioUnit, RegionId, EducationId> participation_shift;         // log odds
  Table<PersonUnit, RegionId, EducationId> labour_force;               // labour_force.csv, for the check
  Table<RatioUnit, RegionId, EducationId> structural_unemployment;

  // taxes_transfers.csv
  struct HouseholdAccounts {
    Table<MioDkkUnit, RegionId> primary_income;        // B5N
    Table<MioDkkUnit, RegionId> income_taxes;          // D5
    Table<MioDkkUnit, RegionId> social_contributions;  // D61
    Table<MioDkkUnit, RegionId> social_benefits;       // D62
    Table<MioDkkUnit, RegionId> disposable_income;     // B6N
  } households;

  // benefits.csv, mio. DKK a person a year
  double benefit_unemployed = 0.0;
  double benefit_other_15_64 = 0.0;

  // industry_parameters.csv
  std::vector<bool> local_product;  // used where it is supplied
  Table<RatioUnit, IndustryId> gravity_factor;
  std::vector<std::string> sigma_group;                 // group of production.sigma_capital_labour
  Table<RatioUnit, IndustryId> world_demand_deviation;  // log growth a year

  // travel.csv
  Table<MinuteUnit, RegionId, RegionId> travel_minutes;  // origin, destination; internal time on the diagonal
  Table<KilometreUnit, RegionId, RegionId> travel_km;

  // firms.csv; empty where the data hold no stock of firms
  Table<FirmUnit, RegionId, IndustryId> firms;
  Table<RatioUnit, RegionId, IndustryId> firm_entry_rate;  // share a year
  Table<RatioUnit, RegionId, IndustryId> firm_exit_rate;

  // emissions.csv (territorial, converted from t), green_turnover.csv; empty where the data hold none
  Table<EmissionPerMioDkkUnit, IndustryId> emission_intensity;
  Table<MioDkkUnit, RegionId> green_turnover;
};

}  // namespace drivkraft
