// People in the economy: nobody appears or disappears unexplained, the accounts close, and people answer to wages.
#include <catch2/catch.hpp>
#include <cmath>

#include "blocks/demography.h"
#include "blocks/participation.h"
#include "calibration/people_rates.h"
#include "economy/people_flows.h"
#include "support/calm.h"
#include "support/real_economy.h"
#include "support/shocks.h"
#include "support/synthetic_economy.h"
#include "support/synthetic_people.h"

using namespace drivkraft;
using test::peopled_model;
using test::real_economy;
using test::Run;
using test::total;
using test::unfinanced;

namespace {

const auto nothing = [](int, PolicyEffects<1>&) {};

/// A lasting rise of technology by 1% in one region.
test::Shock technology(const Model& model, int region) {
  return test::more_productive(model.base(), region, 1.01);
}

/// Opening and flows less closing, the largest over regions and educations.
double unexplained(const State<1>& state, Field account) {
  const auto cells = state.all(account);
  double worst = 0.0;
  for (std::size_t k = 0; k < cells.size(); k += flow_names.size()) {
    double sum = -cells[k + flow_names.size() - 1].v;
    for (std::size_t f = 0; f + 1 < flow_names.size(); ++f) sum += cells[k + f].v;
    worst = std::max(worst, std::abs(sum));
  }
  return worst;
}

double flow_sum(const State<1>& state, Field account, Flow flow) {
  const auto cells = state.all(account);
  double sum = 0.0;
  for (std::size_t k = static_cast<std::size_t>(flow); k < cells.size(); k += flow_names.size()) sum += cells[k].v;
  return sum;
}

}  // namespace

TEST_CASE("no person appears or disappears unexplained, and both accounts close", "[people][property]") {
  const int region = GENERATE(0, 5);
  const Run run =
      test::run(peopled_model(), real_economy().draw, 22, unfinanced(), technology(peopled_model(), region));
  for (std::size_t t = 0; t < run.scenario.size(); ++t) {
    for (const State<1>* state : {&run.baseline[t], &run.scenario[t]}) {
      CAPTURE(t, region);
      CHECK((*state)[Field::residual_people][0].v < 1e-6);
      CHECK(unexplained(*state, Field::skills_account) < 1e-6);
      CHECK(unexplained(*state, Field::labour_force_account) < 1e-6);
      CHECK(std::abs(total(*state, Field::net_internal_migration)) < 1e-6);
      CHECK(std::abs(flow_sum(*state, Field::skills_account, Flow::policy)) < 1e-9);
      for (const Lanes<1>& persons : state->all(Field::population)) REQUIRE(persons.v >= 0.0);
      for (const Lanes<1>& rate : state->all(Field::participation_rate)) REQUIRE((rate.v >= 0.0 && rate.v <= 1.0));
    }
  }
}

TEST_CASE("the labour force is participation times people", "[people][property]") {
  const Run run = test::run(peopled_model(), real_economy().draw, 5, unfinanced(), technology(peopled_model(), 3));
  const State<1>& state = run.scenario[5];
  const BasePeople& people = *peopled_model().economy().people;
  for (int r = 0; r < people.regions; ++r) {
    for (int e = 0; e < people.educations; ++e) {
      double force = 0.0;
      for (int g = 0; g < sex_count; ++g) {
        for (int a = 0; a < age_count; ++a) {
          const std::size_t cell = people.place(r, g, a) + static_cast<std::size_t>(e);
          force += state[Field::population][cell].v * state[Field::participation_rate][cell].v;
        }
      }
      CHECK(state[Field::labour_force][r * people.educations + e].v == Approx(force).epsilon(1e-12));
    }
  }
}

TEST_CASE("people move to the region whose wages rise, unless migration is off", "[people][property]") {
  constexpr int fyn = 3;
  const Run run = test::run(peopled_model(), real_economy().draw, 12, unfinanced(), technology(peopled_model(), fyn));
  const auto gained = [&](const Run& r) {
    return total(peopled_model(), r.scenario[12], Field::people, {fyn}) -
           total(peopled_model(), r.baseline[12], Field::people, {fyn});
  };
  CHECK(gained(run) > 10.0);
  Closures closures = unfinanced();
  closures.migration = MigrationClosure::off;
  closures.hold.participation = true;
  CHECK(gained(test::run(peopled_model(), real_economy().draw, 12, closures, technology(peopled_model(), fyn))) == 0.0);
}

TEST_CASE("a zero shock is the baseline with people too, bit for bit", "[people][specification]") {
  const Run run = test::run(peopled_model(), real_economy().draw, 22, unfinanced(), nothing);
  for (std::size_t t = 0; t < run.baseline.size(); ++t) CHECK(test::same_bits(run.baseline[t], run.scenario[t]));
}

namespace {

/// The delivered economy under a shock in one region, with adoption and catch-up held as the tests (c) and (o) ask.
Run moving_run(int years, const test::Shock& shock) {
  Closures closures = unfinanced();
  closures.hold.adoption = true;
  Draw draw = real_economy().draw;
  draw.equations[Parameter::catch_up] = 0.0;
  return test::run(peopled_model(), draw, years, closures, shock);
}

}  // namespace

TEST_CASE("(c) with people moving, part of the new labour force moves on", "[people][specification]") {
  const int region = GENERATE(range(0, 7));
  const Run run = moving_run(22, test::more_people(peopled_model().base(), region, 0.01));
  const double percent = test::percent(peopled_model(), run, Field::employed_residents, 22, region);
  CAPTURE(region, percent);
  CHECK(percent > 0.3);
  CHECK(percent < 0.75);
}

TEST_CASE("(o) sixty years after a lasting shock nothing swings, with people moving", "[people][specification]") {
  const int region = GENERATE(range(0, 7));
  const bool of_people = GENERATE(false, true);
  const test::Shock shock = of_people ? test::more_people(peopled_model().base(), region, 0.01)
                                      : test::more_productive(peopled_model().base(), region, 1.01);
  const test::Calm calm = test::calm_of(moving_run(60, shock), 1e-5);
  CAPTURE(region, of_people, calm.lowest_rate, calm.most_turns);
  CHECK(calm.lowest_rate > 0.002);
  CHECK(calm.most_turns <= 3);
}

namespace {

/// People alone, without an economy: the state `years` after the base year.
State<1> projected(const BasePeople& people, const StateLayout& layout, int years) {
  State<1> last(layout), now(layout);
  PeopleWorkspace<1> work(people);
  first_people(people, last);
  set_participation(people, Lanes<1>(0.5), 0, last);
  for (int year = 1; year <= years; ++year) {
    set_participation(people, Lanes<1>(0.5), year, now);
    advance_people(people, {}, year, last, now, work);
    std::swap(last, now);
  }
  count_people(people, last);
  return last;
}

}  // namespace

TEST_CASE("a stationary population stays, a closed one keeps its number, doubling people doubles them",
          "[people][property]") {
  const BaseTables tables = test::synthetic_tables(3, 6, 3, 7U);
  const Parameters parameters = test::synthetic_parameters();
  const StateLayout layout(tables.dimensions);
  const BasePeople stationary = people_rates(tables, test::stationary_people(tables, 7U), parameters);
  const State<1> first = projected(stationary, layout, 0), later = projected(stationary, layout, 5);
  for (const Field field : {Field::population, Field::labour_force, Field::people}) {
    const auto before = first.all(field), after = later.all(field);
    for (std::size_t k = 0; k < before.size(); ++k) CHECK(after[k].v == Approx(before[k].v).epsilon(1e-9).margin(1e-9));
  }

  const BasePeople closed = people_rates(tables, test::closed_people(tables, 7U), parameters);
  CHECK(total(projected(closed, layout, 20), Field::people) ==
        Approx(total(projected(closed, layout, 0), Field::people)).epsilon(1e-12));

  // Twice the people under the same rates and twice the flows abroad: twice of everything that is counted.
  const PeopleTables people = test::synthetic_people(tables, 7U);
  BaseTables twice = tables;
  for (double& persons : twice.population.values()) persons *= 2.0;
  const BasePeople one = people_rates(tables, people, parameters),
                   two = people_rates(twice, test::doubled(people), parameters);
  State<1> small(layout), large(layout), small_next(layout), large_next(layout);
  PeopleWorkspace<1> work(one);
  first_people(one, small), first_people(two, large);
  set_participation(one, Lanes<1>(0.5), 1, small_next), set_participation(two, Lanes<1>(0.5), 1, large_next);
  advance_people(one, {}, 1, small, small_next, work), advance_people(two, {}, 1, large, large_next, work);
  for (const Field field : {Field::population, Field::births, Field::deaths, Field::skills_account}) {
    const auto a = small_next.all(field), b = large_next.all(field);
    for (std::size_t k = 0; k < a.size(); ++k) CHECK(b[k].v == Approx(2.0 * a[k].v).epsilon(1e-12).margin(1e-9));
  }
}

TEST_CASE("years of people may be asked for in any order", "[people][property]") {
  const BaseTables tables = test::synthetic_tables(3, 4, 2, 7U);
  const StateLayout layout(tables.dimensions);
  const BasePeople people = people_rates(tables, test::synthetic_people(tables, 7U), test::synthetic_parameters());
  State<1> first(layout), next(layout), again(layout), later(layout);
  first_people(people, first);
  for (State<1>* state : {&next, &again, &later}) set_participation(people, Lanes<1>(0.5), 1, *state);
  PeopleWorkspace<1> fresh(people), used(people);
  advance_people(people, {}, 1, first, next, fresh);
  advance_people(people, {}, 9, first, later, used);
  advance_people(people, {}, 1, first, again, used);
  for (const Field field : {Field::population, Field::births, Field::deaths}) {
    for (std::size_t k = 0; k < next.all(field).size(); ++k) CHECK(again[field][k].v == next[field][k].v);
  }
  CHECK(later[Field::deaths][0].v < next[Field::deaths][0].v);  // people die later, year by year
}

TEST_CASE("one lane of people among four is the lane alone", "[people][lanes]") {
  std::vector<Draw> draws(4, real_economy().draw);
  for (std::size_t k = 0; k < draws.size(); ++k) {
    const auto step = static_cast<double>(k);
    draws[k].equations[Parameter::pension_passthrough] = 0.35 + 0.1 * step;
    draws[k].equations[Parameter::migration_wage] = 0.3 + 0.2 * step;
    draws[k].equations[Parameter::discouraged_worker] = 0.1 * step;
    draws[k].equations[Parameter::catch_up] = 0.01 + 0.005 * step;
    draws[k].equations[Parameter::drift_half_life] = 4.0 + step;
  }
  constexpr int years = 4;
  std::vector<PolicyEffects<4>> policy(years + 1, PolicyEffects<4>(peopled_model().base().dimensions));
  std::vector<PolicyEffects<1>> alone(years + 1, PolicyEffects<1>(peopled_model().base().dimensions));
  for (std::size_t t = 2; t <= years; ++t) {
    for (std::size_t cell = 0; cell < 21; ++cell) {
      policy[t].log_technology[cell] = Lanes<4>(0.01);
      alone[t].log_technology[cell] = Lanes<1>(0.01);
    }
  }
  std::vector<State<4>> together;
  simulate<4>(peopled_model(), {.draws = draws.data(), .closures = {}, .policy = &policy, .last_year = 2018 + years},
              [&](PathKind path, int, const State<4>& state) {
                if (path == PathKind::scenario) together.push_back(state);
              });
  for (int k = 0; k < 4; ++k) {
    std::size_t t = 0;
    simulate<1>(
        peopled_model(),
        {.draws = &draws[static_cast<std::size_t>(k)], .closures = {}, .policy = &alone, .last_year = 2018 + years},
        [&](PathKind path, int, const State<1>& state) {
          if (path != PathKind::scenario) return;
          for (const FieldInfo& info : state_fields) {
            const auto a = state.all(info.field);
            const auto b = together[t].all(info.field);
            bool same = true;
            for (std::size_t cell = 0; cell < a.size(); ++cell) same = same && a[cell].v == b[cell].lane(k);
            CAPTURE(info.name, k, t);
            CHECK(same);
          }
          ++t;
        });
  }
}
