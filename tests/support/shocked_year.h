#pragma once

#include <functional>

#include "economy/draw.h"
#include "simulation/model.h"

namespace drivkraft::test {

/// The first year after the base year, solved twice: the baseline, and a scenario whose drivers `shock` moves at will
/// before the solver starts from the baseline's solution. Throws ConvergenceError.
struct ShockedYear {
  State<1> baseline;
  State<1> scenario;
  double residual;  // largest residual of the scenario's equations at what its state says, swept once more
};
[[nodiscard]] ShockedYear shocked_year(const Model& model, const Draw& draw, const Closures& closures,
                                       const std::function<void(State<1>& drivers)>& shock);

}  // namespace drivkraft::test
