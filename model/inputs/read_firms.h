#pragma once

#include "economy/base_tables.h"
#include "inputs/people_source.h"

namespace drivkraft {

/// firms.csv, emissions.csv (from t to kt), green_turnover.csv.
void read_firms(PeopleSource& source, BaseTables& tables);

/// strength_positions.csv: the parts of industries that each position is made of, in the order of the file.
[[nodiscard]] std::vector<StrengthPosition> read_strength_positions(PeopleSource& source);

}  // namespace drivkraft
