#pragma once

#include <array>
#include <memory>
#include <mutex>

#include "economy/draw.h"
#include "economy/scenario.h"
#include "simulation/economy.h"
#include "simulation/year_step.h"

namespace drivkraft {

/// An economy ready to run: the balanced accounts, and what the solver prepares once from them at central parameters.
/// Constant after construction but for the chord matrices, which are formed when a closure is first used.
class Model {
 public:
  /// `central`: parameters at which the Jacobians are formed, never those of a member, so that a member's result does
  /// not depend on its company. `people_growth`: even growth of all people, a year, while nobody ages or moves.
  Model(BaseYear base, const Parameters& central, double people_growth = 0.0, double world_price = 1.0,
        const SolverLimits& limits = {});
  Model(Economy economy, const Parameters& central, double world_price = 1.0, const SolverLimits& limits = {});

  [[nodiscard]] const BaseYear& base() const { return economy_.accounts; }
  [[nodiscard]] const Economy& economy() const { return economy_; }
  [[nodiscard]] const Sizes& sizes() const { return sizes_; }
  [[nodiscard]] const StateLayout& layout() const { return layout_; }
  [[nodiscard]] const Trend& trend() const { return economy_.trend; }
  [[nodiscard]] double world_price() const { return world_price_; }
  [[nodiscard]] const SolverLimits& limits() const { return limits_; }

  /// The inverse Jacobian at the base year under a wage rule and kind of capital; of local slopes in a large economy.
  [[nodiscard]] const InverseJacobian& chord(WageRule wages, bool mobile_capital) const;

 private:
  Economy economy_;
  Parameters central_;
  Sizes sizes_;
  StateLayout layout_;
  double world_price_;
  SolverLimits limits_;
  mutable std::mutex forming_;
  mutable std::array<std::unique_ptr<InverseJacobian>, 10> chords_;
};

}  // namespace drivkraft
