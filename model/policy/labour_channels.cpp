#include "policy/labour_channels.h"

#include <algorithm>

#include "policy/dose_chain.h"

namespace drivkraft {

namespace {
constexpr double months_a_year = 12.0;
}

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

}  // namespace drivkraft
