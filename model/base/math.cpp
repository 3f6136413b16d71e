#include "base/math.h"

#include <immintrin.h>
#include <sleef.h>

namespace drivkraft {

#define DRIVKRAFT_ELEMENTARY(name)                                                      \
  double name(double x) {                                                               \
    return Sleef_finz_##name##d1_u10purecfma(x);                                        \
  }                                                                                     \
  template <>                                                                           \
  Lanes<1> name(Lanes<1> x) {                                                           \
    return Lanes<1>(Sleef_finz_##name##d1_u10purecfma(x.v));                            \
  }                                                                                     \
  template <>                                                                           \
  Lanes<4> name(Lanes<4> x) {                                                           \
    return Lanes<4>::make(Sleef_finz_##name##d4_u10avx2(x.v));                          \
  }                                                                                     \
  template <>                                                                           \
  Lanes<8> name(Lanes<8> x) {                                                           \
    Lanes<8> r;                                                                         \
    const double* from = reinterpret_cast<const double*>(&x.v);                         \
    double* to = reinterpret_cast<double*>(&r.v);                                       \
    _mm256_storeu_pd(to, Sleef_finz_##name##d4_u10avx2(_mm256_loadu_pd(from)));         \
    _mm256_storeu_pd(to + 4, Sleef_finz_##name##d4_u10avx2(_mm256_loadu_pd(from + 4))); \
    return r;                                                                           \
  }

DRIVKRAFT_ELEMENTARY(exp)
DRIVKRAFT_ELEMENTARY(log)
DRIVKRAFT_ELEMENTARY(expm1)
DRIVKRAFT_ELEMENTARY(log1p)
#undef DRIVKRAFT_ELEMENTARY

}  // namespace drivkraft
