#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace drivkraft {

// The one list of what the equations read: the key in data/parameters/parameters.csv and its name in code.
// clang-format off
#define DRIVKRAFT_PARAMETERS(X)                                                        \
  X(sigma_value_added,             "production.sigma_value_added")                     \
  X(sigma_kl_agriculture,          "production.sigma_capital_labour.agriculture")      \
  X(sigma_kl_manufacturing,        "production.sigma_capital_labour.manufacturing")    \
  X(sigma_kl_utilities_extraction, "production.sigma_capital_labour.utilities_extraction") \
  X(sigma_kl_construction,         "production.sigma_capital_labour.construction")     \
  X(sigma_kl_services,             "production.sigma_capital_labour.services")         \
  X(sigma_education_outer,         "production.sigma_education_outer")                 \
  X(sigma_education_inner,         "production.sigma_education_inner")                 \
  X(skill_demand,                  "production.skill_demand")                          \
  X(investment_xi,                 "investment.xi")                                    \
  X(sigma_regions,                 "trade.sigma_regions")                              \
  X(sigma_imports,                 "trade.sigma_imports")                              \
  X(export_elasticity,             "trade.export_elasticity")                          \
  X(export_adjustment,             "trade.export_adjustment")                          \
  X(interregional_share,           "trade.interregional_share")                        \
  X(labour_share_cap,              "calibration.labour_share_cap")                     \
  X(export_output_cap,             "calibration.export_output_cap")                    \
  X(flq_delta,                     "calibration.flq_delta")                            \
  X(flq_report_gap,                "calibration.flq_report_gap")                       \
  X(wage_epsilon,                  "wages.epsilon")                                    \
  X(wage_gamma,                    "wages.gamma")                                      \
  X(wage_national_weight,          "wages.national_weight")                            \
  X(wage_regional_weight,          "wages.regional_productivity_weight")               \
  X(wage_passthrough,              "wages.productivity_passthrough")                   \
  X(minimum_unemployment,          "checks.minimum_unemployment")                      \
  X(commuting_chi,                 "commuting.chi")                                    \
  X(structural_glide_years,        "matching.structural_glide_years")                  \
  X(fertility_long_run,            "demography.fertility_long_run")                    \
  X(pension_from_age,              "participation.pension_age_from_age")               \
  X(pension_passthrough,           "participation.pension_age_passthrough")            \
  X(discouraged_worker,            "participation.discouraged_worker")                 \
  X(migration_wage,                "migration.wage")                                   \
  X(migration_unemployment,        "migration.unemployment")                           \
  X(productivity_growth,           "technology.productivity_growth")                   \
  X(drift_shrink,                  "technology.drift_shrink")                          \
  X(drift_half_life,               "technology.drift_half_life")                       \
  X(drift_cap,                     "technology.drift_cap")                             \
  X(catch_up,                      "technology.catch_up")                              \
  X(catch_up_shape,                "technology.catch_up_shape")                        \
  X(gap_cap,                       "technology.gap_cap")                               \
  X(frontier_regions,              "technology.frontier_regions")                      \
  X(access_elasticity,             "technology.access")                                \
  X(access_decay,                  "technology.access_decay")                          \
  X(commuting_access_midpoint,     "commuting.access_midpoint")                        \
  X(commuting_access_elasticity,   "commuting.access_elasticity")                      \
  X(commuting_access_depth,        "commuting.access_depth")                           \
  X(firm_variety,                  "firms.variety")                                    \
  X(firm_survival_one_year,        "firms.survival.one_year")                          \
  X(firm_survival_five_years,      "firms.survival.five_years")                        \
  X(young_firm_jobs,               "firms.young_firm_jobs")                            \
  X(adoption_digital_b,            "adoption.digital.b")                               \
  X(adoption_digital_q,            "adoption.digital.q")                               \
  X(adoption_digital_ceiling,      "adoption.digital.ceiling")                         \
  X(adoption_digital_premium,      "adoption.digital.premium")                         \
  X(adoption_automation_b,         "adoption.automation.b")                            \
  X(adoption_automation_q,         "adoption.automation.q")                            \
  X(adoption_automation_ceiling,   "adoption.automation.ceiling")                      \
  X(adoption_automation_premium,   "adoption.automation.premium")                      \
  X(adoption_innovation_b,         "adoption.innovation.b")                            \
  X(adoption_innovation_q,         "adoption.innovation.q")                            \
  X(adoption_innovation_ceiling,   "adoption.innovation.ceiling")                      \
  X(adoption_innovation_premium,   "adoption.innovation.premium")                      \
  X(adoption_green_b,              "adoption.green.b")                                 \
  X(adoption_green_q,              "adoption.green.q")                                 \
  X(adoption_green_ceiling,        "adoption.green.ceiling")                           \
  X(adoption_green_premium,        "adoption.green.premium")                           \
  X(automation_basic_displacement, "adoption.automation.basic_displacement")           \
  X(policy_deadweight,             "policy.deadweight.default")                        \
  X(policy_displacement,           "policy.displacement.default")                      \
  X(policy_substitution,           "policy.substitution.default")                      \
  X(policy_success,                "policy.success.default")                           \
  X(policy_delay,                  "policy.delay.default")                             \
  X(skills_delay,                  "policy.delay.skills")                              \
  X(policy_ramp,                   "policy.ramp.default")                              \
  X(policy_half_life,              "policy.half_life.default")                         \
  X(policy_participation_exit,     "policy.participation_exit")                        \
  X(recruitment_exit_two_years,    "policy.recruitment_exit.two_years")                \
  X(recruitment_exit_five_years,   "policy.recruitment_exit.five_years")               \
  X(net_tax_factor,                "evaluation.net_tax_factor")                        \
  X(tax_distortion_factor,         "evaluation.tax_distortion_factor")                 \
  X(discount_rate_to_35,           "evaluation.discount_rate.years_0_35")              \
  X(discount_rate_from_36,         "evaluation.discount_rate.years_36_70")
// clang-format on

enum class Parameter : int {
#define X(name, key) name,
  DRIVKRAFT_PARAMETERS(X)
#undef X
};

inline constexpr std::array parameter_keys{
#define X(name, key) std::string_view{key},
    DRIVKRAFT_PARAMETERS(X)
#undef X
};
inline constexpr std::size_t parameter_count = parameter_keys.size();

/// The values of one path.
class Parameters {
 public:
  [[nodiscard]] double operator[](Parameter p) const { return values_[static_cast<std::size_t>(p)]; }
  [[nodiscard]] double& operator[](Parameter p) { return values_[static_cast<std::size_t>(p)]; }

 private:
  std::array<double, parameter_count> values_{};
};

/// How a range becomes a distribution; the rules stand in data/parameters/README.md.
enum class Distribution { triangular, beta, normal, lognormal, uniform };

/// One row of the parameter table: an equation's parameter (by its key) or an effect that lever entries name.
struct ParameterRow {
  std::string key;
  std::string description;
  std::string unit;
  double central = 0.0;
  double low = 0.0;
  double high = 0.0;
  Distribution distribution = Distribution::triangular;
  bool varies = false;  // an ensemble draws it
  std::string source;
  char grade = 'D';  // A-D: strength of the evidence
  std::string note;
};

/// The whole table, in file order.
struct ParameterTable {
  std::vector<ParameterRow> rows;
};

}  // namespace drivkraft
