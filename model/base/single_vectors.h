#pragma once

#include <array>
#include <span>
#include <vector>

#include "base/lanes.h"

namespace drivkraft {

/// Vectors of W lanes in single precision, [unknown][lane], for work whose rounding only costs speed of convergence.
/// Lengths are rounded up to eight, with zeros. Sums have one order of additions, whatever W is.
template <int W>
class SingleVectors {
 public:
  SingleVectors(int vectors, int length);
  [[nodiscard]] std::span<const float> operator[](int vector) const { return {at(vector), size()}; }

  void set(int vector, int place, Lanes<W> x);
  /// Copies lanes of a vector of the same length.
  void copy(int vector, const std::array<bool, W>& lanes, std::span<const float> from);

  /// sum_i a_i b_i of each lane.
  [[nodiscard]] static Lanes<W> dot(std::span<const float> a, std::span<const float> b);

  /// to_i -= sum_v weight_v x_vi over all vectors.
  void subtract_combination(const std::vector<Lanes<W>>& weights, Lanes<W>* to) const;

 private:
  [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(stride_); }
  [[nodiscard]] const float* at(int vector) const { return entries_.data() + std::ptrdiff_t{vector} * stride_; }
  [[nodiscard]] float* at(int vector) { return entries_.data() + std::ptrdiff_t{vector} * stride_; }

  int vectors_, length_, stride_;
  std::vector<float> entries_;
};

}  // namespace drivkraft
