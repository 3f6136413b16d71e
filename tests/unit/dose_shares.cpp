// A dose that is a share: of whom, by hand, for each kind of channel.

#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "inputs/read_scenario.h"
#include "support/scenario_world.h"

using namespace drivkraft;

namespace {

using Numbers = std::map<std::string, double>;

/// Fyn: another count for every industry and education, so that no two sums are alike; nothing elsewhere.
WhatExists counts() {
  WhatExists exists(ScenarioWorld().dimensions);
  const RegionId fyn{1};
  exists.outside_labour_force(fyn) = 900.0;
  for (int j = 0; j < 3; ++j) {
    exists.firms(fyn, {j}) = 40.0 * (j + 1);          // 40, 80, 120
    exists.starting_firms(fyn, {j}) = 4.0 * (j + 1);  // 4, 8, 12
    for (int e = 0; e < 2; ++e) exists.jobs(fyn, {j}, {e}) = 100.0 * (j + 1) + 1000.0 * e;
  }
  for (int e = 0; e < 2; ++e) {
    exists.unemployed(fyn, {e}) = 70.0 - 50.0 * e;  // 70, 20
    for (int age = 0; age < age_count; ++age) exists.people(fyn, {e}, {age}) = age + 1000.0 * e;
  }
  return exists;
}

ChannelUse channel(Channel kind, const Numbers& numbers = {}, std::vector<double> education_shares = {}) {
  ChannelUse use;
  use.channel = kind;
  for (const auto& [name, value] : numbers) use.parameters[name].value = value;
  use.education_shares = std::move(education_shares);
  use.from_education = {1};
  return use;
}

/// A lever for all of the first industry and half of the third.
LeverEntry lever(std::vector<ChannelUse> channels) {
  LeverEntry entry;
  entry.id = "one";
  entry.industries = {{0}, {2}};
  entry.reach = {1.0, 0.5};
  entry.channels = std::move(channels);
  return entry;
}

/// What a quarter comes to in Fyn, of all industries of the lever or of these only.
double quarter(const LeverEntry& entry, const std::vector<IndustryId>& only = {}) {
  ScenarioFile file;
  file.scenario.doses = {{0, {1}, 2020, 8.0, {}}, {0, {1}, 2021, 0.25, only}};
  file.dose_places.resize(2);
  file.share_doses = {1};
  Problems problems;
  resolve_shares(file, {{entry}}, ScenarioWorld().dimensions, counts(), problems);
  CHECK(problems.text() == "0 problems found; nothing was run.");
  CHECK(file.share_doses.empty());
  CHECK(file.scenario.doses[0].amount == 8.0);  // a number stays one
  return file.scenario.doses[1].amount;
}

double quarter(const ChannelUse& use) {
  return quarter(lever({use}));
}

}  // namespace

TEST_CASE("a share of firms that a channel treats by their jobs", "[scenario][doses]") {
  // jobs of both educations: 100 + 1100 in the first industry, half of 300 + 1300 in the third; 20 a firm
  for (const Channel kind : {Channel::firms_productivity, Channel::firms_first_academic, Channel::adoption_digital,
                             Channel::firms_scaleup, Channel::resource_efficiency}) {
    CHECK(quarter(channel(kind, {{"employees_per_firm", 20.0}})) == 0.25 * (1200.0 + 800.0) / 20.0);
  }
  const LeverEntry entry = lever({channel(Channel::firms_productivity, {{"employees_per_firm", 20.0}})});
  CHECK(quarter(entry, {{0}}) == 0.25 * 1200.0 / 20.0);
  CHECK(quarter(entry, {{2}}) == 0.25 * 800.0 / 20.0);
}

TEST_CASE("a share of the firms there are, and of those that start", "[scenario][doses]") {
  CHECK(quarter(channel(Channel::firms_exports)) == 0.25 * (40.0 + 0.5 * 120.0));
  CHECK(quarter(channel(Channel::firms_entry)) == 0.25 * (4.0 + 0.5 * 12.0));
  CHECK(quarter(channel(Channel::firms_survival)) == 0.25 * (4.0 + 0.5 * 12.0));
}

TEST_CASE("a share of the unemployed, and of the jobs that may be subsidised", "[scenario][doses]") {
  CHECK(quarter(channel(Channel::matching_efficiency, {}, {0.9, 0.1})) == 0.25 * (70.0 + 20.0));
  CHECK(quarter(channel(Channel::matching_efficiency, {}, {0.0, 1.0})) == 0.25 * 20.0);
  CHECK(quarter(channel(Channel::labour_wage_subsidy, {}, {0.9, 0.1})) == 0.25 * (1200.0 + 0.5 * 1600.0));
  CHECK(quarter(channel(Channel::labour_wage_subsidy, {}, {1.0, 0.0})) == 0.25 * (100.0 + 0.5 * 300.0));
}

TEST_CASE("a share of people, by where they stand or by education and age", "[scenario][doses]") {
  CHECK(quarter(channel(Channel::labour_participation, {}, {0.5, 0.5})) == 0.25 * 900.0);
  const Numbers ages{{"age_from", 22.0}, {"age_to", 24.0}};
  // 1022, 1023 and 1024 persons of the longer education; 22, 23 and 24 of the shorter
  CHECK(quarter(channel(Channel::skills_upgrade, ages)) == 0.25 * 3069.0);
  CHECK(quarter(channel(Channel::skills_youth_completion, ages)) == 0.25 * 3069.0);
  CHECK(quarter(channel(Channel::migration_retention, ages, {0.0, 1.0})) == 0.25 * 3069.0);
  CHECK(quarter(channel(Channel::migration_retention, ages, {0.5, 0.5})) == 0.25 * (3069.0 + 69.0));
}

TEST_CASE("a share is of what the first channel counts that counts anything", "[scenario][doses]") {
  CHECK(quarter(lever({channel(Channel::migration_recruitment), channel(Channel::labour_participation),
                       channel(Channel::firms_exports)})) == 0.25 * 900.0);
}
