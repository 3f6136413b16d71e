#pragma once

#include <cstddef>
#include <cstring>

namespace drivkraft {

namespace detail {
template <int W>
struct LaneVector {
  typedef double type __attribute__((vector_size(W * 8)));
};
template <>
struct LaneVector<1> {
  using type = double;
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
    } else {
      v = Vector{} + x;
    }
  }
  explicit Lanes(Vector x) requires(W > 1) : v(x) {}

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
    } else {
      v[k] = x;
    }
  }

  friend Lanes operator+(Lanes a, Lanes b) { return make(a.v + b.v); }
  friend Lanes operator-(Lanes a, Lanes b) { return make(a.v - b.v); }
  friend Lanes operator*(Lanes a, Lanes b) { return make(a.v * b.v); }
  friend Lanes operator/(Lanes a, Lanes b) { return make(a.v / b.v); }
  friend Lanes operator-(Lanes a) { return make(-a.v); }
  Lanes& operator+=(Lanes b) {
    v += b.v;
    return *this;
  }
  Lanes& operator-=(Lanes b) {
    v -= b.v;
    return *this;
  }
  Lanes& operator*=(Lanes b) {
    v *= b.v;
    return *this;
  }
  Lanes& operator/=(Lanes b) {
    v /= b.v;
    return *this;
  }

  static Lanes make(Vector x) {
    Lanes r;
    r.v = x;
    return r;
  }
};

/// Of each lane: a if it is larger (smaller), b otherwise, also where a is not a number.
template <int W>
[[nodiscard]] inline Lanes<W> larger(Lanes<W> a, Lanes<W> b) {
  return Lanes<W>::make(a.v > b.v ? a.v : b.v);
}
template <int W>
[[nodiscard]] inline Lanes<W> smaller(Lanes<W> a, Lanes<W> b) {
  return Lanes<W>::make(a.v < b.v ? a.v : b.v);
}

template <int W>
[[nodiscard]] inline Lanes<W> magnitude(Lanes<W> x) {
  return larger(x, -x);
}

}  // namespace drivkraft
