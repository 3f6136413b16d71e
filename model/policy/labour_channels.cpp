#include "policy/labour_channels.h"

#include <algorithm>

#include "policy/dose_chain.h"

namespace drivkraft {

namespace {
constexpr double months_a_year = 12.0;

/// Jobs of one education that a lever reaches in an industry.
double jobs_reached(const BaseYear& base, const LeverEntry& entry, RegionId region, IndustryId industry,
                    EducationId education) {
  return reach_of(entry, industry) * base.employment(region, industry, education);
}

double paid_for(const BaseYear& base, const LeverEntry& entry, const ChannelUse& channel, const LeverDose& dose,
                const Draw& draw) {
  const std::vector<IndustryId>& industries = dose.industries.empty() ? entry.industries : dose.industries;
  double paid = 0.0;
  for (int e = 0; e < base.dimensions.education_count(); ++e) {
    const double persons = dose.amount * channel.education_shares[static_cast<std::size_t>(e)];
    double jobs = 0.0;
    for (const IndustryId industry : industries) jobs += jobs_reached(base, entry, dose.region, industry, {e});
    for (const IndustryId industry : industries) {
      const double wage = base.wage(dose.region, industry, {e});
      paid += wage_subsidy(persons, jobs, wage, channel, draw).paid * wage *
              jobs_reached(base, entry, dose.region, industry, {e});
    }
  }
  return paid;
}

}  // namespace

double matching_rise(const std::vector<double>& doses, int year_index, double education_share, double unemployed,
                     const ChannelUse& channel, const Draw& draw) {
  if (unemployed == 0.0) return 0.0;
  return doses_in_effect(doses, year_index, channel, draw) * education_share / unemployed *
         number_of(channel, draw, "effect");
}

SubsidyRate wage_subsidy(double persons, double jobs, double wage, const ChannelUse& channel, const Draw& draw) {
  if (jobs == 0.0 || wage == 0.0) return {};
  const double share =
      std::min(number_of(channel, draw, "wage_share"), months_a_year * number_of(channel, draw, "monthly_cap") / wage);
  const double paid = persons / jobs * share * number_of(channel, draw, "months") / months_a_year;
  return {.paid = paid,
          .acting =
              paid * (1.0 - number_of(channel, draw, "deadweight")) * (1.0 - number_of(channel, draw, "displacement"))};
}

std::vector<double> subsidies_paid(const BaseYear& base, const Scenario& scenario, const LeverCatalogue& catalogue,
                                   const Draw& draw) {
  std::vector<double> paid;
  for (const LeverDose& dose : scenario.doses) {
    const LeverEntry& entry = catalogue.entries[static_cast<std::size_t>(dose.entry)];
    paid.push_back(0.0);
    for (const ChannelUse& channel : entry.channels) {
      if (channel.channel == Channel::labour_wage_subsidy) paid.back() += paid_for(base, entry, channel, dose, draw);
    }
  }
  return paid;
}

}  // namespace drivkraft
