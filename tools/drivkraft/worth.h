#pragma once

#include <vector>

#include "economy/evaluation.h"
#include "results/run_description.h"
#include "simulation/simulate.h"

namespace drivkraft {

/// What is asked of each lever alone: what it changes, or also what it is worth, which takes twice the runs.
enum class LeverFigures { changes, worth };

/// What a scenario's levers are worth, together and each alone. `levers`: levers_used() of the scenario, at least one.
/// Throws what simulate throws.
[[nodiscard]] EvaluationTable evaluate_levers(const Model& model, const Draw& draw, const KnownBaseline& baseline,
                                              const Scenario& scenario, const LeverCatalogue& catalogue,
                                              const std::vector<LeverUse>& levers, const NoiseFloor& floor,
                                              LeverFigures figures);

}  // namespace drivkraft
