#include "policy/firm_stock_channels.h"

#include <algorithm>

#include "base/math.h"
#include "policy/dose_chain.h"

namespace drivkraft {

namespace {

constexpr int young_until = 5, grown_at = 10;  // years

/// base^exponent of a share; 0 stays 0.
double power_of_share(double base, double exponent) {
  return base > 0.0 ? exp(exponent * log(base)) : 0.0;
}

}  // namespace

double YoungFirms::survival(int age) const {
  if (age <= 0) return 1.0;
  if (age <= young_until)
    return one_year * power_of_share(five_years / one_year, static_cast<double>(age - 1) / (young_until - 1));
  return five_years * power_of_share(1.0 - exit_rate, static_cast<double>(age - young_until));
}

double YoungFirms::size(int age) const {
  if (average_jobs == 0.0) return 0.0;
  const double grown = std::clamp(static_cast<double>(age - young_until) / (grown_at - young_until), 0.0, 1.0);
  return jobs / average_jobs * (1.0 - grown) + grown;
}

double firms_from_entry(const std::vector<double>& doses, int year_index, const YoungFirms& young,
                        const ChannelUse& channel, const Draw& draw) {
  const DoseChain chain = chain_of(channel, draw);
  double firms = 0.0;
  for (int s = 0; s <= year_index; ++s) {
    const int age = year_index - s;
    firms += chain.net(doses[static_cast<std::size_t>(s)]) * young.survival(age) * young.size(age);
  }
  return firms;
}

double firms_from_survival(const std::vector<double>& doses, int year_index, const YoungFirms& young,
                           const ChannelUse& channel, const Draw& draw) {
  const DoseChain chain = chain_of(channel, draw);
  const double effect = number_of(channel, draw, "effect");
  double firms = 0.0;
  for (int s = 0; s <= year_index; ++s) {
    const int age = year_index - s;
    const double before = young.survival(age), young_share = young.survival(std::min(age, young_until));
    if (before == 0.0) continue;
    const double longer = before * (power_of_share(young_share, -effect) - 1.0);
    firms += chain.net(doses[static_cast<std::size_t>(s)]) * longer * young.size(age);
  }
  return firms;
}

double firms_from_scaleup(const std::vector<double>& doses, int year_index, double average_jobs,
                          const ChannelUse& channel, const Draw& draw) {
  if (average_jobs == 0.0) return 0.0;
  return doses_in_effect(doses, year_index, channel, draw) * number_of(channel, draw, "employees_per_firm") /
         average_jobs * number_of(channel, draw, "effect");
}

}  // namespace drivkraft
