#pragma once

#include <vector>

#include "economy/base_year.h"
#include "economy/draw.h"
#include "economy/policy_effects.h"
#include "economy/scenario.h"

namespace drivkraft {

/// Everything the levers of a scenario move, year by year from the scenario's first year; lane k uses draws[k].
/// Each channel is one function below; costs are purchases of the entry's products in the year of the dose. (PO-1 to
/// PO-3)
template <int W>
[[nodiscard]] std::vector<PolicyEffects<W>> policy_path(const BaseYear& base, const Scenario& scenario,
                                                        const LeverCatalogue& catalogue, const Draw* draws);

/// Rise of ln A in the industries a lever reaches [log points].                                            (TE-2)
///
///     share_s  = firms_s x employees_per_firm / jobs of these industries in the region
///     rise_t   = ln(1 + sum over s of net(share_s) R(t - s) effect)
///
/// `doses`: firms by year from first_year; jobs: persons; effect: proportional rise of productivity in a treated firm.
[[nodiscard]] double productivity_rise(const std::vector<double>& doses, int year_index, double jobs,
                                       const ChannelUse& channel, const Draw& draw);

/// Volume at basic prices that a public cost buys [mio. DKK].                                             (PO-2)
///
///     volume_i = cost / (1 + t_G) x share_i
///
/// cost: mio. DKK at purchasers' prices of the base year; t_G: tax on public consumption; product_share: of the entry's
/// spending.
[[nodiscard]] double purchased_volume(double cost, double government_tax_rate, double product_share);

}  // namespace drivkraft
