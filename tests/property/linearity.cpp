// (n) Small shocks add up, (o) and no path swings (model/README.md, section 8).
#include <catch2/catch.hpp>
#include <cmath>

#include "support/calm.h"
#include "support/shocks.h"

using namespace drivkraft;
using namespace drivkraft::test;

namespace {

using ShockOfSize = std::function<test::Shock(const BaseYear&, int region, double size)>;

double value_added(const test::Run& run, int year, int region) {
  const auto at = static_cast<std::size_t>(year);
  return total(steady_model(), run.scenario[at], Field::value_added, {region}) -
         total(steady_model(), run.baseline[at], Field::value_added, {region});
}

void check_linear(int region, double size, const ShockOfSize& shock) {
  constexpr int years = 22;
  const BaseYear& base = steady_model().base();
  const test::Run full = steady_run(years, test::unfinanced(), shock(base, region, size));
  const test::Run hundredth = steady_run(years, test::unfinanced(), shock(base, region, size / 100.0));
  for (int year = first_shock; year <= years; ++year) {
    const double response = value_added(full, year, region);
    CAPTURE(region, year, response);
    CHECK(response > 0.0);
    CHECK(std::abs(100.0 * value_added(hundredth, year, region) - response) <= 0.02 * response);
  }
}

test::Shock technology_of_size(const BaseYear& base, int region, double size) {
  return more_productive(base, region, 1.0 + size);
}

}  // namespace

TEST_CASE("(n) a hundredth of a rise of productivity does a hundredth", "[specification]") {
  check_linear(GENERATE(range(0, 7)), 0.01, technology_of_size);
}

TEST_CASE("(n) a hundredth of a larger labour force does a hundredth", "[specification]") {
  check_linear(GENERATE(range(0, 7)), 0.001, test::more_people);
}

TEST_CASE("turns of a path are counted", "[property]") {
  CHECK(turns({0, 0, 1, 2, 3}, 1, 1e-6) == 0);
  CHECK(turns({0, 1, 0, 1, 0, 1}, 0, 1e-6) == 4);
  CHECK(turns({0, 1, 0, 1, 0, 1}, 2, 1e-6) == 2);
  CHECK(turns({0, 1, 1 + 1e-7, 1, 2}, 0, 1e-6) == 0);
}

TEST_CASE("(o) sixty years after a lasting rise of productivity nothing swings", "[specification]") {
  const int region = GENERATE(range(0, 7));
  CAPTURE(region);
  const Calm calm =
      calm_of(steady_run(60, test::unfinanced(), more_productive(steady_model().base(), region, 1.01)), 1e-6);
  CHECK(calm.lowest_rate > 0.002);
  CHECK(calm.most_turns <= 3);
}

TEST_CASE("(o) sixty years after a lasting rise of the labour force nothing swings", "[specification]") {
  const int region = GENERATE(range(0, 7));
  CAPTURE(region);
  const Calm calm = calm_of(steady_run(60, test::unfinanced(), more_people(steady_model().base(), region, 0.01)), 1e-6);
  CHECK(calm.lowest_rate > 0.002);
  CHECK(calm.most_turns <= 3);
}
