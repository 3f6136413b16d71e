// From a dose to what it moves, by hand: net of deadweight and displacement, delayed, ramped and fading.
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "policy/demand_channels.h"
#include "policy/dose_chain.h"
#include "policy/effects.h"
#include "policy/firm_channels.h"
#include "policy/people_channels.h"

using namespace drivkraft;

namespace {

SourcedNumber number(double value) {
  SourcedNumber sourced;
  sourced.value = value;
  return sourced;
}

SourcedNumber drawn(const std::string& parameter) {
  SourcedNumber sourced;
  sourced.parameter = parameter;
  return sourced;
}

ChannelUse advice() {
  ChannelUse channel;
  channel.channel = Channel::firms_productivity;
  channel.parameters = {
      {"deadweight", number(0.5)},   {"success", number(0.8)},   {"displacement", number(0.25)},
      {"substitution", number(0.0)}, {"effect", number(0.1)},    {"delay", number(1.0)},
      {"ramp", number(2.0)},         {"half_life", number(4.0)}, {"employees_per_firm", number(20.0)}};
  return channel;
}

/// Two regions, two industries, two educations; 100 jobs of each kind in the first region, 200 in the second.
BaseYear small_base() {
  BaseYear base;
  base.dimensions.regions = {{"west", "", ""}, {"east", "", ""}};
  base.dimensions.industries = {{"goods", "", ""}, {"services", "", ""}};
  base.dimensions.educations = {{"basic", "", ""}, {"higher", "", ""}};
  base.employment = decltype(base.employment)(2, 2, 2);
  for (int r = 0; r < 2; ++r)
    for (int j = 0; j < 2; ++j)
      for (int e = 0; e < 2; ++e) base.employment({r}, {j}, {e}) = r == 0 ? 100.0 : 200.0;
  base.final_tax_rate = decltype(base.final_tax_rate)(use_count);
  base.final_tax_rate({static_cast<int>(Use::government)}) = 0.25;
  return base;
}

LeverCatalogue small_catalogue() {
  LeverEntry firms;
  firms.id = "advice";
  firms.industries = {{0}, {1}};
  firms.public_cost = number(0.5);
  firms.spending = {0.0, 1.0};
  firms.channels = {advice()};
  LeverEntry people;
  people.id = "people";
  people.public_cost = number(0.0);
  people.spending = {0.0, 1.0};
  ChannelUse into_work;
  into_work.channel = Channel::labour_participation;
  into_work.parameters = {{"deadweight", number(0.5)}, {"exit", drawn("policy.participation_exit")}};
  into_work.education_shares = {0.75, 0.25};
  people.channels = {into_work};
  LeverEntry purchases;
  purchases.id = "purchases";
  purchases.public_cost = number(1.0);
  purchases.spending = {0.4, 0.6};
  ChannelUse bought;
  bought.channel = Channel::demand_public;
  purchases.channels = {bought};
  return {{firms, people, purchases}};
}

Scenario scenario_with(std::vector<LeverDose> doses) {
  Scenario scenario;
  scenario.last_year = 2023;
  scenario.doses = std::move(doses);
  return scenario;
}

Draw draw_with_exit(double exit) {
  Draw draw;
  draw.equations[Parameter::policy_participation_exit] = exit;
  return draw;
}

}  // namespace

TEST_CASE("a dose is net of what would have happened anyway", "[policy][unit]") {
  const DoseChain chain{.deadweight = 0.45, .success = 0.9, .displacement = 0.3, .substitution = 0.1};
  CHECK(chain.net(100.0) == Approx(100.0 * 0.55 * 0.9 * 0.7 * 0.9).epsilon(1e-14));
  CHECK(DoseChain{}.net(7.0) == 7.0);
  CHECK(DoseChain{.deadweight = 1.0}.net(7.0) == 0.0);
}

TEST_CASE("an effect waits, rises and fades", "[policy][unit]") {
  const double forever = std::numeric_limits<double>::infinity();
  // delay 1, ramp 2, half-life 4: nothing in the year of the dose, half, all, then 2^(-1/4) more each year
  CHECK(effect_share(0, 1.0, 2.0, 4.0) == 0.0);
  CHECK(effect_share(1, 1.0, 2.0, 4.0) == Approx(0.5).epsilon(1e-15));
  CHECK(effect_share(2, 1.0, 2.0, 4.0) == Approx(1.0).epsilon(1e-15));
  CHECK(effect_share(3, 1.0, 2.0, 4.0) == Approx(std::pow(2.0, -0.25)).epsilon(1e-14));
  CHECK(effect_share(6, 1.0, 2.0, 4.0) == Approx(0.5).epsilon(1e-14));
  // at once and for ever
  CHECK(effect_share(0, 0.0, 1.0, forever) == 1.0);
  CHECK(effect_share(80, 0.0, 1.0, forever) == 1.0);
  // fractions of a year are interpolated
  CHECK(effect_share(0, 0.25, 1.0, forever) == Approx(0.75).epsilon(1e-15));
  CHECK(effect_share(1, 1.5, 2.0, 4.0) == Approx(0.25).epsilon(1e-15));
  CHECK(effect_share(2, 1.5, 2.0, 4.0) == Approx(0.75).epsilon(1e-15));
  CHECK(effect_share(3, 1.5, 2.0, 4.0) == Approx(std::pow(2.0, -0.125)).epsilon(1e-14));
  CHECK(effect_share(2, 0.0, 2.5, forever) == 1.0);
  CHECK(effect_share(1, 0.0, 2.5, forever) == Approx(0.8).epsilon(1e-15));
}

TEST_CASE("people stay with a yearly hazard of going back", "[policy][unit]") {
  CHECK(staying_share(0, 0.1) == 1.0);
  CHECK(staying_share(3, 0.1) == Approx(0.729).epsilon(1e-14));
  CHECK(staying_share(5, 0.0) == 1.0);
  CHECK(staying_share(0, 1.0) == 1.0);
  CHECK(staying_share(1, 1.0) == 0.0);
}

TEST_CASE("productivity rises by the share of jobs in treated firms", "[policy][unit]") {
  const Draw draw;
  // 10 firms with 20 employees among 1,000 jobs: a fifth; net 0.2 x 0.5 x 0.8 x 0.75 = 0.06; effect 0.1
  const std::vector<double> doses{0.0, 10.0, 0.0, 10.0};
  CHECK(productivity_rise(doses, 0, 1000.0, 1.0, advice(), draw) == 0.0);
  CHECK(productivity_rise(doses, 1, 1000.0, 1.0, advice(), draw) == 0.0);
  CHECK(productivity_rise(doses, 2, 1000.0, 1.0, advice(), draw) == Approx(std::log(1.003)).epsilon(1e-13));
  CHECK(productivity_rise(doses, 3, 1000.0, 1.0, advice(), draw) == Approx(std::log(1.006)).epsilon(1e-13));
  CHECK(productivity_rise({10.0, 10.0, 0.0}, 2, 1000.0, 1.0, advice(), draw) == Approx(std::log(1.009)).epsilon(1e-13));
  CHECK(productivity_rise(doses, 3, 0.0, 1.0, advice(), draw) == 0.0);
}

TEST_CASE("participants add up and leave", "[policy][unit]") {
  const ChannelUse channel = small_catalogue().entries[1].channels[0];
  const Draw draw = draw_with_exit(0.1);
  const std::vector<double> doses{0.0, 100.0, 100.0, 0.0};
  CHECK(participants(doses, 0, channel, draw) == 0.0);
  CHECK(participants(doses, 1, channel, draw) == Approx(50.0).epsilon(1e-14));
  CHECK(participants(doses, 2, channel, draw) == Approx(95.0).epsilon(1e-14));
  CHECK(participants(doses, 3, channel, draw) == Approx(85.5).epsilon(1e-14));
  CHECK(participants(doses, 3, channel, draw_with_exit(0.0)) == Approx(100.0).epsilon(1e-14));
}

TEST_CASE("a public cost buys at basic prices", "[policy][unit]") {
  CHECK(purchased_volume(100.0, 0.25, 0.5) == Approx(40.0).epsilon(1e-15));
  CHECK(purchased_volume(0.0, 0.25, 0.5) == 0.0);
}

TEST_CASE("a scenario's levers become drivers of each year, region and lane", "[policy][unit]") {
  const BaseYear base = small_base();
  const LeverCatalogue catalogue = small_catalogue();
  const Scenario scenario = scenario_with({{0, {0}, 2020, 4.0, {}},     // firms in the west, all industries: 400 jobs
                                           {0, {1}, 2020, 4.0, {{1}}},  // firms in the east, services alone: 400 jobs
                                           {1, {1}, 2021, 100.0, {}},
                                           {2, {0}, 2021, 10.0, {}},
                                           {2, {0}, 2022, 20.0, {}}});
  const Draw draws[] = {draw_with_exit(0.0), draw_with_exit(0.1), draw_with_exit(0.2), draw_with_exit(0.5)};
  const std::vector<PolicyEffects<4>> path = policy_path<4>(base, scenario, catalogue, draws);
  REQUIRE(path.size() == 6);

  // Four firms of 20 among 400 jobs: a fifth of them, as above. Cells: west goods, west services, east goods, services.
  const auto rise = [&](std::size_t year, std::size_t cell) { return path[year].log_technology[cell].lane(2); };
  CHECK(rise(2, 0) == 0.0);
  CHECK(rise(3, 0) == Approx(std::log(1.003)).epsilon(1e-13));
  CHECK(rise(4, 1) == Approx(std::log(1.006)).epsilon(1e-13));
  CHECK(rise(4, 2) == 0.0);
  CHECK(rise(4, 3) == Approx(std::log(1.006)).epsilon(1e-13));

  // 50 people, three quarters of them with basic education, in the east; lanes differ by their hazard of leaving.
  CHECK(path[2].labour_force_added[2].lane(0) == 0.0);
  CHECK(path[3].labour_force_added[2].lane(0) == Approx(37.5).epsilon(1e-14));
  CHECK(path[5].labour_force_added[3].lane(0) == Approx(12.5).epsilon(1e-14));
  CHECK(path[5].labour_force_added[3].lane(1) == Approx(12.5 * 0.81).epsilon(1e-14));
  CHECK(path[5].labour_force_added[2].lane(3) == Approx(37.5 * 0.25).epsilon(1e-14));
  CHECK(path[5].labour_force_added[0].lane(0) == 0.0);

  // Advice costs 0.5 a firm, all of it services; purchases are split 40 : 60; both without the tax of 25%.
  CHECK(path[2].public_purchases[1].lane(0) == Approx(4.0 * 0.5 / 1.25).epsilon(1e-14));
  CHECK(path[2].public_purchases[3].lane(0) == Approx(4.0 * 0.5 / 1.25).epsilon(1e-14));
  CHECK(path[3].public_purchases[0].lane(3) == Approx(0.4 * 10.0 / 1.25).epsilon(1e-14));
  CHECK(path[4].public_purchases[1].lane(0) == Approx(0.6 * 20.0 / 1.25).epsilon(1e-14));
  CHECK(path[5].public_purchases[1].lane(0) == 0.0);

  // One lane alone is the same lane beside others, bit for bit.
  const std::vector<PolicyEffects<1>> alone = policy_path<1>(base, scenario, catalogue, draws + 3);
  for (std::size_t year = 0; year < path.size(); ++year) {
    for (std::size_t k = 0; k < 4; ++k) {
      CHECK(alone[year].labour_force_added[k].v == path[year].labour_force_added[k].lane(3));
      CHECK(alone[year].log_technology[k].v == path[year].log_technology[k].lane(3));
      CHECK(alone[year].public_purchases[k].v == path[year].public_purchases[k].lane(3));
    }
  }
}

TEST_CASE("several levers on the same firms add their rises", "[policy][unit]") {
  LeverCatalogue catalogue = small_catalogue();
  catalogue.entries.push_back(catalogue.entries[0]);
  const Scenario scenario = scenario_with({{0, {0}, 2020, 4.0, {}}, {3, {0}, 2020, 4.0, {}}});
  const Draw draw;
  const auto path = policy_path<1>(small_base(), scenario, catalogue, &draw);
  CHECK(path[4].log_technology[0].v == Approx(2.0 * std::log(1.006)).epsilon(1e-13));
}
