#include "base/lane_vectors.h"

#include <cstring>

namespace drivkraft {

namespace {

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
  template void add_products<W>(const double*, const Lanes<W>*, Lanes<W>*, int);   \
  template void add_products<W>(const Lanes<W>*, const Lanes<W>*, Lanes<W>*, int); \
  template void weighted_sums<W>(const double*, int, int, const Lanes<W>*, Lanes<W>*);
DRIVKRAFT_INSTANTIATE(1)
DRIVKRAFT_INSTANTIATE(4)
DRIVKRAFT_INSTANTIATE(8)
#undef DRIVKRAFT_INSTANTIATE

}  // namespace drivkraft
