#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "inputs/read_data.h"
#include "support/scratch_data.h"

using namespace drivkraft;
using drivkraft::test::ScratchData;

namespace {

const std::string file = "parameters/parameters.csv";
const std::string header =
    "key,description,unit,central,low,high,distribution,vary,grade,source,geography,found_in,note\n";

Problems problems_of(const ScratchData& scratch, const std::vector<std::string>& keys_of_levers = {}) {
  InputRecord record;
  Problems problems;
  const ParameterFile table = read_parameter_table(scratch.folder() / file, record, problems);
  static_cast<void>(central_parameters(table, keys_of_levers, problems));
  return problems;
}

/// What is wrong with one row of central, low, high, distribution and vary.
std::string problem_of(const std::string& numbers) {
  const ScratchData scratch;
  scratch.write(file, header + "test.key,d,share," + numbers + ",C,s,,,\n");
  InputRecord record;
  Problems problems;
  static_cast<void>(read_parameter_table(scratch.folder() / file, record, problems));
  return problems.empty() ? std::string{} : problems.list()[0].message;
}

}  // namespace

TEST_CASE("the smallest economy has every parameter and no other", "[parameters]") {
  CHECK(problems_of(ScratchData{}).empty());
}

TEST_CASE("a key without a row and a row without a reader are named", "[parameters][errors]") {
  const ScratchData scratch;
  scratch.replace(file, "\nwages.epsilon,", "\nwages.epsilom,");
  const Problems problems = problems_of(scratch);
  REQUIRE(problems.size() == 2);
  CHECK(problems.list()[0].message == R"(no row for parameter "wages.epsilon")");
  CHECK(problems.list()[1].message == R"(nothing reads parameter "wages.epsilom")");
  CHECK(problems.list()[1].hint == R"(did you mean "wages.epsilon"?)");
  CHECK(problems.list()[1].place.line > 1);
  CHECK(problems.list()[1].place.column == 1);
}

TEST_CASE("a row that a lever names is read", "[parameters]") {
  const ScratchData scratch;
  scratch.append(file, "advice,effect of advice,proportion,0.03,0,0.08,triangular,1,B,somebody,,,\n");
  CHECK(problems_of(scratch, {"advice"}).empty());
  CHECK(problems_of(scratch).size() == 1);
}

TEST_CASE("of new firms no more are there after five years than after one, in the table", "[parameters][errors]") {
  const ScratchData scratch;
  scratch.replace(file, "one year,share,0.72,0.68,0.8,", "one year,share,0.42,0.38,0.5,");
  const Problems problems = problems_of(scratch);
  REQUIRE(problems.size() == 1);
  CHECK(
      problems.list()[0].message ==
      R"(parameter "firms.survival.five_years" is 0.43, must not be above parameter "firms.survival.one_year", 0.42)");
}

TEST_CASE("a key stands once", "[parameters][errors]") {
  const ScratchData scratch;
  scratch.append(file, "wages.epsilon,d,share,0.03,0,0.08,triangular,1,B,somebody,,,\n");
  const Problems problems = problems_of(scratch);
  REQUIRE(problems.size() == 1);
  CHECK(problems.list()[0].message.find("key \"wages.epsilon\" stands twice; the first is line ") == 0);
}

TEST_CASE("a row breaks no condition of its distribution", "[parameters][errors]") {
  CHECK(problem_of("0.5,0.2,0.9,triangular,1").empty());
  CHECK(problem_of("0.2,0.2,0.9,triangular,1").empty());
  CHECK(problem_of("0.5,0.2,0.9,beta,1").empty());
  CHECK(problem_of("0.5,0.5,0.5,uniform,0").empty());
  CHECK(problem_of("0.1,0.2,0.9,triangular,1") ==
        "test.key has low 0.2, central 0.1, high 0.9; they must be finite and in this order");
  CHECK(problem_of("0.2,0.2,0.9,normal,1") == "test.key: a normal needs low < central < high");
  CHECK(problem_of("0.2,0,0.9,lognormal,1") == "test.key: a lognormal needs 0 < low < central < high");
  CHECK(problem_of("0.2,0,0.9,beta,1") == "test.key: a beta needs 0 < low < central < high < 1");
  CHECK(problem_of("0.0005,0.0001,0.9,beta,1") == "test.key: the range is too wide for a beta with this mean");
  CHECK(problem_of("0.3,0.2,0.9,uniform,1") ==
        "test.key: the central value of a uniform lies in the middle of low and high");
  CHECK(problem_of("0.5,0.5,0.5,uniform,1") ==
        "test.key: low equals high, so an ensemble cannot draw it: vary must be 0");
  CHECK(problem_of("0.5,0.2,0.9,trangular,1") == R"(unknown distribution "trangular")");
  CHECK(problem_of("0.5,0.2,0.9,triangular,2") == "vary is \"2\", must be 0 or 1");
  CHECK(problem_of("0.5,nan,0.9,triangular,1") == "low is nan, must be a finite number");
}

TEST_CASE("a parameter without description, unit, source or grade is refused", "[parameters][errors]") {
  const ScratchData scratch;
  scratch.write(file, header + "test.key,,,0.5,0.2,0.9,triangular,1,E,,,,\n");
  InputRecord record;
  Problems problems;
  CHECK(read_parameter_table(scratch.folder() / file, record, problems).rows.empty());
  std::vector<std::string> messages;
  for (const Problem& problem : problems.list()) messages.push_back(problem.message);
  CHECK(messages == std::vector<std::string>{"description is missing", "unit is missing", "source is missing",
                                             "grade is \"E\", must be A, B, C or D"});
}
