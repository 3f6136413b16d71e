#include "inputs/read_people.h"

#include <catch2/catch.hpp>
#include <string>

#include "inputs/read_data.h"
#include "support/scratch_data.h"

using namespace drivkraft;
using drivkraft::test::ScratchData;

namespace {

/// All problems of the people tables of a data folder, without the folder in front.
std::string messages(const ScratchData& scratch, bool economy_first = false) {
  InputRecord record;
  Problems problems;
  InputRecord aside;
  Problems of_the_economy;
  const BaseTables tables =
      read_base_tables(scratch.folder(), economy_first ? record : aside, economy_first ? problems : of_the_economy);
  static_cast<void>(read_people_tables(scratch.folder(), tables.dimensions, record, problems));
  if (problems.empty()) return {};
  std::string text = problems.text();
  const std::string folder = scratch.folder().generic_string() + "/";
  for (std::size_t at = text.find(folder); at != std::string::npos; at = text.find(folder)) {
    text.erase(at, folder.size());
  }
  return text;
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// Two regions, so that there are moves: the second is a copy of the first in every table.
void add_region(const ScratchData& scratch) {
  scratch.append("dimensions/regions.csv", "islet,Holmen,The islet,,,0,10,56,assumed,made_up,\n");
  for (const char* file : {"people/mortality.csv", "people/fertility.csv", "people/international_migration.csv",
                           "people/migration_fit.csv", "people/education_transitions_smooth.csv", "base-year/drift.csv",
                           "base-year/adoption.csv"}) {
    std::string rows = scratch.read(file);
    rows.erase(0, rows.find('\n') + 1);
    for (std::size_t at = rows.find("island"); at != std::string::npos; at = rows.find("island", at + 5)) {
      rows.replace(at, 6, "islet");
    }
    scratch.append(file, rows);
  }
  for (const char* row :
       {"island,islet,0-49,0.02", "island,islet,50+,0.01", "islet,island,0-49,0.02", "islet,island,50+,0.01"}) {
    scratch.append("people/internal_migration.csv", std::string(row) + ",0,0,0,0,assumed,made_up,\n");
  }
}

/// What is said after one replacement in one table.
std::string after(const std::string& file, const std::string& from, const std::string& to) {
  const ScratchData scratch;
  scratch.replace(file, from, to);
  return messages(scratch);
}

/// The same with one more line.
std::string after_adding(const std::string& file, const std::string& line) {
  const ScratchData scratch;
  scratch.append(file, line + "\n");
  return messages(scratch);
}

}  // namespace

TEST_CASE("the people of the smallest economy have nothing wrong", "[people][errors]") {
  CHECK(messages(ScratchData{}).empty());
  CHECK(messages(ScratchData{}, true).empty());
  const ScratchData two;
  add_region(two);
  CHECK(messages(two).empty());
}

TEST_CASE("problems of several people tables are shown at once", "[people][errors]") {
  const ScratchData scratch;
  scratch.replace("people/mortality.csv", "island,F,3,0,0,0,0", "island,F,3,0,0,1.5,0");
  scratch.replace("people/fertility.csv", "island,20,0.1,0.1,0.1", "island,20,0.1,0.1,-0.1");
  scratch.replace("people/international_migration.csv", "island,30,higher,0.2,0.2,0.2,0.5",
                  "island,30,higher,-0.2,0.2,many,0.5");
  CHECK(messages(scratch) ==
        R"(people/mortality.csv:6:16: death_probability_forward is 1.5, must lie in 0 to 1
    6 | island,F,3,0,0,1.5,0,assumed,made_up,
      |                ^~~
people/fertility.csv:2:19: birth_rate_forward is -0.1, must lie in 0 to 1
    2 | island,20,0.1,0.1,-0.1,assumed,made_up,
      |                   ^~~~
people/international_migration.csv:48:27: emigrants_forward is "many", not a number
   48 | island,30,higher,-0.2,0.2,many,0.5,assumed,made_up,
      |                           ^~~~
people/international_migration.csv:48:18: immigrants_2018 is -0.2, must not be negative
   48 | island,30,higher,-0.2,0.2,many,0.5,assumed,made_up,
      |                  ^~~~
4 problems found; nothing was run.)");
}

TEST_CASE("a cell of the people tables without a row is named", "[people][errors]") {
  CHECK(after("people/mortality.csv", "island,M,-1,0,0,0,0,assumed,made_up,\n", "") ==
        "people/mortality.csv: no row for region island, sex M, age -1\n1 problem found; nothing was run.");
  CHECK(holds(after("people/fertility.csv", "island,30,0.1,0.1,0.1,assumed,made_up,\n", ""),
              "people/fertility.csv: no row for region island, age 30\n"));
  CHECK(holds(after("people/international_migration.csv", "island,15,higher,0,0,0,0.5,assumed,made_up,\n", ""),
              "no row for region island, age 15, education higher\n"));
  CHECK(holds(after("people/internal_migration_education.csv", "30+,higher,1,1,1,assumed,made_up,\n", ""),
              "no row for age_group 30+, education higher\n"));
  CHECK(holds(after("base-year/drift.csv", "island,main", "island,long"), "no row for region island, series main"));
  CHECK(holds(after("base-year/adoption.csv", "goods,green,employment_share", "goods,green,firm_share"),
              "no row for region island, industry goods, practice green, variable employment_share\n"));
  CHECK(holds(after("base-year/industry_parameters.csv", "housing,catch_up", "housing,catchup"),
              "no row for industry housing, variable catch_up\n"));
  CHECK(holds(after("people/demography.csv", "boys_share,0.5,share,assumed,made_up,\n", ""),
              "no row for key boys_share\n"));
}

TEST_CASE("two rows for one cell of the people tables name both lines", "[people][errors]") {
  CHECK(after_adding("people/mortality.csv", "island,M,-1,0,0,0,0,assumed,made_up,") ==
        R"(people/mortality.csv:204:1: a second row for region island, sex M, age -1; the first is line 103
  204 | island,M,-1,0,0,0,0,assumed,made_up,
      | ^~~~~~
1 problem found; nothing was run.)");
  CHECK(
      holds(after_adding("people/education_transitions_smooth.csv", "island,17,basic,higher,0,0,0,0,assumed,made_up,"),
            "a second row for region island, age 17, from_education basic, to_education higher; the first is line 2"));
}

TEST_CASE("unknown words of the people tables are pointed to", "[people][errors]") {
  CHECK(after_adding("people/education_transitions_smooth.csv", "island,20,basic,hihger,0,0,0,0,assumed,made_up,") ==
        R"(people/education_transitions_smooth.csv:4:17: unknown to_education "hihger"
    4 | island,20,basic,hihger,0,0,0,0,assumed,made_up,
      |                 ^~~~~~ did you mean "higher"?
1 problem found; nothing was run.)");
  CHECK(holds(after("people/migration_fit.csv", "29-99,higher", "29-99,highest"), R"(unknown education "highest")"));
  CHECK(holds(after("base-year/public_consumption_age.csv", "services,0,64", "service,0,64"),
              "did you mean \"services\"?"));
  CHECK(holds(after("people/demography.csv", "boys_share", "girls_share"), "unknown key \"girls_share\""));
  CHECK(holds(after("dimensions/practices.csv", "digital,Digitalt", "digitale,Digitalt"),
              "practice \"digitale\" has no parameters adoption.digitale"));
  CHECK(holds(after("dimensions/practices.csv", "digital,Digitalt", "digitale,Digitalt"), "did you mean \"digital\"?"));
}

TEST_CASE("a table of births without any age", "[people][errors]") {
  const ScratchData scratch;
  std::string births = scratch.read("people/fertility.csv");
  births.erase(births.find('\n') + 1);
  scratch.write("people/fertility.csv", births + "island,young,0.1,0.1,0.1,assumed,made_up,\n");
  CHECK(holds(messages(scratch), "people/fertility.csv: no row has an age from 0 to 99"));
}

TEST_CASE("groups of ages are written one way, share no age and leave out none", "[people][errors]") {
  CHECK(after("people/migration_fit.csv", "island,0-29,all", "island,0 - 29,all") ==
        R"(people/migration_fit.csv:2:8: age_group is "0 - 29", not a group of ages
    2 | island,0 - 29,all,1,assumed,made_up,
      |        ^~~~~~ write 0-4, or 90+ for 90 to 99 and over
people/migration_fit.csv: ages 0 to 29 are in no age group of education all
2 problems found; nothing was run.)");
  for (const char* text :
       {"29-0", "0-100", "-29", "0-", "all", "x+", "+", "0-29-30", "100+", "0--29", "00-29", "0-029"}) {
    CAPTURE(text);
    CHECK(holds(after("people/migration_fit.csv", "island,0-29,all", "island," + std::string(text) + ",all"),
                "is \"" + std::string(text) + "\", not a group of ages"));
  }
  CHECK(holds(after("people/migration_fit.csv", "island,0-29,all", "island,0-30,all"),
              "age group 30-99 of education all shares ages with 0-30"));
  CHECK(holds(after("people/migration_fit.csv", "island,0-29,all", "island,1-28,all"),
              "age 0 is in no age group of education all\n"));
  CHECK(holds(after("people/migration_fit.csv", "island,0-29,all", "island,1-28,all"),
              "age 29 is in no age group of education all\n"));
  CHECK(holds(after_adding("people/migration_fit.csv", "island,50+,higher,1,assumed,made_up,"),
              "age group 50+ of education higher shares ages with 29-99"));
  CHECK(holds(after("base-year/public_consumption_age.csv", "services,65,99", "services,64,99"),
              "age group 64-99 of product services shares ages with 0-64"));
  CHECK(holds(after("base-year/public_consumption_age.csv", "services,65,99", "services,66,99"),
              "age 65 is in no age group of product services"));
  CHECK(holds(after("base-year/public_consumption_age.csv", "services,65,99", "services,65,100"),
              "ages run from 65 to 100, they must rise and lie in 0 to 99"));
  CHECK(holds(after("base-year/public_consumption_age.csv", "services,65,99", "services,65.5,99"),
              "age_from is 65.5, must be a whole number"));
}

TEST_CASE("need has a row for every product, and a weight", "[people][errors]") {
  CHECK(after("base-year/public_consumption_age.csv", "other,0,99,1,assumed,made_up,\n", "") ==
        "base-year/public_consumption_age.csv: ages 0 to 99 are in no age group of product other\n"
        "1 problem found; nothing was run.");
  CHECK(holds(after("base-year/public_consumption_age.csv", "other,0,99,1", "other,0,99,0"),
              "product other has no weight above zero"));
}

TEST_CASE("moves are between regions, for everybody, and chances", "[people][errors]") {
  ScratchData scratch;
  add_region(scratch);
  SECTION("all destinations of all groups") {
    scratch.replace("people/internal_migration.csv", "islet,island,50+,0.01,0,0,0,0,assumed,made_up,\n", "");
    CHECK(messages(scratch) ==
          "people/internal_migration.csv: no row for origin islet, destination island, age_group 50+\n"
          "1 problem found; nothing was run.");
  }
  SECTION("to another region") {
    scratch.append("people/internal_migration.csv", "islet,islet,50+,0.01,0,0,0,0,assumed,made_up,\n");
    CHECK(holds(messages(scratch), "origin and destination are the same, moves are between regions"));
  }
  SECTION("no chance above 1") {
    scratch.replace("people/internal_migration.csv", "islet,island,50+,0.01", "islet,island,50+,1.01");
    CHECK(holds(messages(scratch), "rate is 1.01, must lie in 0 to 1"));
  }
  SECTION("nor together") {
    scratch.append("dimensions/regions.csv", "rock,Skæret,The rock,,,0,10,56,assumed,made_up,\n");
    scratch.replace("people/internal_migration.csv", "islet,island,50+,0.01", "islet,island,50+,0.6");
    scratch.append("people/internal_migration.csv", "islet,rock,50+,0.6,0,0,0,0,assumed,made_up,\n");
    CHECK(holds(messages(scratch), "rates of leaving islet at 50+ add up to 1.2, must not exceed 1"));
  }
  SECTION("factors are positive") {
    scratch.replace("people/migration_fit.csv", "island,0-29,all,1", "island,0-29,all,0");
    CHECK(holds(messages(scratch), "factor is 0, must be above zero"));
  }
}

TEST_CASE("steps of education lead up, and their chances add up to 1 at most", "[people][errors]") {
  const std::string rates = "people/education_transitions_smooth.csv";
  const std::string by_sex = "people/education_transitions_sex.csv";
  CHECK(
      after(rates, "island,17,basic,higher", "island,17,higher,higher") ==
      R"(people/education_transitions_sex.csv:2:9: nobody takes this step at these ages in education_transitions_smooth.csv
    2 | F,10-19,basic,higher,1,assumed,made_up,
      |         ^~~~~
people/education_transitions_sex.csv:3:9: nobody takes this step at these ages in education_transitions_smooth.csv
    3 | M,10-19,basic,higher,1,assumed,made_up,
      |         ^~~~~
people/education_transitions_smooth.csv:2:18: a step leads from higher to higher, must lead to a later education
    2 | island,17,higher,higher,0.1,0.1,0.1,0.1,assumed,made_up,
      |                  ^~~~~~
3 problems found; nothing was run.)");
  CHECK(holds(after(rates, "0.1,0.1,0.1,0.1", "0.1,0.1,0.1,1.1"), "rate_fitted is 1.1, must lie in 0 to 1"));
  CHECK(holds(after(rates, "island,17", "island,13"), "unknown age \"13\""));
  CHECK(
      after(by_sex, "F,10-19,basic,higher,1", "F,10-19,basic,higher,11") ==
      R"(people/education_transitions_smooth.csv:2:36: rates out of basic at 17 add up to 1.1 for sex F, must not exceed 1
    2 | island,17,basic,higher,0.1,0.1,0.1,0.1,assumed,made_up,
      |                                    ^~~
1 problem found; nothing was run.)");
  CHECK(holds(after(by_sex, "M,10-19,basic,higher,1,assumed,made_up,\n", ""), "there is no row of M for this step"));
  CHECK(holds(after(by_sex, "F,10-19", "F,10-18"), "age group 10-19 shares ages with 10-18"));
}

TEST_CASE("children have no education beyond the first when they come or go", "[people][errors]") {
  CHECK(after_adding("people/international_migration.csv", "island,14,higher,0,0,0,0.5,assumed,made_up,") ==
        R"(people/international_migration.csv:187:11: people of 14 hold basic, the first education, and no other
  187 | island,14,higher,0,0,0,0.5,assumed,made_up,
      |           ^~~~~~
1 problem found; nothing was run.)");
  CHECK(holds(after("people/international_migration.csv", "island,0,basic,0,0,0,0.5", "island,0,basic,0,0,0,50"),
              "female_share is 50, must lie in 0 to 1"));
}

TEST_CASE("birth years of the pension age follow each other and go far enough", "[people][errors]") {
  const std::string file = "people/pension_age.csv";
  CHECK(after(file, "1900,1959", "1920,1959") ==
        "people/pension_age.csv: birth years must run from 1919 or earlier to 2080 or later\n"
        "1 problem found; nothing was run.");
  CHECK(holds(after(file, "1960,2100", "1960,2079"), "birth years must run from 1919 or earlier to 2080 or later"));
  CHECK(after(file, "1960,2100", "1961,2100") == R"(people/pension_age.csv:3:1: birth year 1960 is missing
    3 | 1961,2100,65,assumed,made_up,
      | ^~~~
1 problem found; nothing was run.)");
  CHECK(holds(after(file, "1960,2100", "1959,2100"), "birth year 1959 stands twice"));
  CHECK(holds(after(file, "1900,1959", "1959,1900"), "birth years run from 1959 to 1900, the first must not be later"));
  CHECK(holds(after(file, "1960,2100,65", "1960,2100,650"), "age is 650, must be at most 99"));
  CHECK(holds(after(file, "1960,2100,65", "1960.5,2100,65"), "birth_year_from is 1960.5, must be a whole number"));
}

TEST_CASE("settings of the projection keep their units and bounds", "[people][errors]") {
  const std::string file = "people/demography.csv";
  CHECK(after(file, "boys_share,0.5,share", "boys_share,51.4,percent") ==
        R"(people/demography.csv:2:17: unit is "percent", must be "share"
    2 | boys_share,51.4,percent,assumed,made_up,
      |                 ^~~~~~~
people/demography.csv:2:12: boys_share is 51.4, must lie in 0 to 1
    2 | boys_share,51.4,percent,assumed,made_up,
      |            ^~~~
2 problems found; nothing was run.)");
  CHECK(holds(after(file, "fertility_base,1.7", "fertility_base,0"), "fertility_base is 0, must be above zero"));
  CHECK(holds(after(file, "participation_end_age,85", "participation_end_age,90"),
              "participation_end_age is 90, must be 85: participation_smooth.csv ends at 84"));
  CHECK(holds(after("base-year/industry_parameters.csv", "goods,catch_up,1", "goods,catch_up,0.5"),
              "catch_up is 0.5, must be 0 or 1"));
  CHECK(holds(after("base-year/drift.csv", "log growth a year", "percent a year"),
              "unit is \"percent a year\", must be \"log growth a year\""));
  CHECK(holds(after("base-year/adoption.csv", "digital,employment_share,0.2", "digital,employment_share,20"),
              "value is 20 share, must lie in 0 to 1"));
}

TEST_CASE("what the reader of the economy said is not said again", "[people][errors]") {
  const ScratchData scratch;
  scratch.replace("base-year/industry_parameters.csv", "goods,catch_up,1,,,,0 or 1,assumed,made_up",
                  "goods,catch_up,1,,,,0 or 1,guessed,nobody");
  const std::string alone = messages(scratch);
  CHECK(holds(alone, "2 problems found"));
  CHECK(messages(scratch, true) == alone);
}

TEST_CASE("missing people tables and a missing folder are each one problem", "[people][errors]") {
  const ScratchData scratch;
  std::filesystem::remove(scratch.folder() / "people/demography.csv");
  std::filesystem::remove(scratch.folder() / "people/migration_fit.csv");
  std::filesystem::remove(scratch.folder() / "people/education_transitions_smooth.csv");
  std::filesystem::remove(scratch.folder() / "dimensions/practices.csv");
  CHECK(messages(scratch) ==
        "people/migration_fit.csv: file not found\npeople/education_transitions_smooth.csv: file not found\n"
        "people/demography.csv: file not found\ndimensions/practices.csv: file not found\n"
        "4 problems found; nothing was run.");
  InputRecord record;
  Problems problems;
  Dimensions dimensions;
  static_cast<void>(read_people_tables(scratch.folder() / "nowhere", dimensions, record, problems));
  REQUIRE(problems.size() == 1);
  CHECK(problems.list()[0].message == "is no data folder");
}
