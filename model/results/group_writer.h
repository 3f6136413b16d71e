#pragma once

// Internal to results/: one group of a result file with dimension scales of its own.

#include <map>
#include <string>
#include <vector>

#include "results/catalogue.h"
#include "results/hdf5_layer.h"

namespace drivkraft::hdf5 {

/// Writes variables with their dimensions and texts; makes each dimension's scale when it is first told.
class GroupWriter {
 public:
  GroupWriter(hid_t file, const std::string& name, const std::string& title, const std::string& title_da);

  [[nodiscard]] hid_t id() const { return group_.id(); }

  /// Every dimension must be declared before a variable uses it; labels must not be empty.
  void declare_years(int first_year, int year_count);
  void declare(const std::string& dimension, const std::vector<std::string>& labels);
  void declare(const std::string& dimension, const Dimensions& dimensions);

  /// Row-major values; WriteError names the variable and the place of a value that is not finite.
  void write(const VariableInfo& info, std::span<const double> values);
  /// The same for a variable that may have gaps: NaN marks them.
  void write_with_gaps(const VariableInfo& info, std::span<const double> values);
  /// One text for each label of the dimension.
  void write(const std::string& name, const std::string& dimension, const std::string& label,
             const std::string& label_da, const std::vector<std::string>& texts);

 private:
  struct Scale {
    Handle dataset;
    std::vector<std::string> labels;
  };
  void add_scale(const std::string& dimension, Handle dataset, std::vector<std::string> labels);
  [[nodiscard]] const Scale& scale(const std::string& dimension) const;
  [[nodiscard]] std::vector<std::size_t> sizes_of(const VariableInfo& info) const;
  [[nodiscard]] std::string place(const VariableInfo& info, std::size_t cell) const;

  std::string name_;
  Handle group_;
  std::map<std::string, Scale> scales_;
};

}  // namespace drivkraft::hdf5
