// Levers that lift, keep and recruit people: what their author is told, word by word, and doses beyond who is there.

#include <catch2/catch.hpp>
#include <string>

#include "inputs/beliefs.h"
#include "inputs/read_catalogue.h"
#include "inputs/read_scenario.h"
#include "support/scenario_world.h"

using namespace drivkraft;

namespace {

std::string number(const std::string& value, const std::string& unit) {
  return "{ value = " + value + ", unit = \"" + unit +
         "\", status = \"assumed\", source = \"judgement\", grade = \"D\" }\n";
}

std::string head(const std::string& id) {
  return "[[lever]]\nid = \"" + id +
         "\"\nname_da = \"a\"\nname_en = \"b\"\nplace = \"c\"\nexpected = { real_gdp = \"up\" }\ndriver = \"e\"\n"
         "instrument = \"f\"\ntarget_group = \"g\"\nnotes = \"h\"\nregions = \"all\"\ndose_unit = \"persons\"\n"
         "default_dose = " +
         number("10", "persons a year") + "public_cost = " + number("0.5", "mio. DKK a person") +
         "private_cost = " + number("0", "mio. DKK a person") +
         "spending = { shares = { education = 1.0 }, status = \"assumed\", source = \"judgement\", grade = \"D\" }\n"
         "[[lever.channel]]\n";
}

std::string ages(const std::string& from, const std::string& to) {
  return "age_from = " + number(from, "years") + "age_to = " + number(to, "years");
}

const std::string shares =
    "education_shares = { shares = { basic = 0.25, long_cycle = 0.75 }, status = \"assumed\", source = "
    "\"judgement\", grade = \"D\" }\n";

std::string skills(const std::string& id, const std::string& channel, const std::string& from, const std::string& to) {
  return head(id) + "channel = \"" + channel + "\"\nfrom_education = \"basic\"\nto_education = \"long_cycle\"\n" +
         ages(from, to) + "deadweight = " + number("0.5", "share") + "delay = " + number("2.5", "years");
}

/// Four levers, one for each channel that moves people.
std::string people_file() {
  return "[document]\nid = \"doc\"\ntitle_da = \"x\"\ntitle_en = \"People\"\npublisher = \"y\"\nyear = 2020\n" +
         skills("lift", "skills.upgrade", "25", "54") + skills("youth", "skills.youth_completion", "18", "24") +
         head("keep") + "channel = \"migration.retention\"\n" + shares + ages("22", "30") +
         "deadweight = " + number("0.9", "share") + head("recruit") + "channel = \"migration.recruitment\"\n" + shares +
         ages("26", "49") +
         "deadweight = { parameter = \"policy.deadweight\" }\nexit_two_years = " + number("0.3", "share") +
         "exit_five_years = { parameter = \"gone\" }\n";
}

ScenarioWorld world_with(const std::string& text, Problems& problems) {
  ScenarioWorld world;
  ParameterRow gone = world.parameters.rows[1];  // a share
  gone.key = "gone";
  gone.central = 0.5;
  world.parameters.rows.push_back(gone);
  world.catalogue = {};
  read_levers(text, "p.toml", world.dimensions, world.parameters, world.catalogue, problems);
  return world;
}

/// The messages about the file after one change, without place and line, joined by " | ".
std::string message(const std::string& from, const std::string& to) {
  std::string text = people_file();
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  text.replace(at, from.size(), to);
  Problems problems;
  (void)world_with(text, problems);
  std::string told;
  for (const Problem& problem : problems.list()) told += (told.empty() ? "" : " | ") + problem.message;
  return told;
}

/// 10 persons of each year of age from 15 with each education; nobody below 22 has a long-cycle one.
WhatExists ten_of_each_age() {
  WhatExists exists(ScenarioWorld().dimensions);
  for (int r = 0; r < 3; ++r) {
    for (int a = 15; a < age_count; ++a) {
      exists.people({r}, {0}, {a}) = 10.0;
      exists.people({r}, {1}, {a}) = a < 22 ? 0.0 : 10.0;
    }
  }
  return exists;
}

std::string told_of(const std::string& rest) {
  Problems problems;
  ScenarioWorld world = world_with(people_file(), problems);
  const ScenarioFile file = parse_scenario(sound_head + rest, "s.toml", world.context(), {}, problems);
  problems.throw_if_any();
  Parameters parameters;
  apply_beliefs(file.scenario.parameters, world.parameters, parameters, world.catalogue);
  check_doses(file, world.catalogue, world.dimensions, ten_of_each_age(), problems);
  return problems.empty() ? "" : problems.text();
}

std::string use(const std::string& id, const std::string& dose) {
  return "[[lever]]\nid = \"" + id + "\"\nregions = [\"fyn\"]\ndose = { " + dose + " }\n";
}

}  // namespace

TEST_CASE("levers on people are read with their educations, ages and exits", "[catalogue][people]") {
  Problems problems;
  const ScenarioWorld world = world_with(people_file(), problems);
  CHECK(problems.text() == "0 problems found; nothing was run.");
  REQUIRE(lever_ids(world.catalogue) == std::vector<std::string>{"lift", "youth", "keep", "recruit"});
  const ChannelUse& lift = world.catalogue.entries[0].channels[0];
  CHECK(lift.channel == Channel::skills_upgrade);
  CHECK(lift.from_education == EducationId{0});
  CHECK(lift.to_education == EducationId{1});
  CHECK(lift.parameters.at("age_to").value == 54.0);
  CHECK(lift.parameters.at("delay").value == 2.5);
  CHECK(lift.education_shares.empty());
  CHECK(world.catalogue.entries[1].channels[0].channel == Channel::skills_youth_completion);
  CHECK(world.catalogue.entries[2].channels[0].education_shares == std::vector<double>{0.25, 0.75});
  CHECK(world.catalogue.entries[3].channels[0].parameters.at("exit_five_years").parameter == "gone");
}

TEST_CASE("an education or age of a lever against its rule", "[errors][catalogue][people]") {
  CHECK(message("to_education = \"long_cycle\"", "to_education = \"long_cycel\"") ==
        "unknown education \"long_cycel\" in channel skills.upgrade of lever \"lift\"");
  CHECK(message("from_education = \"basic\"", "from_education = \"long_cycle\"") ==
        "\"to_education\" of channel skills.upgrade of lever \"lift\" is long_cycle, must be longer than long_cycle");
  CHECK(message("to_education = \"long_cycle\"\n", "") ==
        "channel skills.upgrade of lever \"lift\" has no key \"to_education\": what they reach");
  CHECK(message("value = 25,", "value = 14,") ==
        "age_from of lever \"lift\" is 14 years, must be a whole number from 15 to 99");
  CHECK(message("value = 25,", "value = 25.5,") ==
        "age_from of lever \"lift\" is 25.5 years, must be a whole number from 15 to 99");
  CHECK(message("value = 25,", "value = 55,") ==
        "age_to of channel skills.upgrade of lever \"lift\" is 54, below age_from 55");
  CHECK(message("value = 18,", "value = 15,") ==
        "age_from of lever \"youth\" is 15 years, must be a whole number from 16 to 24");
  CHECK(message("value = 24,", "value = 25,") ==
        "age_to of lever \"youth\" is 25 years, must be a whole number from 16 to 24");
  CHECK(message("value = 30,", "value = 31,") ==
        "age_to of lever \"keep\" is 31 years, must be a whole number from 22 to 30");
  CHECK(message(ages("25", "54"), "age_from = { parameter = \"policy.ramp\" }\nage_to = " + number("54", "years")) ==
        "age_from of lever \"lift\" names a parameter, must be a number of its own: ages are not drawn");
}

TEST_CASE("shares, exits and keys of levers on people", "[errors][catalogue][people]") {
  CHECK(message("basic = 0.25", "basic = 0.2") ==
        "shares of education_shares of lever \"keep\" add to 0.95, must add to 1");
  CHECK(message("value = 0.3,", "value = 0.6,") ==
        "exit_five_years of channel migration.recruitment of lever \"recruit\" is 0.5, below exit_two_years 0.6");
  CHECK(message("value = 0.3,", "value = 1,") ==
        "exit_two_years of lever \"recruit\" is 1 share, must be at least 0 and below 1");
  CHECK(message("value = 0.9,", "value = 1.2,") == "deadweight of lever \"keep\" is 1.2 share, must lie in 0 to 1");
  CHECK(message("channel = \"migration.retention\"\n", "channel = \"migration.retention\"\ndelay = 1\n") ==
        "unknown key \"delay\" in channel migration.retention of lever \"keep\"");
  CHECK(message("channel = \"migration.retention\"", "channel = \"migration.retain\"") ==
        "unknown channel \"migration.retain\" in a channel of lever \"keep\"");
}

TEST_CASE("more people lifted than have the education at these ages", "[errors][doses][people]") {
  CHECK(told_of(use("lift", "2020 = 300")).empty());  // thirty ages of ten
  CHECK(told_of(use("lift", "2020 = 300, 2021 = 300")).empty());
  CHECK(told_of(use("lift", "2020 = 301")) ==
        "s.toml:8:17: lever \"lift\" treats 301 persons of 25 to 54 with basic in fyn in 2020, only 300 are there\n"
        "    8 | dose = { 2020 = 301 }\n"
        "      |                 ^~~\n"
        "1 problem found; nothing was run.");
  CHECK(told_of(use("youth", "2020 = 71")).find("71 persons of 18 to 24 with basic in fyn in 2020, only 70 are") !=
        std::string::npos);
  CHECK(told_of(use("youth", "2020 = 7"))
            .find("lever \"youth\" lifts people of 18 to long_cycle, nobody has it at that age") != std::string::npos);
}

TEST_CASE("more graduates kept than there are", "[errors][doses][people]") {
  CHECK(told_of(use("keep", "2020 = 120")).empty());  // three quarters of 120 are all 90 of long cycle
  CHECK(told_of(use("keep", "2020 = 124"))
            .find("lever \"keep\" treats 93 persons of 22 to 30 with long_cycle in fyn in 2020, only 90 are there") !=
        std::string::npos);
  CHECK(told_of(use("keep", "2020 = 120") + use("lift", "2020 = 300")).empty());  // who is kept may also be trained
}

TEST_CASE("recruits are not bound, but a belief about their exits is held to order", "[errors][doses][people]") {
  CHECK(told_of(use("recruit", "2020 = 100000")).empty());
  CHECK(told_of(use("recruit", "2020 = 1") + "[parameters]\n\"gone\" = 0.4\n").empty());
  CHECK(told_of(use("recruit", "2020 = 1") + "[parameters]\n\"gone\" = 0.2\n")
            .find("of the recruits of lever \"recruit\" 0.3 are gone after two years and 0.2 after five: the second "
                  "must not be below the first, and both below 1") != std::string::npos);
  CHECK_FALSE(told_of(use("recruit", "2020 = 1") + "[parameters]\n\"gone\" = 1\n").empty());
}
