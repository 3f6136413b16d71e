#include "calibration/flq.h"

#include <algorithm>
#include <cmath>

#include "base/math.h"

namespace drivkraft::calibration {

namespace {

double size_factor(double size_share, double delta) {
  return exp(delta * log(log1p(size_share) / log(2.0)));
}

}  // namespace

double flegg_quotient(double slq_supplier, double slq_user, double size_share, double delta) {
  return slq_supplier / slq_user * size_factor(size_share, delta);
}

std::vector<FlqDifference> flq_differences(const BaseYear& base, const std::vector<bool>& local_product, double delta,
                                           double report_gap) {
  const Dimensions& d = base.dimensions;
  const int regions = d.region_count(), industries = d.industry_count();
  Table<RatioUnit, RegionId, IndustryId> jobs(regions, industries);
  std::vector<double> by_region(regions, 0.0), by_industry(industries, 0.0);
  double total = 0.0;
  for (int r = 0; r < regions; ++r) {
    for (int j = 0; j < industries; ++j) {
      for (int e = 0; e < d.education_count(); ++e) jobs({r}, {j}) += base.employment({r}, {j}, {e});
      by_region[r] += jobs({r}, {j});
      by_industry[j] += jobs({r}, {j});
      total += jobs({r}, {j});
    }
  }
  std::vector<FlqDifference> differences;
  for (int r = 0; r < regions; ++r) {
    if (regions == 1 || by_region[r] == 0.0) continue;
    const double size_share = by_region[r] / total;
    const auto slq = [&](int j) { return by_industry[j] > 0.0 ? (jobs({r}, {j}) / by_industry[j]) / size_share : 0.0; };
    for (int i = 0; i < industries; ++i) {
      const double domestic = base.domestic_use({r}, {i});
      if (local_product[i] || domestic == 0.0) continue;
      const double all_use = domestic / (1.0 - base.foreign_share({i}));
      double own = 0.0, by_users = 0.0;
      for (int j = 0; j < industries; ++j) {
        const double use = base.input_coefficients({i}, {j}) * base.output({r}, {j});
        if (use == 0.0 || slq(j) == 0.0) continue;
        own += use * std::min(1.0, flegg_quotient(slq(i), slq(j), size_share, delta));
        by_users += use;
      }
      own += (all_use - by_users) * std::min(1.0, flegg_quotient(slq(i), 1.0, size_share, delta));
      const double flq = own / all_use, gravity = base.trade_share({r}, {r}, {i});
      if (std::abs(flq - gravity) > report_gap) differences.push_back({{r}, {i}, gravity, flq});
    }
  }
  return differences;
}

}  // namespace drivkraft::calibration
