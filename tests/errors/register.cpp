// What the register of levers says when a row does not fit, and what a scenario is warned of.
#include <catch2/catch.hpp>
#include <string>

#include "inputs/read_register.h"
#include "support/scenario_world.h"
#include "support/scratch_data.h"

using namespace drivkraft;

namespace {

/// One row, by what varies in it.
struct Row {
  std::string id, outcome, lever = "", components = "", reason = "", regions = "all", document = "doc";
};

std::string csv_of(const std::vector<Row>& rows) {
  std::string text =
      "register_id,document,section,lines,name_da,name_en,driver,instrument,target_group,regions,strength_positions,"
      "quantity,cost_dkk,priority,outcome,lever,components,reason\n";
  for (const Row& row : rows) {
    text += row.id + "," + row.document + ",s,1,navn,name,d,i,t," + row.regions + ",,,,normal," + row.outcome + "," +
            row.lever + "," + row.components + "," + row.reason + "\n";
  }
  return text;
}

LeverRegister read(const std::vector<Row>& rows, Problems& problems) {
  const test::ScratchData data;
  const ScenarioWorld world;
  data.write("levers/register.csv", csv_of(rows));
  InputRecord record;
  return read_register(data.folder() / "levers", world.dimensions, world.catalogue, record, problems);
}

/// Message and hint of each problem.
std::vector<std::string> told(const std::vector<Row>& rows) {
  Problems problems;
  (void)read(rows, problems);
  std::vector<std::string> messages;
  for (const Problem& each : problems.list())
    messages.push_back(each.message + (each.hint.empty() ? "" : " - " + each.hint));
  return messages;
}

using Messages = std::vector<std::string>;

const std::vector<Row> sound{{"whole", "umbrella", "purchases", "first;second", "one programme"},
                             {"first", "entry", "advice"},
                             {"second", "variant", "advice", "", "for fyn", "fyn"},
                             {"law", "not_modelled", "", "", "a law"}};

std::string warned(const std::string& levers) {
  Problems problems, warnings;
  const LeverRegister rows = read(sound, problems);
  const ScenarioWorld world;
  const ScenarioFile file = parse_scenario(sound_head + levers, "s.toml", world.context(), {}, problems);
  problems.throw_if_any();
  warn_of_umbrellas(file, rows, world.catalogue, world.dimensions, warnings);
  return warnings.list_text();
}

std::string use(const std::string& lever, const std::string& regions, const std::string& dose) {
  return "[[lever]]\nid = \"" + lever + "\"\nregions = " + regions + "\ndose = " + dose + "\n";
}

}  // namespace

TEST_CASE("rows of the register and what stands for them", "[register]") {
  Problems problems;
  const LeverRegister rows = read(sound, problems);
  CHECK(problems.empty());
  REQUIRE(rows.size() == 4);
  CHECK(rows[0].outcome == RegisterOutcome::umbrella);
  CHECK(rows[0].lever == 1);
  CHECK(rows[0].components == std::vector<int>{1, 2});
  CHECK(rows[1].regions.size() == 3);
  CHECK(rows[2].regions == std::vector<RegionId>{{1}});
  CHECK(rows[2].reason == "for fyn");
  CHECK(rows[3].outcome == RegisterOutcome::not_modelled);
}

TEST_CASE("a row that names what there is not", "[errors][register]") {
  CHECK(told({{"a", "entri", "advice"}}) == Messages{R"(unknown outcome "entri" in row "a" - did you mean "entry"?)"});
  CHECK(told({{"a", ""}}) == Messages{"row \"a\" has no outcome - one of entry, variant, umbrella, not_modelled"});
  CHECK(told({{"a", "entry", "advise"}}) == Messages{R"(unknown lever "advise" in row "a" - did you mean "advice"?)"});
  CHECK(told({{"a", "entry", "advice", "", "", "fynn"}}) ==
        Messages{R"(unknown region "fynn" in row "a" - did you mean "fyn"?)"});
  CHECK(told({{"a", "entry", "advice", "", "", "all", "dok"}}) ==
        Messages{R"(unknown document "dok" in row "a" - did you mean "doc"?)"});
  CHECK(told({{"a", "umbrella", "", "frist", "one"}, {"first", "entry", "advice"}}) ==
        Messages{R"(unknown row "frist" in row "a" - did you mean "first"?)"});
  CHECK(told({{"a", "entry", "advice"}, {"a", "not_modelled", "", "", "b"}}) ==
        Messages{"register_id \"a\" stands twice; the first is line 2"});
}

TEST_CASE("a row that does not say what its outcome demands", "[errors][register]") {
  CHECK(told({{"a", "entry"}}) == Messages{R"(row "a" has no lever, outcome "entry" needs one)"});
  CHECK(told({{"a", "variant", "advice"}}) == Messages{R"(row "a" has no reason, outcome "variant" needs one)"});
  CHECK(told({{"a", "umbrella", "", "", "one"}}) ==
        Messages{R"(row "a" has no components, outcome "umbrella" needs one)"});
  CHECK(told({{"a", "not_modelled", "advice", "", "a law"}}) ==
        Messages{R"(row "a" has lever "advice", outcome "not_modelled" has none)"});
  CHECK(told({{"a", "entry", "advice"}, {"b", "not_modelled", "advice", "", "a law"}}) ==
        Messages{R"(row "b" has lever "advice", outcome "not_modelled" has none)"});
  CHECK(told({{"a", "entry", "advice", "b", "why"}, {"b", "entry", "people"}}) ==
        Messages{R"(row "a" has components "b", outcome "entry" has none)",
                 R"(row "a" has reason "why", outcome "entry" has none)"});
}

TEST_CASE("levers, regions and umbrellas that contradict each other", "[errors][register]") {
  CHECK(told({{"a", "entry", "advice"}, {"b", "entry", "advice"}}) ==
        Messages{R"(lever "advice" already stands for row "a" on line 2, this one can be a variant)"});
  CHECK(told({{"a", "variant", "people", "", "an island", "bornholm"}}) ==
        Messages{R"(lever "people" cannot be applied in any region of row "a": bornholm)"});
  CHECK(told({{"a", "umbrella", "", "a", "one"}}) == Messages{R"(row "a" is made of itself)"});
  CHECK(told({{"a", "umbrella", "", "b", "one"}, {"b", "umbrella", "", "a", "one"}}) ==
        Messages{R"(row "a" is made of itself)", R"(row "b" is made of itself)"});
}

TEST_CASE("a scenario that counts an umbrella and a part of it is warned", "[register]") {
  const std::string both = "[\"nordjylland\", \"fyn\"]";
  CHECK(warned(use("purchases", both, "{ 2020 = 5 }") + use("advice", "[\"fyn\"]", "{ 2021 = 5 }")).empty());
  CHECK(warned(use("purchases", "[\"fyn\"]", "{ 2020 = 5 }") + use("people", both, "{ 2020 = 5 }")).empty());
  CHECK(warned(use("purchases", both, "{ 2020 = 5 }") + use("advice", "[\"fyn\"]", "{ 2020 = 0 }")).empty());
  CHECK(
      warned(use("purchases", "[\"fyn\"]", "{ 2020 = 5 }") + use("advice", both, "{ 2020 = 5 }")) ==
      "s.toml:8:17: lever \"purchases\" stands for all of row \"whole\", lever \"advice\" for its part \"first\": both "
      "have a dose in fyn in 2020\n"
      "    8 | dose = { 2020 = 5 }\n"
      "      |                 ^ the other one: s.toml:12:17\n");
  const std::string two_years = warned(use("purchases", both, "{ 2020 = 5, 2021 = 5 }") +
                                       use("advice", "[\"nordjylland\"]", "{ 2020 = 1, 2021 = 1 }"));
  CHECK_THAT(two_years, Catch::Contains("in nordjylland in 2020, and so in 2 regions and years in all"));
}
