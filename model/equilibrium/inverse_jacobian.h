#pragma once

#include <vector>

#include "base/packed_matrix.h"
#include "equilibrium/workspace.h"

namespace drivkraft {

/// The inverse Jacobian of a year's equations, for steps towards their solution.
class InverseJacobian {
 public:
  /// `row_major`: the inverse, n x n.
  InverseJacobian(const std::vector<double>& row_major, int n) : inverse_(row_major, n, n) {}
  /// step = -J^-1 residual for W lanes, in single precision: its error of 1e-6 is far below that of a chord.
  template <int W>
  void newton_step(const Lanes<W>* residual, Lanes<W>* step, std::vector<float>& scratch) const;
  [[nodiscard]] int size() const { return inverse_.rows(); }

 private:
  PackedMatrix inverse_;
};

/// The Jacobian's inverse at y by central differences, four columns a sweep: the lanes of `year` and of `y` are equal.
/// Throws ConvergenceError where the equations do not determine all unknowns.
[[nodiscard]] InverseJacobian inverse_jacobian(const Year<4>& year, const std::vector<Lanes<4>>& y, Workspace<4>& work);

/// The same for lane k of many, at its own point.
template <int W>
[[nodiscard]] InverseJacobian inverse_jacobian_of_lane(const Year<W>& year, const std::vector<Lanes<W>>& y, int k);

}  // namespace drivkraft
