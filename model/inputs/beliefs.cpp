#include "inputs/beliefs.h"

#include <fmt/format.h>

#include <optional>
#include <string>

#include "base/checks.h"

namespace drivkraft {

namespace {

void set_number(SourcedNumber& number, const ParameterOverride& belief) {
  if (number.parameter != belief.key) return;
  number.value = belief.value;
  number.status = "assumed";
  number.source = "scenario";
}

void set_entry(LeverEntry& entry, const ParameterOverride& belief) {
  set_number(entry.default_dose, belief);
  set_number(entry.public_cost, belief);
  set_number(entry.private_cost, belief);
  for (ChannelUse& use : entry.channels) {
    for (auto& [name, number] : use.parameters) set_number(number, belief);
  }
}

std::optional<double> believed(const ParameterTable& table, const std::vector<ParameterOverride>& beliefs,
                               std::string_view key) {
  for (const ParameterOverride& belief : beliefs) {
    if (belief.key == key) return belief.value;
  }
  for (const ParameterRow& row : table.rows) {
    if (row.key == key) return row.central;
  }
  return std::nullopt;
}

}  // namespace

void apply_beliefs(const std::vector<ParameterOverride>& beliefs, ParameterTable& table, Parameters& parameters,
                   LeverCatalogue& catalogue) {
  for (const ParameterOverride& belief : beliefs) {
    for (ParameterRow& row : table.rows) {
      if (row.key == belief.key) row.central = belief.value;
    }
    for (std::size_t k = 0; k < parameter_count; ++k) {
      if (parameter_keys[k] == belief.key) parameters[static_cast<Parameter>(k)] = belief.value;
    }
    for (LeverEntry& entry : catalogue.entries) set_entry(entry, belief);
  }
}

std::string contradiction_of(const ParameterTable& table, const std::vector<ParameterOverride>& beliefs) {
  const auto one = believed(table, beliefs, survives_one_year), five = believed(table, beliefs, survives_five_years);
  if (!one || !five || *five <= *one) return {};
  return fmt::format("parameter \"{}\" is {}, must not be above parameter \"{}\", {}", survives_five_years,
                     number_text(*five), survives_one_year, number_text(*one));
}

}  // namespace drivkraft
