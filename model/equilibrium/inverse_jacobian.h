#pragma once

#include <utility>
#include <variant>
#include <vector>

#include "base/packed_matrix.h"
#include "equilibrium/local_slopes.h"
#include "equilibrium/workspace.h"

namespace drivkraft {

/// The inverse Jacobian of a year's equations, for steps towards their solution: whole, or for a large economy what its
/// slopes within each region and industry give.
class InverseJacobian {
 public:
  /// `row_major`: the inverse, n x n.
  InverseJacobian(const std::vector<double>& row_major, int n) : inverse_(PackedMatrix(row_major, n, n)) {}
  explicit InverseJacobian(LocalSlopes slopes) : inverse_(std::move(slopes)) {}
  [[nodiscard]] bool is_whole() const { return std::holds_alternative<PackedMatrix>(inverse_); }

  /// step = -J^-1 residual for W lanes; the whole one in single precision, whose error of 1e-6 is far below that of a
  /// chord.
  template <int W>
  void newton_step(const Lanes<W>* residual, Lanes<W>* step, std::vector<float>& scratch) const;

 private:
  std::variant<PackedMatrix, LocalSlopes> inverse_;
};

/// The Jacobian's inverse at y by central differences, four columns a sweep: the lanes of `year` and of `y` are equal.
/// Throws ConvergenceError where the equations do not determine all unknowns.
[[nodiscard]] InverseJacobian inverse_jacobian(const Year<4>& year, const std::vector<Lanes<4>>& y, Workspace<4>& work);

/// The same for lane k of many, at its own point.
template <int W>
[[nodiscard]] InverseJacobian inverse_jacobian_of_lane(const Year<W>& year, const std::vector<Lanes<W>>& y, int k);

}  // namespace drivkraft
