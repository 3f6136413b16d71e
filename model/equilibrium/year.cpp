#include "equilibrium/year.h"

#include "equilibrium/workspace.h"

namespace drivkraft {

Sizes::Sizes(const BaseYear& base)
    : regions(base.dimensions.region_count()),
      industries(base.dimensions.industry_count()),
      educations(base.dimensions.education_count()),
      cells(regions * industries) {
  int higher_count = 0;
  for (const bool is_higher : base.dimensions.higher) {
    higher.push_back(is_higher ? 1.0 : 0.0);
    higher_count += is_higher ? 1 : 0;
  }
  two_bundles = higher_count > 0 && higher_count < educations;
  for (int j = 0; j < industries; ++j) {
    double sum = 0.0;
    for (int i = 0; i < industries; ++i) {
      input_rows.push_back(base.input_coefficients({i}, {j}));
      sum += input_rows.back();
    }
    input_sum.push_back(sum);
  }
  double outputs = 0.0, value_added = 0.0;
  for (const double x : base.output.values()) outputs += x;
  for (const double v : base.value_added.values()) value_added += v;
  account_weight = 2.0 * outputs / value_added;
  shops_at_home = true;
  for (int r = 0; r < regions; ++r) {
    for (int j = 0; j < industries; ++j) {
      alive.push_back(base.output({r}, {j}) > 0.0 ? 1 : 0);
      has_capital.push_back(base.capital({r}, {j}) > 0.0 ? 1 : 0);
      if (!alive.back() || !has_capital.back()) absent.push_back(r * industries + j);
      inverse_output.push_back(alive.back() ? 1.0 / base.output({r}, {j}) : 1.0);
      if (base.shopping_share({r}, {r}, {j}) != 1.0) shops_at_home = false;
    }
    for (int e = 0; e < educations; ++e) {
      double jobs = 0.0, wages = 0.0;
      for (int j = 0; j < industries; ++j) {
        jobs += base.employment({r}, {j}, {e});
        wages += base.employment({r}, {j}, {e}) * base.wage({r}, {j}, {e});
      }
      base_jobs.push_back(jobs);
      base_wages.push_back(wages);
      has_jobs.push_back(jobs > 0.0 ? 1 : 0);
    }
  }
}

template <int W>
Workspace<W>::Workspace(const Sizes& s) : secants{Secants<W>(Unknowns(s).count), Secants<W>(Unknowns(s).count)} {
  const auto cells = static_cast<std::size_t>(s.cells), regions = static_cast<std::size_t>(s.regions);
  const auto people = regions * static_cast<std::size_t>(s.educations),
             labour = cells * static_cast<std::size_t>(s.educations);
  for (Array* a : {&log_technology,
                   &log_capital,
                   &export_constant,
                   &higher_share,
                   &inverse_higher_share,
                   &inverse_lower_share,
                   &fixed_use,
                   &log_higher,
                   &log_lower,
                   &log_labour_cost,
                   &log_value_added_cost,
                   &log_bundle,
                   &power_price,
                   &log_domestic_price,
                   &log_composite,
                   &composite,
                   &log_materials,
                   &log_unit_cost,
                   &log_value_added,
                   &value_added_value,
                   &materials,
                   &intermediate,
                   &factor_higher,
                   &factor_lower,
                   &consumption,
                   &purchased,
                   &government,
                   &investment,
                   &exports,
                   &use,
                   &sold,
                   &labour_sum,
                   &bundle_sum,
                   &higher_cost_share,
                   &lower_cost_share,
                   &offered,
                   &domestic_sum,
                   &demand_weight,
                   &materials_price,
                   &demand,
                   &supply,
                   &rental_target}) {
    a->assign(cells, Lanes<W>(0.0));
  }
  for (Array* a : {&wage_target, &structural_seen, &log_structural_seen, &log_seen, &force_ratio, &wage, &jobs,
                   &earnings, &pull, &employed, &unemployment, &seen}) {
    a->assign(people, Lanes<W>(0.0));
  }
  for (Array* a : {&policy_investment_total, &subsidy_paid, &labour_income, &income, &investment_price,
                   &log_investment_price, &financing, &lever_cost, &benefits, &transfers, &income_tax, &property_income,
                   &government_scale, &value_added_by_region}) {
    a->assign(regions, Lanes<W>(0.0));
  }
  for (Array* a : {&nest_sum, &nest_power, &bundle_power, &unit_power}) a->assign(2 * cells, Lanes<W>(0.0));
  for (Array* a :
       {&jobs_at_base_prices, &wage_weight, &power_wage, &labour_weight, &subsidy_weight, &log_after_subsidy})
    a->assign(labour, Lanes<W>(0.0));
  for (Array* a : {&residual, &step, &corrected, &full_step, &trial, &last_point, &last_step, &last_residual,
                   &residual_change, &moved, &change})
    a->assign(static_cast<std::size_t>(Unknowns(s).count), Lanes<W>(0.0));
  commuting.assign(people * regions, Lanes<W>(0.0));
  for (Array* a : {&national_unemployment, &log_national, &log_national_structural})
    a->assign(static_cast<std::size_t>(s.educations), Lanes<W>(0.0));
}

template struct Workspace<1>;
template struct Workspace<4>;
template struct Workspace<8>;

}  // namespace drivkraft
