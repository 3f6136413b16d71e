#pragma once

#include <functional>
#include <vector>

#include "economy/base_tables.h"
#include "economy/draw.h"
#include "economy/policy_effects.h"
#include "simulation/simulate.h"

namespace drivkraft::test {

/// The delivered base year, read once: tables, parameter table, central draw.
struct RealEconomy {
  BaseTables tables;
  PeopleTables people;
  ParameterTable parameters;
  Draw draw;
};
[[nodiscard]] const RealEconomy& real_economy();

/// The delivered economy with its trend; people stand still.
[[nodiscard]] const Model& real_model();

/// The delivered economy as the program runs it: people age, learn, move and retire; technology drifts, practices
/// spread.
[[nodiscard]] const Model& peopled_model();

/// The same without any growth: constant drivers, structural unemployment where unemployment is.
[[nodiscard]] const Model& steady_model();

/// A base year without deviations of world demand and with structural unemployment at observed unemployment.
[[nodiscard]] BaseYear steady_base(const BaseTables& tables, const Parameters& parameters, double capital_growth);

/// Both paths, every year kept, base year first.
struct Run {
  std::vector<State<1>> baseline;
  std::vector<State<1>> scenario;
};

/// Sets what policy moves in a year counted from the base year.
using Shock = std::function<void(int years_from_base, PolicyEffects<1>&)>;

[[nodiscard]] Run run(const Model& model, const Draw& draw, int years, const Closures& closures, const Shock& shock);

/// Sum of a field over all cells, or over one region's (for fields whose first axis is the region).
[[nodiscard]] double total(const State<1>& state, Field field);
[[nodiscard]] double total(const Model& model, const State<1>& state, Field field, RegionId region);

/// The same bits in every exported field but the solver's own counts.
[[nodiscard]] bool same_bits(const State<1>& a, const State<1>& b);

}  // namespace drivkraft::test
