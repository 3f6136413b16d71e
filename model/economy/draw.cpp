#include "economy/draw.h"

#include <map>
#include <optional>
#include <string_view>

namespace drivkraft {

namespace {

/// The equations' parameter of a key; none for an effect that lever entries name.
std::optional<Parameter> equation_parameter(std::string_view key) {
  static const std::map<std::string_view, Parameter> by_key = [] {
    std::map<std::string_view, Parameter> all;
    for (std::size_t p = 0; p < parameter_count; ++p) all.emplace(parameter_keys[p], static_cast<Parameter>(p));
    return all;
  }();
  const auto found = by_key.find(key);
  return found == by_key.end() ? std::nullopt : std::optional(found->second);
}

void set(Draw& draw, const std::string& key, double value) {
  if (const auto parameter = equation_parameter(key))
    draw.equations[*parameter] = value;
  else
    draw.effects[key] = value;
}

}  // namespace

double Draw::value_of(const SourcedNumber& number) const {
  if (number.parameter.empty()) return number.value;
  if (const auto parameter = equation_parameter(number.parameter)) return equations[*parameter];
  return effects.at(number.parameter);
}

Draw central_draw(const ParameterTable& table, const std::vector<ParameterOverride>& overrides) {
  Draw draw;
  for (const ParameterRow& row : table.rows) set(draw, row.key, row.central);
  for (const ParameterOverride& override : overrides) set(draw, override.key, override.value);
  return draw;
}

}  // namespace drivkraft
