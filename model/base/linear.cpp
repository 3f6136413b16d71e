#include "base/linear.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <string>
#include <utility>

namespace drivkraft {

namespace {

/// to -= factor * from
void subtract_multiple(double* to, double factor, const double* from, int count) {
  for (int k = 0; k < count; ++k) to[k] -= factor * from[k];
}

}  // namespace

LuFactors::LuFactors(std::vector<double> matrix, int n) : n_(n), lu_(std::move(matrix)), row_(n) {
  std::iota(row_.begin(), row_.end(), 0);
  const auto size = static_cast<std::size_t>(n);
  for (std::size_t k = 0; k < size; ++k) {
    std::size_t pivot = k;
    for (std::size_t i = k + 1; i < size; ++i) {
      if (std::abs(lu_[i * size + k]) > std::abs(lu_[pivot * size + k])) pivot = i;
    }
    const double top = lu_[pivot * size + k];
    if (!(std::abs(top) > 0.0) || !std::isfinite(top)) {
      throw std::domain_error("singular matrix at column " + std::to_string(k));
    }
    if (pivot != k) {
      std::swap_ranges(&lu_[k * size], &lu_[k * size] + size, &lu_[pivot * size]);
      std::swap(row_[k], row_[pivot]);
    }
    for (std::size_t i = k + 1; i < size; ++i) {
      double& factor = lu_[i * size + k];
      if (factor == 0.0) continue;
      factor /= top;
      subtract_multiple(&lu_[i * size + k + 1], factor, &lu_[k * size + k + 1], static_cast<int>(size - k - 1));
    }
  }
}

void LuFactors::solve(std::span<double> b) const {
  const auto size = static_cast<std::size_t>(n_);
  std::vector<double> x(size);
  for (std::size_t i = 0; i < size; ++i) {
    double sum = b[static_cast<std::size_t>(row_[i])];
    for (std::size_t k = 0; k < i; ++k) sum -= lu_[i * size + k] * x[k];
    x[i] = sum;
  }
  for (std::size_t i = size; i-- > 0;) {
    double sum = x[i];
    for (std::size_t k = i + 1; k < size; ++k) sum -= lu_[i * size + k] * x[k];
    x[i] = sum / lu_[i * size + i];
  }
  for (std::size_t i = 0; i < size; ++i) b[i] = x[i];
}

std::vector<double> LuFactors::inverse() const {
  const auto size = static_cast<std::size_t>(n_);
  std::vector<double> x(size * size, 0.0);
  for (std::size_t i = 0; i < size; ++i) x[i * size + static_cast<std::size_t>(row_[i])] = 1.0;
  for (std::size_t i = 0; i < size; ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      const double factor = lu_[i * size + k];
      if (factor != 0.0) subtract_multiple(&x[i * size], factor, &x[k * size], n_);
    }
  }
  for (std::size_t i = size; i-- > 0;) {
    for (std::size_t k = i + 1; k < size; ++k) {
      const double factor = lu_[i * size + k];
      if (factor != 0.0) subtract_multiple(&x[i * size], factor, &x[k * size], n_);
    }
    const double top = lu_[i * size + i];
    for (std::size_t k = 0; k < size; ++k) x[i * size + k] /= top;
  }
  return x;
}

}  // namespace drivkraft
