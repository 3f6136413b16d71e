#include "simulation/model.h"

#include "equilibrium/equations.h"

namespace drivkraft {

Model::Model(BaseYear base, const Parameters& central, double people_growth, double world_price,
             const SolverLimits& limits)
    : Model(Economy{.accounts = std::move(base),
                    .people = {},
                    .technology = {},
                    .trend = {.efficiency_growth = central[Parameter::productivity_growth],
                              .people_growth = people_growth}},
            central, world_price, limits) {}

Model::Model(Economy economy, const Parameters& central, double world_price, const SolverLimits& limits)
    : economy_(std::move(economy)),
      central_(central),
      sizes_(economy_.accounts),
      layout_(economy_.accounts.dimensions),
      world_price_(world_price),
      limits_(limits) {}

const InverseJacobian& Model::chord(WageRule wages, bool mobile_capital) const {
  const std::scoped_lock lock(forming_);
  auto& chord = chords_[static_cast<std::size_t>(wages) * 2 + (mobile_capital ? 1 : 0)];
  if (!chord) {
    const std::array<Parameters, 4> four{central_, central_, central_, central_};
    const Behaviour<4> behaviour = behaviour_of<4>(economy_.accounts, four.data());
    const State<4> start = first_state<4>(
        {.economy = economy_, .sizes = sizes_, .behaviour = behaviour, .layout = layout_, .world_price = world_price_});
    State<4> now = start;
    const bool deviates = wages != WageRule::structural_unemployment;
    const Year<4> year{.base = economy_.accounts,
                       .sizes = sizes_,
                       .behaviour = behaviour,
                       .wages = wages,
                       .mobile_capital = mobile_capital,
                       .world_price = world_price_,
                       .year = economy_.accounts.dimensions.base_year,
                       .last = start,
                       .baseline = deviates ? &start : nullptr,
                       .baseline_last = deviates ? &start : nullptr,
                       .now = now};
    if (Unknowns(sizes_).count > limits_.most_unknowns) {
      chord = std::make_unique<InverseJacobian>(LocalSlopes(year));
      return *chord;
    }
    Workspace<4> work(sizes_);
    prepare_year(year, work);
    chord = std::make_unique<InverseJacobian>(inverse_jacobian(year, first_solution<4>(sizes_, world_price_), work));
  }
  return *chord;
}

}  // namespace drivkraft
