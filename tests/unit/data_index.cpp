#include "inputs/data_index.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <string>

#include "inputs/read_data.h"
#include "support/root.h"
#include "support/scratch_data.h"

using namespace drivkraft;
using drivkraft::test::ScratchData;

namespace {

const std::filesystem::path root = test::root();

std::string first_problem(const ScratchData& scratch) {
  Problems problems;
  static_cast<void>(DataIndex::read(scratch.folder(), problems));
  return problems.empty() ? std::string{} : problems.list()[0].message;
}

}  // namespace

TEST_CASE("every number of the delivered data has a unit, a status and a listed source", "[data]") {
  Problems problems;
  const DataIndex index = DataIndex::read(root / "data", problems);
  CAPTURE(problems.text());
  REQUIRE(problems.empty());
  CHECK(index.tables().size() > 60);
  const CellCounts all = index.counts(false);
  const CellCounts read = index.counts(true);
  CHECK(all.total() > read.total());
  CHECK(read.total() > 10'000);
  for (const DataTable& table : index.tables()) {
    CAPTURE(table.file);
    CHECK_FALSE(table.title.empty());
    CHECK(table.cells.rows() > 0);
  }
}

TEST_CASE("a number is shown with unit, status, source and vintage", "[data]") {
  Problems problems;
  const DataIndex index = DataIndex::read(root / "data", problems);
  const DataTable* accounts = index.find("regional_accounts");
  REQUIRE(accounts != nullptr);
  CHECK(index.find("regional_accounts.csv") == accounts);
  CHECK(index.find("base-year/regional_accounts.csv") == accounts);
  CHECK(index.find("regional_account") == nullptr);
  const auto numbers = index.numbers(*accounts, {"nordjylland", "agriculture", "gva"});
  REQUIRE(numbers.size() == 1);
  CHECK(numbers[0].where == "region nordjylland, industry agriculture, group A, variable gva");
  CHECK(numbers[0].value == "5744.92656");
  CHECK(numbers[0].unit == "mio DKK");
  CHECK(numbers[0].status == "observed");
  CHECK(numbers[0].source == "ardeco_suvgz");
  CHECK(numbers[0].vintage == "about 2024");
  CHECK(numbers[0].read);
  const auto persons = index.numbers(*index.find("commuting"), {"fyn", "long_cycle"});
  REQUIRE_FALSE(persons.empty());
  CHECK(persons[0].unit == "persons");
}

TEST_CASE("parameters can be found by key", "[data]") {
  Problems problems;
  const DataIndex index = DataIndex::read(root / "data", problems);
  const auto numbers = index.numbers(*index.find("parameters"), {"wages.epsilon"});
  REQUIRE_FALSE(numbers.empty());
  CHECK(numbers[0].column == "central");
  CHECK(numbers[0].unit == "elasticity");
  CHECK(nearest_choice("wages.epsilom", index.names()) == "wages.epsilon");
}

TEST_CASE("tables, columns and rows that are not described are problems", "[data][errors]") {
  SECTION("nothing is wrong with the smallest economy") {
    CHECK(first_problem(ScratchData{}).empty());
  }
  SECTION("a table nobody described") {
    const ScratchData scratch;
    scratch.write("people/extra.csv", "a\n1\n");
    CHECK(first_problem(scratch) == "is not described in titles.csv and tables.csv");
  }
  SECTION("a column nobody described") {
    const ScratchData scratch;
    scratch.replace("tables.csv", "geography/travel.csv,km,", "geography/travel.csv,kilometres,");
    CHECK(first_problem(scratch) == "unknown column \"km\"");
  }
  SECTION("a number column without a unit") {
    const ScratchData scratch;
    scratch.replace("tables.csv", "geography/travel.csv,km,number,km,", "geography/travel.csv,km,number,,");
    CHECK(first_problem(scratch) == "number column \"km\" has no unit");
  }
  SECTION("a row without a unit") {
    const ScratchData scratch;
    scratch.replace("base-year/benefits.csv", "0.2,mio_dkk_per_person_year", "0.2,");
    CHECK(first_problem(scratch) == "the number has no unit");
  }
  SECTION("text where a number belongs") {
    const ScratchData scratch;
    scratch.replace("geography/travel.csv", ",15,", ",far,");
    CHECK(first_problem(scratch) == "km is \"far\", not a number");
  }
}
