#include "economies.h"

#include <filesystem>
#include <random>
#include <utility>

#include "calibration/calibrate.h"
#include "inputs/read_catalogue.h"
#include "inputs/read_data.h"
#include "inputs/read_scenario.h"
#include "support/real_economy.h"
#include "support/root.h"
#include "support/synthetic_economy.h"

namespace drivkraft::bench {

namespace {

constexpr int members = 8;

/// A share of the way through the middle half of a range, by a generator whose stream the standard fixes.
double within_middle_half(const ParameterRow& row, std::mt19937& random) {
  const double way = 0.25 + 0.5 * static_cast<double>(random()) / 4294967295.0;
  return row.low + way * (row.high - row.low);
}

std::vector<Draw> draws_of(const ParameterTable& table) {
  std::vector<Draw> draws{central_draw(table, {})};
  std::mt19937 random(2018);
  while (draws.size() < members) {
    std::vector<ParameterOverride> drawn;
    for (const ParameterRow& row : table.rows) {
      if (row.varies) drawn.push_back({row.key, within_middle_half(row, random)});
    }
    draws.push_back(central_draw(table, drawn));
  }
  return draws;
}

Economy read_real() {
  const test::RealEconomy& economy = test::real_economy();
  const Dimensions& dimensions = economy.tables.dimensions;
  InputRecord record;
  Problems problems;
  const std::filesystem::path folder = test::root();
  LeverCatalogue catalogue =
      read_catalogue(folder / "data" / "levers", dimensions, economy.parameters, record, problems);
  const ScenarioFile file = read_scenario(folder / "scenarios" / "strategy-2020-2023.toml",
                                          {dimensions, catalogue, economy.parameters}, {}, record, problems);
  problems.throw_if_any();
  const Parameters& central = economy.draw.equations;
  return {"7x21x6",
          std::make_unique<const Model>(calibrate(economy.tables, central, central[Parameter::productivity_growth]),
                                        central),
          std::move(catalogue), file.scenario, draws_of(economy.parameters)};
}

}  // namespace

const Economy& real() {
  static const Economy economy = read_real();
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
