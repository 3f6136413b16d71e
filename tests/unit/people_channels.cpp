// Persons that levers lift, keep and recruit, by hand.
#include "policy/people_channels.h"

#include <catch2/catch.hpp>
#include <cmath>

using namespace drivkraft;

namespace {

SourcedNumber number(double value) {
  SourcedNumber sourced;
  sourced.value = value;
  return sourced;
}

ChannelUse channel(Channel kind, std::map<std::string, SourcedNumber> parameters) {
  ChannelUse use;
  use.channel = kind;
  use.parameters = std::move(parameters);
  return use;
}

ChannelUse upgrade(double delay) {
  ChannelUse use = channel(
      Channel::skills_upgrade,
      {{"deadweight", number(0.25)}, {"delay", number(delay)}, {"age_from", number(25)}, {"age_to", number(54)}});
  use.from_education = EducationId{0};
  use.to_education = EducationId{2};
  return use;
}

ChannelUse recruitment() {
  ChannelUse use = channel(Channel::migration_recruitment, {{"deadweight", number(0.5)},
                                                            {"age_from", number(25)},
                                                            {"age_to", number(49)},
                                                            {"exit_two_years", number(0.36)},
                                                            {"exit_five_years", number(0.5)}});
  use.education_shares = {0.0, 0.25, 0.75};
  return use;
}

const Draw draw;

}  // namespace

TEST_CASE("a delay of two and a half years moves half after two years and half after three", "[policy][people][unit]") {
  const ChannelUse use = channel(Channel::skills_upgrade, {{"deadweight", number(0.25)}});
  const std::vector<double> doses{0.0, 100.0, 0.0, 40.0, 0.0, 0.0, 0.0, 0.0};
  const double by_year[]{0.0, 0.0, 0.0, 37.5, 37.5, 15.0, 15.0, 0.0};
  double sum = 0.0;
  for (int year = 0; year < 8; ++year) {
    const double moved = moved_persons(doses, year, 2.5, use, draw);
    CAPTURE(year);
    CHECK(moved == Approx(by_year[year]).margin(1e-13));
    sum += moved;
  }
  CHECK(sum == Approx(0.75 * 140.0).epsilon(1e-14));  // nobody is counted twice, nobody is lost
}

TEST_CASE("a whole delay moves in one year, and any delay moves everybody once", "[policy][people][unit]") {
  const ChannelUse use = channel(Channel::skills_upgrade, {{"deadweight", number(0.25)}});
  const std::vector<double> doses{100.0, 0.0, 0.0, 0.0, 0.0, 0.0};
  CHECK(moved_persons(doses, 0, 0.0, use, draw) == 75.0);
  CHECK(moved_persons(doses, 1, 0.0, use, draw) == 0.0);
  CHECK(moved_persons(doses, 1, 2.0, use, draw) == 0.0);
  CHECK(moved_persons(doses, 2, 2.0, use, draw) == 75.0);
  CHECK(moved_persons(doses, 0, 0.2, use, draw) == Approx(60.0).epsilon(1e-14));
  CHECK(moved_persons(doses, 1, 0.2, use, draw) == Approx(15.0).epsilon(1e-14));
  const double delay = GENERATE(0.0, 0.3, 1.0, 1.9, 2.5, 4.0);
  double sum = 0.0;
  for (int year = 0; year < 6; ++year) sum += moved_persons(doses, year, delay, use, draw);
  CHECK(sum == Approx(75.0).epsilon(1e-14));
}

TEST_CASE("recruits leave at an even rate until the second year, then at another until the fifth",
          "[policy][people][unit]") {
  CHECK(recruits_staying(0, 0.36, 0.5) == 1.0);
  CHECK(recruits_staying(1, 0.36, 0.5) == Approx(0.8).epsilon(1e-14));
  CHECK(recruits_staying(2, 0.36, 0.5) == Approx(0.64).epsilon(1e-14));
  CHECK(recruits_staying(3, 0.36, 0.5) == Approx(0.64 * std::cbrt(0.5 / 0.64)).epsilon(1e-13));
  CHECK(recruits_staying(5, 0.36, 0.5) == Approx(0.5).epsilon(1e-14));
  CHECK(recruits_staying(10, 0.36, 0.5) == Approx(0.5).epsilon(1e-14));  // the rest leave like everybody
  CHECK(recruits_staying(7, 0.0, 0.0) == 1.0);
}

TEST_CASE("a lever's persons stand in the lists of the year with their ages and educations", "[policy][people][unit]") {
  PeoplePolicy<4> people;
  const std::vector<double> doses{0.0, 100.0, 0.0, 0.0};
  add_people_channel<4>(upgrade(1.0), 3, doses, 1, draw, 0, people);
  CHECK(people.empty());  // nothing yet: no entry
  add_people_channel<4>(upgrade(1.0), 3, doses, 2, draw, 0, people);
  add_people_channel<4>(upgrade(1.5), 3, doses, 2, draw, 2, people);
  add_people_channel<4>(upgrade(1.0), 3, doses, 2, draw, 2, people);  // a second lever on the same people adds up
  REQUIRE(people.upgrades.size() == 1);
  const auto& lifted = people.upgrades[0];
  CHECK(lifted.region == 3);
  CHECK(lifted.from == 0);
  CHECK(lifted.to == 2);
  CHECK(lifted.age_from == 25);
  CHECK(lifted.age_to == 54);
  CHECK(lifted.persons.lane(0) == 75.0);
  CHECK(lifted.persons.lane(1) == 0.0);
  CHECK(lifted.persons.lane(2) == 112.5);
  add_people_channel<4>(upgrade(1.0), 4, doses, 2, draw, 0, people);
  CHECK(people.upgrades.size() == 2);  // another region

  ChannelUse kept = channel(Channel::migration_retention,
                            {{"deadweight", number(0.9)}, {"age_from", number(22)}, {"age_to", number(30)}});
  kept.education_shares = {0.0, 0.4, 0.6};
  add_people_channel<4>(kept, 3, doses, 1, draw, 1, people);
  REQUIRE(people.retentions.size() == 2);  // the first education has no share
  CHECK(people.retentions[0].education == 1);
  CHECK(people.retentions[0].persons.lane(1) == Approx(4.0).epsilon(1e-13));
  CHECK(people.retentions[1].persons.lane(1) == Approx(6.0).epsilon(1e-13));
  add_people_channel<4>(kept, 3, doses, 2, draw, 1, people);
  CHECK(people.retentions[0].persons.lane(1) == Approx(4.0).epsilon(1e-13));  // only in the year of the dose
}

TEST_CASE("recruits come in the year of the dose and leave until five years later", "[policy][people][unit]") {
  const std::vector<double> doses{0.0, 80.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0};
  const double third = std::cbrt(0.5 / 0.64);
  const double leaving[]{
      0.0, 0.0, 8.0, 6.4, 25.6 * (1.0 - third), 25.6 * third * (1.0 - third), 25.6 * third * third * (1.0 - third),
      0.0};
  double left = 0.0;
  for (int year = 0; year < 8; ++year) {
    PeoplePolicy<1> people;
    add_people_channel<1>(recruitment(), 0, doses, year, draw, 0, people);
    double arrivals = 0.0, exits = 0.0;
    for (const auto& entry : people.recruitments) {
      CHECK(entry.age_from == 25);
      CHECK(entry.age_to == 49);
      arrivals += entry.arrivals.v;
      exits += entry.exits.v;
    }
    CAPTURE(year);
    CHECK(arrivals == Approx(year == 1 ? 40.0 : 0.0).epsilon(1e-14));
    CHECK(exits == Approx(leaving[year]).margin(1e-12));
    if (year == 1) {
      REQUIRE(people.recruitments.size() == 2);
      CHECK(people.recruitments[0].arrivals.v == Approx(10.0).epsilon(1e-14));
      CHECK(people.recruitments[1].education == 2);
      CHECK(people.recruitments[1].arrivals.v == Approx(30.0).epsilon(1e-14));
    }
    left += exits;
  }
  CHECK(left == Approx(20.0).epsilon(1e-13));
}
