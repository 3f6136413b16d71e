#pragma once

#include <optional>
#include <vector>

#include "equilibrium/year.h"

namespace drivkraft {

/// Lane k of many, in all of V lanes.
template <int V, int W>
[[nodiscard]] State<V> spread_lane(const State<W>& state, int k) {
  State<V> lanes(state.layout());
  for (const FieldInfo& info : state_fields) {
    const auto from = state.all(info.field);
    const auto to = lanes.all(info.field);
    for (std::size_t cell = 0; cell < from.size(); ++cell) to[cell] = Lanes<V>(from[cell].lane(k));
  }
  return lanes;
}

template <int V, int W>
[[nodiscard]] std::vector<Lanes<V>> spread_lane(const std::vector<Lanes<W>>& values, int k) {
  std::vector<Lanes<V>> lanes;
  lanes.reserve(values.size());
  for (const Lanes<W>& value : values) lanes.emplace_back(value.lane(k));
  return lanes;
}

/// Lane k of many, as a value of its own.
template <int W>
[[nodiscard]] State<1> one_lane(const State<W>& state, int k) {
  return spread_lane<1>(state, k);
}
template <int W>
[[nodiscard]] std::vector<Lanes<1>> one_lane(const std::vector<Lanes<W>>& values, int k) {
  return spread_lane<1>(values, k);
}

/// Overwrites lane k.
template <int W>
void set_lane(const State<1>& from, int k, State<W>& to) {
  for (const FieldInfo& info : state_fields) {
    const auto source = from.all(info.field);
    const auto target = to.all(info.field);
    for (std::size_t cell = 0; cell < target.size(); ++cell) target[cell].set_lane(k, source[cell].v);
  }
}

/// Lane k of a year to solve, as a year of its own in V equal lanes; it owns what its `year` points to.
template <int V>
struct LaneYear {
  template <int W>
  LaneYear(const Year<W>& of, int k)
      : behaviour(of.behaviour.template spread_lane<V>(k)),
        last(spread_lane<V>(of.last, k)),
        now(spread_lane<V>(of.now, k)) {
    if (of.baseline != nullptr) baseline = spread_lane<V>(*of.baseline, k);
    if (of.baseline_last != nullptr) baseline_last = spread_lane<V>(*of.baseline_last, k);
    year.emplace(Year<V>{.base = of.base,
                         .sizes = of.sizes,
                         .behaviour = behaviour,
                         .wages = of.wages,
                         .mobile_capital = of.mobile_capital,
                         .financing = of.financing,
                         .hold = of.hold,
                         .world_price = of.world_price,
                         .trend = Lanes<V>(of.trend.lane(k)),
                         .year = of.year,
                         .last = last,
                         .baseline = baseline ? &*baseline : nullptr,
                         .baseline_last = baseline_last ? &*baseline_last : nullptr,
                         .now = now});
  }
  LaneYear(const LaneYear&) = delete;
  LaneYear& operator=(const LaneYear&) = delete;

  Behaviour<V> behaviour;
  State<V> last, now;
  std::optional<State<V>> baseline, baseline_last;
  std::optional<Year<V>> year;
};

}  // namespace drivkraft
