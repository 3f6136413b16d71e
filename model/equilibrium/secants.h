#pragma once

#include <array>
#include <vector>

#include "base/lanes.h"

namespace drivkraft {

/// What the last steps of W paths taught about the equations, each path for itself.
///
/// g(y) is an estimate of the way from y to the solution (a chord step, or a plain fixed-point step). Where y moved by
/// dy and g by dg, a linear world needs  -dy  for each  dg ; what the memory explains of g is answered by the moves it
/// saw, the rest by g itself:                                                                            (SO-2)
///
///     step = g - sum_i c_i (dg_i + dy_i)        c: least squares of  g  on  dg_i
///
/// Anderson (1965), J. ACM 12(4); Walker and Ni (2011), SIAM J. Numer. Anal. 49(4); carried from year to year, since
/// the equations change little. Newest first: older moves that the newer ones explain are left out.
template <int W>
class Secants {
 public:
  static constexpr int depth = 16;
  /// `damping`: share of the unexplained part of g that is stepped.
  explicit Secants(int unknowns, double damping = 1.0);

  /// step: from g; the lanes without memory get damping x g.
  void step(const Lanes<W>* g, Lanes<W>* step);

  /// Remembers a move and what it did to g, for the lanes in `lanes`.
  void learn(const std::array<bool, W>& lanes, const Lanes<W>* moved, const Lanes<W>* change);

  /// Lane k starts anew.
  void forget(int k);
  [[nodiscard]] bool knows(int k) const { return known_[k] > 0; }

 private:
  [[nodiscard]] Lanes<W>* change(int slot) { return changes_.data() + slot * unknowns_; }
  [[nodiscard]] Lanes<W>* answer(int slot) { return answers_.data() + slot * unknowns_; }
  void weights(int lane, const Lanes<W>* right, Lanes<W>* weight) const;

  int unknowns_;
  double damping_;
  std::vector<Lanes<W>> changes_, answers_;  // [slot][unknown]: dg;  damping dg + dy
  std::vector<Lanes<W>> products_;           // [slot][slot]: dg_i . dg_j
  std::array<int, W> next_{}, known_{};      // a ring for each lane
};

}  // namespace drivkraft
