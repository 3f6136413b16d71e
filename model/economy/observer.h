#pragma once

#include <span>

#include "economy/state_layout.h"

namespace drivkraft {

enum class PathKind { baseline, scenario };

/// Is shown every year of a path, in order. `cells` is the state of one lane, laid out by `layout`.
class YearObserver {
 public:
  virtual ~YearObserver() = default;
  virtual void observe(PathKind path, int year, const StateLayout& layout, std::span<const double> cells) = 0;
};

}  // namespace drivkraft
