#include "support/shocked_year.h"

#include <cmath>

#include "equilibrium/approach.h"
#include "equilibrium/equations.h"
#include "support/real_economy.h"

namespace drivkraft::test {

namespace {

/// The unknowns of a solved year, read back from its state.
std::vector<Lanes<1>> unknowns_of(const Model& model, const State<1>& state) {
  const Unknowns at(model.sizes());
  std::vector<Lanes<1>> y(static_cast<std::size_t>(at.count), Lanes<1>(0.0));
  const auto fill = [&](Field field, int first) {
    for (std::size_t k = 0; k < state.all(field).size(); ++k)
      y[static_cast<std::size_t>(first) + k] = Lanes<1>(std::log(state[field][k].v));
  };
  fill(Field::wage_index, at.wages);
  fill(Field::rental_rate, at.rental_rates);
  fill(Field::output_price, at.prices);
  for (std::size_t k = 0; k < model.base().output.cells(); ++k) {
    const double base = model.base().output.data()[k];
    if (base > 0.0) y[static_cast<std::size_t>(at.outputs) + k] = Lanes<1>(std::log(state[Field::output][k].v / base));
  }
  return y;
}

}  // namespace

ShockedYear shocked_year(const Model& model, const Draw& draw, const Closures& closures,
                         const std::function<void(State<1>&)>& shock) {
  const Run baseline = run(model, draw, 1, closures, [](int, PolicyEffects<1>&) {});
  const BaseYear& base = model.base();
  const Behaviour<1> behaviour = behaviour_of<1>(base, &draw.equations);
  const bool mobile = closures.capital == CapitalClosure::mobile;
  ShockedYear result{baseline.baseline[1], baseline.baseline[1], 0.0};
  shock(result.scenario);
  const Year<1> year{.base = base,
                     .sizes = model.sizes(),
                     .behaviour = behaviour,
                     .wages = wage_rule(closures),
                     .mobile_capital = mobile,
                     .financing = closures.financing,
                     .hold = closures.hold,
                     .world_price = model.world_price(),
                     .trend = Lanes<1>(model.trend().gamma(1)),
                     .year = base.dimensions.base_year + 1,
                     .last = baseline.baseline[0],
                     .baseline = &result.baseline,
                     .baseline_last = &baseline.baseline[0],
                     .now = result.scenario};
  Workspace<1> work(model.sizes());
  std::vector<Lanes<1>> y = unknowns_of(model, result.baseline);
  const std::vector<Lanes<1>> guess = y;
  find_equilibrium(year, model.chord(wage_rule(closures), mobile), SolverLimits{}, guess, y, work);
  // What is written must solve the equations of the drivers as they were given.
  State<1> drivers = result.baseline;
  shock(drivers);
  Year<1> again{.base = base,
                .sizes = model.sizes(),
                .behaviour = behaviour,
                .wages = year.wages,
                .mobile_capital = mobile,
                .financing = closures.financing,
                .hold = closures.hold,
                .world_price = model.world_price(),
                .trend = year.trend,
                .year = year.year,
                .last = year.last,
                .baseline = year.baseline,
                .baseline_last = year.baseline_last,
                .now = drivers};
  prepare_year(again, work);
  sweep(again, unknowns_of(model, result.scenario).data(), work, work.residual.data());
  for (const Lanes<1>& r : work.residual) {
    if (!(std::abs(r.v) <= result.residual)) result.residual = std::abs(r.v);  // NaN stays
  }
  return result;
}

}  // namespace drivkraft::test
