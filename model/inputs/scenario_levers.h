#pragma once

#include "inputs/key_reader.h"
#include "inputs/read_scenario.h"

namespace drivkraft {

/// The [[lever]] tables of a scenario as doses, one for each lever, region and year, sorted; with their places.
void read_lever_uses(const TomlDocument& document, const ScenarioContext& context, ScenarioFile& file,
                     Problems& problems);

/// The [parameters] of a scenario.
void read_beliefs(const TomlDocument& document, const ScenarioContext& context, Scenario& scenario, Problems& problems);

}  // namespace drivkraft
