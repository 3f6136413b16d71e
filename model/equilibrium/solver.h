#pragma once

#include <string>
#include <vector>

#include "base/errors.h"
#include "equilibrium/workspace.h"

namespace drivkraft {

/// Limits of the solver, not of the economy.
struct SolverLimits {
  double tolerance = 1e-9;    // largest residual at a solution, and largest gap it may leave in the accounts
  int most_sweeps = 200;      // a year never takes more
  int most_halvings = 8;      // of one step
  int failures_to_renew = 2;  // steps that had to be shortened before the Jacobian is renewed
};

/// An inverse Jacobian, stored so that eight rows are formed side by side.
class InverseJacobian {
 public:
  InverseJacobian(const std::vector<double>& row_major, int n);
  /// step = -J^-1 residual for W lanes; sums run over columns in their order.
  template <int W>
  void newton_step(const Lanes<W>* residual, Lanes<W>* step) const;
  [[nodiscard]] int size() const { return n_; }

 private:
  int n_, blocks_;
  std::vector<double> packed_;  // [block of 8 rows][column][row in block]
};

/// The Jacobian's inverse at y by central differences of single-lane sweeps.
[[nodiscard]] InverseJacobian inverse_jacobian(const Year<1>& year, const std::vector<Lanes<1>>& y, Workspace<1>& work);

/// The chord steps led nowhere; other errors are of an equilibrium that was found and cannot stand.
class NoEquilibrium : public ConvergenceError {
 public:
  NoEquilibrium(const std::string& text, int sweeps) : ConvergenceError(text), sweeps_(sweeps) {}
  [[nodiscard]] int sweeps() const { return sweeps_; }

 private:
  int sweeps_;
};

/// Finds the year's equilibrium by chord steps from `guess`: the inverse Jacobian stays the one given; a step that does
/// not reduce the largest residual is halved; after a few such failures a lane gets its own Jacobian at its own point.
/// A lane that has converged is frozen, so its answer does not depend on its company.               (SO-1)
/// `y` holds a cautious start (last year's solution) towards which an impossible guess is shortened.
/// Writes the solution to `y` and to year.now, sweeps and last residual included.
/// Throws NoEquilibrium naming year, region, equation and the last residuals, and what unemployment was tried in vain;
/// ConvergenceError where unemployment falls below its floor or the accounts do not close; InputError where levers cost
/// more than the budget that shall pay for them.
template <int W>
void solve_year(const Year<W>& year, const InverseJacobian& chord, const SolverLimits& limits,
                const std::vector<Lanes<W>>& guess, std::vector<Lanes<W>>& y, Workspace<W>& work);

/// Names the equation and cell of one unknown, for messages: "capital market, fyn, food".
[[nodiscard]] std::string equation_name(const BaseYear& base, const Sizes& sizes, int unknown);

}  // namespace drivkraft
