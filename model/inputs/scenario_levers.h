#pragma once

#include <span>

#include "inputs/key_reader.h"
#include "inputs/read_scenario.h"
#include "inputs/scenario_files.h"

namespace drivkraft {

/// The [[lever]] tables of a scenario as doses, one for each lever, region and year, sorted; with their places. `ways`
/// says by source which file has the last word.
void read_lever_uses(const TomlDocument& document, const ScenarioContext& context, std::span<const FileWay> ways,
                     ScenarioFile& file, Problems& problems);

/// The [parameters] of a scenario, sorted by key.
void read_beliefs(const TomlDocument& document, const ScenarioContext& context, Scenario& scenario, Problems& problems);

}  // namespace drivkraft
