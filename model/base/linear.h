#pragma once

#include <span>
#include <vector>

namespace drivkraft {

/// LU factors of a square matrix with row pivoting, P A = L U; every sum runs in one fixed order.
/// Serves the gravity's Newton steps and the equilibrium's Jacobian.
class LuFactors {
 public:
  /// `matrix` is row-major, n x n. Throws std::domain_error when a pivot is zero or not finite.
  LuFactors(std::vector<double> matrix, int n);

  /// Replaces b by the solution of A x = b.
  void solve(std::span<double> b) const;

  /// The inverse, row-major.
  [[nodiscard]] std::vector<double> inverse() const;

 private:
  int n_;
  std::vector<double> lu_;
  std::vector<int> row_;  // row_[i]: the row of A that stands at place i
};

}  // namespace drivkraft
