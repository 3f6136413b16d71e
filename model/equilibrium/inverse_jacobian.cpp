#include "equilibrium/inverse_jacobian.h"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "base/errors.h"
#include "base/linear.h"
#include "equilibrium/equations.h"
#include "equilibrium/one_lane.h"

namespace drivkraft {

template <int W>
void InverseJacobian::newton_step(const Lanes<W>* residual, Lanes<W>* step, std::vector<float>& scratch) const {
  if (const auto* slopes = std::get_if<LocalSlopes>(&inverse_)) {
    slopes->newton_step(residual, step);
    return;
  }
  const auto& whole = std::get<PackedMatrix>(inverse_);
  whole.multiply(residual, step, scratch);
  for (int i = 0; i < whole.rows(); ++i) step[i] = -step[i];
}

InverseJacobian inverse_jacobian(const Year<4>& year, const std::vector<Lanes<4>>& y, Workspace<4>& work) {
  // Central differences: their error, of the order 1e-10, only changes how fast the chord converges.
  constexpr double shift = 1e-5;
  const int n = static_cast<int>(y.size());
  const auto size = static_cast<std::size_t>(n);
  std::vector<Lanes<4>> point = y, above(size), below(size);
  std::vector<double> jacobian(size * size);
  for (int first = 0; first < n; first += 4) {
    const int columns = std::min(4, n - first);
    const auto sweep_shifted = [&](double by, std::vector<Lanes<4>>& residual) {
      for (int k = 0; k < columns; ++k) point[first + k].set_lane(k, y[first + k].lane(k) + by);
      sweep(year, point.data(), work, residual.data());
      for (int k = 0; k < columns; ++k) point[first + k] = y[first + k];
    };
    sweep_shifted(shift, above);
    sweep_shifted(-shift, below);
    for (std::size_t row = 0; row < size; ++row) {
      for (int k = 0; k < columns; ++k) {
        jacobian[row * size + static_cast<std::size_t>(first + k)] =
            (above[row].lane(k) - below[row].lane(k)) / (2.0 * shift);
      }
    }
  }
  try {
    return InverseJacobian(LuFactors(std::move(jacobian), n).inverse(), n);
  } catch (const std::domain_error& problem) {
    throw ConvergenceError("year " + std::to_string(year.year) + ": the equations do not determine all unknowns (" +
                           problem.what() + ")");
  }
}

template <int W>
InverseJacobian inverse_jacobian_of_lane(const Year<W>& year, const std::vector<Lanes<W>>& y, int k) {
  const LaneYear<4> lane(year, k);
  Workspace<4> work(year.sizes);
  prepare_year(*lane.year, work);
  return inverse_jacobian(*lane.year, spread_lane<4>(y, k), work);
}

#define DRIVKRAFT_INSTANTIATE(W)                                                                        \
  template void InverseJacobian::newton_step<W>(const Lanes<W>*, Lanes<W>*, std::vector<float>&) const; \
  template InverseJacobian inverse_jacobian_of_lane<W>(const Year<W>&, const std::vector<Lanes<W>>&, int);
DRIVKRAFT_INSTANTIATE(1)
DRIVKRAFT_INSTANTIATE(4)
DRIVKRAFT_INSTANTIATE(8)
#undef DRIVKRAFT_INSTANTIATE

}  // namespace drivkraft
