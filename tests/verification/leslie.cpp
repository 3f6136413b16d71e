// A projection by age against print: Preston, Heuveline and Guillot (2001), Demography, box 6.2, the women of Sweden
// from 1993 to 1998 with migrants, half of whom come at the start and half at the end. Printed to whole persons.
#include <array>
#include <catch2/catch.hpp>

#include "blocks/demography.h"

using namespace drivkraft;

namespace {

constexpr std::size_t groups = 18;  // five years of age each, the last is 85 and over; a step is five years
constexpr std::array<double, groups> women_1993{293395, 248369, 240012, 261346, 285209, 314388, 281290, 286923, 304108,
                                                324946, 247613, 211351, 215140, 221764, 223506, 183654, 141990, 112424};
constexpr std::array<double, groups> net_migrants{6840, 4150, 3365, 5270, 9240, 8230, 5470, 3155, 1770,
                                                  1115, 1075, 845,  645,  530,  465,  300,  250,  175};
constexpr std::array<double, groups> years_lived{497487, 497138, 496901, 496531, 495902, 495168,
                                                 494213, 492760, 490447, 486613, 480665, 471786,
                                                 457852, 436153, 402775, 350358, 271512, 291707};
/// Children of both sexes in the five years, by age of the mother.
constexpr std::array<double, groups> births{0, 0, 0, 15244, 126688, 229354, 170057, 63203, 10971, 472};
constexpr std::array<double, groups> women_1998{302392, 298682, 252007, 244150, 268267, 293515, 320624, 284767, 288031,
                                                303166, 322062, 243989, 205841, 205516, 205270, 194771, 142565, 131966};

/// Women alone in one region, group k of the box at age k. From the last group on everybody lives on by the same
/// chance, so that those of 85 and over are the ages from there on.
BasePeople sweden() {
  constexpr auto ages = static_cast<std::size_t>(age_count);
  BasePeople people;
  people.regions = people.educations = 1;
  people.base_year = 1993;
  for (auto* by_sex_and_age : {&people.population, &people.death_probability, &people.death_improvement,
                               &people.immigrants, &people.participation_there})
    by_sex_and_age->assign(sex_count * ages, 0.0);
  for (auto* by_age : {&people.birth_rate, &people.emigration_rate, &people.move_rate, &people.move_away})
    by_age->assign(ages, 0.0);
  people.first_step.assign(sex_count * ages + 1, 0);
  people.newborn_death_improvement.assign(sex_count, 0.0);
  people.newborn_death_probability.assign(sex_count, 1.0 - years_lived[0] / 500000.0);
  people.boys_share = 1.05 / 2.05;
  people.fertility_glide_years = 1.0;
  const double oldest = years_lived[groups - 1] / (years_lived[groups - 2] + years_lived[groups - 1]);
  for (std::size_t k = 0; k < ages; ++k)
    people.death_probability[k] = 1.0 - (k + 2 < groups ? years_lived[k + 1] / years_lived[k] : oldest);
  for (std::size_t k = 0; k < groups; ++k) {
    people.population[k] = women_1993[k] + net_migrants[k] / 2.0;
    people.birth_rate[k] = births[k] / people.population[k];
    if (k > 0) people.immigrants[k - 1] = net_migrants[k] / 2.0;  // who are a group older at the end
  }
  return people;
}

}  // namespace

TEST_CASE("five years of Sweden's women as printed", "[people][verification]") {
  const BasePeople people = sweden();
  Dimensions dimensions;
  dimensions.regions = dimensions.industries = dimensions.educations = {{"one", "", ""}};
  const StateLayout layout(dimensions);
  State<4> first(layout), later(layout);
  PeopleWorkspace<4> work(people);
  first_people(people, first);
  advance_people(people, {}, 1, first, later, work);
  const auto women = [&](std::size_t age) { return later[Field::population][age].lane(2); };
  constexpr double rounded = 0.5;
  constexpr std::size_t last = groups - 1;
  CHECK(women(0) + net_migrants[0] / 2.0 == Approx(women_1998[0]).margin(rounded).epsilon(0));
  for (std::size_t k = 1; k < last; ++k) {
    CAPTURE(k);
    CHECK(women(k) == Approx(women_1998[k]).margin(rounded).epsilon(0));
  }
  CHECK(women(last) + women(last + 1) == Approx(women_1998[groups - 1]).margin(rounded).epsilon(0));
  CHECK(later[Field::residual_people][0].lane(2) < 1e-6);
}
