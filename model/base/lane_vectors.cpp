#include "base/lane_vectors.h"

#include <cstring>

namespace drivkraft {

template <int W>
Lanes<W> dot(const Lanes<W>* a, const Lanes<W>* b, int count) {
  const int whole = count / 4 * 4;
  Lanes<W> sums[4] = {Lanes<W>(0.0), Lanes<W>(0.0), Lanes<W>(0.0), Lanes<W>(0.0)};
  if constexpr (W == 1) {
    Lanes<4> all(0.0), x, y;
    for (int i = 0; i < whole; i += 4) {
      std::memcpy(&x, a + i, sizeof x);
      std::memcpy(&y, b + i, sizeof y);
      all = fused(x, y, all);
    }
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

#define DRIVKRAFT_INSTANTIATE(W)                                   \
  template Lanes<W> dot<W>(const Lanes<W>*, const Lanes<W>*, int); \
  template void add_multiple<W>(Lanes<W>, const Lanes<W>*, Lanes<W>*, int);
DRIVKRAFT_INSTANTIATE(1)
DRIVKRAFT_INSTANTIATE(4)
DRIVKRAFT_INSTANTIATE(8)
#undef DRIVKRAFT_INSTANTIATE

}  // namespace drivkraft
