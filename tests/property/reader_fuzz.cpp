// Whatever a file holds, reading it ends with values or with problems that have a text: never with a crash.

#include <array>
#include <catch2/catch.hpp>
#include <random>
#include <string>

#include "inputs/read_catalogue.h"
#include "inputs/read_scenario.h"
#include "support/scenario_world.h"

using namespace drivkraft;

namespace {

constexpr std::array<const char*, 22> fragments{"[[lever]]\n",
                                                "= nan",
                                                "{",
                                                "}",
                                                "[",
                                                "]",
                                                "\"",
                                                "inf",
                                                "-1",
                                                "2020",
                                                "dose",
                                                "1e999",
                                                "'''",
                                                "\n",
                                                "#",
                                                "\xff",
                                                "a.b.c",
                                                "[lever]\n",
                                                "99999999999999999999",
                                                "0x",
                                                "1979-05-27",
                                                "true"};

/// One to six random bytes, cuts, insertions or copies.
std::string mutated(std::string text, std::mt19937& chance) {
  const std::size_t changes = 1 + chance() % 6;
  for (std::size_t k = 0; k < changes && !text.empty(); ++k) {
    const std::size_t at = chance() % text.size();
    switch (chance() % 4) {
      case 0: text[at] = static_cast<char>(chance() % 256); break;
      case 1: text.erase(at, chance() % 20); break;
      case 2: text.insert(at, fragments[chance() % fragments.size()]); break;
      default: text.insert(at, text.substr(chance() % text.size(), chance() % 60)); break;
    }
  }
  return text;
}

const std::string scenario_text = sound_head +
                                  "[[lever]]\nid = \"advice\"\nregions = \"all\"\ndose = { 2020 = 5 }\n"
                                  "[[lever]]\nid = \"people\"\nregions = [\"fyn\"]\ndose = 3\nfrom = 2020\nto = 2022\n"
                                  "[closures]\nhold = [\"wages\"]\n[parameters]\n\"effect\" = 0.1\n";

}  // namespace

TEST_CASE("no scenario or lever file brings the readers down", "[property][fuzz]") {
  const ScenarioWorld world;
  const WhatExists nothing(ScenarioWorld().dimensions);
  std::mt19937 chance{2018};
  int sound = 0;
  for (int k = 0; k < 3000; ++k) {
    Problems problems;
    std::vector<Setting> settings;
    if (chance() % 3 == 0) settings.push_back({"lever.advice.dose", mutated("{ 2020 = 5 }", chance)});
    const std::string text = mutated(scenario_text, chance);
    ScenarioFile file = parse_scenario(text, "f", world.context(), settings, problems);
    if (problems.empty()) ++sound;
    REQUIRE(file.dose_places.size() == file.scenario.doses.size());
    resolve_shares(file, world.catalogue, world.dimensions, nothing, problems);
    check_doses(file, world.catalogue, world.dimensions, nothing, problems);
    REQUIRE_FALSE(problems.text().empty());

    LeverCatalogue catalogue;
    Problems of_levers;
    read_levers(mutated(lever_file(), chance), "f", world.dimensions, world.parameters, catalogue, of_levers);
    REQUIRE_FALSE(of_levers.text().empty());
  }
  CHECK(sound > 0);     // the changes are small enough to leave some files whole
  CHECK(sound < 3000);  // and large enough to break others
}
