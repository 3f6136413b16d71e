// Files that nobody types: they would act on a terminal, exhaust stack or memory, or take for ever.

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "inputs/csv_table.h"
#include "inputs/read_scenario.h"
#include "support/scenario_world.h"
#include "support/scratch_data.h"

using namespace drivkraft;
using drivkraft::test::ScratchData;

namespace {

Problems problems_of_scenario(const std::string& text, const std::vector<Setting>& settings = {}) {
  const ScenarioWorld world;
  Problems problems;
  (void)parse_scenario(text, "s.toml", world.context(), settings, problems);
  return problems;
}

Problems problems_of_table(const std::string& text) {
  const ScratchData scratch;
  scratch.write("t.csv", text);
  InputRecord record;
  Problems problems;
  (void)CsvTable::read(scratch.folder() / "t.csv", "t.csv", {"id", "value"}, record, problems);
  return problems;
}

std::string repeated(const std::string& part, int times) {
  std::string text;
  for (int k = 0; k < times; ++k) text += part;
  return text;
}

const std::string one_problem = "1 problem found; nothing was run.";

}  // namespace

TEST_CASE("control characters are shown, not sent to the terminal", "[errors][hostile]") {
  Problems problems;
  problems.add({"a\x1b.csv", 1, 3, 1, "\t\x1b[2J\xC2\x9B\x7F"}, "unknown \"x\ny\x07\"", "did you mean \"\r\"?");
  CHECK(problems.text() ==
        "a?.csv:1:3: unknown \"x?y?\"\n"
        "    1 | \t?[2J??\n"
        "      | \t ^ did you mean \"?\"?\n" +
            one_problem);
  CHECK(problems_of_scenario(sound_head + "\"a\\u001b[2J\" = 1\n").list()[0].message ==
        "unknown section \"a\x1b[2J\" in a scenario");  // JSON tells it as it is
}

TEST_CASE("a key of very many parts is refused before it can exhaust the stack", "[errors][hostile]") {
  CHECK(problems_of_scenario("a = 1\nb = [\n'x']\na" + repeated(".a", 1'000'000) + " = 1\n").text() ==
        "s.toml:4: a key has more than 17 parts\n" + one_problem);
  CHECK(problems_of_scenario("[" + repeated("'a'.", 18) + "a]\n").text() ==
        "s.toml:1: a key has more than 17 parts\n    1 | [" + repeated("'a'.", 18) + "a]\n" + one_problem);
  CHECK(problems_of_scenario(sound_head, {{"scenario.years", "{ " + repeated("a.", 100'000) + "a = 1 }"}})
            .text()
            .find("--set:1:16: a key has more than 17 parts\n") == 0);
  CHECK(problems_of_scenario("a = " + repeated("[", 100'000)).text().find("s.toml:1:") == 0);  // toml++ limits these
}

TEST_CASE("dots in texts, comments and numbers are no parts of a key", "[errors][hostile]") {
  const std::string dots = repeated(".", 30);
  CHECK(problems_of_scenario("# " + dots + "\n" + sound_head).empty());
  for (const std::string& text :
       {"\"\\\"" + dots + "\"", "'" + dots + "'", "\"\"\"\n" + dots + "\"\"\"\"\"", "'''\n" + dots + "'''"}) {
    CAPTURE(text);
    CHECK(problems_of_scenario("[scenario]\nname = " + text + "\nabout = \"B\"\nyears = [2018, 2030]\n").empty());
    CHECK(problems_of_scenario("a = { b = " + text + ", c" + repeated(".c", 17) + " = 1 }").size() == 1);
  }
  const std::string numbers = "[" + repeated("1.5, ", 100) + "]";
  CHECK(problems_of_scenario("x = " + numbers).text().find("parts") == std::string::npos);
}

TEST_CASE("a header of very many columns is one problem", "[errors][hostile]") {
  std::string header = "id,value";
  for (int k = 0; k < 500'000; ++k) header += ",c" + std::to_string(k);
  const Problems problems = problems_of_table(header + "\n");
  REQUIRE(problems.size() == 1);
  CHECK(problems.list()[0].message == "the header names 500002 columns, at most 1000 can be read");
  CHECK(problems.list()[0].place.line == 1);
  CHECK(problems.list()[0].place.line_text.empty());  // too long to repeat
}

TEST_CASE("a very long line is not repeated in every problem", "[errors][hostile]") {
  const std::string note(200'000, 'x');
  CHECK(problems_of_table("id,value\na,1," + note + "\n").text().size() < 200);
  CHECK(problems_of_scenario(sound_head + "unknown = \"" + note + "\"\n").text().size() < 300);
}

TEST_CASE("every one of a hundred errors is reported with its place", "[errors][hostile]") {
  std::string text = sound_head;
  for (int k = 0; k < 50; ++k) {
    text += "[[lever]]\nid = \"advise\"\nregions = [\"nordjyland\"]\ndose = { 2020 = 1 }\n";
  }
  const Problems problems = problems_of_scenario(text);
  REQUIRE(problems.size() == 100);
  for (std::size_t k = 0; k < 100; ++k) {
    const Problem& each = problems.list()[k];
    const int line = 4 + 4 * static_cast<int>(k / 2) + (k % 2 == 0 ? 2 : 3);
    CHECK(each.place.line == line);
    CHECK(each.place.column == (k % 2 == 0 ? 6 : 12));
    CHECK(each.message == (k % 2 == 0 ? "unknown lever \"advise\" in the scenario"
                                      : "unknown region \"nordjyland\" in lever \"advise\""));
    CHECK(each.hint == (k % 2 == 0 ? "did you mean \"advice\"?" : "did you mean \"nordjylland\"?"));
  }
  CHECK_THAT(problems.text(), Catch::EndsWith("\n100 problems found; nothing was run."));

  std::string table = "id,value\n";
  for (int k = 0; k < 100; ++k) table += k % 2 == 0 ? "a\n" : "a,b,c\n";
  const Problems of_table = problems_of_table(table);
  REQUIRE(of_table.size() == 100);
  for (std::size_t k = 0; k < 100; ++k) CHECK(of_table.list()[k].place.line == static_cast<int>(k) + 2);
}

TEST_CASE("a hundred wrong cells of a table are all reported", "[errors][hostile]") {
  const ScratchData scratch;
  std::string table = "id,value\n";
  for (int k = 0; k < 100; ++k) table += "a,x" + std::to_string(k) + "\n";
  scratch.write("t.csv", table);
  InputRecord record;
  Problems problems;
  const CsvTable read = CsvTable::read(scratch.folder() / "t.csv", "t.csv", {"id", "value"}, record, problems);
  for (int row = 0; row < read.rows(); ++row) CHECK_FALSE(read.number(row, 1, problems).has_value());
  REQUIRE(problems.size() == 100);
  for (std::size_t k = 0; k < 100; ++k) {
    CHECK(problems.list()[k].place.line == static_cast<int>(k) + 2);
    CHECK(problems.list()[k].place.column == 3);
    CHECK(problems.list()[k].message == "value is \"x" + std::to_string(k) + "\", not a number");
  }
}

TEST_CASE("problems beyond ten thousand are counted", "[errors][hostile]") {
  Problems problems;
  for (int k = 0; k < 10'002; ++k) problems.add({"a", k + 1, 0, 1, {}}, "m");
  CHECK(problems.size() == 10'002);
  CHECK(problems.list().size() == most_problems_kept);
  CHECK_THAT(problems.text(), Catch::EndsWith("a:10000: m\n... and 2 further problems\n10002 problems found; "
                                              "nothing was run."));
  Problems more;
  more.add({}, "first");
  more.append(problems);
  CHECK(more.size() == 10'003);
  CHECK(more.sorted().size() == 10'003);
  CHECK(problems_of_scenario(repeated("[[lever]]\n", 20'000)).size() > 20'000);
}

TEST_CASE("a list of very many names is read in time", "[errors][hostile]") {
  std::string list = "[";
  for (int k = 0; k < 200'000; ++k) list += "\"r" + std::to_string(k) + "\",";
  const std::string lever = "[[lever]]\nid = \"advice\"\ndose = { 2020 = 1 }\nregions = ";
  CHECK(problems_of_scenario(sound_head + lever + list + "]\n").size() == 200'000);
}
