#pragma once

#include <string>

#include "base/errors.h"
#include "equilibrium/workspace.h"

namespace drivkraft {

/// The steps led nowhere; other errors are of an equilibrium that was found and cannot stand.
class NoEquilibrium : public ConvergenceError {
 public:
  NoEquilibrium(const std::string& text, int sweeps) : ConvergenceError(text), sweeps_(sweeps) {}
  [[nodiscard]] int sweeps() const { return sweeps_; }

 private:
  int sweeps_;
};

/// Names the equation and cell of one unknown, for messages: "capital market, fyn, food".
[[nodiscard]] std::string equation_name(const BaseYear& base, const Sizes& sizes, int unknown);

/// Names year, region, equation and the largest residuals of one lane's last sweep, and what unemployment was tried in
/// vain.
template <int W>
[[nodiscard]] NoEquilibrium no_equilibrium(const Year<W>& year, const Workspace<W>& work, int lane, int sweeps);

/// Before solving, at the baseline's prices: levers paid within the budget may not cost more than the region's public
/// consumption, or there would be no solution to find. Throws InputError.                                    (PO-3)
template <int W>
void require_budget(const Year<W>& year);

/// What must hold of one lane's solution, or it cannot stand: the budget again, wage subsidies included (InputError);
/// unemployment above the floor of checks.minimum_unemployment, below which the wage rule means nothing; accounts that
/// close to 1e-9 of GDP, anything else being a fault of the program (ConvergenceError). Nothing is clipped.
template <int W>
void require_sound(const Year<W>& year, const Workspace<W>& work, int lane);

}  // namespace drivkraft
