#include "support/strategy.h"

#include <filesystem>
#include <random>

#include "inputs/read_catalogue.h"
#include "inputs/read_scenario.h"
#include "support/real_economy.h"
#include "support/root.h"

namespace drivkraft::test {

namespace {

Strategy read_strategy() {
  const std::filesystem::path folder = root();
  const Dimensions& dimensions = real_economy().tables.dimensions;
  const ParameterTable& parameters = real_economy().parameters;
  InputRecord record;
  Problems problems;
  Strategy strategy;
  strategy.catalogue = read_catalogue(folder / "data" / "levers", dimensions, parameters, record, problems);
  strategy.scenario = read_scenario(folder / "scenarios" / "strategy-national.toml",
                                    {dimensions, strategy.catalogue, parameters}, {}, record, problems)
                          .scenario;
  problems.throw_if_any();
  return strategy;
}

}  // namespace

const Strategy& strategy() {
  static const Strategy read = read_strategy();
  return read;
}

Draw member(int number) {
  std::mt19937_64 random(static_cast<std::uint64_t>(number));  // its stream is fixed by the standard
  std::vector<ParameterOverride> drawn;
  for (const ParameterRow& row : real_economy().parameters.rows) {
    const double way = 0.25 + 0.5 * static_cast<double>(random() >> 11U) * 0x1.0p-53;
    if (row.varies && number > 0) drawn.push_back({row.key, row.low + way * (row.high - row.low)});
  }
  return central_draw(real_economy().parameters, drawn);
}

}  // namespace drivkraft::test
