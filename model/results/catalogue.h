#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "economy/base_year.h"
#include "economy/parameters.h"
#include "economy/state_layout.h"

namespace drivkraft {

/// What a result file says about one of its variables.
struct VariableInfo {
  std::string name;
  std::vector<std::string> dimensions;  // slowest first; empty for a single number
  std::string unit;
  std::string label;
  std::string label_da;
  std::string equation;  // number in model/README.md; for an assumption the equation that reads it
};

/// A variable of /assumptions and how its values, row-major, come from the base year and the parameters.
struct AssumptionVariable {
  VariableInfo info;
  std::vector<double> (*values)(const BaseYear&, const Parameters&);
};

/// Fields of the state that result files carry; internal ones (no equation and no Danish label) are left out.
[[nodiscard]] const std::vector<FieldInfo>& exported_fields();

/// Those but the ones named in `without`; a name that no series has is a std::logic_error.
[[nodiscard]] std::vector<FieldInfo> exported_fields(const std::vector<std::string>& without);

/// A series as the file describes it: the year comes first.
[[nodiscard]] VariableInfo describe(const FieldInfo& field);

/// All variables of /assumptions, in the order of the file.
[[nodiscard]] const std::vector<AssumptionVariable>& assumption_variables();

/// Ids along a named dimension (region, region_origin, industry, product, education, sector, use ...).
/// Throws std::logic_error for a name that is no dimension.
[[nodiscard]] std::vector<std::string> dimension_labels(const Dimensions& dimensions, std::string_view dimension);

/// English and Danish name of a dimension, for its scale.
[[nodiscard]] VariableInfo describe_dimension(std::string_view dimension);

}  // namespace drivkraft
