#include <algorithm>
#include <cmath>

#include "calibration/steps.h"

namespace drivkraft::calibration {

void set_production(const BaseTables& tables, BaseYear& base) {
  const int regions = base.dimensions.region_count(), industries = base.dimensions.industry_count();
  base.value_added = tables.value_added;
  base.output = decltype(base.output)(regions, industries);
  base.input_coefficients = decltype(base.input_coefficients)(industries, industries);
  base.value_added_ratio = decltype(base.value_added_ratio)(industries);
  base.output_tax_share = decltype(base.output_tax_share)(industries);
  base.materials_share = decltype(base.materials_share)(industries);
  base.production_tax_ratio = decltype(base.production_tax_ratio)(industries);
  for (int j = 0; j < industries; ++j) {
    const IndustryId industry{j};
    double output = tables.product_taxes_on_inputs(industry), value_added = 0.0, materials = 0.0;
    for (int r = 0; r < regions; ++r) value_added += tables.value_added({r}, industry);
    for (int i = 0; i < industries; ++i) {
      output += tables.domestic_inputs({i}, industry) + tables.imported_inputs({i}, industry);
    }
    output += value_added;
    if (value_added == 0.0) {
      if (output > 0.0)
        contradiction("io_use_7regions.csv", base.dimensions.industries[j].id + " has inputs but no value added");
      base.value_added_ratio(industry) = 1.0;  // an industry that nobody runs: no output, whatever the ratio
      continue;
    }
    for (int i = 0; i < industries; ++i) {
      const double alpha = (tables.domestic_inputs({i}, industry) + tables.imported_inputs({i}, industry)) / output;
      base.input_coefficients({i}, industry) = alpha;
      materials += alpha;
    }
    const double ratio = value_added / output;
    base.value_added_ratio(industry) = ratio;
    base.output_tax_share(industry) = 1.0 - materials - ratio;
    base.materials_share(industry) = materials / (materials + ratio);
    base.production_tax_ratio(industry) = tables.production_taxes(industry) / value_added;
    for (int r = 0; r < regions; ++r) base.output({r}, industry) = base.value_added({r}, industry) / ratio;
  }
}

void set_capital(const BaseTables& tables, double capital_growth, BaseYear& base) {
  const int regions = base.dimensions.region_count(), industries = base.dimensions.industry_count();
  base.capital_growth = capital_growth;
  base.depreciation = tables.depreciation_rate;
  base.capital = decltype(base.capital)(regions, industries);
  base.investment = decltype(base.investment)(regions, industries);
  base.capital_units = decltype(base.capital_units)(regions, industries);
  double replacement = 0.0, invested = 0.0;
  for (int j = 0; j < industries; ++j) {
    invested += tables.investment.domestic({j}) + tables.investment.imported({j});
    for (int r = 0; r < regions; ++r) {
      const double stock = tables.capital_gva_ratio({j}) * base.value_added({r}, {j});
      base.capital({r}, {j}) = stock;
      replacement += (base.depreciation({j}) + capital_growth) * stock;
    }
  }
  if (!(invested > 0.0)) contradiction("io_use_7regions.csv", "investment adds to zero: capital could not be kept up");
  const double scale = invested / replacement;
  for (int j = 0; j < industries; ++j) {
    for (int r = 0; r < regions; ++r) {
      const double needed = (base.depreciation({j}) + capital_growth) * base.capital({r}, {j});
      base.investment({r}, {j}) = scale * needed;
      base.capital_units({r}, {j}) = 1.0 / scale;
    }
  }
  base.capital_composition = decltype(base.capital_composition)(industries);
  for (int i = 0; i < industries; ++i) {
    base.capital_composition({i}) = (tables.investment.domestic({i}) + tables.investment.imported({i})) / invested;
  }
}

void set_labour(const BaseTables& tables, const Parameters& central, BaseYear& base) {
  const Dimensions& d = base.dimensions;
  const int regions = d.region_count(), industries = d.industry_count(), educations = d.education_count();
  base.employment = tables.jobs_by_education;
  base.wage = tables.labour_income_per_job;
  base.labour_share = decltype(base.labour_share)(regions, industries);
  base.education_wage_share = decltype(base.education_wage_share)(regions, industries, educations);
  AdjustmentMeter jobs("jobs_by_education.csv", "persons"), wages("wages.csv", "mio_dkk_per_person");
  for (int r = 0; r < regions; ++r) {
    for (int j = 0; j < industries; ++j) {
      double persons = 0.0, bill = 0.0;
      for (int e = 0; e < educations; ++e) persons += base.employment({r}, {j}, {e});
      const double wanted = tables.jobs({r}, {j});
      if (persons == 0.0 && wanted > 0.0) {
        contradiction("jobs_by_education.csv",
                      d.regions[r].id + ", " + d.industries[j].id + " has jobs but no education of them");
      }
      for (int e = 0; e < educations; ++e) {
        double& cell = base.employment({r}, {j}, {e});
        const double before = cell;
        if (persons > 0.0) cell *= wanted / persons;  // the regional accounts are the anchor
        jobs.note(before, cell);
        bill += cell * base.wage({r}, {j}, {e});
      }
      const double value_added = base.value_added({r}, {j});
      if (bill == 0.0) continue;
      if (value_added == 0.0)
        contradiction("regional_accounts.csv",
                      d.regions[r].id + ", " + d.industries[j].id + " has jobs but no value added");
      const double cap = central[Parameter::labour_share_cap] * value_added;
      const double scale = bill > cap ? cap / bill : 1.0;
      base.labour_share({r}, {j}) = scale * bill / value_added;
      for (int e = 0; e < educations; ++e) {
        double& wage = base.wage({r}, {j}, {e});
        wages.note(wage, wage * scale);
        wage *= scale;
        base.education_wage_share({r}, {j}, {e}) = wage * base.employment({r}, {j}, {e}) / (scale * bill);
      }
    }
  }
  base.adjustments.push_back(jobs.result());
  base.adjustments.push_back(wages.result());

  base.sigma_capital_labour.clear();
  constexpr std::string_view stem = "production.sigma_capital_labour.";
  for (int j = 0; j < industries; ++j) {
    const auto found =
        std::find(parameter_keys.begin(), parameter_keys.end(), std::string(stem) + tables.sigma_group[j]);
    if (found == parameter_keys.end()) {
      contradiction("industry_parameters.csv",
                    d.industries[j].id + " has the unknown sigma_group \"" + tables.sigma_group[j] + "\"");
    }
    base.sigma_capital_labour.push_back(static_cast<Parameter>(found - parameter_keys.begin()));
  }
}

}  // namespace drivkraft::calibration
