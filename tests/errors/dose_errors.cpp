// Doses that treat more than there is, and what is told across the two files of a scenario.

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>

#include "inputs/beliefs.h"
#include "inputs/read_scenario.h"
#include "support/scenario_world.h"

using namespace drivkraft;

namespace {

WhatExists existing() {
  WhatExists exists(ScenarioWorld().dimensions);
  for (int r = 0; r < 3; ++r) {
    exists.outside_labour_force({r}) = 1000.0;
    for (int j = 0; j < 3; ++j) {
      exists.jobs({r}, {j}, {0}) = 600.0;
      exists.firms({r}, {j}) = 1e6;
    }
  }
  return exists;
}

std::string told(const std::string& rest) {
  const ScenarioWorld world;
  Problems problems;
  const ScenarioFile file = parse_scenario(sound_head + rest, "s.toml", world.context(), {}, problems);
  problems.throw_if_any();
  check_doses(file, world.catalogue, world.dimensions, existing(), problems);
  return problems.empty() ? "" : problems.text();
}

/// A folder of its own for each case.
struct Folder {
  std::filesystem::path path;
  explicit Folder(const std::string& name) : path(std::filesystem::temp_directory_path() / ("drivkraft-" + name)) {
    std::filesystem::remove_all(path);
    std::filesystem::create_directories(path);
  }
  ~Folder() { std::filesystem::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  void write(const std::string& name, const std::string& text) const { std::ofstream{path / name} << text; }
};

ScenarioFile read(const Folder& folder, Problems& problems, const std::vector<Setting>& settings = {}) {
  ScenarioWorld world;
  for (const auto& [key, central] : {std::pair{"firms.survival.one_year", 0.7}, {"firms.survival.five_years", 0.4}}) {
    ParameterRow row = world.parameters.rows[1];  // a share
    row.key = key;
    row.central = central;
    world.parameters.rows.push_back(row);
  }
  InputRecord record;
  return read_scenario(folder.path / "s.toml", world.context(), settings, record, problems);
}

const std::string head = "[scenario]\nname = \"A\"\nabout = \"B\"\nbaseline = \"b.toml\"\nyears = [2018, 2030]\n";
const std::string base = "[scenario]\nname = \"A\"\nabout = \"B\"\nyears = [2018, 2030]\n";

}  // namespace

TEST_CASE("more firms than the jobs of their industries allow", "[errors][doses]") {
  CHECK(told("[[lever]]\nid = \"advice\"\nregions = [\"fyn\"]\ndose = { 2020 = 120 }\n").empty());
  CHECK(told("[[lever]]\nid = \"advice\"\nregions = [\"fyn\"]\ndose = { 2020 = 121 }\n") ==
        "s.toml:8:17: lever \"advice\" treats 121 firms of 10 employed in fyn in 2020, the industries it reaches have "
        "1,200 jobs there: at most 120 firms\n"
        "    8 | dose = { 2020 = 121 }\n"
        "      |                 ^~~\n"
        "1 problem found; nothing was run.");
  CHECK(told("[[lever]]\nid = \"advice\"\nregions = [\"fyn\"]\nindustries = [\"food\"]\ndose = { 2020 = 61 }\n")
            .find("600 jobs there: at most 60 firms") != std::string::npos);
}

TEST_CASE("more people than stand outside the labour force", "[errors][doses]") {
  const std::string people = "[[lever]]\nid = \"people\"\nregions = [\"fyn\"]\n";
  CHECK(told(people + "dose = { 2020 = 1000 }\n").empty());
  CHECK(told(people + "dose = { 2020 = 1000.5 }\n") ==
        "s.toml:8:17: lever \"people\" moves 1,000.5 persons in fyn in 2020, only 1,000 of 15 to 64 are outside the "
        "labour force there\n"
        "    8 | dose = { 2020 = 1000.5 }\n"
        "      |                 ^~~~~~\n"
        "1 problem found; nothing was run.");
  // Of 1000 in 2020, 600 are additional and half of them are still in the labour force in 2021: 700 are left.
  CHECK(told(people + "dose = { 2020 = 1000, 2021 = 700 }\n").empty());
  CHECK(told(people + "dose = { 2020 = 1000, 2021 = 701 }\n").find("only 700 of 15 to 64") != std::string::npos);
}

TEST_CASE("a scenario and its baseline must fit together", "[errors][doses]") {
  const Folder folder{"baselines"};
  const auto told_of = [&](const std::vector<Setting>& settings = {}) {
    Problems problems;
    (void)read(folder, problems, settings);
    std::string text = problems.empty() ? "" : problems.text();
    for (std::size_t at = text.find(folder.path.string() + "/"); at != std::string::npos;
         at = text.find(folder.path.string() + "/")) {
      text.erase(at, folder.path.string().size() + 1);
    }
    return text;
  };
  folder.write("s.toml", head);
  CHECK(told_of() ==
        "s.toml:4:12: the baseline cannot be read\n    4 | baseline = \"b.toml\"\n      |            ^~~~~~~~ "
        "file not found\n1 problem found; nothing was run.");
  folder.write("b.toml", base);
  CHECK(told_of().empty());
  CHECK(told_of({{"scenario.years", "[2018,2025]"}}).empty());  // moves both
  folder.write("s.toml", head + "[parameters]\n\"wages.epsilon\" = 0.02\n");
  folder.write("b.toml", base + "[parameters]\n\"wages.epsilon\" = 0.01\n");
  CHECK(
      told_of() ==
      "s.toml:7:19: parameter \"wages.epsilon\" is set by the baseline too; a belief holds for both paths\n"
      "    7 | \"wages.epsilon\" = 0.02\n      |                   ^~~~ see b.toml\n1 problem found; nothing was run.");
  folder.write("s.toml", head);
  folder.write("b.toml", "[scenario]\nname = \"A\"\nabout = \"B\"\nyears = [2018, 2040]\n");
  CHECK(told_of() ==
        "s.toml:5:9: the years are 2018-2030, the baseline's are 2018-2040; they must be the same\n"
        "    5 | years = [2018, 2030]\n      |         ^~~~~~~~~~~~ see b.toml\n1 problem found; nothing was run.");
  folder.write("b.toml", "[scenario]\nname = \"\xff\"\n");
  CHECK(told_of().find("b.toml:2: byte 20 of the file is 0xff") == 0);  // what is wrong in the baseline is told there
  folder.write("b.toml", head);
  CHECK(told_of().find("b.toml has a baseline itself and cannot be one") != std::string::npos);
  folder.write("b.toml", base + "[[lever]]\nid = \"purchases\"\nregions = \"all\"\ndose = { 2020 = 1 }\n");
  CHECK(told_of().find("b.toml:5:3: a file without a baseline must not have \"lever\"") == 0);
}

TEST_CASE("of new firms no more are there after five years than after one", "[errors][scenario]") {
  const Folder folder{"survival"};
  const std::string one = "\"firms.survival.one_year\" = ", five = "\"firms.survival.five_years\" = ";
  const auto told_of = [&](const std::string& of_scenario, const std::string& of_baseline) {
    folder.write("s.toml", head + "[parameters]\n" + of_scenario + "\n");
    folder.write("b.toml", base + "[parameters]\n" + of_baseline + "\n");
    Problems problems;
    (void)read(folder, problems);
    std::string text;
    for (const Problem& problem : problems.list())
      text += std::filesystem::path(problem.place.file).filename().string() + ":" + std::to_string(problem.place.line) +
              ":" + std::to_string(problem.place.column) + ": " + problem.message;
    return text;
  };
  const auto above = [](const std::string& after_five, const std::string& after_one) {
    return "parameter \"firms.survival.five_years\" is " + after_five +
           ", must not be above parameter \"firms.survival.one_year\", " + after_one;
  };
  CHECK(told_of("", "").empty());
  CHECK(told_of(five + "0.7", "").empty());
  CHECK(told_of(five + "0.71", "") == "s.toml:7:31: " + above("0.71", "0.7"));
  CHECK(told_of(one + "0.3", "") == "s.toml:7:29: " + above("0.4", "0.3"));
  CHECK(told_of("", one + "0.3") == "b.toml:6:29: " + above("0.4", "0.3"));
  CHECK(told_of(five + "0.6", one + "0.5") == "s.toml:7:31: " + above("0.6", "0.5"));  // each alone would do
  CHECK(told_of(one + "0.5", five + "0.6") == "s.toml:7:29: " + above("0.6", "0.5"));
  CHECK(told_of(five + "0.75", one + "0.8").empty());  // alone it would not
}

TEST_CASE("a scenario is read with its doses, beliefs and text", "[scenario]") {
  const Folder folder{"whole"};
  folder.write("b.toml", base + "[parameters]\n\"effect\" = 0.05\n");
  const std::string text = head +
                           "[closures]\nfinancing = \"none\"\nhold = [\"exports\", \"firms\"]\n"
                           "[[lever]]\nid = \"people\"\nregions = \"all\"\ndose = { 2021 = 2.5, 2020 = 1 }\n"
                           "[[lever]]\nid = \"advice\"\nregions = [\"bornholm\"]\ndose = 3\nfrom = 2029\nto = 2030\n"
                           "[parameters]\n\"wages.epsilon\" = 0.02\n";
  folder.write("s.toml", text);
  Problems problems;
  const ScenarioFile file = read(folder, problems, {{"lever.advice.dose", "4"}});
  CHECK(problems.text() == "0 problems found; nothing was run.");
  const Scenario& scenario = file.scenario;
  CHECK(scenario.stem == "s");
  CHECK(scenario.first_year == 2018);
  CHECK(scenario.last_year == 2030);
  CHECK(scenario.closures.financing == Financing::none);
  CHECK(scenario.closures.wages == WageClosure::curve);
  CHECK(scenario.closures.hold.exports);
  CHECK(scenario.closures.hold.firms);
  CHECK_FALSE(scenario.closures.hold.wages);
  REQUIRE(scenario.doses.size() == 6);  // advice first: the catalogue's order; people may go to two regions
  CHECK(scenario.doses[0].entry == 0);
  CHECK(scenario.doses[0].region == RegionId{2});
  CHECK(scenario.doses[0].year == 2029);
  CHECK(scenario.doses[0].amount == 4.0);
  CHECK(scenario.doses[2].entry == 2);
  CHECK(scenario.doses[2].region == RegionId{0});
  CHECK(scenario.doses[2].year == 2020);
  CHECK(scenario.doses[5].amount == 2.5);
  CHECK(file.dose_places[0].file == "--set");
  CHECK(file.dose_places[5].line == 12);
  CHECK(scenario.text == text + "# --set lever.advice.dose=4\n");
  REQUIRE(scenario.parameters.size() == 2);  // the baseline's belief holds for both paths
  CHECK(scenario.parameters[1].key == "effect");
  ScenarioWorld world;
  Parameters parameters;
  apply_beliefs(scenario.parameters, world.parameters, parameters, world.catalogue);
  CHECK(world.parameters.rows[0].central == 0.02);
  CHECK(parameters[Parameter::wage_epsilon] == 0.02);
  CHECK(world.catalogue.entries[0].channels[0].parameters.at("effect").value == 0.05);
}
