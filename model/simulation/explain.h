#pragma once

#include "economy/gross_to_net.h"
#include "simulation/simulate.h"

namespace drivkraft {

/// From gross to net: runs of the scenario with ever less held still, each compared with the one before.  (EX-1)
/// What the scenario itself holds stays held. Gross runs that ask for more people than there are run at a smaller part
/// of the doses. Throws what simulate throws when even a small part is too much.
[[nodiscard]] GrossToNet gross_to_net(const Model& model, const Draw& draw, const KnownBaseline& baseline,
                                      const Scenario& scenario, const LeverCatalogue& catalogue);

/// The catalogue with some shares of the chain from dose to effect at zero.
struct ChainShares {
  bool deadweight = true, displacement = true, substitution = true;
};
[[nodiscard]] LeverCatalogue with_chain(const LeverCatalogue& catalogue, const ChainShares& kept);

}  // namespace drivkraft
