// base/math.h: the same bits alone and beside others, and right to two units in the last place.
#include "base/math.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <random>
#include <string>
#include <vector>

using drivkraft::Lanes;

namespace {

struct Elementary {
  std::string name;
  double (*alone)(double);
  Lanes<1> (*one)(Lanes<1>);
  Lanes<4> (*four)(Lanes<4>);
  Lanes<8> (*eight)(Lanes<8>);
  long double (*exact)(long double);
};

const std::vector<Elementary>& functions() {
  static const std::vector<Elementary> all{
      {"exp", drivkraft::exp, drivkraft::exp<1>, drivkraft::exp<4>, drivkraft::exp<8>, std::exp},
      {"log", drivkraft::log, drivkraft::log<1>, drivkraft::log<4>, drivkraft::log<8>, std::log},
      {"expm1", drivkraft::expm1, drivkraft::expm1<1>, drivkraft::expm1<4>, drivkraft::expm1<8>, std::expm1},
      {"log1p", drivkraft::log1p, drivkraft::log1p<1>, drivkraft::log1p<4>, drivkraft::log1p<8>, std::log1p}};
  return all;
}

std::uint64_t bits(double x) {
  std::uint64_t b = 0;
  std::memcpy(&b, &x, sizeof b);
  return b;
}

/// Every kind of argument: zeros, subnormals, limits, not a number, all sizes, and what the equations use.
std::vector<double> arguments() {
  using limits = std::numeric_limits<double>;
  std::vector<double> x{0.0,
                        limits::denorm_min(),
                        1e-310,
                        limits::min(),
                        limits::epsilon(),
                        1.0,
                        std::nextafter(1.0, 0.0),
                        std::nextafter(1.0, 2.0),
                        709.78,
                        709.79,
                        745.13,
                        1e300,
                        limits::max(),
                        limits::infinity(),
                        limits::quiet_NaN()};
  std::mt19937_64 random(2018);
  const auto uniform = [&] { return static_cast<double>(random() >> 11U) * 0x1.0p-53; };
  for (int k = 0; k < 4000; ++k) x.push_back(uniform());                                                 // shares
  for (int k = 0; k < 4000; ++k) x.push_back(1.0 + 0.4 * (uniform() - 0.5));                             // indices
  for (int k = 0; k < 2000; ++k) x.push_back(700.0 * uniform());                                         // large powers
  for (int k = 0; k < 4000; ++k) x.push_back(std::ldexp(1.0 + uniform(), int(random() % 2046) - 1022));  // all sizes
  const std::size_t positive = x.size();
  for (std::size_t k = 0; k < positive; ++k) x.push_back(-x[k]);
  while (x.size() % 8 != 0) x.push_back(0.5);
  return x;
}

}  // namespace

TEST_CASE("elementary functions give the same bits alone, in four and in eight lanes", "[base][math]") {
  const auto& f = functions()[static_cast<std::size_t>(GENERATE(range(0, 4)))];
  const std::vector<double> x = arguments();
  std::size_t different = 0;
  const auto compare = [&](double argument, double alone, double lane) {
    if (bits(alone) == bits(lane) || (std::isnan(alone) && std::isnan(lane))) return;
    if (different++ < 5)
      UNSCOPED_INFO(f.name << "(" << argument << ") is " << alone << " alone, " << lane << " in a lane");
  };
  for (std::size_t start = 0; start < x.size(); start += 8) {
    Lanes<8> eight(0.0);
    Lanes<4> low(0.0), high(0.0);
    for (int k = 0; k < 8; ++k) {
      const double value = x[start + static_cast<std::size_t>(k)];
      eight.set_lane(k, value);
      (k < 4 ? low : high).set_lane(k % 4, value);
    }
    eight = f.eight(eight), low = f.four(low), high = f.four(high);
    for (int k = 0; k < 8; ++k) {
      const double value = x[start + static_cast<std::size_t>(k)], alone = f.alone(value);
      compare(value, alone, f.one(Lanes<1>(value)).v);
      compare(value, alone, (k < 4 ? low : high).lane(k % 4));
      compare(value, alone, eight.lane(k));
    }
  }
  CHECK(different == 0);
}

TEST_CASE("elementary functions are right to two units in the last place", "[base][math]") {
  const auto& f = functions()[static_cast<std::size_t>(GENERATE(range(0, 4)))];
  double worst = 0.0;
  for (const double x : arguments()) {
    if (f.name == "log1p" && x > 1e307) continue;  // the library's own limit; the core takes log1p of ratios
    const long double exact = f.exact(static_cast<long double>(x));
    const double mine = f.alone(x);
    const double rounded = static_cast<double>(exact);
    CAPTURE(f.name, x, mine, rounded);
    if (std::isnan(rounded)) {
      REQUIRE(std::isnan(mine));
      continue;
    }
    if (std::isinf(rounded) || std::isinf(mine)) {
      REQUIRE(mine == rounded);
      continue;
    }
    const double size = std::max(std::abs(rounded), std::numeric_limits<double>::min());
    const double unit = std::nextafter(size, INFINITY) - size;
    const double miss = static_cast<double>(std::abs(exact - static_cast<long double>(mine))) / unit;
    REQUIRE(miss <= 2.0);
    worst = std::max(worst, miss);
  }
  CHECK(worst > 0.4);  // else nothing was measured: the best possible answer misses by up to half a unit
}

TEST_CASE("fused multiplication rounds once, in every lane", "[base][math]") {
  const double a = 1.0 + 0x1.0p-30, b = 1.0 - 0x1.0p-30;  // a b = 1 - 2^-60, which a product alone rounds to one
  CHECK(drivkraft::fused(a, Lanes<1>(b), Lanes<1>(-1.0)).v == -0x1.0p-60);
  Lanes<4> four(0.0);
  four.set_lane(2, b);
  const Lanes<4> result = drivkraft::fused(a, four, Lanes<4>(-1.0));
  CHECK(result.lane(2) == -0x1.0p-60);
  CHECK(result.lane(0) == -1.0);
}
