#include "base/checks.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

using namespace drivkraft;

TEST_CASE("a rule that holds says nothing", "[checks]") {
  CHECK(check_finite("x", -3.0).empty());
  CHECK(check_non_negative("x", 0.0).empty());
  CHECK(check_positive("x", 1e-300).empty());
  CHECK(check_share("x", 0.0).empty());
  CHECK(check_share("x", 1.0).empty());
  CHECK(check_ordered("x", 1.0, 1.0, 1.0).empty());
}

TEST_CASE("a broken rule names variable, value and rule", "[checks]") {
  CHECK(check_non_negative("employment", -12.0, "persons") == "employment is -12 persons, must not be negative");
  CHECK(check_positive("minutes", 0.0) == "minutes is 0, must be above zero");
  CHECK(check_share("share", 1.25) == "share is 1.25, must lie in 0 to 1");
  CHECK(check_ordered("key", 2.0, 1.0, 3.0) ==
        "key has low 2, central 1, high 3; they must be finite and in this order");
}

TEST_CASE("every rule fails on what is not a finite number", "[checks]") {
  const double bad =
      GENERATE(std::nan(""), std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity());
  CAPTURE(bad);
  for (const Rule rule : {Rule::finite, Rule::non_negative, Rule::positive, Rule::share}) {
    CHECK_FALSE(check(rule, "x", bad).empty());
  }
  CHECK_FALSE(check_ordered("x", bad, bad, bad).empty());
  CHECK_FALSE(check_ordered("x", 0.0, 1.0, bad).empty());
}
