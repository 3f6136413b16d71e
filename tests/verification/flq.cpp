// Flegg's location quotient against its definition: Flegg and Webber (1997), Regional Studies 31(8), pp. 795-805.
// No printed example with intermediate figures was at hand; the figures below follow by hand from the formula, whose
// two limits the paper names: a region as large as the nation, and delta zero.
#include "calibration/flq.h"

#include <catch2/catch.hpp>

using drivkraft::calibration::flegg_quotient;

TEST_CASE("Flegg's quotient is the cross-industry quotient for the nation itself", "[verification]") {
  // size share 1: log2(1 + 1) = 1 whatever delta
  CHECK(flegg_quotient(1.2, 0.8, 1.0, 0.3) == Approx(1.5).epsilon(1e-14));
  CHECK(flegg_quotient(0.6, 0.8, 1.0, 0.1) == Approx(0.75).epsilon(1e-14));
}

TEST_CASE("Flegg's quotient without a size effect is the cross-industry quotient", "[verification]") {
  CHECK(flegg_quotient(1.2, 0.8, 0.1, 0.0) == Approx(1.5).epsilon(1e-14));
}

TEST_CASE("Flegg's quotient shrinks with the region", "[verification]") {
  // A region with a tenth of the jobs: log2(1.1) = 0.13750352; to the power 0.3: 0.55143; a half: log2(1.5) =
  // 0.5849625, to the power 0.3: 0.85141; delta 0.25 at the whole's sqrt(2) - 1: log2(sqrt 2) = 1/2, (1/2)^(1/4) =
  // 0.84090.
  CHECK(flegg_quotient(1.0, 1.0, 0.1, 0.3) == Approx(0.55143).margin(5e-6));
  CHECK(flegg_quotient(1.0, 1.0, 0.5, 0.3) == Approx(0.85141).margin(5e-6));
  CHECK(flegg_quotient(1.0, 1.0, 0.41421356237309505, 0.25) == Approx(0.84090).margin(5e-6));
  CHECK(flegg_quotient(0.5, 1.25, 0.1, 0.3) == Approx(0.4 * 0.55143).margin(5e-6));
}
