#include "policy/demand_channels.h"

#include "policy/dose_chain.h"

namespace drivkraft {

double purchased_volume(double money, double tax_rate, double share) {
  return money / (1.0 + tax_rate) * share;
}

double money_moved(double dose, const ChannelUse& channel, const Draw& draw) {
  const double displaced = channel.parameters.contains("displacement") ? number_of(channel, draw, "displacement") : 0.0;
  return dose * number_of(channel, draw, "effect") * (1.0 - displaced);
}

}  // namespace drivkraft
