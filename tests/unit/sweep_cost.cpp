// Counts the elementary functions of a sweep: the linker sends the calls of the vector functions through here
// (tests/CMakeLists.txt), so the product's own code is what is counted.
#include "support/sweep_cost.h"

#include <immintrin.h>

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

#include "calibration/calibrate.h"
#include "support/dense_sweep.h"
#include "support/real_economy.h"
#include "support/strategy.h"
#include "support/synthetic_economy.h"
#include "support/year_to_sweep.h"

namespace {

thread_local int calls = 0;  // other tests sweep on several threads

}  // namespace

#define DRIVKRAFT_COUNTED(name)                            \
  extern "C" __m256d __real_Sleef_finz_##name(__m256d);    \
  extern "C" __m256d __wrap_Sleef_finz_##name(__m256d x) { \
    ++calls;                                               \
    return __real_Sleef_finz_##name(x);                    \
  }
DRIVKRAFT_COUNTED(expd4_u10avx2)
DRIVKRAFT_COUNTED(logd4_u10avx2)
DRIVKRAFT_COUNTED(expm1d4_u10avx2)
DRIVKRAFT_COUNTED(log1pd4_u10avx2)
#undef DRIVKRAFT_COUNTED

using namespace drivkraft;

namespace {

template <int W>
std::array<Parameters, W> members() {
  std::array<Parameters, W> draws;
  for (int lane = 0; lane < W; ++lane) draws[static_cast<std::size_t>(lane)] = test::member(lane).equations;
  return draws;
}

/// Largest difference of the two sweeps' residuals.
template <int W>
double largest_difference(const Model& model, const std::array<Parameters, W>& draws, WageRule wages) {
  test::YearToSweep<W> given(model, draws, wages);
  std::vector<Lanes<W>> dense(given.y.size());
  sweep(given.year, given.y.data(), given.work, given.work.residual.data());
  test::YearToSweep<W> other(model, draws, wages);
  test::DenseSweep{model.base()}(other.year, other.y.data(), other.work, dense.data());
  double largest = 0.0, size = 0.0;
  for (std::size_t k = 0; k < dense.size(); ++k) {
    for (int lane = 0; lane < W; ++lane) {
      const double difference = std::abs(dense[k].lane(lane) - given.work.residual[k].lane(lane));
      largest = std::isfinite(difference) ? std::max(largest, difference) : INFINITY;
      size = std::max(size, std::abs(dense[k].lane(lane)));
    }
  }
  REQUIRE(size > 1e-4);  // the point is no solution: something was compared
  return largest;
}

}  // namespace

TEST_CASE("a sweep of four paths takes as many powers as stated", "[equilibrium][sweep]") {
  const Model& model = test::real_model();
  const WageRule wages = GENERATE(WageRule::structural_unemployment, WageRule::curve);
  test::YearToSweep<4> given(model, members<4>(), wages);
  calls = 0;
  sweep(given.year, given.y.data(), given.work, given.work.residual.data());
  CHECK(calls == test::powers_of_sweep(model.sizes(), wages));
}

TEST_CASE("a sweep over full matrices gives the same numbers", "[equilibrium][sweep]") {
  const WageRule wages = GENERATE(WageRule::structural_unemployment, WageRule::curve);
  CHECK(largest_difference<1>(test::real_model(), members<1>(), wages) < 1e-13);
  CHECK(largest_difference<4>(test::real_model(), members<4>(), wages) < 1e-13);
}

TEST_CASE("a sweep over full matrices gives the same numbers in a larger economy", "[equilibrium][sweep]") {
  const Parameters central = test::synthetic_parameters();
  const Model model(calibrate(test::synthetic_tables(12, 9, 4, 1U), central, 0.011), central);
  CHECK(largest_difference<1>(model, {central}, WageRule::structural_unemployment) < 1e-13);
}
