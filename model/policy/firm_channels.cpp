#include "policy/firm_channels.h"

#include "base/math.h"
#include "policy/dose_chain.h"

namespace drivkraft {

namespace {

double share_of_jobs(double firms, double jobs, const ChannelUse& channel, const Draw& draw) {
  return jobs > 0.0 ? firms * number_of(channel, draw, "employees_per_firm") / jobs : 0.0;
}

}  // namespace

double treated_share(const std::vector<double>& doses, int year_index, double jobs, const ChannelUse& channel,
                     const Draw& draw) {
  return share_of_jobs(doses_in_effect(doses, year_index, channel, draw), jobs, channel, draw);
}

double productivity_rise(const std::vector<double>& doses, int year_index, double jobs, double reach,
                         const ChannelUse& channel, const Draw& draw) {
  return log1p(treated_share(doses, year_index, jobs, channel, draw) * reach * number_of(channel, draw, "effect"));
}

double adopters_rise(const std::vector<double>& doses, int year_index, double jobs, const ChannelUse& channel,
                     const Draw& draw) {
  const double now = doses_in_effect(doses, year_index, channel, draw);
  const double before = year_index > 0 ? doses_in_effect(doses, year_index - 1, channel, draw) : 0.0;
  return share_of_jobs(now - before, jobs, channel, draw);
}

double export_rise(const std::vector<double>& doses, int year_index, double exports, const ChannelUse& channel,
                   const Draw& draw) {
  if (exports == 0.0) return 0.0;
  return doses_in_effect(doses, year_index, channel, draw) * number_of(channel, draw, "exports_per_firm") *
         number_of(channel, draw, "effect") / exports;
}

double wanted_hires(const std::vector<double>& doses, int year_index, const ChannelUse& channel, const Draw& draw) {
  return doses_in_effect(doses, year_index, channel, draw) * number_of(channel, draw, "hires_per_firm");
}

}  // namespace drivkraft
