#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "base/errors.h"

using namespace drivkraft;

namespace {

const std::vector<std::string> region_names{"nordjylland", "midtjylland", "sydjylland", "fyn",
                                            "sjaelland",   "hovedstaden", "bornholm"};

std::string text_of(Place place, std::string message, std::string hint) {
  Problems problems;
  problems.add(std::move(place), std::move(message), std::move(hint));
  return problems.text();
}

}  // namespace

TEST_CASE("a problem shows its place, its line and a way out", "[errors]") {
  Problems problems;
  problems.add({"scenarios/upskilling.toml", 14, 12, 11, R"(regions = ["sydjyland", "fyn"])"},
               R"(unknown region "sydjyland" in lever "upskill-unskilled")", did_you_mean("sydjyland", region_names));
  problems.add({"data/baseline/employment.csv", 31, 4, 1, {}}, "employment is -12 persons, must not be negative");
  CHECK(problems.text() ==
        R"(scenarios/upskilling.toml:14:12: unknown region "sydjyland" in lever "upskill-unskilled"
   14 | regions = ["sydjyland", "fyn"]
      |            ^~~~~~~~~~~ did you mean "sydjylland"?
data/baseline/employment.csv:31:4: employment is -12 persons, must not be negative
2 problems found; nothing was run.)");
}

TEST_CASE("one problem is counted as one", "[errors]") {
  CHECK(text_of({"a.csv", 0, 0, 1, {}}, "is empty", {}) == "a.csv: is empty\n1 problem found; nothing was run.");
}

TEST_CASE("a hint stands on a line of its own when there is no line to show", "[errors]") {
  CHECK(text_of({"a.csv", 7, 0, 1, {}}, "is not text", "save as UTF-8") ==
        "a.csv:7: is not text\n      save as UTF-8\n1 problem found; nothing was run.");
}

TEST_CASE("a problem of a whole line has no caret", "[errors]") {
  CHECK(text_of({"a.csv", 7, 0, 1, "1,2"}, "too few cells", "add one") ==
        "a.csv:7: too few cells\n    7 | 1,2\n      | add one\n1 problem found; nothing was run.");
}

TEST_CASE("the caret stands under the place in lines with Danish letters and tabs", "[errors]") {
  CHECK(text_of({"a.csv", 2, 4, 2, "\tøæ12"}, "m", {}) ==
        "a.csv:2:4: m\n    2 | \tøæ12\n      | \t  ^~\n1 problem found; nothing was run.");
}

TEST_CASE("what throws carries every problem", "[errors]") {
  Problems problems;
  CHECK_NOTHROW(problems.throw_if_any());
  problems.add({}, "first");
  problems.append(problems);
  try {
    problems.throw_if_any();
    FAIL("nothing was thrown");
  } catch (const InputError& error) {
    CHECK(error.problems().size() == 2);
    CHECK(std::string(error.what()) == "first\nfirst\n2 problems found; nothing was run.");
  }
}

TEST_CASE("the nearest choice allows slips and nothing more", "[errors]") {
  CHECK(nearest_choice("nordjyland", region_names) == "nordjylland");
  CHECK(nearest_choice("Fyn", region_names) == "fyn");
  CHECK(nearest_choice("fny", region_names) == "fyn");  // two letters swapped are one slip
  CHECK(nearest_choice("sjælland", region_names) == "sjaelland");
  CHECK(nearest_choice("skaane", region_names).empty());
  CHECK(nearest_choice("", region_names).empty());
  CHECK(nearest_choice("x", {}).empty());
  CHECK(nearest_choice("x", {"y"}).empty());
}

TEST_CASE("few choices are listed when none is near", "[errors]") {
  CHECK(did_you_mean("curved", {"curve", "flexible"}) == R"(did you mean "curve"?)");
  CHECK(did_you_mean("zzz", {"curve", "flexible"}) == "choices: curve, flexible");
  CHECK(did_you_mean("zzz", {}).empty());
  CHECK(did_you_mean("zzz", std::vector<std::string>(30, "curve")).empty());
}
