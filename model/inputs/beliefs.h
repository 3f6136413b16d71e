#pragma once

#include <vector>

#include "economy/parameters.h"
#include "economy/scenario.h"

namespace drivkraft {

/// Puts a scenario's beliefs in the place of the central values: in the table, in the parameters of the equations, and
/// in the numbers of lever entries that name a row. Every key must stand in the table (read_scenario checks that).
void apply_beliefs(const std::vector<ParameterOverride>& beliefs, ParameterTable& table, Parameters& parameters,
                   LeverCatalogue& catalogue);

}  // namespace drivkraft
