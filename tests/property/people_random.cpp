// Any people at all: sizes, rates, attraction and years at random. Nobody is negative, no rate above one, nothing is
// NaN; who is stationary stays, who is closed keeps the number, twice the people are twice of everything. The seed is
// fixed, so that a failure comes back; RapidCheck prints the smallest case that fails.
#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <cmath>
#include <iostream>

#include "blocks/demography.h"
#include "blocks/participation.h"
#include "calibration/people_rates.h"
#include "support/synthetic_economy.h"
#include "support/synthetic_people.h"

using namespace drivkraft;
using namespace drivkraft::test;

namespace {

struct Case {
  int regions, educations;
  unsigned seed;
  int years, passthrough;
  std::vector<int> pull;  // per cent of the baseline's attraction, by cell, over and over
};

std::ostream& operator<<(std::ostream& out, const Case& c) {
  out << c.regions << " x " << c.educations << ", seed " << c.seed << ", " << c.years << " years, passthrough "
      << c.passthrough << "%, pull";
  for (const int percent : c.pull) out << ' ' << percent;
  return out;
}

Case any_case() {
  Case c{};
  c.regions = *rc::gen::inRange(1, 6);
  c.educations = *rc::gen::inRange(1, 5);
  c.seed = *rc::gen::inRange(1U, 100000U);
  c.years = *rc::gen::inRange(1, 40);
  c.passthrough = *rc::gen::inRange(0, 101);
  c.pull = *rc::gen::container<std::vector<int>>(7, rc::gen::inRange(1, 2000));
  return c;
}

double smallest(const std::vector<double>& values) {
  return *std::min_element(values.begin(), values.end());
}

void require_rates(const std::vector<double>& rates) {
  for (const double rate : rates) RC_ASSERT(rate >= 0.0 && rate <= 1.0);
}

/// Chances add up to at most one: of dying, of leaving, of moving, of learning.
void require_chances(const BasePeople& people) {
  for (const auto* rates : {&people.death_probability, &people.newborn_death_probability, &people.emigration_rate,
                            &people.move_rate, &people.move_away, &people.participation_there})
    require_rates(*rates);
  RC_ASSERT(smallest(people.immigrants) >= 0.0 && smallest(people.birth_rate) >= 0.0);
  for (int r = 0; r < people.regions; ++r) {
    for (int g = 0; g < sex_count; ++g) {
      for (int a = 0; a < age_count; ++a) {
        std::vector<double> leaving(static_cast<std::size_t>(people.educations), 0.0);
        for (const BasePeople::Step& step : people.steps_at(r, g, a))
          leaving[static_cast<std::size_t>(step.from)] += step.rate;
        require_rates(leaving);
      }
    }
  }
}

template <int W>
State<W> projected(const BasePeople& people, const StateLayout& layout, const Case& c) {
  State<W> last(layout), now(layout);
  PeopleWorkspace<W> work(people);
  const Lanes<W> passthrough(c.passthrough / 100.0);
  for (std::size_t k = 0; k < work.pull.size(); ++k) work.pull[k] = Lanes<W>(c.pull[k % c.pull.size()] / 100.0);
  first_people(people, last);
  set_participation(people, passthrough, 0, last);
  for (int year = 1; year <= c.years; ++year) {
    set_participation(people, passthrough, year, now);
    advance_people(people, {.pull = work.pull.data()}, year, last, now, work);
    std::swap(last, now);
  }
  count_people(people, last);
  return last;
}

double sum(const State<1>& state, Field field) {
  double total = 0.0;
  for (const Lanes<1>& cell : state.all(field)) total += cell.v;
  return total;
}

void require_close(double is, double should) {
  if (!(std::abs(is - should) <= 1e-9 * std::max(1.0, std::abs(should)))) RC_FAIL("not the same");
}

void require_sound(const State<1>& state) {
  for (const Field field : {Field::population, Field::births, Field::deaths, Field::labour_force, Field::people,
                            Field::adults, Field::pensioners, Field::people_15_64, Field::outside_labour_force}) {
    for (const Lanes<1>& persons : state.all(field)) RC_ASSERT(persons.v >= 0.0 && std::isfinite(persons.v));
  }
  for (const Lanes<1>& rate : state.all(Field::participation_rate)) RC_ASSERT(rate.v >= 0.0 && rate.v <= 1.0);
  RC_ASSERT(state[Field::residual_people][0].v <= 1e-12 * sum(state, Field::people));
  RC_ASSERT(std::abs(sum(state, Field::net_internal_migration)) <= 1e-12 * sum(state, Field::people));
}

/// Whether `ask` holds for a hundred cases, of people whose tables `make` forms.
template <class Make, class Ask>
bool holds(const std::string& name, const Make& make, const Ask& ask) {
  rc::detail::TestParams params;
  params.seed = 2018U;
  rc::detail::TestMetadata metadata;
  metadata.id = metadata.description = name;
  const auto result = rc::detail::checkTestable(
      [&] {
        const Case c = any_case();
        RC_LOG() << c;
        const BaseTables tables = synthetic_tables(c.regions, 6, c.educations, c.seed);
        const StateLayout layout(tables.dimensions);
        ask(c, tables, layout, people_rates(tables, make(tables, c.seed), synthetic_parameters()));
      },
      metadata, params);
  if (!result.template is<rc::detail::SuccessResult>()) rc::detail::printResultMessage(result, std::cout);
  return result.template is<rc::detail::SuccessResult>();
}

}  // namespace

TEST_CASE("any people: nobody is negative, no rate above one, nothing is NaN", "[people][property]") {
  CHECK(holds("sound people", synthetic_people,
              [](const Case& c, const BaseTables&, const StateLayout& layout, const BasePeople& people) {
                require_chances(people);
                const State<1> alone = projected<1>(people, layout, c);
                require_sound(alone);
                const State<4> four = projected<4>(people, layout, c);
                for (std::size_t k = 0; k < alone.all(Field::population).size(); ++k)
                  RC_ASSERT(four[Field::population][k].lane(3) == alone[Field::population][k].v);
              }));
}

TEST_CASE("any people: who is closed keeps the number", "[people][property]") {
  CHECK(holds("closed people", closed_people,
              [](const Case& c, const BaseTables&, const StateLayout& layout, const BasePeople& people) {
                const State<1> later = projected<1>(people, layout, c);
                require_sound(later);
                Case start = c;
                start.years = 0;
                require_close(sum(later, Field::people), sum(projected<1>(people, layout, start), Field::people));
                RC_ASSERT(sum(later, Field::deaths) == 0.0);
              }));
}

TEST_CASE("any people: who is stationary stays", "[people][property]") {
  CHECK(holds("stationary people", stationary_people,
              [](const Case& c, const BaseTables&, const StateLayout& layout, const BasePeople& people) {
                require_chances(people);
                const State<1> later = projected<1>(people, layout, c);  // nobody moves, whatever pulls
                for (std::size_t k = 0; k < people.population.size(); ++k)
                  require_close(later[Field::population][k].v, people.population[k]);
              }));
}

TEST_CASE("any people: twice the people are twice of everything", "[people][property]") {
  CHECK(holds(
      "double people", synthetic_people,
      [](const Case& c, const BaseTables& tables, const StateLayout& layout, const BasePeople& one) {
        BaseTables twice = tables;
        for (double& persons : twice.population.values()) persons *= 2.0;
        const BasePeople two = people_rates(twice, doubled(synthetic_people(tables, c.seed)), synthetic_parameters());
        const State<1> small = projected<1>(one, layout, c), large = projected<1>(two, layout, c);
        for (const Field field : {Field::population, Field::births, Field::deaths, Field::skills_account,
                                  Field::labour_force_account, Field::labour_force, Field::people, Field::need}) {
          for (std::size_t k = 0; k < small.all(field).size(); ++k)
            require_close(large[field][k].v, 2.0 * small[field][k].v);
        }
      }));
}
