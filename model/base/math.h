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

// Of each of `count` values, in place: four numbers at a time also for a single path, the same bits as one by one.
template <int W>
void exp_each(Lanes<W>* x, int count);
template <int W>
void log_each(Lanes<W>* x, int count);
template <int W>
void expm1_each(Lanes<W>* x, int count);
template <int W>
void log1p_each(Lanes<W>* x, int count);

namespace detail {
inline double fused(double a, double b, double c) {
  return __builtin_fma(a, b, c);
}
inline Four fused(Four a, Four b, Four c) {
  return Four{__builtin_fma(a[0], b[0], c[0]), __builtin_fma(a[1], b[1], c[1]), __builtin_fma(a[2], b[2], c[2]),
              __builtin_fma(a[3], b[3], c[3])};
}
inline Eight fused(const Eight& a, const Eight& b, const Eight& c) {
  return {fused(a.low, b.low, c.low), fused(a.high, b.high, c.high)};
}
}  // namespace detail

/// a * b + c with one rounding: the processor's own instruction, the same bits on every x86-64-v3 machine.
template <int W>
[[nodiscard]] inline Lanes<W> fused(Lanes<W> a, Lanes<W> b, Lanes<W> c) {
  return Lanes<W>::make(detail::fused(a.v, b.v, c.v));
}
template <int W>
[[nodiscard]] inline Lanes<W> fused(double a, Lanes<W> b, Lanes<W> c) {
  return fused(Lanes<W>(a), b, c);
}

}  // namespace drivkraft
