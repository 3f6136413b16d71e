#include <algorithm>
#include <cmath>

#include "calibration/steps.h"

namespace drivkraft::calibration {

void set_households(const BaseTables& tables, BaseYear& base) {
  const Dimensions& d = base.dimensions;
  const int regions = d.region_count(), industries = d.industry_count(), educations = d.education_count();
  const BaseTables::HouseholdAccounts& published = tables.households;
  base.disposable_income = published.disposable_income;
  base.tax_rate = base.surplus_share = base.consumption_propensity = decltype(base.tax_rate)(regions);
  base.other_transfers = decltype(base.other_transfers)(regions);
  base.benefit_65 = decltype(base.benefit_65)(regions);
  base.benefit_unemployed = tables.benefit_unemployed;
  base.benefit_other_15_64 = tables.benefit_other_15_64;

  std::vector<double> labour_income(regions, 0.0);
  double value_added = 0.0, wages = 0.0;
  for (int q = 0; q < regions; ++q) {
    for (int j = 0; j < industries; ++j) value_added += base.value_added({q}, {j});
    for (int e = 0; e < educations; ++e) {
      double bill = 0.0;
      for (int j = 0; j < industries; ++j) bill += base.wage({q}, {j}, {e}) * base.employment({q}, {j}, {e});
      wages += bill;
      for (int r = 0; r < regions; ++r) labour_income[r] += bill * base.commuting_share({q}, {r}, {e});
    }
  }
  base.operating_surplus = value_added - wages;
  for (int r = 0; r < regions; ++r) {
    const double taxed = published.primary_income({r}) + published.social_benefits({r});
    if (!(taxed > 0.0))
      contradiction("taxes_transfers.csv", d.regions[r].id + ": primary income and benefits are not positive");
    base.tax_rate({r}) = (published.income_taxes({r}) + published.social_contributions({r})) / taxed;
    base.surplus_share({r}) = std::max(0.0, published.primary_income({r}) - labour_income[r]) / base.operating_surplus;

    double unemployed = 0.0;
    for (int e = 0; e < educations; ++e) unemployed += base.labour_force({r}, {e}) - base.employed_residents({r}, {e});
    const double outside = base.people_15_64({r}) - base.labour_force_under_65({r});
    const double to_65 =
        published.social_benefits({r}) - base.benefit_unemployed * unemployed - base.benefit_other_15_64 * outside;
    if (!(to_65 >= 0.0) || (to_65 > 0.0 && base.people_65({r}) == 0.0)) {
      contradiction(
          "benefits.csv",
          d.regions[r].id + ": benefits to people under 65 exceed all social benefits of taxes_transfers.csv");
    }
    base.benefit_65({r}) = base.people_65({r}) > 0.0 ? to_65 / base.people_65({r}) : 0.0;

    const double gross =
        labour_income[r] + base.surplus_share({r}) * base.operating_surplus + published.social_benefits({r});
    base.other_transfers({r}) = base.disposable_income({r}) - (1.0 - base.tax_rate({r})) * gross;

    double consumption = 0.0;
    for (int i = 0; i < industries; ++i) consumption += base.consumption({r}, {i});
    const double tax = base.final_tax_rate({static_cast<int>(Use::consumption)});
    base.consumption_propensity({r}) = (1.0 + tax) * consumption / base.disposable_income({r});
  }
  base.consumption_share = decltype(base.consumption_share)(regions, industries);
  base.shopping_share = decltype(base.shopping_share)(regions, regions, industries);
  for (int r = 0; r < regions; ++r) {
    double total = 0.0;
    for (int i = 0; i < industries; ++i) total += base.consumption({r}, {i});
    for (int i = 0; i < industries; ++i) {
      if (total > 0.0) base.consumption_share({r}, {i}) = base.consumption({r}, {i}) / total;
      base.shopping_share({r}, {r}, {i}) = 1.0;  // nothing is known of shopping trips: bought where people live
    }
  }
}

}  // namespace drivkraft::calibration
