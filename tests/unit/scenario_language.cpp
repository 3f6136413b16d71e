// What a scenario file means: profiles, shares, files that extend and lay over others, and the expanded text.

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <vector>

#include "inputs/dose_profile.h"
#include "inputs/read_scenario.h"
#include "inputs/scenario_files.h"
#include "support/scenario_world.h"

using namespace drivkraft;

namespace {

using Files = std::map<std::string, std::string>;

/// A scenario of 2018-2030; `in_head` goes into [scenario], `rest` follows.
std::string scenario(const std::string& in_head, const std::string& rest) {
  return "[scenario]\nname = \"A\"\nabout = \"B\"\nbaseline = \"b.toml\"\nyears = [2018, 2030]\n" + in_head + rest;
}

std::string lever(const std::string& region, const std::string& dose) {
  return "[[lever]]\nid = \"advice\"\nregions = [\"" + region + "\"]\n" + dose + "\n";
}

ScenarioFile read(const std::string& text, const Files& others = {}, const std::vector<Setting>& settings = {}) {
  static const ScenarioWorld world;
  Problems problems;
  ScenarioFile file = parse_scenario(text, "s.toml", world.context(), settings, problems, others);
  INFO((problems.empty() ? "" : problems.text()));
  REQUIRE(problems.empty());
  return file;
}

std::string expanded(const ScenarioFile& file) {
  static const ScenarioWorld world;
  return expanded_text(file.scenario, world.context());
}

/// Doses of one region by year.
std::map<int, double> doses(const ScenarioFile& file, int region) {
  std::map<int, double> amounts;
  for (const LeverDose& dose : file.scenario.doses) {
    if (dose.region.index == region) amounts[dose.year] = dose.amount;
  }
  return amounts;
}

using Doses = std::map<int, double>;

WhatExists existing() {
  WhatExists exists(ScenarioWorld().dimensions);
  for (int r = 0; r < 3; ++r) {
    exists.outside_labour_force({r}) = 1000.0 * (r + 1);
    for (int j = 0; j < 3; ++j) {
      exists.jobs({r}, {j}, {0}) = 600.0 + 100.0 * j;
      exists.firms({r}, {j}) = 1e6;
    }
  }
  return exists;
}

}  // namespace

TEST_CASE("profiles by hand", "[scenario]") {
  CHECK(profile_shares({ProfileShape::permanent, 1.0}, 3) == std::vector{1.0, 1.0, 1.0});
  CHECK(profile_shares({ProfileShape::blip, 1.0}, 3) == std::vector{1.0, 0.0, 0.0});
  CHECK(profile_shares({ProfileShape::linear, 4.0}, 6) == std::vector{0.25, 0.5, 0.75, 1.0, 1.0, 1.0});
  CHECK(profile_shares({ProfileShape::decay, 0.5}, 4) == std::vector{1.0, 0.5, 0.25, 0.125});
  CHECK(profile_shares({ProfileShape::s_curve, 4.0}, 5) == std::vector{0.15625, 0.5, 0.84375, 1.0, 1.0});
}

TEST_CASE("a dose with a profile runs to the end unless told otherwise", "[scenario]") {
  const auto with = [](const std::string& keys) {
    return doses(read(scenario("", lever("fyn", "dose = 8\nfrom = 2026\n" + keys))), 1);
  };
  CHECK(with("to = 2027") == Doses{{2026, 8}, {2027, 8}});
  CHECK(with("profile = \"permanent\"") == Doses{{2026, 8}, {2027, 8}, {2028, 8}, {2029, 8}, {2030, 8}});
  CHECK(with("profile = \"blip\"") == Doses{{2026, 8}, {2027, 0}, {2028, 0}, {2029, 0}, {2030, 0}});
  CHECK(with("profile = { linear = 2 }") == Doses{{2026, 4}, {2027, 8}, {2028, 8}, {2029, 8}, {2030, 8}});
  CHECK(with("profile = { decay = 0.5 }\nto = 2028") == Doses{{2026, 8}, {2027, 4}, {2028, 2}});
  CHECK(with("profile = { s_curve = 2 }\nto = 2027") == Doses{{2026, 4}, {2027, 8}});
}

TEST_CASE("each region may have a dose of its own", "[scenario]") {
  const ScenarioFile file =
      read(scenario("",
                    "[[lever]]\nid = \"advice\"\nregions = [\"fyn\", \"nordjylland\"]\n"
                    "dose = { nordjylland = 4, fyn = 0.5 }\nfrom = 2020\nprofile = { linear = 2 }\nto = 2021\n"));
  CHECK(doses(file, 0) == Doses{{2020, 2}, {2021, 4}});
  CHECK(doses(file, 1) == Doses{{2020, 0.25}, {2021, 0.5}});
  CHECK(doses(file, 2).empty());
}

TEST_CASE("a share is of the firms and persons that the lever may reach", "[scenario]") {
  const ScenarioWorld world;
  const auto resolved = [&](const std::string& rest) {
    ScenarioFile file = read(scenario("", rest));
    Problems problems;
    resolve_shares(file, world.catalogue, world.dimensions, existing(), problems);
    REQUIRE(problems.empty());
    CHECK(file.share_doses.empty());
    return doses(file, 1);
  };
  // 600 jobs in food and 700 in knowledge_services; ten jobs a firm
  CHECK(resolved(lever("fyn", "dose = { share = 0.5 }\nfrom = 2020\nto = 2021")) == Doses{{2020, 65}, {2021, 65}});
  CHECK(resolved(lever("fyn", "dose = { share = { 2020 = 0.25, 2022 = 1 } }\nindustries = [\"food\"]")) ==
        Doses{{2020, 15}, {2022, 60}});
  CHECK(resolved("[[lever]]\nid = \"people\"\nregions = [\"fyn\"]\ndose = { share = 0.25 }\nfrom = 2020\n"
                 "profile = { linear = 2 }\nto = 2021") == Doses{{2020, 250}, {2021, 500}});
}

TEST_CASE("a file starts from the one it extends", "[scenario]") {
  const Files others{{"p.toml", scenario("", "[closures]\nwages = \"flexible\"\ncapital = \"mobile\"\n" +
                                                 lever("fyn", "dose = { 2020 = 1, 2021 = 2 }") +
                                                 lever("bornholm", "dose = { 2020 = 3 }") +
                                                 "[parameters]\n\"effect\" = 0.1\n\"wages.epsilon\" = 0.02\n")}};
  const std::string text =
      "[scenario]\nname = \"C\"\nabout = \"D\"\nextends = \"p.toml\"\n"
      "[closures]\nwages = \"curve\"\n" +
      lever("fyn", "dose = { 2021 = 7, 2022 = 8 }") + "[parameters]\n\"effect\" = 0.2\n";
  const ScenarioFile file = read(text, others);
  CHECK(file.scenario.name == "C");
  CHECK(file.scenario.baseline == "b.toml");
  CHECK(file.scenario.last_year == 2030);
  CHECK(file.scenario.closures.wages == WageClosure::curve);
  CHECK(file.scenario.closures.capital == CapitalClosure::mobile);
  CHECK(doses(file, 1) == Doses{{2020, 1}, {2021, 7}, {2022, 8}});
  CHECK(doses(file, 2) == Doses{{2020, 3}});
  REQUIRE(file.scenario.parameters.size() == 2);
  CHECK(file.scenario.parameters[0].value == 0.2);
  CHECK(file.scenario.parameters[1].value == 0.02);
  CHECK(file.dose_places[0].file == "p.toml");
  CHECK(file.dose_places[1].file == "s.toml");
}

TEST_CASE("overlays commute, and the file has the last word over them", "[scenario]") {
  const Files others{{"p.toml", scenario("", lever("fyn", "dose = { 2020 = 1, 2021 = 1, 2022 = 1 }"))},
                     {"a.toml", scenario("", lever("fyn", "dose = { 2021 = 5 }") + "[parameters]\n\"effect\" = 0.2\n")},
                     {"c.toml", scenario("", lever("fyn", "dose = { 2022 = 6, 2023 = 6 }") +
                                                 "[closures]\nhold = [\"wages\"]\n[parameters]\n"
                                                 "\"policy.ramp\" = 3\n")},
                     {"d.toml", scenario("extends = \"e.toml\"\n", lever("bornholm", "dose = { 2020 = 2 }"))},
                     {"e.toml", scenario("", lever("bornholm", "dose = { 2020 = 9, 2021 = 9 }"))}};
  std::vector<std::string> names{"a.toml", "c.toml", "d.toml"};
  std::vector<std::string> texts;
  do {
    const std::string list = "[\"" + names[0] + "\", \"" + names[1] + "\", \"" + names[2] + "\"]\n";
    const ScenarioFile file =
        read(scenario("extends = \"p.toml\"\noverlays = " + list, lever("fyn", "dose = { 2023 = 7 }")), others);
    CHECK(doses(file, 1) == Doses{{2020, 1}, {2021, 5}, {2022, 6}, {2023, 7}});
    CHECK(doses(file, 2) == Doses{{2020, 2}, {2021, 9}});
    CHECK(file.scenario.closures.hold.wages);
    texts.push_back(expanded(file));
  } while (std::next_permutation(names.begin(), names.end()));
  CHECK(texts.size() == 6);
  CHECK(std::all_of(texts.begin(), texts.end(), [&](const std::string& text) { return text == texts.front(); }));
}

TEST_CASE("the last word: a file, its overlays, the file it extends", "[scenario]") {
  const FileWay file, extended{{false, 0}}, first{{true, 0}}, second{{true, 1}}, below_first{{true, 0}, {false, 0}};
  CHECK(last_word(file, extended) == LastWord::first);
  CHECK(last_word(extended, first) == LastWord::second);
  CHECK(last_word(first, second) == LastWord::nobody);
  CHECK(last_word(below_first, first) == LastWord::second);
  CHECK(last_word(below_first, second) == LastWord::nobody);
  CHECK(last_word(below_first, extended) == LastWord::first);
  CHECK(last_word(first, first) == LastWord::nobody);
}

TEST_CASE("settings have the last word over every file", "[scenario]") {
  const Files others{{"p.toml", scenario("", "[closures]\nwages = \"flexible\"\n" +
                                                 lever("fyn", "dose = 5\nfrom = 2020\nto = 2021"))}};
  const ScenarioFile file =
      read(scenario("extends = \"p.toml\"\n", ""), others,
           {{"closures.wages", "fixed_real"}, {"lever.advice.dose", "3"}, {"parameters.effect", "0.3"}});
  CHECK(file.scenario.closures.wages == WageClosure::fixed_real);
  CHECK(doses(file, 1) == Doses{{2020, 3}, {2021, 3}});
  CHECK(file.scenario.parameters.front().value == 0.3);
}

TEST_CASE("the expanded text says everything, exactly, and reads back as the same scenario", "[scenario]") {
  const std::string text = scenario(
      "", "[closures]\nfinancing = \"none\"\nhold = [\"exports\", \"wages\"]\n" +
              lever("fyn", "dose = 0.1\nfrom = 2020\nprofile = { decay = 0.9 }\nto = 2022\nindustries = [\"food\"]") +
              lever("nordjylland", "dose = { 2020 = 1e-3 }") + "[parameters]\n\"effect\" = 0.30000000000000004\n");
  const ScenarioFile file = read(text);
  const std::string whole = expanded(file);
  INFO(whole);
  CHECK(whole.find("[scenario]") == 0);
  CHECK(whole.find("wages = 'curve'") != std::string::npos);
  CHECK(whole.find("effect = 0.30000000000000004") != std::string::npos);
  const ScenarioFile again = read(whole);
  CHECK(expanded(again) == whole);
  REQUIRE(again.scenario.doses.size() == file.scenario.doses.size());
  for (std::size_t k = 0; k < file.scenario.doses.size(); ++k) {
    CHECK(again.scenario.doses[k].amount == file.scenario.doses[k].amount);
    CHECK(again.scenario.doses[k].industries == file.scenario.doses[k].industries);
  }
  CHECK(again.scenario.closures.hold.exports);
  CHECK(again.scenario.closures.financing == Financing::none);
}
