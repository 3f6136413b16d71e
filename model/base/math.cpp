#include "base/math.h"

#include <immintrin.h>
#include <sleef.h>

#include <algorithm>

namespace drivkraft {

namespace {

/// A vector function over `count` numbers; the last ones stand with ones in a vector of their own.
template <class Function>
void apply(Function function, double* x, std::ptrdiff_t count) {
  std::ptrdiff_t i = 0;
  for (; i + 4 <= count; i += 4) _mm256_storeu_pd(x + i, function(_mm256_loadu_pd(x + i)));
  if (i == count) return;
  alignas(32) double rest[4] = {1.0, 1.0, 1.0, 1.0};
  std::copy(x + i, x + count, rest);
  _mm256_store_pd(rest, function(_mm256_load_pd(rest)));
  std::copy(rest, rest + (count - i), x + i);
}

}  // namespace

#define DRIVKRAFT_ELEMENTARY(name)                                                                            \
  double name(double x) {                                                                                     \
    return Sleef_finz_##name##d1_u10purecfma(x);                                                              \
  }                                                                                                           \
  template <>                                                                                                 \
  Lanes<1> name(Lanes<1> x) {                                                                                 \
    return Lanes<1>(Sleef_finz_##name##d1_u10purecfma(x.v));                                                  \
  }                                                                                                           \
  template <>                                                                                                 \
  Lanes<4> name(Lanes<4> x) {                                                                                 \
    return Lanes<4>::make(Sleef_finz_##name##d4_u10avx2(x.v));                                                \
  }                                                                                                           \
  template <>                                                                                                 \
  Lanes<8> name(Lanes<8> x) {                                                                                 \
    return Lanes<8>::make({Sleef_finz_##name##d4_u10avx2(x.v.low), Sleef_finz_##name##d4_u10avx2(x.v.high)}); \
  }                                                                                                           \
  template <int W>                                                                                            \
  void name##_each(Lanes<W>* x, int count) {                                                                  \
    apply([](__m256d v) { return Sleef_finz_##name##d4_u10avx2(v); }, reinterpret_cast<double*>(x),           \
          std::ptrdiff_t{count} * W);                                                                         \
  }                                                                                                           \
  template void name##_each<1>(Lanes<1>*, int);                                                               \
  template void name##_each<4>(Lanes<4>*, int);                                                               \
  template void name##_each<8>(Lanes<8>*, int);

DRIVKRAFT_ELEMENTARY(exp)
DRIVKRAFT_ELEMENTARY(log)
DRIVKRAFT_ELEMENTARY(expm1)
DRIVKRAFT_ELEMENTARY(log1p)
#undef DRIVKRAFT_ELEMENTARY

}  // namespace drivkraft
