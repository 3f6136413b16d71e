#include <array>
#include <utility>

#include "support/synthetic_economy.h"

namespace drivkraft::test {

namespace {

constexpr auto central = std::to_array<std::pair<Parameter, double>>({
    {Parameter::sigma_value_added, 0.9},
    {Parameter::sigma_kl_agriculture, 0.87},
    {Parameter::sigma_kl_manufacturing, 0.9},
    {Parameter::sigma_kl_utilities_extraction, 0.9},
    {Parameter::sigma_kl_construction, 0.82},
    {Parameter::sigma_kl_services, 0.81},
    {Parameter::sigma_education_outer, 1.9},
    {Parameter::sigma_education_inner, 3.0},
    {Parameter::skill_demand, 1.0},
    {Parameter::investment_xi, 1.0},
    {Parameter::sigma_regions, 4.0},
    {Parameter::sigma_imports, 1.82},
    {Parameter::export_elasticity, 5.0},
    {Parameter::export_adjustment, 0.3},
    {Parameter::interregional_share, 0.25},
    {Parameter::labour_share_cap, 0.92},
    {Parameter::export_output_cap, 0.97},
    {Parameter::flq_delta, 0.25},
    {Parameter::flq_report_gap, 0.15},
    {Parameter::wage_epsilon, 0.01},
    {Parameter::wage_gamma, 0.008},
    {Parameter::wage_national_weight, 0.7},
    {Parameter::wage_regional_weight, 0.4},
    {Parameter::wage_passthrough, 1.0},
    {Parameter::minimum_unemployment, 0.002},
    {Parameter::commuting_chi, 2.0},
    {Parameter::structural_glide_years, 5.0},
    {Parameter::productivity_growth, 0.011},
    {Parameter::policy_deadweight, 0.45},
    {Parameter::policy_displacement, 0.29},
    {Parameter::policy_substitution, 0.03},
    {Parameter::policy_success, 1.0},
    {Parameter::policy_delay, 1.0},
    {Parameter::policy_ramp, 2.0},
    {Parameter::policy_half_life, 4.0},
    {Parameter::policy_participation_exit, 0.1},
    {Parameter::fertility_long_run, 1.7},
    {Parameter::pension_from_age, 60.0},
    {Parameter::pension_passthrough, 0.5},
    {Parameter::discouraged_worker, 0.3},
    {Parameter::migration_wage, 0.6},
    {Parameter::migration_unemployment, 3.0},
    {Parameter::drift_shrink, 0.5},
    {Parameter::drift_half_life, 5.0},
    {Parameter::drift_cap, 0.003},
    {Parameter::catch_up, 0.02},
    {Parameter::catch_up_shape, 0.0},
    {Parameter::gap_cap, 0.4},
    {Parameter::frontier_regions, 2.0},
    {Parameter::access_elasticity, 0.03},
    {Parameter::access_decay, 20.0},
    {Parameter::commuting_access_midpoint, 22.0},
    {Parameter::commuting_access_elasticity, 4.0},
    {Parameter::commuting_access_depth, 6.0},
    {Parameter::firm_variety, 0.3},
    {Parameter::firm_survival_one_year, 0.72},
    {Parameter::firm_survival_five_years, 0.43},
    {Parameter::young_firm_jobs, 2.0},
    {Parameter::adoption_digital_b, 0.012},
    {Parameter::adoption_digital_q, 0.35},
    {Parameter::adoption_digital_ceiling, 0.75},
    {Parameter::adoption_digital_premium, 0.03},
    {Parameter::adoption_automation_b, 0.006},
    {Parameter::adoption_automation_q, 0.25},
    {Parameter::adoption_automation_ceiling, 0.7},
    {Parameter::adoption_automation_premium, 0.065},
    {Parameter::adoption_innovation_b, 0.01},
    {Parameter::adoption_innovation_q, 0.1},
    {Parameter::adoption_innovation_ceiling, 0.85},
    {Parameter::adoption_innovation_premium, 0.042},
    {Parameter::adoption_green_b, 0.01},
    {Parameter::adoption_green_q, 0.3},
    {Parameter::adoption_green_ceiling, 0.8},
    {Parameter::adoption_green_premium, 0.0},
    {Parameter::automation_basic_displacement, 0.1},
    {Parameter::skills_delay, 2.5},
    {Parameter::recruitment_exit_two_years, 0.33},
    {Parameter::recruitment_exit_five_years, 0.5},
    {Parameter::net_tax_factor, 1.28},
    {Parameter::tax_distortion_factor, 1.0},
    {Parameter::discount_rate_to_35, 0.035},
    {Parameter::discount_rate_from_36, 0.025},
});
static_assert(central.size() == parameter_count, "every parameter needs a central value here");

}  // namespace

Parameters synthetic_parameters() {
  Parameters parameters;
  for (const auto& [parameter, value] : central) parameters[parameter] = value;
  return parameters;
}

}  // namespace drivkraft::test
