#pragma once

#include "base/math.h"

namespace drivkraft {

/// sum_i a_i b_i of each lane, by four interleaved sums (i modulo 4), each term with one rounding: the same order of
/// additions for every W.
template <int W>
[[nodiscard]] Lanes<W> dot(const Lanes<W>* a, const Lanes<W>* b, int count);

/// to_i += factor x_i, lane by lane, with one rounding.
template <int W>
void add_multiple(Lanes<W> factor, const Lanes<W>* x, Lanes<W>* to, int count);

}  // namespace drivkraft
