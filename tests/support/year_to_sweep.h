#pragma once

#include <array>
#include <cmath>
#include <vector>

#include "equilibrium/equations.h"
#include "simulation/model.h"

namespace drivkraft::test {

/// The base year of a model as a year to sweep, in W lanes at the model's central values or at draws of their own, and
/// a point off its solution at which no term is zero.
template <int W>
struct YearToSweep {
  YearToSweep(const Model& model, const std::array<Parameters, W>& draws, WageRule wages)
      : behaviour(behaviour_of<W>(model.base(), draws.data())),
        start(first_state<W>(
            {.economy = model.economy(), .sizes = model.sizes(), .behaviour = behaviour, .layout = model.layout()})),
        now(start),
        year{.base = model.base(),
             .sizes = model.sizes(),
             .behaviour = behaviour,
             .wages = wages,
             .last = start,
             .baseline = &start,
             .baseline_last = &start,
             .now = now},
        work(model.sizes()),
        y(first_solution<W>(model.sizes(), 1.0)) {
    for (std::size_t k = 0; k < y.size(); ++k) y[k] += Lanes<W>(0.001 * std::sin(static_cast<double>(k)));
    prepare_year(year, work);
  }
  YearToSweep(const YearToSweep&) = delete;
  YearToSweep& operator=(const YearToSweep&) = delete;

  Behaviour<W> behaviour;
  State<W> start, now;
  Year<W> year;
  Workspace<W> work;
  std::vector<Lanes<W>> y;
};

}  // namespace drivkraft::test
