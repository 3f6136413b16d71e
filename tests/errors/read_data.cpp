#include "inputs/read_data.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "support/scratch_data.h"

using namespace drivkraft;
using drivkraft::test::ScratchData;

namespace {

/// All problems of a data folder, without the folder in front.
std::string messages(const ScratchData& scratch) {
  InputRecord record;
  Problems problems;
  static_cast<void>(read_base_tables(scratch.folder(), record, problems));
  if (problems.empty()) return {};
  std::string text = problems.text();
  const std::string folder = scratch.folder().generic_string() + "/";
  for (std::size_t at = text.find(folder); at != std::string::npos; at = text.find(folder)) {
    text.erase(at, folder.size());
  }
  return text;
}

}  // namespace

TEST_CASE("the smallest economy has nothing wrong", "[data][errors]") {
  CHECK(messages(ScratchData{}).empty());
}

TEST_CASE("problems of several tables are shown at once", "[data][errors]") {
  const ScratchData scratch;
  scratch.replace("base-year/regional_accounts.csv", "island,goods,,gva,400", "islnd,goods,,gva,400");
  scratch.replace("people/commuting.csv", "island,island,basic,740", "island,island,basic,-740");
  CHECK(messages(scratch) == R"(base-year/regional_accounts.csv:3:1: unknown region "islnd"
    3 | islnd,goods,,gva,400,mio DKK,assumed,made_up,
      | ^~~~~ did you mean "island"?
base-year/regional_accounts.csv: no row for region island, industry goods, variable gva
people/commuting.csv:2:21: persons is -740, must not be negative
    2 | island,island,basic,-740,1,,,assumed,made_up,
      |                     ^~~~
3 problems found; nothing was run.)");
}

TEST_CASE("two rows for one cell name both lines", "[data][errors]") {
  const ScratchData scratch;
  scratch.append("people/labour_force.csv", "island,basic,5,assumed,made_up,\n");
  CHECK(messages(scratch) ==
        R"(people/labour_force.csv:4:1: a second row for region island, education basic; the first is line 2
    4 | island,basic,5,assumed,made_up,
      | ^~~~~~
1 problem found; nothing was run.)");
}

TEST_CASE("a misspelt variable is pointed to", "[data][errors]") {
  const ScratchData scratch;
  scratch.replace("base-year/capital_stock.csv", "goods,depreciation_rate", "goods,deprecation_rate");
  CHECK(messages(scratch) ==
        R"(base-year/capital_stock.csv: no row for industry goods, variable depreciation_rate
      line 3 has variable "deprecation_rate"
1 problem found; nothing was run.)");
}

TEST_CASE("a missing dimension does not bury the rest", "[data][errors]") {
  const ScratchData scratch;
  scratch.append("dimensions/industries.csv", "space,Rum,Space,,,,yes,,,,assumed,made_up,\n");
  const std::string text = messages(scratch);
  CHECK(text.find("base-year/regional_accounts.csv: no row for region island, industry space, variable gva\n") !=
        std::string::npos);
  CHECK(text.find("base-year/io_use_7regions.csv: no row for row goods, use space, flow domestic\n") !=
        std::string::npos);
  CHECK(text.find("base-year/io_use_7regions.csv: no row for 2 further cells of column value\n") != std::string::npos);
}

TEST_CASE("another unit is refused", "[data][errors]") {
  const ScratchData scratch;
  scratch.replace("base-year/taxes_transfers.csv", "primary_income_B5N,820,mio DKK", "primary_income_B5N,110,mio EUR");
  CHECK(messages(scratch) ==
        R"(base-year/taxes_transfers.csv:2:31: unit is "mio EUR", must be "mio DKK"
    2 | island,primary_income_B5N,110,mio EUR,assumed,made_up,
      |                               ^~~~~~~
base-year/taxes_transfers.csv: no row for region island, variable primary_income_B5N
2 problems found; nothing was run.)");
}

TEST_CASE("a number without status or source is refused", "[data][errors]") {
  const ScratchData scratch;
  scratch.replace("geography/travel.csv", "assumed,made_up", "guessed,nobody");
  CHECK(messages(scratch) ==
        R"(geography/travel.csv:2:23: status is "guessed", must be observed, derived or assumed
    2 | island,island,20,15,,,guessed,nobody,
      |                       ^~~~~~~ choices: observed, derived, assumed
geography/travel.csv:2:31: unknown source "nobody"
    2 | island,island,20,15,,,guessed,nobody,
      |                               ^~~~~~ choices: made_up
2 problems found; nothing was run.)");
}

TEST_CASE("words of the input-output table are known words", "[data][errors]") {
  const ScratchData scratch;
  scratch.replace("base-year/io_use_7regions.csv", "housing,imported,re_exports", "housing,imported,reexports");
  CHECK(messages(scratch).find("unknown use \"reexports\"") != std::string::npos);
  CHECK(messages(scratch).find("did you mean \"re_exports\"?") != std::string::npos);
}

TEST_CASE("class and elasticity group are chosen from what there is", "[data][errors]") {
  const ScratchData scratch;
  scratch.replace("base-year/industry_parameters.csv", ",,,local,", ",,,locale,");
  scratch.replace("base-year/industry_parameters.csv", ",,,manufacturing,", ",,,manufacture,");
  const std::string text = messages(scratch);
  CHECK(text.find(R"(unknown class "locale")") != std::string::npos);
  CHECK(text.find(R"(did you mean "local"?)") != std::string::npos);
  CHECK(text.find(R"(unknown sigma_group "manufacture")") != std::string::npos);
  CHECK(text.find(R"(did you mean "manufacturing"?)") != std::string::npos);
}

TEST_CASE("ids, names, order and base year of the dimensions are checked", "[data][errors]") {
  const ScratchData scratch;
  scratch.replace("dimensions/regions.csv", "island,Øen", "Island 1,");
  scratch.replace("dimensions/educations.csv", "higher,Videregående,Higher,,1,2", "basic,Videregående,Higher,,yes,3");
  scratch.replace("dimensions/calendar.csv", "2018", "2018.5");
  const std::string text = messages(scratch);
  CHECK(text.find("id \"Island 1\" must start with a letter and hold only a-z, 0-9 and _") != std::string::npos);
  CHECK(text.find("a name is missing") != std::string::npos);
  CHECK(text.find("id \"basic\" stands twice; the first is line 2") != std::string::npos);
  CHECK(text.find("higher is \"yes\", must be 0 or 1") != std::string::npos);
  CHECK(text.find("order is 3, rows must stand in order: 2 is next") != std::string::npos);
  CHECK(text.find("base_year must be a whole number") != std::string::npos);
}

TEST_CASE("the trend runs forward", "[data][errors]") {
  const ScratchData scratch;
  scratch.replace("dimensions/calendar.csv", "trend_year,2040", "trend_year,2018");
  CHECK(messages(scratch).find("dimensions/calendar.csv: trend_year must come after base_year") != std::string::npos);
}

TEST_CASE("missing tables and a missing folder are each one problem", "[data][errors]") {
  const ScratchData scratch;
  std::filesystem::remove(scratch.folder() / "people/wages.csv");
  std::filesystem::remove(scratch.folder() / "geography/travel.csv");
  CHECK(messages(scratch) ==
        "people/wages.csv: file not found\ngeography/travel.csv: file not found\n2 problems found; nothing was run.");
  InputRecord record;
  Problems problems;
  static_cast<void>(read_base_tables(scratch.folder() / "nowhere", record, problems));
  REQUIRE(problems.size() == 1);
  CHECK(problems.list()[0].message == "is no data folder");
}

TEST_CASE("a table whose columns are wrong brings no further problems", "[data][errors]") {
  const ScratchData scratch;
  scratch.replace("people/wages.csv", "education,compensation_per_job", "educatoin,compensation_per_job");
  const std::string text = messages(scratch);
  CHECK(text.find(R"(people/wages.csv:1:17: unknown column "educatoin")") == 0);
  CHECK(text.find("2 problems found; nothing was run.") != std::string::npos);
}
