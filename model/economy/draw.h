#pragma once

#include <map>
#include <string>

#include "economy/parameters.h"
#include "economy/scenario.h"

namespace drivkraft {

/// The numbers of one path: parameters of the equations, and effects that lever entries name by key.
struct Draw {
  Parameters equations;
  std::map<std::string, double> effects;

  /// The value of a lever's number: its own, or that of the parameter it is drawn from.
  [[nodiscard]] double value_of(const SourcedNumber& number) const;
};

/// Every parameter at its central value, then what the scenario states otherwise.
[[nodiscard]] Draw central_draw(const ParameterTable& table, const std::vector<ParameterOverride>& overrides);

}  // namespace drivkraft
