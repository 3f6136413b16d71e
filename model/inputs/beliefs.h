#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "economy/parameters.h"
#include "economy/scenario.h"

namespace drivkraft {

/// Puts a scenario's beliefs in the place of the central values: in the table, in the parameters of the equations, and
/// in the numbers of lever entries that name a row. Every key must stand in the table (read_scenario checks that).
void apply_beliefs(const std::vector<ParameterOverride>& beliefs, ParameterTable& table, Parameters& parameters,
                   LeverCatalogue& catalogue);

/// Keys of the two numbers that new firms live by (FI-3), in the order of years.
inline constexpr std::string_view survives_one_year = "firms.survival.one_year",
                                  survives_five_years = "firms.survival.five_years";

/// "" or what is wrong with central values and beliefs together: more new firms would be there after five years than
/// after one.
[[nodiscard]] std::string contradiction_of(const ParameterTable& table,
                                           const std::vector<ParameterOverride>& beliefs = {});

}  // namespace drivkraft
