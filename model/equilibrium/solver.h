#pragma once

#include <array>
#include <optional>
#include <vector>

#include "equilibrium/convergence.h"
#include "equilibrium/inverse_jacobian.h"
#include "equilibrium/workspace.h"

namespace drivkraft {

/// Limits of the solver, not of the economy.
struct SolverLimits {
  double tolerance = 1e-9;   // largest residual at a solution, and largest gap it may leave in the accounts
  int most_sweeps = 200;     // a year never takes more
  int most_halvings = 8;     // of one step
  double most_growth = 3.0;  // of the largest residual in one step
  double most_growth_by_local_slopes = 30.0;  // the same where they are all that is known and steps must teach the rest
  int failures_to_renew = 2;                  // steps that had to be shortened before the Jacobian is renewed
  int most_unknowns = 2000;                   // of a whole Jacobian; larger economies go by local slopes
};

/// Why a lane has no solution, by lane.
template <int W>
using Failures = std::array<std::optional<NoEquilibrium>, W>;

/// Finds the year's equilibrium by chord steps from `guess`: the inverse Jacobian stays the one given, corrected by
/// what the path's own last steps taught (secants.h); a step after which the largest residual has grown threefold is
/// taken back to the chord's alone, then halved; after a few such failures a lane gets its own Jacobian at its own
/// point, unless only local slopes are known (local_slopes.h). A lane that has converged or failed is frozen, so a
/// lane's answer does not depend on its company.  (SO-1) `y` holds a cautious start (last year's solution) towards
/// which an impossible guess is shortened. Writes the solution to `y` and to year.now, sweeps and last residual
/// included; a failed lane of year.now stays as it was given. Throws ConvergenceError where unemployment falls below
/// its floor or the accounts do not close, InputError where levers cost more than the budget that shall pay for them.
template <int W>
[[nodiscard]] Failures<W> try_year(const Year<W>& year, const InverseJacobian& chord, const SolverLimits& limits,
                                   const std::vector<Lanes<W>>& guess, std::vector<Lanes<W>>& y, Workspace<W>& work);

}  // namespace drivkraft
