#pragma once

#include <string>

#include "economy/scenario.h"
#include "inputs/read_scenario.h"

namespace drivkraft {

/// A scenario's first four lines, 2018-2030.
inline const std::string sound_head =
    "# one\n# two\n# three\n"
    "scenario = { name = \"A\", about = \"B\", baseline = \"b.toml\", years = [2018, 2030] }\n";

/// A small world to read scenarios against: three regions, three industries, two educations, levers "advice" (all
/// regions; food and knowledge_services), "purchases" and "people" (not Bornholm).
struct ScenarioWorld {
  ScenarioWorld();
  [[nodiscard]] ScenarioContext context() const { return {dimensions, catalogue, parameters}; }

  Dimensions dimensions;
  ParameterTable parameters;
  LeverCatalogue catalogue;
};

/// The levers of the world as a file of data/levers.
[[nodiscard]] std::string lever_file();

}  // namespace drivkraft
