#include "calibration/reconcile.h"

#include <catch2/catch.hpp>
#include <limits>
#include <string>
#include <vector>

#include "base/errors.h"

using namespace drivkraft;

namespace {

std::vector<std::string> complaints(const std::vector<double>& cells, const Margin& rows, const Margin& columns) {
  try {
    static_cast<void>(reconcile("io.csv", cells, rows, columns));
  } catch (const InputError& error) {
    std::vector<std::string> messages;
    for (const Problem& problem : error.problems().list()) {
      CHECK(problem.place.file == "io.csv");
      messages.push_back(problem.message);
    }
    return messages;
  }
  return {};
}

}  // namespace

TEST_CASE("rows and columns that cannot meet their totals are named, all at once", "[reconcile][errors]") {
  const std::vector<double> cells{0, 0, 0, -1, -2, 0, 3, 4, 0};
  const Margin rows{{"fishing", "mining", "trade"}, {5, 2, -1}};
  const Margin columns{{"a", "b", "c"}, {3, 3, 0}};
  CHECK(complaints(cells, rows, columns) ==
        std::vector<std::string>{"row \"fishing\" cannot add up to 5: it is empty",
                                 "row \"mining\" cannot add up to 2: it has no positive cell",
                                 "row \"trade\" cannot add up to -1: it has no negative cell"});
  CHECK(complaints({1, 0, 2, 0}, {{"x", "y"}, {1, 2}}, {{"p", "q"}, {2, 1}}) ==
        std::vector<std::string>{"column \"q\" cannot add up to 1: it is empty"});
}

TEST_CASE("totals that contradict each other are refused", "[reconcile][errors]") {
  CHECK(complaints({1, 2, 3, 4}, {{"x", "y"}, {3, 7}}, {{"p", "q"}, {4, 7}}) ==
        std::vector<std::string>{"rows shall add up to 10, columns to 11: no table can do both"});
}

TEST_CASE("cells and totals must be finite", "[reconcile][errors]") {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const double inf = std::numeric_limits<double>::infinity();
  CHECK(complaints({1, nan, 3, 4}, {{"x", "y"}, {3, inf}}, {{"p", "q"}, {4, 6}}) ==
        std::vector<std::string>{"cell \"x\", \"q\" is nan, a finite number is needed",
                                 "the total of row \"y\" is inf, a finite number is needed"});
}

TEST_CASE("a table whose zeros leave no solution names the total that is missed", "[reconcile][errors]") {
  // x sells to p alone, yet p may take less than x has
  const auto messages = complaints({1, 0, 1, 1}, {{"x", "y"}, {5, 3}}, {{"p", "q"}, {4, 4}});
  REQUIRE(messages.size() == 1);
  CHECK_THAT(messages[0], Catch::Contains("the zeros and signs of the table leave no solution"));
  CHECK_THAT(messages[0], Catch::StartsWith("column \""));
}
