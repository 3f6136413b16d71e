#pragma once

#include <vector>

#include "base/lanes.h"

namespace drivkraft {

/// A matrix in single precision, packed for one use: correction steps whose own error of 1e-6 only costs speed of
/// convergence. Half the memory of doubles, so that it stays near the processor, and eight entries an instruction.
class PackedMatrix {
 public:
  /// `row_major`: rows x columns.
  PackedMatrix(const std::vector<double>& row_major, int rows, int columns);

  /// out = matrix x, for W lanes; each entry of `out` is one sum over the columns in their order, each term with one
  /// rounding, so the bits are the same for every W. `scratch` is resized once.
  template <int W>
  void multiply(const Lanes<W>* x, Lanes<W>* out, std::vector<float>& scratch) const;

  [[nodiscard]] int rows() const { return rows_; }
  [[nodiscard]] int columns() const { return columns_; }

 private:
  int rows_, columns_, blocks_;
  std::vector<float> entries_;  // [block of 8 rows][column][row in block]
};

}  // namespace drivkraft
