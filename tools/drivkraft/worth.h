#pragma once

#include <vector>

#include "economy/evaluation.h"
#include "results/run_description.h"
#include "simulation/model.h"

namespace drivkraft {

/// What a scenario's levers are worth, together and each alone. `levers`: levers_used() of the scenario, at least one.
/// Throws what simulate throws.
[[nodiscard]] EvaluationTable evaluate_levers(const Model& model, const Draw& draw, const Scenario& scenario,
                                              const LeverCatalogue& catalogue, const std::vector<LeverUse>& levers,
                                              const NoiseFloor& floor);

}  // namespace drivkraft
