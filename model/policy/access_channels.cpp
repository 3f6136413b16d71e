#include "policy/access_channels.h"

#include "base/math.h"

namespace drivkraft {

double CommutingAccess::factor(double km, double minutes, double minutes_saved) const {
  const double slope = 4.0 * elasticity / depth;
  const auto log_access = [&](double cost) { return -depth / (1.0 + exp(-slope * log(cost / midpoint))); };
  return exp(log_access(km * ((minutes - minutes_saved) / minutes)) - log_access(km));
}

double trade_factor(double decay, double product_factor, double minutes_saved) {
  return exp(decay * product_factor * minutes_saved);
}

std::vector<double> density_change(const BaseYear& base, const std::vector<double>& minutes_saved,
                                   double access_decay) {
  const Dimensions& d = base.dimensions;
  std::vector<double> jobs, change;
  for (int q = 0; q < d.region_count(); ++q) {
    jobs.push_back(0.0);
    for (int e = 0; e < d.education_count(); ++e) jobs.back() += base.jobs_by_workplace({q}, {e});
  }
  for (int r = 0; r < d.region_count(); ++r) {
    double before = 0.0, after = 0.0;
    for (int q = 0; q < d.region_count(); ++q) {
      const double minutes = base.travel_minutes({r}, {q});
      const double saved = minutes_saved[static_cast<std::size_t>(r * d.region_count() + q)];
      before += jobs[static_cast<std::size_t>(q)] * exp(-minutes / access_decay);
      after += jobs[static_cast<std::size_t>(q)] * exp(-(minutes - saved) / access_decay);
    }
    change.push_back(log(after / before));
  }
  return change;
}

}  // namespace drivkraft
