// Channels of firms, money, ways and demand abroad: what authors of levers and scenarios are told, word by word.

#include <catch2/catch.hpp>
#include <string>

#include "inputs/read_catalogue.h"
#include "inputs/read_scenario.h"
#include "support/scenario_world.h"

using namespace drivkraft;

namespace {

std::string number(const std::string& value, const std::string& unit) {
  return "{ value = " + value + ", unit = \"" + unit +
         "\", status = \"assumed\", source = \"judgement\", grade = \"D\" }\n";
}

std::string shares_of(const std::string& key, const std::string& shares) {
  return key + " = { shares = { " + shares + " }, status = \"assumed\", source = \"judgement\", grade = \"D\" }\n";
}

/// A lever with one channel: `dose` and `cost` are its units, `reach` names industries or positions.
std::string lever(const std::string& channel, const std::string& unit, const std::string& dose, const std::string& cost,
                  const std::string& reach, const std::string& numbers) {
  return "[[lever]]\nid = \"one\"\nname_da = \"a\"\nname_en = \"b\"\nplace = \"c\"\nexpected = { real_gdp = \"up\" "
         "}\ndriver = "
         "\"e\"\ninstrument = \"f\"\ntarget_group = \"g\"\nnotes = \"h\"\nregions = \"all\"\n" +
         reach + "dose_unit = \"" + unit + "\"\ndefault_dose = " + number("10", dose) +
         "public_cost = " + number("0", cost) + "private_cost = " + number("0", cost) +
         shares_of("spending", "education = 1") + "[[lever.channel]]\nchannel = \"" + channel + "\"\n" + numbers;
}

std::string of_firms(const std::string& channel, const std::string& numbers,
                     const std::string& reach = "industries = [\"food\"]\n") {
  return lever(channel, "firms", "firms a year", "mio. DKK a firm", reach, numbers);
}

const std::string stock = "deadweight = " + number("0", "share") + "displacement = " + number("0", "share") +
                          "substitution = " + number("0", "share") + "success = " + number("1", "share");
const std::string timing = "delay = " + number("1", "years") + "ramp = " + number("1", "years");
const std::string fading = timing + "half_life = " + number("4", "years");
const std::string employees = "employees_per_firm = " + number("10", "persons a firm");
const std::string both = shares_of("education_shares", "basic = 0.5, long_cycle = 0.5");

ScenarioWorld world_with(const std::string& text, Problems& problems) {
  ScenarioWorld world;
  world.dimensions.practices = {{"digital", "d", "d"}};
  world.dimensions.strength_positions = {{"robots", {0.5, 0.25, 0.0}}, {"games", {0.75, 0.0, 0.0}}};
  world.catalogue = {};
  const std::string head =
      "[document]\nid = \"doc\"\ntitle_da = \"x\"\ntitle_en = \"D\"\npublisher = \"y\"\nyear = 2020\n";
  read_levers(head + text, "l.toml", world.dimensions, world.parameters, world.catalogue, problems);
  return world;
}

/// Messages about a file of levers, without place and line.
std::string message(const std::string& text) {
  Problems problems;
  (void)world_with(text, problems);
  std::string told;
  for (const Problem& problem : problems.list()) told += (told.empty() ? "" : " | ") + problem.message;
  return told;
}

/// Messages about doses of that lever; a hundred of everything in each industry, region and education.
std::string told(const std::string& text, const std::string& use) {
  Problems problems;
  const ScenarioWorld world = world_with(text, problems);
  const ScenarioFile file =
      parse_scenario(sound_head + "[[lever]]\nid = \"one\"\n" + use, "s.toml", world.context(), {}, problems);
  problems.throw_if_any();
  WhatExists exists(world.dimensions);
  for (auto* table : {&exists.jobs}) {
    for (double& cell : table->values()) cell = 100.0;
  }
  for (double& cell : exists.wages.values()) cell = 0.4;
  for (double& cell : exists.exports.values()) cell = 100.0;
  for (double& cell : exists.consumption.values()) cell = 100.0;
  for (double& cell : exists.firms.values()) cell = 12.0;
  for (double& cell : exists.starting_firms.values()) cell = 3.0;
  for (double& cell : exists.unemployed.values()) cell = 100.0;
  for (double& cell : exists.travel_minutes.values()) cell = 60.0;
  check_doses(file, world.catalogue, world.dimensions, exists, problems);
  std::string messages;
  for (const Problem& problem : problems.list()) messages += (messages.empty() ? "" : " | ") + problem.message;
  return messages;
}

std::string dose(const std::string& amount, const std::string& regions = "[\"fyn\"]") {
  return "regions = " + regions + "\ndose = { 2020 = " + amount + " }\n";
}

}  // namespace

TEST_CASE("doses beyond the firms, exports and persons there are", "[errors][doses][channels]") {
  const std::string exports = of_firms("firms.exports", stock + fading + "effect = " + number("0.1", "proportion") +
                                                            "exports_per_firm = " + number("20", "mio. DKK a firm"));
  CHECK(told(exports, dose("5")).empty());
  CHECK(
      told(exports, dose("6")) ==
      "lever \"one\" treats 6 firms that export 20 mio. DKK each in fyn in 2020, the industries it reaches export 100 "
      "mio. DKK there: at most 5 firms");
  const std::string survival = of_firms("firms.survival", stock + "effect = " + number("0.1", "proportion"));
  CHECK(told(survival, dose("3")).empty());
  CHECK(told(survival, dose("4")) ==
        "lever \"one\" treats 4 new firms in fyn in 2020, the industries it reaches have 3 there");
  const std::string digital = of_firms("adoption.digital", stock + timing + employees);
  CHECK(told(digital, dose("12")).empty());
  CHECK(told(digital, dose("13")) ==
        "lever \"one\" treats 13 firms in fyn in 2020, the industries it reaches have 12 there");
  CHECK(
      told(digital, dose("21")) ==
      "lever \"one\" treats 21 firms of 10 employed in fyn in 2020, the industries it reaches have 200 jobs there: at "
      "most 20 firms");
  const std::string part = of_firms("adoption.digital", stock + timing + employees,
                                    "strength_positions = [\"robots\"]\n");  // half of food, a quarter of advice
  CHECK(told(part, dose("9")).empty());
  CHECK(told(part, dose("10")) ==
        "lever \"one\" treats 10 firms in fyn in 2020, the industries it reaches have 9 there");

  const auto persons = [](const std::string& channel, const std::string& numbers, const std::string& reach) {
    return lever(channel, "persons", "persons a year", "mio. DKK a person", reach, numbers + both);
  };
  const std::string matching =
      persons("matching.efficiency", stock + fading + "effect = " + number("0.3", "proportion"), "");
  CHECK(told(matching, dose("200")).empty());
  CHECK(told(matching, dose("202")) ==
        "lever \"one\" treats 101 unemployed with basic in fyn in 2020, only 100 are there | lever \"one\" treats 101 "
        "unemployed with long_cycle in fyn in 2020, only 100 are there");
  const std::string subsidy =
      persons("labour.wage_subsidy",
              "wage_share = " + number("0.5", "share") + "monthly_cap = " + number("0.01", "mio. DKK a month") +
                  "months = " + number("6", "months") + "deadweight = " + number("0", "share") +
                  "displacement = " + number("0", "share"),
              "industries = [\"food\"]\n");
  CHECK(told(subsidy, dose("202")).find("treats 101 jobs with basic in fyn in 2020, only 100 are there") !=
        std::string::npos);
}

TEST_CASE("wage subsidies that together pay all of a wage", "[errors][doses][channels]") {
  const auto subsidy = [](const std::string& id, const std::string& share, const std::string& cap,
                          const std::string& industries) {
    std::string text = lever(
        "labour.wage_subsidy", "persons", "persons a year", "mio. DKK a person", "industries = " + industries + "\n",
        "wage_share = " + number(share, "share") + "monthly_cap = " + number(cap, "mio. DKK a month") +
            "months = " + number("12", "months") + "deadweight = " + number("0.5", "share") +
            "displacement = " + number("0", "share") + both);
    return text.replace(text.find("\"one\""), 5, "\"" + id + "\"");
  };
  // 100 jobs of each education in each industry at 0.4 mio. DKK a year; 0.5 of a dose has each education
  const std::string food = "[\"food\"]", two_industries = "[\"food\", \"knowledge_services\"]";
  const std::string levers = subsidy("one", "0.75", "1", food) + subsidy("two", "0.75", "1", two_industries) +
                             subsidy("capped", "0.75", "0.01", food);
  const auto use = [](const std::string& id, const std::string& amount) {
    return "[[lever]]\nid = \"" + id + "\"\n" + dose(amount);
  };
  const auto told_of = [&](const std::string& amount, const std::string& others) {
    return told(levers, dose(amount) + others);
  };
  CHECK(told_of("200", "").empty());
  // One pays 0.75 for every job in food; two for 50 or 100 of 200 jobs of an education, 0.1875 or 0.375 of the wages.
  CHECK(told_of("200", use("two", "100")).empty());
  CHECK(
      told_of("200", use("two", "200")) ==
      "with lever \"two\" wage subsidies pay 1.125 of the wages of jobs with basic in food in fyn in 2020, it must be "
      "less than all");
  CHECK(told_of("200", use("capped", "160")).empty());  // 12 months of 0.01 mio. DKK are 0.3 of the wage
  CHECK(told_of("200", use("capped", "200")) ==
        "with lever \"capped\" wage subsidies pay 1.05 of the wages of jobs with basic in food in fyn in 2020, it must "
        "be "
        "less than all");
}

TEST_CASE("ways and demand abroad", "[errors][doses][channels]") {
  const std::string way =
      lever("access.commuting", "minutes", "minutes", "mio. DKK a minute", "", "to_region = \"nordjylland\"\n");
  CHECK(told(way, dose("59")).empty());
  CHECK(told(way, dose("60")) ==
        "lever \"one\" saves 60 minutes between fyn and nordjylland in 2020, the way takes 60 minutes");
  const std::string world =
      lever("world.demand", "percent", "percent", "mio. DKK a percent", "industries = [\"food\"]\n", "");
  CHECK(told(world, dose("-5", "\"all\"")).empty());
  CHECK(told(world, dose("-5")) ==
        "lever \"one\" moves demand abroad in 2020, which is the same for all regions: give one dose with regions = "
        "\"all\"");
  Problems problems;
  const ScenarioWorld read = world_with(world, problems);
  (void)parse_scenario(sound_head + "[[lever]]\nid = \"one\"\n" + dose("-100", "\"all\""), "s.toml", read.context(), {},
                       problems);
  REQUIRE(problems.size() == 1);
  CHECK(problems.list()[0].message == "the dose of lever \"one\" is -100 percent, must be above -100");
}

TEST_CASE("only a shock that nobody pays for lowers what is spent at home", "[errors][catalogue][doses][channels]") {
  const std::string guests = lever("demand.tourism", "mio_dkk", "mio. DKK a year", "mio. DKK a mio. DKK", "",
                                   "effect = " + number("2", "DKK per DKK") + "displacement = " + number("0", "share") +
                                       shares_of("product_shares", "food = 1"));
  const std::string shock = "shocks = true\n" + guests;
  CHECK(told(shock, dose("-49")).empty());
  CHECK(told(shock, dose("-50")) ==
        "with lever \"one\" 100 mio. DKK less is spent on food in fyn in 2020, all spend 100 there");
  Problems problems;
  const ScenarioWorld read = world_with(guests, problems);
  (void)parse_scenario(sound_head + "[[lever]]\nid = \"one\"\n" + dose("-1"), "s.toml", read.context(), {}, problems);
  REQUIRE(problems.size() == 1);
  CHECK(problems.list()[0].message == "the dose of lever \"one\" is -1, must not be negative");
  const auto changed = [&](std::string text, const std::string& from, const std::string& to) {
    return message(text.replace(text.find(from), from.size(), to));
  };
  const std::string ten = "default_dose = { value = 10", fall = "default_dose = { value = -10";
  const std::string refused = "default_dose of lever \"one\" is -10 mio. DKK a year, must not be negative";
  CHECK(changed(shock, ten, fall).empty());
  CHECK(changed(guests, ten, fall) == refused);
  std::string dear = shock;
  dear.replace(dear.find("public_cost = { value = 0"), 25, "public_cost = { value = 1");
  CHECK(changed(dear, ten, fall) == refused);
}

TEST_CASE("what the author of a channel is told", "[errors][catalogue][channels]") {
  const std::string food = "industries = [\"food\"]\n";
  CHECK(message(of_firms("firms.entry", stock, "strength_positions = []\n"))
            .find("\"strength_positions\" of lever \"one\" names nothing") == 0);
  std::string dear = lever("world.demand", "percent", "percent", "mio. DKK a percent", food, "");
  dear.replace(dear.find("public_cost = { value = 0"), 25, "public_cost = { value = 2");
  CHECK(message(dear) == "public_cost of lever \"one\" is 2, must be 0: nobody buys a shock");
  CHECK(message(of_firms("firms.entry", stock)).empty());
  CHECK(message(of_firms("firms.entry", stock, "")) == "lever \"one\" reaches firms and must say in which industries");
  CHECK(message(of_firms("firms.entry", stock, "strength_positions = [\"robot\"]\n"))
            .find("unknown strength position \"robot\" in lever \"one\"") == 0);
  CHECK(message(of_firms("firms.entry", stock, "strength_positions = [\"robots\", \"games\"]\n")) ==
        "the strength positions of lever \"one\" overlap: together they are 1.25 of food");
  CHECK(message(of_firms("firms.entry", stock, food + "strength_positions = [\"games\"]\n")) ==
        "lever \"one\" names both industries and strength_positions, one of them is enough");
  CHECK(message(of_firms("firms.entry", stock + "delay = " + number("1", "years"))).find("unknown key \"delay\"") == 0);
  CHECK(message(of_firms("adoption.green", stock + timing + employees)) ==
        "channel adoption.green of lever \"one\" spreads a practice that the data do not know");
  CHECK(message(of_firms("adoption.digital", "deadweight = " + number("0", "share") + "displacement = " +
                                                 number("0.1", "share") + "substitution = " + number("0", "share") +
                                                 "success = " + number("1", "share") + timing + employees)) ==
        "displacement of lever \"one\" is 0.1, must be 0: the model displaces by itself");
  const auto way = [](const std::string& channel, const std::string& rest) {
    return lever(channel, "minutes", "minutes", "mio. DKK a minute", "", rest);
  };
  CHECK(message(way("access.trade", "to_region = \"abroad\"\nexposed_share = " + number("0.3", "share"))).empty());
  CHECK(message(way("access.trade", "to_region = \"fyn\"\n")).empty());
  CHECK(message(way("access.trade", "to_region = \"abroad\"\n")) ==
        "channel access.trade of lever \"one\" has no key \"exposed_share\": of exports that take this way; only to "
        "abroad");
  CHECK(message(way("access.commuting", "to_region = \"abroad\"\n")).find("unknown region \"abroad\"") == 0);
  const std::string resource = stock + fading + employees +
                               "effect = " + number("0.02", "share of material and energy cost") +
                               "emission_effect = " + number("0.05", "share");
  CHECK(message(of_firms("resource.efficiency", resource + "inputs = [\"food\"]\n")).empty());
  CHECK(message(of_firms("resource.efficiency", resource + "inputs = []\n")) ==
        "\"inputs\" of channel resource.efficiency of lever \"one\" names nothing");
  CHECK(message(lever("world.demand", "mio_dkk", "mio. DKK a year", "mio. DKK a mio. DKK", food, "")) ==
        "channel world.demand of lever \"one\" takes doses in percent, the lever's dose_unit is mio_dkk");
}
