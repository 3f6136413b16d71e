#pragma once

#include <string>
#include <vector>

namespace drivkraft {

/// A table that the equations read: where it stands in the data folder and the columns it must have, all of them.
struct TableRule {
  std::string file;
  std::vector<std::string> columns;
};

namespace table_rules {

inline const TableRule calendar{"dimensions/calendar.csv", {"quantity", "value", "unit", "status", "source", "note"}};
inline const TableRule regions{
    "dimensions/regions.csv",
    {"id", "name_da", "name_en", "nuts3", "nuts2", "population_2019", "lon", "lat", "status", "source", "note"}};
inline const TableRule industries{"dimensions/industries.csv",
                                  {"id", "name_da", "name_en", "nace", "a10", "dst117", "tradable", "export_share",
                                   "import_share", "strength_positions", "status", "source", "note"}};
inline const TableRule educations{"dimensions/educations.csv",
                                  {"id", "name_da", "name_en", "hfudd", "higher", "order", "status", "source", "note"}};

inline const TableRule input_output{"base-year/io_use_7regions.csv",
                                    {"row", "flow", "use", "value", "unit", "status", "source", "note"}};
inline const TableRule regional_accounts{
    "base-year/regional_accounts.csv",
    {"region", "industry", "group", "variable", "value", "unit", "status", "source", "note"}};
inline const TableRule capital_stock{"base-year/capital_stock.csv",
                                     {"industry", "variable", "value", "unit", "status", "source", "note"}};
inline const TableRule exports_by_region{
    "base-year/exports_by_region.csv", {"region", "industry", "variable", "value", "unit", "status", "source", "note"}};
inline const TableRule household_accounts{"base-year/taxes_transfers.csv",
                                          {"region", "variable", "value", "unit", "status", "source", "note"}};
inline const TableRule benefits{"base-year/benefits.csv", {"group", "benefit", "unit", "status", "source", "note"}};
inline const TableRule industry_parameters{
    "base-year/industry_parameters.csv",
    {"industry", "variable", "value", "low", "high", "text", "unit", "status", "source", "note"}};

inline const TableRule population{"people/population.csv",
                                  {"region", "sex", "age", "persons", "status", "source", "note"}};
inline const TableRule population_by_education{
    "people/population_by_education.csv", {"region", "sex", "age", "education", "persons", "status", "source", "note"}};
inline const TableRule participation{"people/participation_smooth.csv",
                                     {"sex", "age", "education", "participation", "status", "source", "note"}};
inline const TableRule participation_shift{"people/participation_shift.csv",
                                           {"region", "education", "log_odds_shift", "status", "source", "note"}};
inline const TableRule labour_force{"people/labour_force.csv",
                                    {"region", "education", "persons", "status", "source", "note"}};
inline const TableRule unemployment{"people/unemployment.csv",
                                    {"region", "education", "unemployment_rate", "structural_rate", "structural_low",
                                     "structural_high", "status", "source", "note"}};
inline const TableRule commuting{
    "people/commuting.csv",
    {"residence", "workplace", "education", "persons", "share_of_jobs", "low", "high", "status", "source", "note"}};
inline const TableRule jobs_by_education{
    "people/jobs_by_education.csv",
    {"region", "industry", "education", "jobs", "share_of_industry_jobs", "status", "source", "note"}};
inline const TableRule wages{
    "people/wages.csv",
    {"region", "industry", "education", "compensation_per_job", "labour_income_per_job_incl_self_employed",
     "relative_to_vocational", "hourly_relative_to_basic", "status", "source", "note"}};

inline const TableRule travel{
    "geography/travel.csv",
    {"origin", "destination", "minutes", "km", "minutes_low", "minutes_high", "status", "source", "note"}};

inline const TableRule practices{"dimensions/practices.csv", {"id", "name_da", "name_en", "status", "source", "note"}};
inline const TableRule mortality{"people/mortality.csv",
                                 {"region", "sex", "age", "national_probability_2018", "death_probability_2018",
                                  "death_probability_forward", "annual_improvement", "status", "source", "note"}};
inline const TableRule fertility{
    "people/fertility.csv",
    {"region", "age", "fertility_rate_2018", "birth_rate_2018", "birth_rate_forward", "status", "source", "note"}};
inline const TableRule international_migration{"people/international_migration.csv",
                                               {"region", "age", "education", "immigrants_2018", "emigrants_2018",
                                                "emigrants_forward", "female_share", "status", "source", "note"}};
inline const TableRule internal_migration{"people/internal_migration.csv",
                                          {"origin", "destination", "age_group", "rate", "movers_2018", "low", "high",
                                           "moves_2024_observed", "status", "source", "note"}};
inline const TableRule internal_migration_education{
    "people/internal_migration_education.csv",
    {"age_group", "education", "multiplier", "low", "high", "status", "source", "note"}};
inline const TableRule migration_fit{"people/migration_fit.csv",
                                     {"region", "age_group", "education", "factor", "status", "source", "note"}};
inline const TableRule education_transitions{"people/education_transitions_smooth.csv",
                                             {"region", "age", "from_education", "to_education", "rate", "low", "high",
                                              "rate_fitted", "status", "source", "note"}};
inline const TableRule education_transitions_sex{
    "people/education_transitions_sex.csv",
    {"sex", "age_group", "from_education", "to_education", "multiplier", "status", "source", "note"}};
inline const TableRule pension_age{"people/pension_age.csv",
                                   {"birth_year_from", "birth_year_to", "age", "status", "source", "note"}};
inline const TableRule demography{"people/demography.csv", {"key", "value", "unit", "status", "source", "note"}};
inline const TableRule public_consumption_age{"base-year/public_consumption_age.csv",
                                              {"product", "age_from", "age_to", "weight", "status", "source", "note"}};
inline const TableRule drift{"base-year/drift.csv",
                             {"region", "series", "variable", "period_start", "period_end", "value", "standard_error",
                              "standard_error_hac", "endpoint_value", "unit", "status", "source", "note"}};
inline const TableRule adoption{
    "base-year/adoption.csv",
    {"region", "industry", "practice", "variable", "value", "unit", "status", "source", "note"}};

inline const TableRule firms{
    "base-year/firms.csv",
    {"region", "industry", "size_class", "variable", "value", "unit", "status", "source", "note"}};
inline const TableRule strength_positions{
    "base-year/strength_positions.csv",
    {"position", "part", "industry", "variable", "value", "unit", "status", "source", "note"}};
inline const TableRule emissions{"base-year/emissions.csv",
                                 {"industry", "year", "variable", "value", "unit", "status", "source", "note"}};
inline const TableRule green_turnover{"base-year/green_turnover.csv",
                                      {"region", "year", "variable", "value", "unit", "status", "source", "note"}};

inline const TableRule lever_register{
    "levers/register.csv",
    {"register_id", "document", "section", "lines", "name_da", "name_en", "driver", "instrument", "target_group",
     "regions", "strength_positions", "quantity", "cost_dkk", "priority", "outcome", "lever", "components", "reason"}};

inline const TableRule parameters{"parameters/parameters.csv",
                                  {"key", "description", "unit", "central", "low", "high", "distribution", "vary",
                                   "grade", "source", "geography", "found_in", "note"}};

/// Standard shocks of `drivkraft multipliers`; no equation reads them.
inline const TableRule unit_shocks{
    "multipliers/shocks.csv",
    {"shock", "lever", "region", "dose", "unit", "from", "to", "financing", "comment", "status", "source"}};

}  // namespace table_rules

}  // namespace drivkraft
