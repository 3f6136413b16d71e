#pragma once

#include <vector>

#include "equilibrium/equations.h"

namespace drivkraft::test {

/// A sweep whose sums run over full matrices of (region x product)^2, zeros included, as a multi-regional input-output
/// table holds trade and inputs: the same numbers as sweep(), at a cost of (R S)^2. Beside the library's sweep it shows
/// what its law R S^2 + S R^2 saves. For years without changes of travel time, variety or resource efficiency.
class DenseSweep {
 public:
  explicit DenseSweep(const BaseYear& base);

  template <int W>
  void operator()(const Year<W>& year, const Lanes<W>* y, Workspace<W>& work, Lanes<W>* out) const;

 private:
  /// One matrix and its transpose, row-major, so that every sum reads memory in order.
  struct Matrix {
    explicit Matrix(int size);
    void set(int row, int column, double value);
    int size;
    std::vector<double> forward, backward;
  };
  template <int W>
  void prices(const Year<W>& year, const Lanes<W>* y, Workspace<W>& work) const;
  template <int W>
  void goods(const Year<W>& year, const Lanes<W>* y, Workspace<W>& work) const;

  Matrix trade_;   // s0: [origin, product] x [buyer, product]
  Matrix inputs_;  // alpha: [region, product] x [region, industry]
};

}  // namespace drivkraft::test
