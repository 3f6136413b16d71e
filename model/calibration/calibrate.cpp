#include "calibration/calibrate.h"

#include <algorithm>
#include <cmath>

#include "base/errors.h"
#include "calibration/steps.h"

namespace drivkraft {

namespace calibration {

void AdjustmentMeter::note(double before, double after) {
  const double change = std::abs(after - before);
  adjustment_.largest = std::max(adjustment_.largest, change);
  adjustment_.total += change;
  if (before != 0.0) adjustment_.largest_relative = std::max(adjustment_.largest_relative, change / std::abs(before));
}

void contradiction(const std::string& table, const std::string& message) {
  throw InputError(Place{.file = table, .line_text = {}}, message);
}

}  // namespace calibration

namespace {

/// The identities that calibration promises, each to 1e-9 of its total.
void require_balanced(const BaseYear& base) {
  const Dimensions& d = base.dimensions;
  constexpr double tolerance = 1e-9;
  for (int i = 0; i < d.industry_count(); ++i) {
    double supply = 0.0, exports = 0.0, use = 0.0;
    for (int r = 0; r < d.region_count(); ++r) {
      supply += base.output({r}, {i});
      exports += base.exports({r}, {i});
      use += base.domestic_use({r}, {i});
    }
    if (!(std::abs(supply - exports - use) <= tolerance * supply)) {
      calibration::contradiction("io_use_7regions.csv", d.industries[i].id + ": supply is " + std::to_string(supply) +
                                                            " and use is " + std::to_string(exports + use) +
                                                            " mio. DKK");
    }
  }
  double jobs = 0.0, employed = 0.0;
  for (const double v : base.employment.values()) jobs += v;
  for (const double v : base.employed_residents.values()) employed += v;
  if (!(std::abs(jobs - employed) <= tolerance * jobs)) {
    calibration::contradiction("commuting.csv", "jobs by workplace are " + std::to_string(jobs) +
                                                    " and employed residents " + std::to_string(employed));
  }
}

double gross_domestic_product(const BaseYear& base) {
  const Dimensions& d = base.dimensions;
  double gdp = 0.0;
  std::array<double, use_count> bought{};
  for (int r = 0; r < d.region_count(); ++r) {
    for (int i = 0; i < d.industry_count(); ++i) {
      gdp += base.value_added({r}, {i}) + base.output_tax_share({i}) * base.output({r}, {i});
      bought[0] += base.consumption({r}, {i});
      bought[1] += base.public_consumption({r}, {i});
      bought[2] += base.investment({r}, {i});
      bought[3] += base.visitors_share_of_exports({i}) * base.exports({r}, {i}) + base.visitors_imported({r}, {i});
    }
  }
  for (int u = 0; u < use_count; ++u) gdp += base.final_tax_rate({u}) * bought[static_cast<std::size_t>(u)];
  return gdp;
}

}  // namespace

BaseYear labour_accounts(const BaseTables& tables, const Parameters& central) {
  using namespace calibration;
  BaseYear base;
  base.dimensions = tables.dimensions;
  const BaseTables balanced = reconciled(tables, base);
  set_production(balanced, base);
  set_labour(balanced, central, base);
  set_people(balanced, base);
  return base;
}

BaseYear calibrate(const BaseTables& tables, const Parameters& central, double capital_growth) {
  using namespace calibration;
  BaseYear base;
  base.dimensions = tables.dimensions;
  const BaseTables balanced = reconciled(tables, base);
  set_production(balanced, base);
  set_labour(balanced, central, base);
  set_people(balanced, base);
  set_capital(balanced, capital_growth, base);
  set_final_demand(balanced, base);
  set_exports(balanced, central, base);
  set_use(balanced, base);
  set_trade(balanced, central, base);
  set_households(balanced, base);
  base.firms = tables.firms;
  base.firm_entry_rate = tables.firm_entry_rate;
  base.firm_exit_rate = tables.firm_exit_rate;
  base.emission_intensity = tables.emission_intensity;
  base.green_turnover = tables.green_turnover;
  require_balanced(base);
  base.gdp = gross_domestic_product(base);
  return base;
}

}  // namespace drivkraft
