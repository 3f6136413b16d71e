#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "inputs/read_scenario.h"

namespace drivkraft {

/// One standard shock: a lever of the catalogue in one region, or in all.
struct UnitShock {
  std::string id;
  bool everywhere = false;  // the dose is in every region
  ScenarioFile file;        // doses with their places; years, closures and name, no text
};

/// Reads multipliers/shocks.csv. Unknown levers, regions and financing, a dose in another unit than the lever's, a
/// region where the lever may not be applied and years outside the run are problems; what exists is for check_doses.
[[nodiscard]] std::vector<UnitShock> read_unit_shocks(const std::filesystem::path& data_folder,
                                                      const ScenarioContext& context, InputRecord& record,
                                                      Problems& problems);

}  // namespace drivkraft
