// What is told about profiles, shares, and scenarios of several files.

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "inputs/read_scenario.h"
#include "support/scenario_world.h"

using namespace drivkraft;

namespace {

using Files = std::map<std::string, std::string>;

/// Problems of a scenario that starts with a sound head; `rest` begins in line 5.
std::string told(const std::string& rest) {
  const ScenarioWorld world;
  Problems problems;
  (void)parse_scenario(sound_head + rest, "s.toml", world.context(), {}, problems);
  return problems.empty() ? "" : problems.text();
}

std::string told_of_dose(const std::string& keys) {
  return told("[[lever]]\nid = \"advice\"\nregions = [\"fyn\"]\n" + keys);
}

std::string told_of_files(const std::string& text, const Files& others, const std::vector<Setting>& settings = {}) {
  const ScenarioWorld world;
  Problems problems;
  (void)parse_scenario(text, "s.toml", world.context(), settings, problems, others);
  return problems.empty() ? "" : problems.text();
}

/// A scenario whose [scenario] is one line; `rest` begins in line 2.
std::string one_line(const std::string& in_head, const std::string& rest = {}) {
  return "scenario = { name = \"A\", about = \"B\", baseline = \"b.toml\", years = [2018, 2030]" + in_head + " }\n" +
         rest;
}

const std::string advice = "[[lever]]\nid = \"advice\"\nregions = [\"fyn\"]\n";
const std::string one_problem = "1 problem found; nothing was run.";

}  // namespace

TEST_CASE("doses by region that are none", "[errors][scenario]") {
  const std::string years = "from = 2020\nto = 2021\n";
  CHECK(told_of_dose("dose = { fyn = 5, bornhlm = 2 }\n" + years) ==
        "s.toml:8:19: unknown region \"bornhlm\" in lever \"advice\"\n"
        "    8 | dose = { fyn = 5, bornhlm = 2 }\n"
        "      |                   ^~~~~~~ did you mean \"bornholm\"?\n" +
            one_problem);
  CHECK(told_of_dose("dose = { fyn = 5, bornholm = 2 }\n" + years) ==
        "s.toml:8:30: lever \"advice\" has a dose in \"bornholm\", which is not among its regions\n"
        "    8 | dose = { fyn = 5, bornholm = 2 }\n"
        "      |                              ^\n" +
            one_problem);
  CHECK(told("[[lever]]\nid = \"advice\"\nregions = [\"fyn\", \"bornholm\"]\ndose = { fyn = 5 }\n" + years) ==
        "s.toml:8:8: lever \"advice\" has no dose in \"bornholm\"\n"
        "    8 | dose = { fyn = 5 }\n"
        "      |        ^~~~~~~~~~~ a dose of 0 says that nothing is done there\n" +
            one_problem);
  CHECK(told_of_dose("dose = { fyn = 5 }\nfrom = 2020\n") ==
        "s.toml:8:8: the dose of lever \"advice\" is one number a region, \"to\" is missing\n"
        "    8 | dose = { fyn = 5 }\n"
        "      |        ^~~~~~~~~~~ write from = 2020, to = 2023, or a dose by year: { 2020 = 37.5, 2021 = 75 }\n" +
            one_problem);
  CHECK(told_of_dose("dose = { fyn = -5 }\n" + years).find("must not be negative") != std::string::npos);
  CHECK(told_of_dose("dose = { fyn = 5, 2020 = 3 }\n" + years).find("unknown region \"2020\"") != std::string::npos);
}

TEST_CASE("profiles that are none", "[errors][scenario]") {
  CHECK(told_of_dose("dose = 5\nfrom = 2020\nprofile = \"linaer\"\n") ==
        "s.toml:10:11: unknown profile \"linaer\" in lever \"advice\"\n"
        "   10 | profile = \"linaer\"\n"
        "      |           ^~~~~~~~ did you mean \"linear\"?\n" +
            one_problem);
  const std::string ways = "write \"permanent\", \"blip\", { linear = 4 }, { decay = 0.9 } or { s_curve = 6 }\n";
  CHECK(told_of_dose("dose = 5\nfrom = 2020\nprofile = \"linear\"\n") ==
        "s.toml:10:11: the profile \"linear\" of lever \"advice\" needs a number\n"
        "   10 | profile = \"linear\"\n"
        "      |           ^~~~~~~~ " +
            ways + one_problem);
  CHECK(told_of_dose("dose = 5\nfrom = 2020\nprofile = { blip = 1 }\n") ==
        "s.toml:10:11: the profile \"blip\" of lever \"advice\" takes no number\n"
        "   10 | profile = { blip = 1 }\n"
        "      |           ^~~~~~~~~~~~ " +
            ways + one_problem);
  CHECK(told_of_dose("dose = 5\nfrom = 2020\nprofile = { linear = 2, decay = 0.5 }\n")
            .find("the profile of lever \"advice\" must be one word with its number") != std::string::npos);
  CHECK(told_of_dose("dose = 5\nfrom = 2020\nprofile = 3\n") ==
        "s.toml:10:11: \"profile\" of lever \"advice\" is a whole number, it must be a word or a table\n"
        "   10 | profile = 3\n"
        "      |           ^\n" +
            one_problem);
  for (const char* number : {"0", "2.5", "\"x\""}) {
    CAPTURE(number);
    CHECK(told_of_dose(std::string{"dose = 5\nfrom = 2020\nprofile = { s_curve = "} + number + " }\n")
              .find("s.toml:10:23: \"s_curve\" of the profile of lever \"advice\" must be a whole number of years, at "
                    "least 1\n") == 0);
  }
  for (const char* number : {"0", "1", "-0.1", "nan", "true"}) {
    CAPTURE(number);
    CHECK(
        told_of_dose(std::string{"dose = 5\nfrom = 2020\nprofile = { decay = "} + number + " }\n")
            .find("s.toml:10:21: \"decay\" of the profile of lever \"advice\" must be between 0 and 1: the share that "
                  "is left after a year\n") == 0);
  }
}

TEST_CASE("profiles and the years of a dose", "[errors][scenario]") {
  CHECK(told_of_dose("dose = 5\nprofile = \"permanent\"\n") ==
        "s.toml:8:8: the dose of lever \"advice\" is one number, \"from\" is missing\n"
        "    8 | dose = 5\n"
        "      |        ^ write from = 2020, to = 2023, or a dose by year: { 2020 = 37.5, 2021 = 75 }\n" +
            one_problem);
  CHECK(told_of_dose("dose = 5\nfrom = 2020\nto = 2022\nprofile = \"blip\"\n") ==
        "s.toml:10:6: the profile of lever \"advice\" is \"blip\", \"to\" has no meaning beside it\n"
        "   10 | to = 2022\n"
        "      |      ^~~~\n" +
            one_problem);
  CHECK(told_of_dose("dose = { 2020 = 5 }\nprofile = \"permanent\"\n") ==
        "s.toml:9:11: the dose of lever \"advice\" is given by year, \"profile\" has no meaning beside it\n"
        "    9 | profile = \"permanent\"\n"
        "      |           ^~~~~~~~~~~\n" +
            one_problem);
}

TEST_CASE("shares that are none", "[errors][scenario]") {
  CHECK(told_of_dose("dose = { share = 1.5 }\nfrom = 2020\nto = 2021\n") ==
        "s.toml:8:18: the share of lever \"advice\" is 1.5, must lie in 0 to 1\n"
        "    8 | dose = { share = 1.5 }\n"
        "      |                  ^~~\n" +
            one_problem);
  CHECK(
      told_of_dose("dose = { share = { 2020 = 0.5 }, 2021 = 4 }\n") ==
      "s.toml:8:34: \"2021\" stands beside \"share\" in the dose of lever \"advice\"\n"
      "    8 | dose = { share = { 2020 = 0.5 }, 2021 = 4 }\n"
      "      |                                  ^~~~ write { share = 0.02 } or { share = { 2020 = 0.01, 2021 = 0.02 } "
      "}\n" +
          one_problem);
  CHECK(told_of_dose("dose = { share = \"all\" }\nfrom = 2020\nto = 2021\n")
            .find("the share of lever \"advice\" is text, it must be a number") != std::string::npos);
}

TEST_CASE("a share of what no table counts", "[errors][scenario]") {
  const ScenarioWorld world;
  Problems problems;
  ScenarioFile file = parse_scenario(
      sound_head +
          "[[lever]]\nid = \"purchases\"\nregions = [\"fyn\"]\ndose = { share = 0.1 }\nfrom = 2020\nto = 2020\n",
      "s.toml", world.context(), {}, problems);
  REQUIRE(problems.empty());
  const WhatExists nothing(ScenarioWorld().dimensions);
  resolve_shares(file, world.catalogue, world.dimensions, nothing, problems);
  CHECK(problems.text() ==
        "s.toml:8:18: no table counts what lever \"purchases\" reaches in fyn, its dose cannot be a share\n"
        "    8 | dose = { share = 0.1 }\n"
        "      |                  ^~~ write a number of mio_dkk\n" +
            one_problem);
}

TEST_CASE("two overlays that set the same thing are refused with both places", "[errors][scenario]") {
  const Files others{{"a.toml", one_line("", "closures.wages = \"flexible\"\nparameters = { effect = 0.1 }\n" + advice +
                                                 "dose = { 2020 = 1, 2021 = 1 }\n")},
                     {"c.toml", one_line("", "closures.wages = \"flexible\"\nparameters = { effect = 0.1 }\n" + advice +
                                                 "dose = { 2021 = 1, 2022 = 1 }\n")}};
  CHECK(told_of_files(one_line(", overlays = [\"a.toml\", \"c.toml\"]"), others) ==
        "c.toml:2:10: two overlays set \"wages\" of [closures]\n"
        "    2 | closures.wages = \"flexible\"\n"
        "      |          ^~~~~ the other one: a.toml:2:10\n"
        "c.toml:3:16: two overlays set \"effect\" of [parameters]\n"
        "    3 | parameters = { effect = 0.1 }\n"
        "      |                ^~~~~~ the other one: a.toml:3:16\n"
        "c.toml:7:17: lever \"advice\" already has a dose in fyn in 2021\n"
        "    7 | dose = { 2021 = 1, 2022 = 1 }\n"
        "      |                 ^ the other one: a.toml:7:27\n"
        "3 problems found; nothing was run.");
}

TEST_CASE("an overlay for other years or another baseline is refused", "[errors][scenario]") {
  const Files others{
      {"a.toml", "[scenario]\nname = \"A\"\nabout = \"B\"\nbaseline = \"c.toml\"\nyears = [2018, 2035]\n"}};
  CHECK(told_of_files(one_line(", overlays = [\"a.toml\"]"), others) ==
        "a.toml:4:12: an overlay must have the baseline of the file it is laid over\n"
        "    4 | baseline = \"c.toml\"\n"
        "      |            ^~~~~~~~ the other one: s.toml:1:50\n"
        "a.toml:5:9: an overlay must have the years of the file it is laid over\n"
        "    5 | years = [2018, 2035]\n"
        "      |         ^~~~~~~~~~~~ the other one: s.toml:1:68\n"
        "2 problems found; nothing was run.");
}

TEST_CASE("files that cannot be read are told where they are named", "[errors][scenario]") {
  CHECK(told_of_files(one_line(", extends = \"p.toml\", overlays = [\"a.toml\"]"), {}) ==
        "s.toml:1:92: the file it extends cannot be read\n"
        "    1 | scenario = { name = \"A\", about = \"B\", baseline = \"b.toml\", years = [2018, 2030], extends = "
        "\"p.toml\", overlays = [\"a.toml\"] }\n"
        "      | " +
            std::string(91, ' ') +
            "^~~~~~~~ file not found\n"
            "s.toml:1:114: the overlay cannot be read\n"
            "    1 | scenario = { name = \"A\", about = \"B\", baseline = \"b.toml\", years = [2018, 2030], extends = "
            "\"p.toml\", overlays = [\"a.toml\"] }\n"
            "      | " +
            std::string(113, ' ') +
            "^~~~~~~~ file not found\n"
            "2 problems found; nothing was run.");
  CHECK(told_of_files(one_line(", extends = 3, overlays = [\"a.toml\", \"a.toml\"]"), {{"a.toml", one_line("")}})
            .find("\"extends\" of [scenario] is a whole number, it must be text") != std::string::npos);
}

TEST_CASE("a further file is checked like the first", "[errors][scenario]") {
  const std::string text = told_of_files(
      one_line(", extends = \"p.toml\""),
      {{"p.toml",
        "scenario = { name = \"A\", colour = 3 }\n[closure]\n[[lever]]\nid = \"advise\"\nregions = \"all\"\n"
        "dose = { 2020 = 1 }\n"}});
  for (const char* part :
       {"p.toml:1:12: [scenario] has no key \"about\"", "p.toml:1:12: [scenario] has no key \"years\"",
        "p.toml:1:26: unknown key \"colour\" in [scenario]", "p.toml:2:2: unknown section \"closure\" in a scenario",
        "p.toml:4:6: unknown lever \"advise\" in the scenario", "5 problems found"}) {
    CAPTURE(part, text);
    CHECK(text.find(part) != std::string::npos);
  }
  CHECK(told_of_files(one_line(", extends = \"p.toml\""), {{"p.toml", "[scenario\n"}}).find("p.toml:1:") == 0);
  CHECK(told_of_files(one_line(", extends = \"p.toml\""), {{"p.toml", "# nothing\n"}}) ==
        "p.toml: a scenario must have a [scenario] section\n" + one_problem);
}

TEST_CASE("files that lead in a ring, and too many of them", "[errors][scenario]") {
  const std::string ring =
      told_of_files(one_line(", extends = \"p.toml\""), {{"p.toml", one_line(", overlays = [\"x/../s.toml\"]")}});
  CHECK(ring.find("p.toml:1:94: \"x/../s.toml\" leads back to a file that names this one\n") == 0);
  Files many;
  for (int k = 0; k < 10; ++k) {
    const std::string next = std::to_string(k + 1);
    many["f" + std::to_string(k)] = one_line(", extends = \"f" + next + "\", overlays = [\"f" + next + "\"]");
  }
  many["f10"] = one_line("");
  CHECK(told_of_files(one_line(", extends = \"f0\""), many).find("the scenario is made of more than 50 files") !=
        std::string::npos);
}

TEST_CASE("settings cannot name further files", "[errors][scenario]") {
  CHECK(told_of_files(one_line(""), {}, {{"scenario.extends", "p.toml"}}) ==
        "--set:1:1: \"scenario.extends\" names files and stands in the file itself\n"
        "    1 | scenario.extends=p.toml\n"
        "      | ^~~~~~~~~~~~~~~~\n" +
            one_problem);
}

TEST_CASE("a file of the disk that is not there is told with the nearest name", "[errors][scenario]") {
  const std::filesystem::path folder = std::filesystem::temp_directory_path() / "drivkraft-nearest-file";
  std::filesystem::create_directories(folder);
  std::ofstream{folder / "strategy.toml"} << one_line("");
  std::ofstream{folder / "s.toml"} << one_line(", extends = \"stratgy.toml\"");
  const ScenarioWorld world;
  InputRecord record;
  Problems problems;
  (void)read_scenario(folder / "s.toml", world.context(), {}, record, problems);
  std::filesystem::remove_all(folder);
  REQUIRE_FALSE(problems.empty());
  CHECK(problems.list().front().message == "the file it extends cannot be read");
  CHECK(problems.list().front().hint == "file not found, did you mean \"strategy.toml\"?");
}
