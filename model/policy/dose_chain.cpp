#include "policy/dose_chain.h"

#include <algorithm>
#include <limits>

#include "base/math.h"

namespace drivkraft {

double effect_share(int age, double delay, double ramp, double half_life) {
  const double years = static_cast<double>(age) - delay + 1.0;
  const double risen = std::min(1.0, std::max(0.0, years / ramp));
  return risen * exp(-log(2.0) * std::max(0.0, years - ramp) / half_life);
}

double number_of(const ChannelUse& channel, const Draw& draw, const char* name) {
  return draw.value_of(channel.parameters.at(name));
}

DoseChain chain_of(const ChannelUse& channel, const Draw& draw) {
  return {.deadweight = number_of(channel, draw, "deadweight"),
          .success = number_of(channel, draw, "success"),
          .displacement = number_of(channel, draw, "displacement"),
          .substitution = number_of(channel, draw, "substitution")};
}

double doses_in_effect(const std::vector<double>& doses, int year_index, const ChannelUse& channel, const Draw& draw) {
  const DoseChain chain = chain_of(channel, draw);
  const double delay = number_of(channel, draw, "delay"), ramp = number_of(channel, draw, "ramp");
  const double half_life = channel.parameters.contains("half_life") ? number_of(channel, draw, "half_life")
                                                                    : std::numeric_limits<double>::infinity();
  double sum = 0.0;
  for (int s = 0; s <= year_index; ++s) {
    const double dose = doses[static_cast<std::size_t>(s)];
    if (dose > 0.0) sum += chain.net(dose) * effect_share(year_index - s, delay, ramp, half_life);
  }
  return sum;
}

double staying_share(int age, double yearly_exit) {
  if (age == 0) return 1.0;  // nobody has left yet, even where all leave within a year
  return exp(static_cast<double>(age) * log1p(-yearly_exit));
}

}  // namespace drivkraft
