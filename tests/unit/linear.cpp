// LU factors: small systems by hand, large ones by their residual.
#include "base/linear.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <random>
#include <stdexcept>

using drivkraft::LuFactors;

TEST_CASE("a system of three equations by hand", "[base][linear]") {
  // x + y + z = 6, 2y + 5z = -4, 2x + 5y - z = 27 has the solution 5, 3, -2; its first pivot is not the largest.
  const LuFactors factors({1, 1, 1, 0, 2, 5, 2, 5, -1}, 3);
  std::vector<double> b{6, -4, 27};
  factors.solve(b);
  CHECK(b[0] == Approx(5.0).epsilon(1e-14));
  CHECK(b[1] == Approx(3.0).epsilon(1e-14));
  CHECK(b[2] == Approx(-2.0).epsilon(1e-14));
}

TEST_CASE("a zero pivot is passed by changing rows", "[base][linear]") {
  const LuFactors factors({0, 2, 4, 0}, 2);
  std::vector<double> b{6, 8};
  factors.solve(b);
  CHECK(b == std::vector<double>{2, 3});
  CHECK(factors.inverse() == std::vector<double>{0, 0.25, 0.5, 0});
}

TEST_CASE("what cannot be solved is refused", "[base][linear]") {
  CHECK_THROWS_AS(LuFactors({1, 2, 2, 4}, 2), std::domain_error);
  CHECK_THROWS_AS(LuFactors({0}, 1), std::domain_error);
  CHECK_THROWS_AS(LuFactors({std::nan("")}, 1), std::domain_error);
  CHECK_THROWS_AS(LuFactors({INFINITY, 1, 1, 1}, 2), std::domain_error);
  CHECK_THROWS_AS(LuFactors({1, 1, std::nan(""), 1}, 2), std::domain_error);
}

TEST_CASE("large systems leave residuals of rounding size", "[base][linear][property]") {
  const auto n = static_cast<std::size_t>(GENERATE(1, 2, 17, 120));
  std::mt19937_64 random(n);
  const auto uniform = [&] { return static_cast<double>(random() >> 11U) * 0x1.0p-53 - 0.5; };
  std::vector<double> matrix(n * n), b(n);
  for (double& entry : matrix) entry = uniform();
  for (double& entry : b) entry = uniform();
  const LuFactors factors(matrix, static_cast<int>(n));
  std::vector<double> x = b;
  factors.solve(x);
  const std::vector<double> inverse = factors.inverse();
  double residual = 0.0, identity = 0.0;
  for (std::size_t i = 0; i < n; ++i) {
    double sum = -b[i];
    for (std::size_t k = 0; k < n; ++k) sum += matrix[i * n + k] * x[k];
    residual = std::max(residual, std::abs(sum));
    for (std::size_t j = 0; j < n; ++j) {
      double product = i == j ? -1.0 : 0.0;
      for (std::size_t k = 0; k < n; ++k) product += matrix[i * n + k] * inverse[k * n + j];
      identity = std::max(identity, std::abs(product));
    }
  }
  CAPTURE(n);
  CHECK(residual < 1e-11);
  CHECK(identity < 1e-11);
}
