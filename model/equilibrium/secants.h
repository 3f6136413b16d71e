#pragma once

#include <array>
#include <vector>

#include "base/single_vectors.h"

namespace drivkraft {

/// What the last steps of W paths taught about the equations, each path for itself.
///
/// g(y) is a first estimate of the way from y to the solution (a chord step, or a plain fixed-point step), r(y) the
/// residuals. Where y moved by dy, r changed by dr and g by dg; in a linear world the answer to dr is -dy. What the
/// memory explains of r is answered by the moves it saw, the rest by g:                                 (SO-2)
///
///     step = d g - sum_i c_i (d dg_i + dy_i)        c: least squares of  r  on  dr_i;  d: damping
///
/// Anderson (1965), J. ACM 12(4); Walker and Ni (2011), SIAM J. Numer. Anal. 49(4); carried from year to year, since
/// the equations change little. Newest first: older moves that the newer ones explain are left out.
template <int W>
class Secants {
 public:
  static constexpr int depth = 16;
  explicit Secants(int unknowns, double damping = 1.0);

  /// A lane without memory steps damping x g.
  void step(const Lanes<W>* g, const Lanes<W>* residual, Lanes<W>* step);

  /// Remembers a move and what it did to g and to the residuals, for the lanes in `lanes`.
  void learn(const std::array<bool, W>& lanes, const Lanes<W>* moved, const Lanes<W>* change_of_g,
             const Lanes<W>* change_of_residual);

  /// Lane k starts anew.
  void forget(int k);
  [[nodiscard]] bool knows(int k) const { return known_[k] > 0; }

 private:
  void find_weights();

  int unknowns_;
  double damping_;
  SingleVectors<W> changes_, answers_;  // dr;  d dg + dy
  SingleVectors<W> new_change_, new_answer_;
  std::vector<Lanes<W>> products_;       // [slot][slot]: dr_i . dr_j
  std::vector<Lanes<W>> right_;          // dr_i . r
  std::vector<Lanes<W>> weights_;        // c
  std::array<int, W> next_{}, known_{};  // a ring for each lane
};

}  // namespace drivkraft
