#include "results/recorder.h"

#include <stdexcept>
#include <string>

namespace drivkraft {

void Recorder::observe(PathKind path, int year, const StateLayout& layout, std::span<const double> cells) {
  if (layout.size() != layout_.size() || cells.size() != layout_.size()) {
    throw std::logic_error("the recorder was made for an economy of another size");
  }
  const std::size_t kind = path == PathKind::baseline ? 0 : 1;
  if (years_[0] == 0 && years_[1] == 0) first_year_ = year;
  if (year != first_year_ + years_[kind]) {
    throw std::logic_error("year " + std::to_string(year) + " was shown to the recorder out of order");
  }
  ++years_[kind];
  for (const FieldInfo& info : state_fields) {
    const auto part = cells.subspan(layout.offset(info.field), layout.cells(info.field));
    auto& series = series_[kind][static_cast<std::size_t>(info.field)];
    series.insert(series.end(), part.begin(), part.end());
  }
}

std::span<const double> Recorder::series(PathKind path, Field field) const {
  return series_[kept(path)][static_cast<std::size_t>(field)];
}

std::span<const double> Recorder::cells(PathKind path, Field field, int year) const {
  if (year < first_year_ || year >= first_year_ + years_[kept(path)]) {
    throw std::logic_error("year " + std::to_string(year) + " was not recorded");
  }
  const std::size_t count = layout_.cells(field);
  return series(path, field).subspan(static_cast<std::size_t>(year - first_year_) * count, count);
}

void Recorder::require_complete() const {
  if (years_[0] == 0) throw std::logic_error("no baseline was recorded");
  if (years_[kept(PathKind::scenario)] != years_[0]) {
    throw std::logic_error("the scenario covers " + std::to_string(years_[1]) + " years, its baseline " +
                           std::to_string(years_[0]));
  }
}

}  // namespace drivkraft
