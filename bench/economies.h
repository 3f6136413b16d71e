#pragma once

#include <memory>
#include <string>
#include <vector>

#include "economy/draw.h"
#include "economy/scenario.h"
#include "simulation/simulate.h"

namespace drivkraft::bench {

/// An economy to measure on, with the scenario its paths are run for.
struct Economy {
  std::string name;  // regions x industries x educations
  std::unique_ptr<const Model> model;
  LeverCatalogue catalogue;
  Scenario scenario;
  std::vector<Draw> draws;  // eight members; the first at central values
};

/// The delivered economy under scenarios/strategy-2020-2023.toml; members 1 to 7 draw every parameter that an ensemble
/// varies, evenly from the middle half of its range.
[[nodiscard]] const Economy& real();

/// A made-up economy of 98 regions, 69 industries and 6 educations, without levers.
[[nodiscard]] const Economy& large();

/// A made-up economy of any size, formed anew.
[[nodiscard]] Economy made_up(int regions, int industries, int educations);

}  // namespace drivkraft::bench
