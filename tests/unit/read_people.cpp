#include "inputs/read_people.h"

#include <catch2/catch.hpp>
#include <filesystem>

#include "inputs/read_data.h"
#include "support/root.h"
#include "support/simple_projection.h"

using namespace drivkraft;
using drivkraft::test::SimpleProjection;
using drivkraft::test::YearFlows;

namespace {

struct Delivered {
  InputRecord record;
  Problems problems;
  BaseTables tables;
  std::size_t files_of_the_economy;
  PeopleTables people;
  explicit Delivered(const std::string& folder)
      : tables(read_base_tables(test::root() / folder, record, problems)),
        files_of_the_economy(record.files.size()),
        people(read_people_tables(test::root() / folder, tables.dimensions, record, problems)) {}
};

const Delivered& denmark() {
  static const Delivered delivered("data");
  return delivered;
}

double sum(std::span<const double> values) {
  double total = 0.0;
  for (const double value : values) total += value;
  return total;
}

enum : int { nordjylland, midtjylland, sydjylland, fyn, sjaelland, hovedstaden, bornholm };
enum : int { basic, upper_secondary, vocational, short_cycle, medium_cycle, long_cycle };
enum : int { women, men };

}  // namespace

TEST_CASE("the delivered people tables are read without problems", "[data][people]") {
  const Delivered& d = denmark();
  CAPTURE(d.problems.text());
  REQUIRE(d.problems.empty());
  const PeopleTables& p = d.people;
  CHECK(p.death_probability.sizes() == std::array{7, 2, 100});
  CHECK(p.emigrants.sizes() == std::array{7, 100, 6});
  CHECK(p.immigrants.sizes() == std::array{7, 2, 100, 6});
  CHECK(p.move_rate.sizes() == std::array{7, 7, 100});
  CHECK(p.move_factor_education.sizes() == std::array{7, 100, 6});
  CHECK(p.transition_rate.sizes() == std::array{7, 2, 100, 6, 6});
  CHECK(p.need_weight.sizes() == std::array{21, 100});
  CHECK(p.adoption.sizes() == std::array{7, 21, 4});
  CHECK(p.practices == std::vector<std::string>{"digital", "automation", "innovation", "green"});
  CHECK(p.catches_up.size() == 21);
  // Sources and industry_parameters.csv were entered by the reader of the economy.
  CHECK(d.record.files.size() == d.files_of_the_economy + 13);
}

TEST_CASE("numbers of the people tables land in their cells", "[data][people]") {
  const PeopleTables& p = denmark().people;
  // mortality.csv, first rows: born in the year, then age 0.
  CHECK(p.newborn_death_probability({nordjylland}, {women}) == 0.001514549);
  CHECK(p.newborn_death_improvement({nordjylland}, {women}) == 0.027843388);
  CHECK(p.death_probability({nordjylland}, {women}, {0}) == 0.001177478);
  CHECK(p.death_probability({nordjylland}, {women}, {1}) == 0.000212422);
  CHECK(p.birth_rate({nordjylland}, {13}) == 0.0);
  CHECK(p.birth_rate({nordjylland}, {14}) == 0.000938872);
  CHECK(p.birth_rate({bornholm}, {51}) == 0.0);
  CHECK(p.emigrants({nordjylland}, {1}, {basic}) == 47.787375);
  CHECK(p.emigrants({nordjylland}, {1}, {vocational}) == 0.0);
  CHECK(p.immigrants({nordjylland}, {women}, {1}, {basic}) == 0.5 * 76.195577);
  CHECK(p.immigrants({nordjylland}, {men}, {1}, {basic}) == 0.5 * 76.195577);
  CHECK(p.move_rate({nordjylland}, {midtjylland}, {7}) == 0.004063969);
  CHECK(p.move_rate({nordjylland}, {nordjylland}, {7}) == 0.0);
  CHECK(p.move_factor({nordjylland}, {6}) == 1.149213912);
  CHECK(p.move_factor({nordjylland}, {7}) == 1.225788722);
  CHECK(p.move_factor({hovedstaden}, {50}) == 1.0);
  CHECK(p.move_factor_education({nordjylland}, {28}, {long_cycle}) == 1.0);
  CHECK(p.move_factor_education({nordjylland}, {29}, {long_cycle}) != 1.0);
  CHECK(p.move_factor_education({nordjylland}, {29}, {basic}) == 1.0);
  CHECK(p.move_multiplier({14}, {upper_secondary}) == 1.0);
  CHECK(p.move_multiplier({19}, {upper_secondary}) == 1.6);
  CHECK(p.move_multiplier({99}, {long_cycle}) == 1.35);
  // education_transitions_smooth.csv, rate_fitted 0.0044014, times the multiplier of education_transitions_sex.csv.
  CHECK(p.transition_rate({nordjylland}, {women}, {16}, {basic}, {upper_secondary}) ==
        Approx(0.0044014 * 1.2394).epsilon(1e-14));
  CHECK(p.transition_rate({nordjylland}, {men}, {16}, {basic}, {upper_secondary}) ==
        Approx(0.0044014 * 0.7934).epsilon(1e-14));
  CHECK(p.transition_rate({nordjylland}, {men}, {70}, {basic}, {upper_secondary}) == 0.0);
}

TEST_CASE("pension age, need, drift, adoption and settings are read", "[data][people]") {
  const PeopleTables& p = denmark().people;
  const auto pension_age = [&](int born) {
    return p.pension_age.at(static_cast<std::size_t>(born - p.first_birth_year));
  };
  CHECK(pension_age(1919) == 65.0);
  CHECK(pension_age(1953) == 65.0);
  CHECK(pension_age(1954) == 65.75);
  CHECK(pension_age(1970) == 69.0);
  CHECK(pension_age(2080) == 70.0);
  const auto product = [](const char* id) {
    const std::vector<std::string> ids = ids_of(denmark().tables.dimensions.industries);
    return IndustryId{static_cast<int>(std::find(ids.begin(), ids.end(), id) - ids.begin())};
  };
  CHECK(p.need_weight(product("education"), {15}) == 1.0);
  CHECK(p.need_weight(product("education"), {16}) == 0.85);
  CHECK(p.need_weight(product("health_social"), {99}) == 4.5);
  CHECK(p.need_weight(product("trade"), {50}) == 1.0);
  CHECK(p.productivity_drift({nordjylland}) == -0.0033919198101923);
  CHECK(p.adoption({nordjylland}, product("agriculture"), {0}) == 0.10733401953974);
  CHECK(p.catches_up[static_cast<std::size_t>(product("trade").index)]);
  CHECK_FALSE(p.catches_up[static_cast<std::size_t>(product("life_science").index)]);
  CHECK(p.boys_share == 0.514);
  CHECK(p.fertility_base == 1.73);
  CHECK(p.fertility_glide_years == 12.0);
  CHECK(p.emigration_rate_cap == 0.25);
  CHECK(p.participation_end_age == 85.0);
}

TEST_CASE("chances of the delivered tables are chances", "[data][people]") {
  const PeopleTables& p = denmark().people;
  for (int r = 0; r < 7; ++r) {
    for (int a = 0; a < age_count; ++a) {
      double leaving = 0.0;
      for (int d = 0; d < 7; ++d) leaving += p.move_rate({r}, {d}, {a});
      CHECK(leaving > 0.0);
      CHECK(leaving < 0.5);
      for (int s = 0; s < sex_count; ++s) {
        for (int from = 0; from < 6; ++from) {
          double learning = 0.0;
          for (int to = 0; to < 6; ++to) {
            const double rate = p.transition_rate({r}, {s}, {a}, {from}, {to});
            if (to <= from) CHECK(rate == 0.0);
            learning += rate;
          }
          CHECK(learning < 0.75);
        }
      }
    }
  }
  CHECK(sum(p.immigrants.values()) == Approx(87'329.0).margin(0.01));  // data/README.md, Moves abroad
}

TEST_CASE("the tables project people as they were fitted to", "[data][people][verification]") {
  const Delivered& d = denmark();
  SimpleProjection projection(d.tables, d.people, 1.7);
  CHECK(projection.move_chance({sjaelland}, {hovedstaden}, {20}, {upper_secondary}) == Approx(0.255059).margin(1e-6));
  const YearFlows flows = projection.step();
  CHECK(flows.born == Approx(62'319.3).margin(0.05));
  CHECK(flows.died == Approx(54'456.3).margin(0.05));
  CHECK(flows.emigrated == Approx(68'607.1).margin(0.05));
  CHECK(flows.moved == Approx(117'278.4).margin(0.05));
  while (projection.year() < 2023) projection.step();
  double young = 0.0;
  for (int s = 0; s < sex_count; ++s) {
    for (int a = 20; a < 25; ++a) {
      for (int e = 0; e < 6; ++e) young += projection.people()({sjaelland}, {s}, {a}, {e});
    }
  }
  CHECK(young == Approx(39'925.1).margin(0.5));
  while (projection.year() < 2030) projection.step();
  CHECK(projection.total() == Approx(6'106'004.0).margin(0.5));
  CHECK(projection.total({hovedstaden}) == Approx(1'959'913.9).margin(0.5));
  while (projection.year() < 2040) projection.step();
  CHECK(projection.total() == Approx(6'264'543.9).margin(0.5));
  CHECK(projection.total({bornholm}) == Approx(37'400.4).margin(0.5));
}

TEST_CASE("the people of the smallest economy stand still", "[data][people]") {
  const Delivered d("tests/data/smallest");
  CAPTURE(d.problems.text());
  REQUIRE(d.problems.empty());
  CHECK(d.people.practices == std::vector<std::string>{"digital", "green"});
  CHECK(d.people.need_weight({1}, {70}) == 2.0);  // services
  CHECK(d.people.need_weight({0}, {70}) == 1.0);  // goods: other
  SimpleProjection projection(d.tables, d.people, 1.7);
  const YearFlows flows = projection.step();
  CHECK(flows.born == Approx(36.0).epsilon(1e-9));
  CHECK(flows.emigrated == Approx(8.0).epsilon(1e-9));
  CHECK(flows.moved == 0.0);
  for (std::size_t cell = 0; cell < d.tables.population.cells(); ++cell) {
    CHECK(projection.people().values()[cell] == Approx(d.tables.population.values()[cell]).margin(1e-5));
  }
}
