// What a scenario file's author is told, word by word. Every message is tested here; the readers of levers and settings
// have their own cases at the end of their sections.

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "inputs/read_catalogue.h"
#include "inputs/read_scenario.h"
#include "support/scenario_world.h"

using namespace drivkraft;

namespace {

/// Problems of a scenario that starts with a sound head; `rest` begins in line 5.
std::string told(const std::string& rest, const std::vector<Setting>& settings = {}) {
  const ScenarioWorld world;
  Problems problems;
  (void)parse_scenario(sound_head + rest, "s.toml", world.context(), settings, problems);
  return problems.empty() ? "" : problems.text();
}

/// The same for a whole file.
std::string told_of_file(const std::string& text) {
  const ScenarioWorld world;
  Problems problems;
  (void)parse_scenario(text, "s.toml", world.context(), {}, problems);
  return problems.empty() ? "" : problems.text();
}

std::string lever(const std::string& keys) {
  return "[[lever]]\nid = \"advice\"\n" + keys;
}

const std::string one_problem = "1 problem found; nothing was run.";

}  // namespace

TEST_CASE("a sound scenario has no problems", "[errors][scenario]") {
  CHECK(told(lever("regions = [\"fyn\"]\ndose = 5\nfrom = 2020\nto = 2021\n")).empty());
  CHECK(told("").empty());
  CHECK(told("[parameters]\n\"wages.epsilon\" = 0.9\n").empty());  // outside the plausible range: a belief
}

TEST_CASE("an unknown region is told with the nearest one", "[errors][scenario]") {
  CHECK(told(lever("regions = [\"nordjyland\", \"fyn\"]\ndose = { 2020 = 5 }\n")) ==
        "s.toml:7:12: unknown region \"nordjyland\" in lever \"advice\"\n"
        "    7 | regions = [\"nordjyland\", \"fyn\"]\n"
        "      |            ^~~~~~~~~~~~ did you mean \"nordjylland\"?\n" +
            one_problem);
}

TEST_CASE("public consumption cannot be held and pay for levers at once", "[errors][scenario]") {
  const std::string held = "hold = [\"exports\", \"government\"]\n", within = "financing = \"within_budget\"\n";
  CHECK(told("[closures]\n" + held + within) ==
        "s.toml:6:20: public consumption is held, and financing \"within_budget\" would cut it: nobody would pay\n"
        "    6 | hold = [\"exports\", \"government\"]\n"
        "      |                    ^~~~~~~~~~~~ hold something else, or let financing be \"national\"\n" +
            one_problem);
  CHECK(told("[closures]\n" + held).empty());
  CHECK(told("[closures]\nhold = [\"exports\"]\n" + within).empty());
}

TEST_CASE("keys that are missing, misspelt or of another kind", "[errors][scenario]") {
  CHECK(told_of_file("[scenario]\nnam = \"x\"\nabout = 3\nyears = [2018]\n") ==
        "s.toml:1:1: [scenario] has no key \"name\": title of the question, for people\n"
        "    1 | [scenario]\n"
        "      | ^~~~~~~~~~\n"
        "s.toml:2:1: unknown key \"nam\" in [scenario]\n"
        "    2 | nam = \"x\"\n"
        "      | ^~~ did you mean \"name\"?\n"
        "s.toml:3:9: \"about\" of [scenario] is a whole number, it must be text\n"
        "    3 | about = 3\n"
        "      |         ^\n"
        "s.toml:4:9: \"years\" of [scenario] is a list, it must be a list of two years\n"
        "    4 | years = [2018]\n"
        "      |         ^~~~~~\n"
        "4 problems found; nothing was run.");
  CHECK(told_of_file("") == "s.toml: a scenario must have a [scenario] section\n" + one_problem);
  CHECK(told_of_file("[scenario]\nname = \" \"\nabout = \"x\"\nyears = [2018, 2030]\n") ==
        "s.toml:2:8: \"name\" of [scenario] is empty\n    2 | name = \" \"\n      |        ^~~\n" + one_problem);
  CHECK(told("[closure]\nwages = \"curve\"\n") ==
        "s.toml:5:2: unknown section \"closure\" in a scenario\n"
        "    5 | [closure]\n"
        "      |  ^~~~~~~ did you mean \"closures\"?\n" +
            one_problem);
}

TEST_CASE("a file that is not TOML is told at the first place that is wrong", "[errors][scenario]") {
  const std::string text = told_of_file("[scenario]\nname = \"x\nabout = \"y\"\n");
  CHECK(text.find("s.toml:2:") == 0);
  CHECK(text.find("not valid TOML: ") != std::string::npos);
  CHECK(text.find("    2 | name = \"x\n") != std::string::npos);
  CHECK(text.find(one_problem) != std::string::npos);
  CHECK(told_of_file("[scenario]\nname = \"x\"\nname = \"y\"\n").find("s.toml:3:") == 0);
}

TEST_CASE("years start in the base year and end by 2080", "[errors][scenario]") {
  const auto years = [](const std::string& list) {
    return told_of_file("[scenario]\nname = \"x\"\nabout = \"y\"\nyears = " + list + "\n");
  };
  CHECK(years("[2018, 2080]").empty());
  CHECK(years("[2019, 2030]") ==
        "s.toml:4:10: the first year is 2019, it must be the base year 2018\n"
        "    4 | years = [2019, 2030]\n"
        "      |          ^~~~\n" +
            one_problem);
  CHECK(years("[2018, 2081]") ==
        "s.toml:4:16: the last year is 2081, it must be after 2018 and at most 2080\n"
        "    4 | years = [2018, 2081]\n"
        "      |                ^~~~\n" +
            one_problem);
  CHECK(years("[2018, 2018]").find("the last year is 2018, it must be after 2018") != std::string::npos);
}

TEST_CASE("closures and blocks held are names of the model", "[errors][scenario]") {
  CHECK(told("[closures]\nwages = \"curv\"\nhold = [\"capital\", \"wage\", \"capital\"]\n") ==
        "s.toml:6:9: unknown closure of wages \"curv\" in [closures]\n"
        "    6 | wages = \"curv\"\n"
        "      |         ^~~~~~ did you mean \"curve\"?\n"
        "s.toml:7:20: unknown block \"wage\" in \"hold\" of [closures]\n"
        "    7 | hold = [\"capital\", \"wage\", \"capital\"]\n"
        "      |                    ^~~~~~ did you mean \"wages\"?\n"
        "s.toml:7:28: \"capital\" stands twice in \"hold\" of [closures]\n"
        "    7 | hold = [\"capital\", \"wage\", \"capital\"]\n"
        "      |                            ^~~~~~~~~\n"
        "3 problems found; nothing was run.");
}

TEST_CASE("an unknown lever, a lever where it cannot be applied, an industry it does not reach", "[errors][scenario]") {
  CHECK(told("[[lever]]\nid = \"advise\"\nregions = \"all\"\ndose = { 2020 = 5 }\n") ==
        "s.toml:6:6: unknown lever \"advise\" in the scenario\n"
        "    6 | id = \"advise\"\n"
        "      |      ^~~~~~~~ did you mean \"advice\"?\n" +
            one_problem);
  CHECK(told("[[lever]]\nid = \"people\"\nregions = [\"bornholm\"]\ndose = { 2020 = 5 }\n") ==
        "s.toml:7:12: lever \"people\" cannot be applied to \"bornholm\"\n"
        "    7 | regions = [\"bornholm\"]\n"
        "      |            ^~~~~~~~~~ its regions: nordjylland, fyn\n" +
            one_problem);
  CHECK(told(lever("regions = [\"fyn\"]\ndose = { 2020 = 5 }\nindustries = [\"education\"]\n")) ==
        "s.toml:9:15: lever \"advice\" does not reach firms of \"education\"\n"
        "    9 | industries = [\"education\"]\n"
        "      |               ^~~~~~~~~~~ its industries: food, knowledge_services\n" +
            one_problem);
  CHECK(told("[lever]\nid = \"advice\"\n") ==
        "s.toml:5:2: a lever must be a [[lever]] table, with two brackets\n"
        "    5 | [lever]\n"
        "      |  ^~~~~\n" +
            one_problem);
}

TEST_CASE("doses by year", "[errors][scenario]") {
  CHECK(told(lever(
            "regions = [\"fyn\"]\ndose = { 2018 = 1, 2031 = 1, 20x1 = 1, 2020 = -3, 2021 = nan, 2022 = \"a\" }\n")) ==
        "s.toml:8:10: year 2018 of the dose of lever \"advice\" is out of range, doses run from 2019 to 2030; 2018 is "
        "data\n"
        "    8 | dose = { 2018 = 1, 2031 = 1, 20x1 = 1, 2020 = -3, 2021 = nan, 2022 = \"a\" }\n"
        "      |          ^~~~\n"
        "s.toml:8:20: year 2031 of the dose of lever \"advice\" is out of range, doses run from 2019 to 2030\n"
        "    8 | dose = { 2018 = 1, 2031 = 1, 20x1 = 1, 2020 = -3, 2021 = nan, 2022 = \"a\" }\n"
        "      |                    ^~~~\n"
        "s.toml:8:30: \"20x1\" in the dose of lever \"advice\" is not a year\n"
        "    8 | dose = { 2018 = 1, 2031 = 1, 20x1 = 1, 2020 = -3, 2021 = nan, 2022 = \"a\" }\n"
        "      |                              ^~~~ write { 2020 = 37.5, 2021 = 75 }\n"
        "s.toml:8:47: the dose of lever \"advice\" is -3, must not be negative\n"
        "    8 | dose = { 2018 = 1, 2031 = 1, 20x1 = 1, 2020 = -3, 2021 = nan, 2022 = \"a\" }\n"
        "      |                                               ^~\n"
        "s.toml:8:58: the dose of lever \"advice\" is nan, must be a finite number\n"
        "    8 | dose = { 2018 = 1, 2031 = 1, 20x1 = 1, 2020 = -3, 2021 = nan, 2022 = \"a\" }\n"
        "      |                                                          ^~~\n"
        "s.toml:8:70: the dose of lever \"advice\" is text, it must be a number\n"
        "    8 | dose = { 2018 = 1, 2031 = 1, 20x1 = 1, 2020 = -3, 2021 = nan, 2022 = \"a\" }\n"
        "      |                                                                      ^~~\n"
        "6 problems found; nothing was run.");
  CHECK(told(lever("regions = [\"fyn\"]\ndose = {}\n")).find("the dose of lever \"advice\" names no year") !=
        std::string::npos);
}

TEST_CASE("doses that are one number", "[errors][scenario]") {
  CHECK(told(lever("regions = [\"fyn\"]\ndose = 5\nfrom = 2020\n")) ==
        "s.toml:8:8: the dose of lever \"advice\" is one number, \"to\" is missing\n"
        "    8 | dose = 5\n"
        "      |        ^ write from = 2020, to = 2023, or a dose by year: { 2020 = 37.5, 2021 = 75 }\n" +
            one_problem);
  CHECK(told(lever("regions = [\"fyn\"]\ndose = 5\nfrom = 2022\nto = 2020\n")) ==
        "s.toml:10:6: \"to\" of lever \"advice\" is 2020, before \"from\" 2022\n"
        "   10 | to = 2020\n"
        "      |      ^~~~\n" +
            one_problem);
  CHECK(told(lever("regions = [\"fyn\"]\ndose = { 2020 = 5 }\nfrom = 2020\n")) ==
        "s.toml:9:8: the dose of lever \"advice\" is given by year, \"from\" has no meaning beside it\n"
        "    9 | from = 2020\n"
        "      |        ^~~~\n" +
            one_problem);
  CHECK(told(lever("regions = [\"fyn\"]\ndose = inf\nfrom = 2020\nto = 2021\n"))
            .find("\"dose\" of lever \"advice\" is inf, it must be finite") != std::string::npos);
}

TEST_CASE("a second dose for the same lever, region and year shows both places", "[errors][scenario]") {
  CHECK(told(lever("regions = \"all\"\ndose = { 2020 = 5 }\n") + lever("regions = [\"fyn\"]\ndose = { 2020 = 6 }\n")) ==
        "s.toml:12:17: lever \"advice\" already has a dose in fyn in 2020\n"
        "   12 | dose = { 2020 = 6 }\n"
        "      |                 ^ the other one: s.toml:8:17\n" +
            one_problem);
}

TEST_CASE("beliefs about parameters", "[errors][scenario]") {
  CHECK(told("[parameters]\n\"wages.epsilom\" = 0.02\n\"policy.deadweight\" = 1.5\n\"wages.epsilon\" = \"x\"\n") ==
        "s.toml:6:1: unknown parameter \"wages.epsilom\" in [parameters]\n"
        "    6 | \"wages.epsilom\" = 0.02\n"
        "      | ^~~~~~~~~~~~~~~ did you mean \"wages.epsilon\"?\n"
        "s.toml:7:23: parameter \"policy.deadweight\" is 1.5, must lie in 0 to 1\n"
        "    7 | \"policy.deadweight\" = 1.5\n"
        "      |                       ^~~\n"
        "s.toml:8:19: parameter \"wages.epsilon\" is text, it must be a number\n"
        "    8 | \"wages.epsilon\" = \"x\"\n"
        "      |                   ^~~\n"
        "3 problems found; nothing was run.");
  CHECK(told("[parameters]\nwages.epsilon = 0.02\n") ==
        "s.toml:6:1: \"wages\" in [parameters] is a table\n"
        "    6 | wages.epsilon = 0.02\n"
        "      | ^~~~~ a key with dots stands in quotes: \"wages.epsilon\" = 0.02\n" +
            one_problem);
  CHECK(told("[parameters]\n\"policy.ramp\" = 0.5\n").find("is 0.5 years, must be at least 1") != std::string::npos);
  CHECK(told("[parameters]\n\"policy.half_life\" = 0\n").find("must be above zero") != std::string::npos);
  CHECK(told("[parameters]\n\"wages.epsilon\" = -0.1\n").find("must not be negative") != std::string::npos);
  CHECK(told("[parameters]\n\"wages.epsilon\" = inf\n").find("must be a finite number") != std::string::npos);
  CHECK(told("[parameters]\n\"effect\" = -0.1\n").empty());
}

TEST_CASE("a file without a baseline has neither levers nor closures", "[errors][scenario]") {
  const std::string head = "[scenario]\nname = \"x\"\nabout = \"y\"\nyears = [2018, 2030]\n";
  CHECK(told_of_file(head).empty());
  CHECK(told_of_file(head + "[closures]\nwages = \"flexible\"\n") ==
        "s.toml:5:2: a file without a baseline must not have \"closures\"\n"
        "    5 | [closures]\n"
        "      |  ^~~~~~~~ a scenario names one in [scenario]: baseline = \"baseline.toml\"\n" +
            one_problem);
}

TEST_CASE("settings of the command line are checked as the file is", "[errors][scenario]") {
  const std::string file = lever("regions = [\"fyn\"]\ndose = 5\nfrom = 2020\nto = 2021\n");
  CHECK(told(file, {{"closures.wages", "flexible"}, {"parameters.wages.epsilon", "0.02"}, {"lever.advice.dose", "7"}})
            .empty());
  CHECK(told(file, {{"closures.wages", "flexibel"}}) ==
        "--set:1:16: unknown closure of wages \"flexibel\" in [closures]\n"
        "    1 | closures.wages=flexibel\n"
        "      |                ^~~~~~~~ did you mean \"flexible\"?\n" +
            one_problem);
  CHECK(told(file, {{"lever.advise.dose", "7"}}) ==
        "--set:1:19: s.toml has no lever \"advise\"\n"
        "    1 | lever.advise.dose=7\n"
        "      |                   ^ did you mean \"advice\"?\n" +
            one_problem);
  CHECK(told(file, {{"parameter.x", "7"}}) ==
        "--set:1:1: \"parameter.x\" cannot be set\n"
        "    1 | parameter.x=7\n"
        "      | ^~~~~~~~~~~ did you mean \"parameters\"?\n" +
            one_problem);
  CHECK(told(file, {{"closures.wages", "[1,"}}).find("\"[1,\" is not a TOML value") != std::string::npos);
  CHECK(told(file, {{"closures", "1"}}).find("\"closures\" names no key") != std::string::npos);
}
