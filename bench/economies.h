#pragma once

#include <array>
#include <cstddef>
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

/// The delivered economy under scenarios/strategy-national.toml, members as tests/support/strategy.h draws them;
/// people stand still.
[[nodiscard]] const Economy& real();

/// The same as the program runs it: people age, learn, move and retire, technology drifts, practices spread.
[[nodiscard]] const Economy& peopled();

/// A made-up economy of 98 regions, 69 industries and 6 educations, without levers.
[[nodiscard]] const Economy& large();

/// A made-up economy of any size, formed anew.
[[nodiscard]] Economy made_up(int regions, int industries, int educations);

/// The parameters of the first W members.
template <int W>
[[nodiscard]] std::array<Parameters, W> parameters_of(const Economy& economy) {
  std::array<Parameters, W> parameters;
  for (std::size_t k = 0; k < W; ++k) parameters[k] = economy.draws[k].equations;
  return parameters;
}

}  // namespace drivkraft::bench
