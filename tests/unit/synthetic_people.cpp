#include "support/synthetic_people.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <tuple>

#include "support/simple_projection.h"
#include "support/synthetic_economy.h"

using namespace drivkraft;
using namespace drivkraft::test;

namespace {

double largest_change(const Population& before, const Population& after) {
  double largest = 0.0;
  double people = 0.0;
  for (std::size_t cell = 0; cell < before.cells(); ++cell) {
    largest = std::max(largest, std::abs(after.values()[cell] - before.values()[cell]));
    people = std::max(people, before.values()[cell]);
  }
  return largest / people;
}

bool same(const PeopleTables& a, const PeopleTables& b) {
  return a.death_probability == b.death_probability && a.birth_rate == b.birth_rate && a.emigrants == b.emigrants &&
         a.immigrants == b.immigrants && a.move_rate == b.move_rate && a.transition_rate == b.transition_rate &&
         a.adoption == b.adoption;
}

}  // namespace

TEST_CASE("made-up people live, move and learn for decades", "[people][synthetic]") {
  const auto [R, S, E, seed] = GENERATE(
      table<int, int, int, unsigned>({{1, 3, 1, 1U}, {2, 3, 2, 2U}, {7, 21, 6, 3U}, {7, 21, 6, 4U}, {4, 8, 3, 5U}}));
  CAPTURE(R, S, E, seed);
  const BaseTables tables = synthetic_tables(R, S, E, seed);
  const PeopleTables people = synthetic_people(tables, seed);
  SimpleProjection projection(tables, people, 1.7);
  const double at_first = projection.total();
  for (int year = 0; year < 22; ++year) {
    const double before = projection.total();
    const YearFlows f = projection.step();
    CHECK(projection.total() - before == Approx(f.born - f.died + f.immigrated - f.emigrated).margin(1e-9 * before));
    CHECK(f.born > 0.0);
    CHECK(f.died > 0.0);
    CHECK((f.moved > 0.0) == (R > 1));
    const auto cells = projection.people().values();
    CHECK(std::all_of(cells.begin(), cells.end(), [](double persons) { return persons >= 0.0; }));
  }
  CHECK(projection.total() > 0.7 * at_first);
  CHECK(projection.total() < 1.5 * at_first);
}

TEST_CASE("98 municipalities have people too", "[people][synthetic]") {
  const BaseTables tables = synthetic_tables(98, 69, 6, 2018U);
  const PeopleTables people = synthetic_people(tables, 2018U);
  SimpleProjection projection(tables, people, 1.7);
  projection.step();
  const auto cells = projection.people().values();
  CHECK(std::all_of(cells.begin(), cells.end(), [](double persons) { return persons >= 0.0; }));
}

TEST_CASE("a stationary population is there again a year later", "[people][synthetic]") {
  const auto [R, S, E, seed] =
      GENERATE(table<int, int, int, unsigned>({{1, 3, 1, 1U}, {2, 3, 2, 2U}, {7, 21, 6, 3U}, {4, 8, 3, 5U}}));
  CAPTURE(R, S, E, seed);
  const BaseTables tables = synthetic_tables(R, S, E, seed);
  const PeopleTables people = stationary_people(tables, seed);
  SimpleProjection projection(tables, people, synthetic_parameters()[Parameter::fertility_long_run]);
  const YearFlows f = projection.step();
  CHECK(f.born > 0.0);
  CHECK(f.died > 0.0);
  CHECK(f.immigrated > 0.0);
  CHECK(f.emigrated > 0.0);
  for (int year = 0; year < 20; ++year) projection.step();
  CHECK(largest_change(tables.population, projection.people()) < 1e-12);
}

TEST_CASE("a closed population keeps its people", "[people][synthetic]") {
  const BaseTables tables = synthetic_tables(7, 21, 6, 3U);
  const PeopleTables people = closed_people(tables, 3U);
  SimpleProjection projection(tables, people, 1.7);
  const double at_first = projection.total();
  const double in_one = projection.total({0});
  for (int year = 0; year < 22; ++year) projection.step();
  CHECK(projection.total() == Approx(at_first).epsilon(1e-13));
  CHECK(projection.total({0}) != Approx(in_one).epsilon(1e-3));
}

TEST_CASE("made-up people with cells of nobody", "[people][synthetic]") {
  const BaseTables tables = synthetic_tables(3, 6, 3, 7U, {true, true, true});
  const PeopleTables people = synthetic_people(tables, 7U);
  for (int a = 0; a < age_count; ++a) {
    CHECK(people.immigrants({2}, {0}, {a}, {2}) == 0.0);
    CHECK(people.transition_rate({2}, {0}, {a}, {1}, {2}) == 0.0);
  }
}

TEST_CASE("made-up people depend on the seed alone", "[people][synthetic]") {
  const BaseTables tables = synthetic_tables(4, 8, 3, 5U);
  CHECK(same(synthetic_people(tables, 5U), synthetic_people(tables, 5U)));
  CHECK_FALSE(same(synthetic_people(tables, 5U), synthetic_people(tables, 6U)));
  CHECK(doubled(synthetic_people(tables, 5U)).emigrants({1}, {30}, {1}) ==
        2.0 * synthetic_people(tables, 5U).emigrants({1}, {30}, {1}));
}
