#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "economy/dimensions.h"
#include "economy/observer.h"
#include "economy/state_layout.h"

namespace drivkraft {

/// Keeps every series of the baseline and the scenario, [year][cells], row-major in the order of the field's axes.
class Recorder : public YearObserver {
 public:
  explicit Recorder(const Dimensions& dimensions) : layout_(dimensions) {}

  /// Years of a path must come in order, one after the other (std::logic_error otherwise).
  void observe(PathKind path, int year, const StateLayout& layout, std::span<const double> cells) override;

  /// For a file that is its own baseline: the scenario's series are the baseline's.
  void use_baseline_as_scenario() { own_baseline_ = true; }

  [[nodiscard]] const StateLayout& layout() const { return layout_; }
  [[nodiscard]] int first_year() const { return first_year_; }
  [[nodiscard]] int year_count() const { return years_[0]; }
  [[nodiscard]] int last_year() const { return first_year_ + year_count() - 1; }

  /// All years of one field.
  [[nodiscard]] std::span<const double> series(PathKind path, Field field) const;
  /// One year of one field.
  [[nodiscard]] std::span<const double> cells(PathKind path, Field field, int year) const;

  /// Throws std::logic_error unless both paths are there and cover the same years.
  void require_complete() const;

 private:
  [[nodiscard]] std::size_t kept(PathKind path) const { return own_baseline_ || path == PathKind::baseline ? 0 : 1; }

  StateLayout layout_;
  bool own_baseline_ = false;
  int first_year_ = 0;
  std::array<int, 2> years_{};
  std::array<std::array<std::vector<double>, field_count>, 2> series_;
};

}  // namespace drivkraft
