// What the fuzzers have found worth keeping (tests/fuzz/corpus) is read in every test, by the same functions.

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "fuzz/feed.h"
#include "support/root.h"

using namespace drivkraft;

namespace {

/// Feeds every file of a corpus folder; returns how many there are.
int feed_all(const std::string& reader, void (*feed)(std::string_view)) {
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(test::root() / "tests/fuzz/corpus" / reader)) {
    std::ifstream stream(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    INFO(entry.path().string());
    REQUIRE_NOTHROW(feed(bytes));
    ++files;
  }
  return files;
}

}  // namespace

TEST_CASE("the readers keep their promises on the corpus of scenarios", "[fuzz]") {
  CHECK(feed_all("scenario", fuzz::feed_scenario) > 20);
}

TEST_CASE("the readers keep their promises on the corpus of levers", "[fuzz]") {
  CHECK(feed_all("levers", fuzz::feed_levers) > 20);
}

TEST_CASE("the readers keep their promises on the corpus of tables", "[fuzz]") {
  CHECK(feed_all("table", fuzz::feed_table) > 20);
}
