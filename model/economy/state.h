#pragma once

#include <span>
#include <vector>

#include "base/lanes.h"
#include "economy/state_layout.h"

namespace drivkraft {

/// All that is carried from one year to the next for W paths side by side, [cell][lane].
/// Plain data: functions read last year's and write this year's.
template <int W>
class State {
 public:
  explicit State(const StateLayout& layout) : layout_(&layout), cells_(layout.size(), Lanes<W>(0.0)) {}
  [[nodiscard]] Lanes<W>* operator[](Field f) { return cells_.data() + layout_->offset(f); }
  [[nodiscard]] const Lanes<W>* operator[](Field f) const { return cells_.data() + layout_->offset(f); }
  [[nodiscard]] std::span<Lanes<W>> all(Field f) { return {(*this)[f], layout_->cells(f)}; }
  [[nodiscard]] std::span<const Lanes<W>> all(Field f) const { return {(*this)[f], layout_->cells(f)}; }
  [[nodiscard]] const StateLayout& layout() const { return *layout_; }

 private:
  const StateLayout* layout_;
  std::vector<Lanes<W>> cells_;
};

}  // namespace drivkraft
