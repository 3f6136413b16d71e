#include "economy/draw.h"

#include <algorithm>

namespace drivkraft {

namespace {

void set(Draw& draw, const std::string& key, double value) {
  const auto found = std::find(parameter_keys.begin(), parameter_keys.end(), key);
  if (found == parameter_keys.end()) {
    draw.effects[key] = value;
  } else {
    draw.equations[static_cast<Parameter>(found - parameter_keys.begin())] = value;
  }
}

}  // namespace

double Draw::value_of(const SourcedNumber& number) const {
  if (number.parameter.empty()) return number.value;
  const auto found = std::find(parameter_keys.begin(), parameter_keys.end(), number.parameter);
  if (found != parameter_keys.end()) return equations[static_cast<Parameter>(found - parameter_keys.begin())];
  return effects.at(number.parameter);
}

Draw central_draw(const ParameterTable& table, const std::vector<ParameterOverride>& overrides) {
  Draw draw;
  for (const ParameterRow& row : table.rows) set(draw, row.key, row.central);
  for (const ParameterOverride& override : overrides) set(draw, override.key, override.value);
  return draw;
}

}  // namespace drivkraft
