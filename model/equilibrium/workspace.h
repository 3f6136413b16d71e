#pragma once

#include <array>
#include <vector>

#include "equilibrium/secants.h"
#include "equilibrium/year.h"

namespace drivkraft {

/// Everything between the unknowns and the residuals of one sweep, allocated once. Names as in model/README.md;
/// logs are of indices, base year = 0. [cell][lane].
template <int W>
struct Workspace {
  using Array = std::vector<Lanes<W>>;
  explicit Workspace(const Sizes& sizes);

  // Constants of the year (prepare_year).
  Lanes<W> log_efficiency, log_world_price;
  bool subsidised = false, has_variety = false, has_resource_lever = false, has_trade_access = false,
       has_commuting_access = false;
  Array log_technology, log_capital, export_constant, higher_share, inverse_higher_share, inverse_lower_share;  // [r,j]
  Array trade_share;                                     // s0 renormalised, only with trade access
  Array fixed_use;                                       // F + policy demand [r,i]
  Array policy_investment_total;                         // [r]
  Array wage_target;                                     // right-hand side of the wage rule, [q,e]
  Array rental_target;                                   // ln rho/PI of the baseline, only with mobile capital [r,j]
  Array structural_seen, log_structural_seen, log_seen;  // uq*, U*, U [q,e]
  Array force_ratio;                                     // LF / LF0 [r,e]
  Array jobs_at_base_prices;                             // L0_t [r,j,e]
  Array wage_weight;                                     // w0 L0_t [r,j,e]
  Array log_after_subsidy;                               // ln(1 - subsidy), only with wage subsidies [r,j,e]
  Array log_national_structural;                         // ln u*_nat [e]

  // One sweep.
  Array wage, power_wage, labour_weight;  // w; we^a - 1, after subsidy by [r,j,e] where there are any; we^a / w [r,e]
  Array subsidy_weight;                   // we^a / w after subsidy over that without [r,j,e]
  // Of each nest: the powers of its parts less one, and their weighted sum. [2 x (r,j)]: two parts one after the other.
  Array nest_sum, nest_power;                  // higher and lower bundle: sum of the inner, power in the outer nest
  Array labour_sum, bundle_power, bundle_sum;  // outer nest; rental and labour in the bundle
  Array higher_cost_share, lower_cost_share;   // of the cost of value added, base year = 1 [r,j]
  Array offered, domestic_sum, demand_weight;  // n p^(1-sT) - 1; its sum over origins; PD^sT D / Q [r,i]
  Array materials_price, unit_power;           // PM [r,j]; materials and value added in unit cost
  Array log_higher, log_lower, log_labour_cost, log_value_added_cost, log_bundle;  // WH, WL, W, c, chat [r,j]
  Array power_price, log_domestic_price, log_composite, composite;                 // [r,i]
  Array log_materials, log_unit_cost;                                              // PM, uc [r,j]
  Array log_value_added, value_added_value;                                        // ln V/V0, V c [r,j]
  Array materials, intermediate;                                                   // [r,j], [r,i]
  Array factor_higher, factor_lower;                                               // of labour demand [r,j]
  Array jobs, earnings, subsidy_paid;                                              // sum_j L, sum_j w0 w L [q,e]; [q]
  Array pull, commuting, employed, unemployment, seen;  // [r,e], [q,r,e], [r,e], [r,e], [q,e]
  Array national_unemployment, log_national;            // [e]
  Array labour_income, income, investment_price;        // [r]
  Array log_investment_price, financing, lever_cost, benefits, transfers, income_tax, property_income,
      government_scale;         // [r]
  Array value_added_by_region;  // [r]
  Lanes<W> wage_level, surplus;
  Array residual, step, corrected, full_step, trial, start, last_point, last_step, last_residual, moved, change,
      residual_change;  // of the solver, by unknown
  std::vector<float> single;
  std::array<Secants<W>, 2> secants;  // what the baseline's and the scenario's last steps taught
  Array consumption, purchased, government, investment, exports, use, demand, sold, supply;
};

}  // namespace drivkraft
