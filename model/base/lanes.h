#pragma once

#include <cstddef>
#include <cstring>

namespace drivkraft {

namespace detail {

typedef double Four __attribute__((vector_size(32)));

/// Two registers of four: a vector type of eight would go through memory on a processor without AVX-512.
struct Eight {
  Four low, high;
  friend Eight operator+(const Eight& a, const Eight& b) { return {a.low + b.low, a.high + b.high}; }
  friend Eight operator-(const Eight& a, const Eight& b) { return {a.low - b.low, a.high - b.high}; }
  friend Eight operator*(const Eight& a, const Eight& b) { return {a.low * b.low, a.high * b.high}; }
  friend Eight operator/(const Eight& a, const Eight& b) { return {a.low / b.low, a.high / b.high}; }
  friend Eight operator-(const Eight& a) { return {-a.low, -a.high}; }
  [[nodiscard]] double operator[](int k) const { return k < 4 ? low[k] : high[k - 4]; }
};

template <int W>
struct LaneVector;
template <>
struct LaneVector<1> {
  using type = double;
};
template <>
struct LaneVector<4> {
  using type = Four;
};
template <>
struct LaneVector<8> {
  using type = Eight;
};

}  // namespace detail

/// W paths side by side (W = 1, 4 or 8). Every operation works lane by lane, so lane k of eight gives the bits that it
/// gives alone. Arithmetic is the hardware's, one rounding an operation (-ffp-contract=off).
template <int W>
struct Lanes {
  static_assert(W == 1 || W == 4 || W == 8);
  using Vector = typename detail::LaneVector<W>::type;
  Vector v;

  Lanes() = default;
  Lanes(double x) {  // NOLINT(google-explicit-constructor): a constant is the same in every lane
    if constexpr (W == 1) {
      v = x;
    } else if constexpr (W == 4) {
      v = detail::Four{x, x, x, x};
    } else {
      v = {detail::Four{x, x, x, x}, detail::Four{x, x, x, x}};
    }
  }

  [[nodiscard]] double lane(int k) const {
    if constexpr (W == 1) {
      return v;
    } else {
      return v[k];
    }
  }
  void set_lane(int k, double x) {
    if constexpr (W == 1) {
      v = x;
    } else if constexpr (W == 4) {
      v[k] = x;
    } else if (k < 4) {
      v.low[k] = x;
    } else {
      v.high[k - 4] = x;
    }
  }

  friend Lanes operator+(Lanes a, Lanes b) { return make(a.v + b.v); }
  friend Lanes operator-(Lanes a, Lanes b) { return make(a.v - b.v); }
  friend Lanes operator*(Lanes a, Lanes b) { return make(a.v * b.v); }
  friend Lanes operator/(Lanes a, Lanes b) { return make(a.v / b.v); }
  friend Lanes operator-(Lanes a) { return make(-a.v); }
  Lanes& operator+=(Lanes b) { return *this = *this + b; }
  Lanes& operator-=(Lanes b) { return *this = *this - b; }
  Lanes& operator*=(Lanes b) { return *this = *this * b; }
  Lanes& operator/=(Lanes b) { return *this = *this / b; }

  static Lanes make(Vector x) {
    Lanes r;
    r.v = x;
    return r;
  }
};

/// Of each lane: a if it is larger (smaller), b otherwise, also where either is not a number.
template <int W>
[[nodiscard]] inline Lanes<W> larger(Lanes<W> a, Lanes<W> b) {
  if constexpr (W == 8) {
    return Lanes<8>::make({a.v.low > b.v.low ? a.v.low : b.v.low, a.v.high > b.v.high ? a.v.high : b.v.high});
  } else {
    return Lanes<W>::make(a.v > b.v ? a.v : b.v);
  }
}
template <int W>
[[nodiscard]] inline Lanes<W> smaller(Lanes<W> a, Lanes<W> b) {
  return -larger(-a, -b);
}

template <int W>
[[nodiscard]] inline Lanes<W> magnitude(Lanes<W> x) {
  return larger(x, -x);
}

}  // namespace drivkraft
