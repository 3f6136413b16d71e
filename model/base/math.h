#pragma once

#include "base/lanes.h"

namespace drivkraft {

// Elementary functions of the core: SLEEF's deterministic family (1 ulp), whose scalar and vector forms return the same
// bits. Nothing else in model/ may call exp, log or pow.
[[nodiscard]] double exp(double x);
[[nodiscard]] double log(double x);
[[nodiscard]] double expm1(double x);
[[nodiscard]] double log1p(double x);

template <int W>
[[nodiscard]] Lanes<W> exp(Lanes<W> x);
template <int W>
[[nodiscard]] Lanes<W> log(Lanes<W> x);
template <int W>
[[nodiscard]] Lanes<W> expm1(Lanes<W> x);
template <int W>
[[nodiscard]] Lanes<W> log1p(Lanes<W> x);

/// a * b + c with one rounding: the processor's own instruction, the same bits on every x86-64-v3 machine.
template <int W>
[[nodiscard]] inline Lanes<W> fused(double a, Lanes<W> b, Lanes<W> c) {
  if constexpr (W == 1) {
    return Lanes<W>(__builtin_fma(a, b.v, c.v));
  } else {
    Lanes<W> r;
    for (int k = 0; k < W; ++k) r.v[k] = __builtin_fma(a, b.v[k], c.v[k]);
    return r;
  }
}

/// The same, lane by lane in all three.
template <int W>
[[nodiscard]] inline Lanes<W> fused(Lanes<W> a, Lanes<W> b, Lanes<W> c) {
  if constexpr (W == 1) {
    return Lanes<W>(__builtin_fma(a.v, b.v, c.v));
  } else {
    Lanes<W> r;
    for (int k = 0; k < W; ++k) r.v[k] = __builtin_fma(a.v[k], b.v[k], c.v[k]);
    return r;
  }
}

}  // namespace drivkraft
