// Every lever of the catalogue alone, in every region that it may be applied to, at its default dose.
#include <catch2/catch.hpp>
#include <string>

#include "support/lever_alone.h"

using namespace drivkraft;

namespace {

/// Regions in which the lever does not run, or moves something the other way, a line each.
std::string failures_of(int entry) {
  std::string failures;
  for (const test::LeverAlone& alone : test::lever_alone(entry)) {
    bool sound = alone.failure.empty();
    for (const test::Moved& moved : alone.moved) sound = sound && moved.as_expected();
    if (!sound) failures += '\n' + test::text_of(alone);
  }
  return failures;
}

}  // namespace

TEST_CASE("each lever alone runs in each of its regions and moves what it says", "[levers][property]") {
  const std::vector<LeverEntry>& entries = test::catalogue().entries;
  for (std::size_t k = 0; k < entries.size(); ++k) {
    INFO(entries[k].id);
    CHECK(failures_of(static_cast<int>(k)) == "");  // NOLINT(readability-container-size-empty): shows what failed
  }
}
