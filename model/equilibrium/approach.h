#pragma once

#include "equilibrium/solver.h"

namespace drivkraft {

/// solve_year, and where its steps lead nowhere, the same from nearer by: the year's drivers are approached from last
/// year's in steps, each starting from the solution of the one before; a step that fails is halved, one that succeeds
/// is followed by one twice as long. The solution of the last step is that of the year.
///
/// What it is for: a shock so large that last year's solution leaves unemployment negative under this year's drivers.
/// A lane is approached alone, so its answer does not depend on its company. At most some hundred steps.
/// Throws as solve_year does, about the point on the way that could not be passed.
template <int W>
void find_equilibrium(const Year<W>& year, const InverseJacobian& chord, const SolverLimits& limits,
                      const std::vector<Lanes<W>>& guess, std::vector<Lanes<W>>& y, Workspace<W>& work);

}  // namespace drivkraft
