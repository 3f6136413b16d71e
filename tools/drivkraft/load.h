#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/errors.h"
#include "economy/base_tables.h"
#include "economy/base_year.h"
#include "economy/evaluation.h"
#include "economy/parameters.h"
#include "economy/provenance.h"
#include "economy/register.h"
#include "economy/scenario.h"
#include "inputs/read_data.h"
#include "inputs/read_people.h"
#include "inputs/read_scenario.h"
#include "inputs/read_unit_shocks.h"
#include "simulation/economy.h"

namespace drivkraft {

/// Everything that does not depend on the scenario.
struct Inputs {
  BaseTables tables;
  ParameterFile parameters;
  PeopleTables people;
  LeverCatalogue catalogue;
  LeverRegister lever_register;
  Parameters central;
  NoiseFloor noise_floor;
  InputRecord record;
};

/// The data folder: the one given; else the first folder `data` with dimensions/regions.csv found beside or above
/// `beside` (a scenario file, may be empty), the current folder, the program. UsageError says where it looked.
[[nodiscard]] std::filesystem::path find_data(const std::filesystem::path& given, const std::filesystem::path& beside);

/// Reads tables, parameters, catalogue and register; InputError with every problem of all of them.
[[nodiscard]] Inputs load_inputs(const std::filesystem::path& data_folder);

/// A scenario as it will run: with its beliefs in the place of central values.
struct LoadedScenario {
  ScenarioFile file;
  ParameterTable table;
  LeverCatalogue catalogue;
  Parameters parameters;
  InputRecord record;
  std::string expanded, baseline_expanded;  // the texts with nothing left out
};

/// The economy under given parameters; InputError when the tables contradict each other.
[[nodiscard]] Economy economy_of(const Inputs& inputs, const Parameters& parameters);

/// Reads scenarios and checks them, doses against the base year included. Problems of all files are added to
/// `problems`; with any, the list is not to be used. What is allowed but may be meant otherwise is added to `warnings`.
[[nodiscard]] std::vector<LoadedScenario> load_scenarios(const Inputs& inputs, const BaseYear& base,
                                                         const std::vector<std::filesystem::path>& files,
                                                         const std::vector<Setting>& settings, Problems& problems,
                                                         Problems& warnings);

/// The standard shocks of the data folder, their doses checked against the base year; with problems, not to be used.
[[nodiscard]] std::vector<UnitShock> load_unit_shocks(const Inputs& inputs, const BaseYear& base,
                                                      const std::filesystem::path& data_folder, Problems& problems);

}  // namespace drivkraft
