// Whatever the people tables hold, reading them ends with rates that move people, or with problems: never with a crash,
// and never with a number that is no chance.

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <random>
#include <span>
#include <string>

#include "inputs/read_data.h"
#include "inputs/read_people.h"
#include "support/scratch_data.h"
#include "support/simple_projection.h"

using namespace drivkraft;
using drivkraft::test::ScratchData;
using drivkraft::test::SimpleProjection;

namespace {

constexpr std::array files{"people/mortality.csv",
                           "people/fertility.csv",
                           "people/international_migration.csv",
                           "people/internal_migration.csv",
                           "people/internal_migration_education.csv",
                           "people/migration_fit.csv",
                           "people/education_transitions_smooth.csv",
                           "people/education_transitions_sex.csv",
                           "people/pension_age.csv",
                           "people/demography.csv",
                           "base-year/public_consumption_age.csv",
                           "base-year/drift.csv",
                           "base-year/adoption.csv",
                           "base-year/industry_parameters.csv",
                           "dimensions/practices.csv"};

constexpr std::array fragments{"0",    "1",     "-1",  "99",    "1e300", "nan",  "\n",    ",",  "\"",  "90+",
                               "0-99", "basic", "all", "other", "1900",  "2100", "0.999", "\r", "+\n", "island"};

/// One or two changes: another digit, a cut, a fragment put in or over what is there, a byte, a piece copied.
std::string mutated(std::string text, std::mt19937& chance) {
  const std::size_t changes = 1 + chance() % 2;
  for (std::size_t k = 0; k < changes && !text.empty(); ++k) {
    const std::size_t at = chance() % text.size();
    const std::string fragment = fragments[chance() % fragments.size()];
    switch (chance() % 8) {
      case 0: text.erase(at, chance() % 20); break;
      case 1: text.insert(at, fragment); break;
      case 2: text.replace(at, std::min(fragment.size(), text.size() - at), fragment); break;
      case 3: text[at] = static_cast<char>(chance() % 256); break;
      case 4: text.insert(at, text.substr(chance() % text.size(), chance() % 60)); break;
      default: {
        const std::size_t digit = text.find_first_of("0123456789", at);
        if (digit != std::string::npos) text[digit] = static_cast<char>('0' + chance() % 10);
      }
    }
  }
  return text;
}

bool all_chances(std::span<const double> values) {
  return std::all_of(values.begin(), values.end(), [](double value) { return value >= 0.0 && value <= 1.0; });
}

bool all_amounts(std::span<const double> values) {
  return std::all_of(values.begin(), values.end(), [](double value) { return value >= 0.0 && std::isfinite(value); });
}

void check_sound(const BaseTables& tables, const PeopleTables& people) {
  CHECK(all_chances(people.death_probability.values()));
  CHECK(all_chances(people.death_improvement.values()));
  CHECK(all_chances(people.birth_rate.values()));
  CHECK(all_chances(people.transition_rate.values()));
  CHECK(all_chances(people.adoption.values()));
  CHECK(all_amounts(people.immigrants.values()));
  CHECK(all_amounts(people.move_factor.values()));
  CHECK(all_amounts(people.need_weight.values()));
  CHECK(people.pension_age.size() >= 2080 - 1919 + 1);
  SimpleProjection projection(tables, people, people.fertility_base);
  projection.step();
  CHECK(all_amounts(projection.people().values()));
}

}  // namespace

TEST_CASE("no people table brings the reader down", "[property][fuzz][people]") {
  const ScratchData scratch;
  InputRecord record;
  Problems of_the_economy;
  const BaseTables tables = read_base_tables(scratch.folder(), record, of_the_economy);
  REQUIRE(of_the_economy.empty());
  std::mt19937 chance{2019};
  int sound = 0;
  int broken = 0;
  for (int k = 0; k < 450; ++k) {
    const char* file = files[static_cast<std::size_t>(k) % files.size()];
    const std::string whole = scratch.read(file);
    const std::string text = mutated(whole, chance);
    scratch.write(file, text);
    InputRecord again;
    Problems problems;
    CAPTURE(file, text);
    const PeopleTables people = read_people_tables(scratch.folder(), tables.dimensions, again, problems);
    problems.empty() ? ++sound : ++broken;
    if (problems.empty()) check_sound(tables, people);
    REQUIRE_FALSE(problems.text().empty());
    scratch.write(file, whole);
  }
  CHECK(sound > 25);
  CHECK(broken > 200);
}
