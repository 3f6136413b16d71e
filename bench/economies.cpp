#include "economies.h"

#include <utility>

#include "calibration/calibrate.h"
#include "support/real_economy.h"
#include "support/strategy.h"
#include "support/synthetic_economy.h"

namespace drivkraft::bench {

namespace {

constexpr int members = 8;

Economy delivered(std::unique_ptr<const Model> model) {
  Economy economy{"7x21x6", std::move(model), test::strategy().catalogue, test::strategy().scenario, {}};
  for (int number = 0; number < members; ++number) economy.draws.push_back(test::member(number));
  return economy;
}

}  // namespace

const Economy& real() {
  static const Economy economy = [] {
    const Parameters& central = test::real_economy().draw.equations;
    return delivered(std::make_unique<const Model>(
        calibrate(test::real_economy().tables, central, central[Parameter::productivity_growth]), central));
  }();
  return economy;
}

const Economy& peopled() {
  static const Economy economy = [] {
    const test::RealEconomy& read = test::real_economy();
    return delivered(std::make_unique<const Model>(build_economy(read.tables, read.people, read.draw.equations),
                                                   read.draw.equations));
  }();
  return economy;
}

Economy made_up(int regions, int industries, int educations) {
  const Parameters central = test::synthetic_parameters();
  Scenario scenario;
  scenario.last_year = test::real_economy().tables.dimensions.base_year + 22;
  Economy economy{
      std::to_string(regions) + "x" + std::to_string(industries) + "x" + std::to_string(educations),
      std::make_unique<const Model>(calibrate(test::synthetic_tables(regions, industries, educations, 2018U), central,
                                              central[Parameter::productivity_growth]),
                                    central),
      {},
      scenario,
      std::vector<Draw>(members)};
  for (Draw& draw : economy.draws) draw.equations = central;
  return economy;
}

const Economy& large() {
  static const Economy economy = made_up(98, 69, 6);
  return economy;
}

}  // namespace drivkraft::bench
