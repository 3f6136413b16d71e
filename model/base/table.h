#pragma once

#include <array>
#include <cassert>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace drivkraft {

/// Values of one unit over named dimensions, row-major (the last dimension moves fastest).
/// Table<PersonUnit, RegionId, EducationId> t{7, 6};  t(region, education) = 1200.0;
template <class Unit, class... Ids>
class Table {
 public:
  static constexpr std::size_t rank = sizeof...(Ids);
  static constexpr std::string_view unit = Unit::label;

  Table() : sizes_{} {}
  explicit Table(decltype(Ids::index)... sizes, double value = 0.0) : sizes_{sizes...} {
    std::size_t cells = 1;
    for (const int size : sizes_) cells *= static_cast<std::size_t>(size);
    values_.assign(cells, value);
  }

  [[nodiscard]] double& operator()(Ids... ids) { return values_[offset({ids.index...})]; }
  [[nodiscard]] double operator()(Ids... ids) const { return values_[offset({ids.index...})]; }

  [[nodiscard]] int size(std::size_t dimension) const { return sizes_[dimension]; }
  [[nodiscard]] const std::array<int, rank>& sizes() const { return sizes_; }
  [[nodiscard]] std::size_t cells() const { return values_.size(); }
  [[nodiscard]] bool empty() const { return values_.empty(); }

  /// The plain array, for whole-table arithmetic and inner loops.
  [[nodiscard]] std::span<double> values() { return values_; }
  [[nodiscard]] std::span<const double> values() const { return values_; }
  [[nodiscard]] double* data() { return values_.data(); }
  [[nodiscard]] const double* data() const { return values_.data(); }

  friend bool operator==(const Table&, const Table&) = default;

 private:
  [[nodiscard]] std::size_t offset(const std::array<int, rank>& index) const {
    std::size_t at = 0;
    for (std::size_t k = 0; k < rank; ++k) {
      assert(index[k] >= 0 && index[k] < sizes_[k]);
      at = at * static_cast<std::size_t>(sizes_[k]) + static_cast<std::size_t>(index[k]);
    }
    return at;
  }

  std::array<int, rank> sizes_;
  std::vector<double> values_;
};

}  // namespace drivkraft
