#include "calibration/technology_rates.h"

#include <algorithm>
#include <numeric>

#include "base/math.h"

namespace drivkraft {

std::vector<double> mean_wages(const BaseYear& base) {
  const Dimensions& d = base.dimensions;
  std::vector<double> wages;
  for (int e = 0; e < d.education_count(); ++e) {
    double bill = 0.0, persons = 0.0;
    for (int r = 0; r < d.region_count(); ++r) {
      for (int j = 0; j < d.industry_count(); ++j) {
        bill += base.wage({r}, {j}, {e}) * base.employment({r}, {j}, {e});
        persons += base.employment({r}, {j}, {e});
      }
    }
    wages.push_back(persons > 0.0 ? bill / persons : 0.0);
  }
  return wages;
}

namespace {

/// One industry's productivity by region in wage-weighted units, and its jobs.
struct IndustryLevels {
  std::vector<double> productivity, jobs;
};

IndustryLevels levels_of(const BaseYear& base, const std::vector<double>& mean_wage, int industry) {
  IndustryLevels levels;
  for (int r = 0; r < base.dimensions.region_count(); ++r) {
    double units = 0.0, jobs = 0.0;
    for (int e = 0; e < base.dimensions.education_count(); ++e) {
      units += mean_wage[static_cast<std::size_t>(e)] * base.employment({r}, {industry}, {e});
      jobs += base.employment({r}, {industry}, {e});
    }
    levels.productivity.push_back(units > 0.0 ? base.value_added({r}, {industry}) / units : 0.0);
    levels.jobs.push_back(jobs);
  }
  return levels;
}

}  // namespace

BaseTechnology technology_rates(const BaseYear& base, const PeopleTables& tables, const Parameters& central) {
  const int regions = base.dimensions.region_count(), industries = base.dimensions.industry_count();
  BaseTechnology technology;
  technology.productivity_drift = tables.productivity_drift;
  technology.catches_up = tables.catches_up;
  technology.adoption = tables.adoption;
  technology.mean_wage = mean_wages(base);
  technology.gap = technology.frontier_weight = decltype(technology.gap)(regions, industries);
  technology.drift_weight = decltype(technology.drift_weight)(regions);
  double all = 0.0;
  for (const double value : base.value_added.values()) all += value;
  for (int r = 0; r < regions; ++r) {
    double own = 0.0;
    for (int j = 0; j < industries; ++j) own += base.value_added({r}, {j});
    technology.drift_weight({r}) = own / all;
  }
  const auto best_count = static_cast<std::size_t>(central[Parameter::frontier_regions]);
  const double cap = central[Parameter::gap_cap];
  for (int j = 0; j < industries; ++j) {
    if (!technology.catches_up[static_cast<std::size_t>(j)]) continue;
    const IndustryLevels levels = levels_of(base, technology.mean_wage, j);
    std::vector<std::size_t> order(static_cast<std::size_t>(regions));
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return levels.productivity[a] > levels.productivity[b]; });
    double frontier = 0.0, jobs = 0.0;
    const std::size_t best = std::min(best_count, order.size());
    for (std::size_t k = 0; k < best; ++k) {
      frontier += levels.jobs[order[k]] * levels.productivity[order[k]];
      jobs += levels.jobs[order[k]];
    }
    if (jobs == 0.0) continue;  // an industry without anybody in it
    for (std::size_t k = 0; k < best; ++k)
      technology.frontier_weight({static_cast<int>(order[k])}, {j}) = levels.jobs[order[k]] / jobs;
    for (int r = 0; r < regions; ++r) {
      const double own = levels.productivity[static_cast<std::size_t>(r)];
      if (own > 0.0) technology.gap({r}, {j}) = std::clamp(log(frontier / jobs / own), 0.0, cap);
    }
  }
  return technology;
}

}  // namespace drivkraft
