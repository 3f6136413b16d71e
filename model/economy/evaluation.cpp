#include "economy/evaluation.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/math.h"

namespace drivkraft {

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();
constexpr int first_years = 35;  // that the first of the two discount rates holds for, see data/parameters

using Cells = std::vector<double>;

/// Sum over the regions of one year.
double in_year(const Cells& cells, std::size_t year, std::size_t regions) {
  double sum = 0.0;
  for (std::size_t k = year * regions; k < (year + 1) * regions; ++k) sum += cells.at(k);
  return sum;
}

/// Largest change of a region in any year, in standard deviations of a normal year.
double against_noise(const Cells& scenario, const Cells& baseline, const Cells& noise) {
  if (noise.empty()) return missing;
  double largest = 0.0;
  for (std::size_t k = 0; k < scenario.size(); ++k) {
    if (!(baseline[k] > 0.0) || !(scenario[k] > 0.0)) continue;
    largest = std::max(largest, std::fabs(log(scenario[k] / baseline[k])) / noise.at(k % noise.size()));
  }
  return largest;
}

/// Cost of a unit of effect, where there is either and where the effect could be seen.
Figure cost_of_effect(double cost, double effect, double noise) {
  if (!(cost > 0.0)) return {missing, Blank::no_cost};
  if (effect == 0.0) return {missing, Blank::no_effect};
  if (effect < 0.0) return {missing, Blank::negative_effect};
  if (std::isnan(noise)) return {missing, Blank::no_history};
  if (noise < 1.0) return {missing, Blank::below_noise};
  return {cost / effect, Blank::none};
}

Figure benefit_over_cost(double benefit, double cost) {
  if (!(cost > 0.0)) return {missing, Blank::no_cost};
  if (benefit == 0.0) return {missing, Blank::no_effect};
  if (benefit < 0.0) return {missing, Blank::negative_effect};
  return {benefit / cost, Blank::none};
}

/// What the public gave before anybody financed it: cost less induced taxes and benefits saved.        (EV-4)
double net_outlay(const Evaluated& e, std::size_t year) {
  const std::size_t regions = e.scenario.regions;
  const double paid = in_year(e.paid_from_budget ? e.scenario.lever_cost : e.scenario.financing, year, regions);
  return paid - in_year(e.scenario.public_balance, year, regions);
}

void add_year(const Evaluated& e, std::size_t year, const Parameters& parameters, Evaluation& sum) {
  const std::size_t regions = e.scenario.regions;
  const auto change = [&](const RegionSums& path, Cells RegionSums::*cells) {
    return in_year(path.*cells, year, regions) - in_year(e.baseline.*cells, year, regions);
  };
  const double factor = discount_factor(std::max(0, e.base_year + static_cast<int>(year) - e.dose_year), parameters);
  const double to_market_prices = factor * parameters[Parameter::net_tax_factor];
  sum.benefit += to_market_prices * change(e.nothing_bought, &RegionSums::value_added);
  sum.resource_cost +=
      to_market_prices * (in_year(e.scenario.public_purchases, year, regions) + in_year(e.private_cost, year, regions));
  const double outlay = factor * net_outlay(e, year);
  sum.net_public_cost += outlay;
  sum.distortion += (parameters[Parameter::tax_distortion_factor] - 1.0) * outlay;
  sum.public_cost += factor * in_year(e.public_cost, year, regions);
  sum.job_years += change(e.scenario, &RegionSums::employment);
  sum.value_added += change(e.scenario, &RegionSums::value_added);
  for (std::size_t r = 0; r < regions; ++r)
    sum.public_balance.at(r) += factor * e.scenario.public_balance.at(year * regions + r);
}

}  // namespace

double yearly_noise(const std::vector<double>& levels) {
  const auto changes = static_cast<double>(levels.size()) - 1.0;
  const double mean = log(levels.back() / levels.front()) / changes;
  double squares = 0.0;
  for (std::size_t k = 1; k < levels.size(); ++k) {
    const double apart = log(levels[k] / levels[k - 1]) - mean;
    squares += apart * apart;
  }
  return std::sqrt(squares / (changes - 1.0));
}

double discount_factor(int years, const Parameters& parameters) {
  const double early = static_cast<double>(std::min(years, first_years));
  const double late = static_cast<double>(std::max(0, years - first_years));
  return exp(-early * log1p(parameters[Parameter::discount_rate_to_35]) -
             late * log1p(parameters[Parameter::discount_rate_from_36]));
}

Evaluation evaluate(const Evaluated& evaluated, const Parameters& parameters, const NoiseFloor& floor) {
  Evaluation result;
  result.public_balance.assign(evaluated.scenario.regions, 0.0);
  for (std::size_t year = 0; year < evaluated.scenario.years(); ++year) add_year(evaluated, year, parameters, result);
  result.net_present_value = result.benefit - result.resource_cost - result.distortion;
  result.benefit_cost_ratio = benefit_over_cost(result.benefit, result.resource_cost + result.distortion);
  result.jobs_against_noise = against_noise(evaluated.scenario.employment, evaluated.baseline.employment, floor.jobs);
  result.gdp_against_noise = against_noise(evaluated.scenario.real_gdp, evaluated.baseline.real_gdp, floor.gdp);
  result.cost_per_job_year = cost_of_effect(result.public_cost, result.job_years, result.jobs_against_noise);
  result.cost_per_value_added = cost_of_effect(result.public_cost, result.value_added, result.gdp_against_noise);
  return result;
}

double weak_evidence_share(const std::vector<Contribution>& levers) {
  double weak = 0.0, all = 0.0;
  for (const Contribution& lever : levers) {
    all += std::fabs(lever.change);
    if (lever.grade == 'C' || lever.grade == 'D') weak += std::fabs(lever.change);
  }
  return all > 0.0 ? weak / all : missing;
}

}  // namespace drivkraft
