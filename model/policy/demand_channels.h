#pragma once

#include "economy/draw.h"
#include "economy/scenario.h"

namespace drivkraft {

/// Volume at basic prices that money at purchasers' prices buys [mio. DKK].                               (PO-2)
///
///     volume = money / (1 + tax rate of the use) x share
///
/// money: mio. DKK at prices of the base year; share: of one product, or of one investing industry.
[[nodiscard]] double purchased_volume(double money, double tax_rate, double share);

/// Money that a dose moves in its year [mio. DKK], before it is spread over products or industries.       (PO-14)
///
///     dose x effect (1 - displacement)
///
/// effect: mio. DKK a mio. DKK of dose, beyond what would have been spent anyway; displacement only where the channel
/// has it: visitors from Denmark who would have spent their money elsewhere in the country.
[[nodiscard]] double money_moved(double dose, const ChannelUse& channel, const Draw& draw);

}  // namespace drivkraft
