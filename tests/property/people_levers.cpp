// Levers that lift, keep and recruit people, from their dose to the accounts of people.
#include <catch2/catch.hpp>
#include <cmath>

#include "economy/people_flows.h"
#include "policy/effects.h"
#include "support/real_economy.h"

using namespace drivkraft;
using test::peopled_model;
using test::real_economy;
using test::Run;

namespace {

constexpr int fyn = 3, basic = 0, vocational = 2, long_cycle = 5;

SourcedNumber number(double value) {
  SourcedNumber sourced;
  sourced.value = value;
  return sourced;
}

LeverEntry lever(Channel kind, std::map<std::string, SourcedNumber> parameters) {
  LeverEntry entry;
  entry.spending.assign(static_cast<std::size_t>(peopled_model().base().dimensions.industry_count()), 0.0);
  ChannelUse use;
  use.channel = kind;
  use.parameters = std::move(parameters);
  use.education_shares.assign(static_cast<std::size_t>(peopled_model().base().dimensions.education_count()), 0.0);
  use.education_shares[long_cycle] = 1.0;
  use.from_education = EducationId{basic};
  use.to_education = EducationId{vocational};
  entry.channels = {use};
  return entry;
}

LeverEntry upgrade() {
  return lever(
      Channel::skills_upgrade,
      {{"deadweight", number(0.45)}, {"delay", number(2.5)}, {"age_from", number(25)}, {"age_to", number(54)}});
}

LeverEntry retention() {
  return lever(Channel::migration_retention,
               {{"deadweight", number(0.92)}, {"age_from", number(22)}, {"age_to", number(30)}});
}

LeverEntry recruitment() {
  return lever(Channel::migration_recruitment, {{"deadweight", number(0.5)},
                                                {"age_from", number(25)},
                                                {"age_to", number(49)},
                                                {"exit_two_years", number(0.33)},
                                                {"exit_five_years", number(0.5)}});
}

/// The lever costs nothing and is used in one region in 2020; the path runs to 2026.
Run run_with(const LeverEntry& entry, double dose, int region) {
  constexpr int years = 8;
  const Model& model = peopled_model();
  const Draw& draw = real_economy().draw;
  Scenario scenario;
  scenario.last_year = scenario.first_year + years;
  scenario.doses = {{0, {region}, 2020, dose, {}}};
  const std::vector<PolicyEffects<1>> path = policy_path<1>(model.base(), scenario, {{entry}}, &draw);
  return test::run(model, draw, years, {}, [&](int year, PolicyEffects<1>& effects) {
    effects.people = path[static_cast<std::size_t>(year)].people;
  });
}

/// Scenario less baseline.
double change(const Run& run, std::size_t year, Field field, int cell) {
  return run.scenario[year][field][cell].v - run.baseline[year][field][cell].v;
}

/// The same, over all educations of a region.
double net_change(const Run& run, std::size_t year, Field field, int region) {
  const int educations = peopled_model().base().dimensions.education_count();
  double sum = 0.0;
  for (int e = 0; e < educations; ++e) sum += change(run, year, field, region * educations + e);
  return sum;
}

double account_change(const Run& run, std::size_t year, Field account, int region, int education, Flow flow) {
  const int educations = peopled_model().base().dimensions.education_count();
  const int flows = static_cast<int>(flow_names.size());
  return change(run, year, account, (region * educations + education) * flows + static_cast<int>(flow));
}

double worst_gap(const State<1>& state, Field account) {
  const auto cells = state.all(account);
  double worst = 0.0;
  for (std::size_t k = 0; k < cells.size(); k += flow_names.size()) {
    double sum = -cells[k + static_cast<std::size_t>(Flow::closing)].v;
    for (std::size_t f = 0; f < static_cast<std::size_t>(Flow::closing); ++f) sum += cells[k + f].v;
    worst = std::max(worst, std::abs(sum));
  }
  return worst;
}

void check_accounts(const Run& run) {
  for (std::size_t year = 0; year < run.scenario.size(); ++year) {
    CAPTURE(year);
    CHECK(worst_gap(run.scenario[year], Field::skills_account) < 1e-6);
    CHECK(worst_gap(run.scenario[year], Field::labour_force_account) < 1e-6);
    CHECK(run.scenario[year][Field::residual_people][0].v < 1e-6);
  }
}

}  // namespace

TEST_CASE("keeping one graduate moves exactly one person in the first year", "[people][levers][specification]") {
  const int region = GENERATE(range(0, 7));
  CAPTURE(region);
  const Run run = run_with(retention(), 12.5, region);  // of whom 8% would not have stayed anyway
  double others = 0.0;
  for (int r = 0; r < 7; ++r) {
    if (r != region) others += net_change(run, 2, Field::net_internal_migration, r);
    CHECK(net_change(run, 1, Field::net_internal_migration, r) == 0.0);
  }
  CHECK(net_change(run, 2, Field::net_internal_migration, region) == Approx(1.0).margin(1e-8));
  CHECK(others == Approx(-1.0).margin(1e-8));
  CHECK(account_change(run, 2, Field::skills_account, region, long_cycle, Flow::moved_out) == Approx(1.0).margin(1e-8));
  CHECK(account_change(run, 2, Field::skills_account, region, basic, Flow::moved_out) == Approx(0.0).margin(1e-8));
  CHECK(std::abs(change(run, 2, Field::deaths, region)) < 1e-8);  // moving comes last: they are alive
  // A year later she moves like everybody: part of her is gone, nobody else is kept.
  const double left = net_change(run, 3, Field::net_internal_migration, region);
  CHECK(left < 0.0);
  CHECK(left > -0.6);  // on Bornholm half of them leave within a year
  check_accounts(run);
}

TEST_CASE("training lifts exactly the additional persons, half after two years and half after three",
          "[people][levers][property]") {
  const Run run = run_with(upgrade(), 1000.0, fyn);
  const double by_year[]{0.0, 0.0, 0.0, 0.0, 275.0, 275.0, 0.0, 0.0, 0.0};
  const int educations = peopled_model().base().dimensions.education_count();
  for (std::size_t year = 0; year < 9; ++year) {
    CAPTURE(year);
    for (int r = 0; r < 7; ++r) {
      double sum = 0.0;
      for (int e = 0; e < educations; ++e) {
        const double moved = account_change(run, year, Field::skills_account, r, e, Flow::policy);
        const double sign = e == vocational ? 1.0 : e == basic ? -1.0 : 0.0;
        CHECK(moved == Approx(r == fyn ? sign * by_year[year] : 0.0).margin(1e-9));
        sum += moved;
      }
      CHECK(std::abs(sum) < 1e-9);
    }
  }
  CHECK(account_change(run, 4, Field::skills_account, fyn, vocational, Flow::closing) == Approx(275.0).margin(1e-6));
  CHECK(account_change(run, 4, Field::skills_account, fyn, basic, Flow::closing) == Approx(-275.0).margin(1e-6));
  CHECK(change(run, 4, Field::people, fyn) == Approx(0.0).margin(1e-6));
  // They take part like the skilled, who take part more than the unskilled.
  const double force = net_change(run, 4, Field::labour_force, fyn);
  CHECK(force > 10.0);
  CHECK(force < 275.0);
  check_accounts(run);
}

TEST_CASE("training changes nobody's age or sex", "[people][levers][property]") {
  const Run run = run_with(upgrade(), 1000.0, fyn);
  const BasePeople& people = *peopled_model().economy().people;
  double lifted = 0.0;
  for (int g = 0; g < sex_count; ++g) {
    for (int a = 0; a < age_count; ++a) {
      const int place = static_cast<int>(people.place(fyn, g, a));
      const double up = change(run, 4, Field::population, place + vocational);
      CHECK(up == Approx(-change(run, 4, Field::population, place + basic)).margin(1e-8));
      if (a < 25 || a > 54) CHECK(up == Approx(0.0).margin(1e-8));
      lifted += up;
    }
  }
  CHECK(lifted == Approx(275.0).margin(1e-6));
}

TEST_CASE("recruits come from abroad, and part of them goes back", "[people][levers][property]") {
  const Run run = run_with(recruitment(), 200.0, fyn);
  CHECK(net_change(run, 2, Field::net_foreign_migration, fyn) == Approx(100.0).margin(1e-8));
  CHECK(account_change(run, 2, Field::skills_account, fyn, long_cycle, Flow::immigrated) == Approx(100.0).margin(1e-8));
  CHECK(change(run, 2, Field::people, fyn) == Approx(100.0).margin(1e-6));
  // A year later those of the hazard leave, and of the others as many as of everybody.
  const double leaving = 100.0 * (1.0 - std::sqrt(0.67));
  const double left = -net_change(run, 3, Field::net_foreign_migration, fyn);
  CHECK(left > leaving - 1e-6);
  CHECK(left < leaving + 10.0);
  for (std::size_t year = 3; year < 9; ++year) {
    CAPTURE(year);
    CHECK(change(run, year, Field::people, fyn) > 0.0);
    CHECK(change(run, year, Field::people, fyn) < change(run, year - 1, Field::people, fyn));
  }
  check_accounts(run);
}

TEST_CASE("lifting or keeping more people than there are ends the run as invalid", "[people][levers][errors]") {
  CHECK_THROWS_AS(run_with(upgrade(), 1e6, fyn), InputError);
  CHECK_THROWS_AS(run_with(retention(), 1e6, fyn), InputError);
  CHECK_THROWS_WITH(run_with(retention(), 1e6, fyn), Catch::Contains("retention in 2020 would move 80000, but there"));
}
