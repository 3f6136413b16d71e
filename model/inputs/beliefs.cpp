#include "inputs/beliefs.h"

#include <string>

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

}  // namespace drivkraft
