#include "base/lane_vectors.h"

#include <algorithm>
#include <cstring>

namespace drivkraft {

namespace {

Lanes<4> four(const Lanes<1>* x) {
  Lanes<4> r;
  std::memcpy(&r, x, sizeof r);
  return r;
}
Lanes<4> four(const double* x) {
  Lanes<4> r;
  std::memcpy(&r, x, sizeof r);
  return r;
}

/// Sums of `Columns` columns for many lanes, kept in registers.
template <int W, int Columns>
void sum_columns(const double* matrix, int rows, int stride, const Lanes<W>* x, Lanes<W>* out) {
  Lanes<W> sums[Columns];
  for (Lanes<W>& sum : sums) sum = Lanes<W>(0.0);
  for (int r = 0; r < rows; ++r, matrix += stride) {
    for (int c = 0; c < Columns; ++c) sums[c] = fused(matrix[c], x[r], sums[c]);
  }
  for (int c = 0; c < Columns; ++c) out[c] = sums[c];
}

/// The same for one lane, four columns a register.
template <int Fours>
void sum_fours(const double* matrix, int rows, int stride, const Lanes<1>* x, Lanes<1>* out) {
  Lanes<4> sums[Fours];
  for (Lanes<4>& sum : sums) sum = Lanes<4>(0.0);
  for (int r = 0; r < rows; ++r, matrix += stride) {
    const Lanes<4> value(x[r].v);
    for (int c = 0; c < Fours; ++c) sums[c] = fused(four(matrix + std::ptrdiff_t{4} * c), value, sums[c]);
  }
  std::memcpy(static_cast<void*>(out), sums, sizeof sums);
}

}  // namespace

template <int W>
Lanes<W> dot(const Lanes<W>* a, const Lanes<W>* b, int count) {
  const int whole = count / 4 * 4;
  Lanes<W> sums[4] = {Lanes<W>(0.0), Lanes<W>(0.0), Lanes<W>(0.0), Lanes<W>(0.0)};
  if constexpr (W == 1) {
    Lanes<4> all(0.0);
    for (int i = 0; i < whole; i += 4) all = fused(four(a + i), four(b + i), all);
    for (int k = 0; k < 4; ++k) sums[k] = Lanes<1>(all.lane(k));
  } else {
    for (int i = 0; i < whole; i += 4) {
      for (int k = 0; k < 4; ++k) sums[k] = fused(a[i + k], b[i + k], sums[k]);
    }
  }
  for (int i = whole; i < count; ++i) sums[i - whole] = fused(a[i], b[i], sums[i - whole]);
  return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

template <int W>
void add_multiple(Lanes<W> factor, const Lanes<W>* x, Lanes<W>* to, int count) {
  for (int i = 0; i < count; ++i) to[i] = fused(factor, x[i], to[i]);
}

template <int W>
void add_products(const double* weights, const Lanes<W>* x, Lanes<W>* to, int count) {
  for (int i = 0; i < count; ++i) to[i] = fused(weights[i], x[i], to[i]);
}

template <int W>
void add_products(const Lanes<W>* weights, const Lanes<W>* x, Lanes<W>* to, int count) {
  for (int i = 0; i < count; ++i) to[i] = fused(weights[i], x[i], to[i]);
}

template <int W>
void weighted_sums(const double* matrix, int rows, int columns, const Lanes<W>* x, Lanes<W>* out) {
  int c = 0;
  if constexpr (W == 1) {
    for (; c + 32 <= columns; c += 32) sum_fours<8>(matrix + c, rows, columns, x, out + c);
    for (; c + 16 <= columns; c += 16) sum_fours<4>(matrix + c, rows, columns, x, out + c);
    for (; c + 4 <= columns; c += 4) sum_fours<1>(matrix + c, rows, columns, x, out + c);
  } else {
    constexpr int at_once = W == 4 ? 8 : 4;
    for (; c + at_once <= columns; c += at_once) sum_columns<W, at_once>(matrix + c, rows, columns, x, out + c);
    for (; c + 4 <= columns; c += 4) sum_columns<W, 4>(matrix + c, rows, columns, x, out + c);
  }
  for (; c < columns; ++c) sum_columns<W, 1>(matrix + c, rows, columns, x, out + c);
}

#define DRIVKRAFT_INSTANTIATE(W)                                                   \
  template Lanes<W> dot<W>(const Lanes<W>*, const Lanes<W>*, int);                 \
  template void add_multiple<W>(Lanes<W>, const Lanes<W>*, Lanes<W>*, int);        \
  template void add_products<W>(const double*, const Lanes<W>*, Lanes<W>*, int);   \
  template void add_products<W>(const Lanes<W>*, const Lanes<W>*, Lanes<W>*, int); \
  template void weighted_sums<W>(const double*, int, int, const Lanes<W>*, Lanes<W>*);
DRIVKRAFT_INSTANTIATE(1)
DRIVKRAFT_INSTANTIATE(4)
DRIVKRAFT_INSTANTIATE(8)
#undef DRIVKRAFT_INSTANTIATE

}  // namespace drivkraft
