#pragma once

#include <optional>
#include <vector>

#include "equilibrium/year.h"

namespace drivkraft {

/// Lane k of many, as a value of its own.
template <int W>
[[nodiscard]] State<1> one_lane(const State<W>& state, int k) {
  State<1> lane(state.layout());
  for (const FieldInfo& info : state_fields) {
    const auto from = state.all(info.field);
    const auto to = lane.all(info.field);
    for (std::size_t cell = 0; cell < from.size(); ++cell) to[cell] = Lanes<1>(from[cell].lane(k));
  }
  return lane;
}

template <int W>
[[nodiscard]] std::vector<Lanes<1>> one_lane(const std::vector<Lanes<W>>& values, int k) {
  std::vector<Lanes<1>> lane;
  lane.reserve(values.size());
  for (const Lanes<W>& value : values) lane.emplace_back(value.lane(k));
  return lane;
}

/// Lane k of a year to solve, as a year of its own; it owns what its `year` points to.
struct OneLaneYear {
  template <int W>
  OneLaneYear(const Year<W>& of, int k)
      : behaviour(of.behaviour.one_lane(k)), last(one_lane(of.last, k)), now(one_lane(of.now, k)) {
    if (of.baseline != nullptr) baseline = one_lane(*of.baseline, k);
    if (of.baseline_last != nullptr) baseline_last = one_lane(*of.baseline_last, k);
    year.emplace(Year<1>{.base = of.base,
                         .sizes = of.sizes,
                         .behaviour = behaviour,
                         .wages = of.wages,
                         .mobile_capital = of.mobile_capital,
                         .financing = of.financing,
                         .hold = of.hold,
                         .world_price = of.world_price,
                         .trend = Lanes<1>(of.trend.lane(k)),
                         .year = of.year,
                         .last = last,
                         .baseline = baseline ? &*baseline : nullptr,
                         .baseline_last = baseline_last ? &*baseline_last : nullptr,
                         .now = now});
  }
  OneLaneYear(const OneLaneYear&) = delete;
  OneLaneYear& operator=(const OneLaneYear&) = delete;

  Behaviour<1> behaviour;
  State<1> last, now;
  std::optional<State<1>> baseline, baseline_last;
  std::optional<Year<1>> year;
};

}  // namespace drivkraft
