#pragma once

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

}  // namespace drivkraft
