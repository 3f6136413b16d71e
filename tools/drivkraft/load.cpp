#include "drivkraft/load.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "drivkraft/command_line.h"
#include "inputs/beliefs.h"
#include "inputs/read_catalogue.h"
#include "inputs/read_history.h"
#include "inputs/read_register.h"

namespace drivkraft {

namespace {

namespace fs = std::filesystem;

bool holds_data(const fs::path& folder) {
  std::error_code ignored;
  return fs::is_regular_file(folder / "dimensions" / "regions.csv", ignored);
}

/// `data` in this folder or in one above it; "" when there is none.
fs::path data_above(fs::path folder) {
  std::error_code failed;
  folder = fs::weakly_canonical(folder, failed);
  while (!failed) {
    if (holds_data(folder / "data")) return folder / "data";
    if (folder == folder.parent_path()) break;
    folder = folder.parent_path();
  }
  return {};
}

/// Beliefs of the baseline hold for both paths and stand in its text alone.
void expand(LoadedScenario& loaded, const ScenarioContext& context) {
  Scenario own = loaded.file.scenario;
  const std::vector<ParameterOverride>& shared = loaded.file.baseline.parameters;
  std::erase_if(own.parameters, [&](const ParameterOverride& belief) {
    return std::any_of(shared.begin(), shared.end(), [&](const auto& other) { return other.key == belief.key; });
  });
  loaded.expanded = expanded_text(own, context);
  if (!own.baseline.empty()) loaded.baseline_expanded = expanded_text(loaded.file.baseline, context);
}

}  // namespace

fs::path find_data(const fs::path& given, const fs::path& beside) {
  if (!given.empty()) {
    if (holds_data(given)) return given;
    throw UsageError{fmt::format("--data {}: no data folder, it has no dimensions/regions.csv", given.string())};
  }
  std::error_code ignored;
  std::vector<fs::path> starts;
  if (!beside.empty()) starts.push_back(fs::absolute(beside, ignored).parent_path());
  starts.push_back(fs::current_path(ignored));
  starts.push_back(fs::read_symlink("/proc/self/exe", ignored).parent_path());
  for (const fs::path& start : starts) {
    const fs::path found = data_above(start);
    if (!found.empty()) return fs::proximate(found, ignored);
  }
  std::string looked;
  for (const fs::path& start : starts) looked += "\n  " + start.string();
  throw UsageError{"no data folder found beside or above" + looked + "\nname one with --data DIR"};
}

Inputs load_inputs(const fs::path& data_folder) {
  Inputs inputs;
  Problems problems;
  inputs.tables = read_base_tables(data_folder, inputs.record, problems);
  inputs.parameters = read_parameter_table(data_folder / "parameters" / "parameters.csv", inputs.record, problems);
  if (inputs.tables.dimensions.regions.empty()) problems.throw_if_any();  // the rest needs the dimensions
  inputs.people = read_people_tables(data_folder, inputs.tables.dimensions, inputs.record, problems);
  inputs.catalogue =
      read_catalogue(data_folder / "levers", inputs.tables.dimensions, inputs.parameters, inputs.record, problems);
  inputs.lever_register =
      read_register(data_folder / "levers", inputs.tables.dimensions, inputs.catalogue, inputs.record, problems);
  inputs.noise_floor = read_noise_floor(data_folder, inputs.tables.dimensions, inputs.record, problems);
  inputs.central = central_parameters(inputs.parameters, parameters_named(inputs.catalogue), problems);
  problems.throw_if_any();
  return inputs;
}

Economy economy_of(const Inputs& inputs, const Parameters& parameters) {
  return build_economy(inputs.tables, inputs.people, parameters);
}

std::vector<LoadedScenario> load_scenarios(const Inputs& inputs, const BaseYear& base,
                                           const std::vector<fs::path>& files, const std::vector<Setting>& settings,
                                           Problems& problems, Problems& warnings) {
  const Dimensions& dimensions = inputs.tables.dimensions;
  const ScenarioContext context{dimensions, inputs.catalogue, inputs.parameters};
  const WhatExists exists = what_exists(base, inputs.tables);
  std::vector<LoadedScenario> scenarios;
  for (const fs::path& file : files) {
    const ParameterTable& table = inputs.parameters;
    LoadedScenario loaded{{}, table, inputs.catalogue, inputs.central, inputs.record, {}, {}};
    Problems found;
    loaded.file = read_scenario(file, context, settings, loaded.record, found);
    apply_beliefs(loaded.file.scenario.parameters, loaded.table, loaded.parameters, loaded.catalogue);
    resolve_shares(loaded.file, loaded.catalogue, dimensions, exists, found);
    check_doses(loaded.file, loaded.catalogue, dimensions, exists, found);
    if (found.empty()) {
      expand(loaded, context);
      warn_of_umbrellas(loaded.file, inputs.lever_register, inputs.catalogue, dimensions, warnings);
    }
    problems.append(found);
    scenarios.push_back(std::move(loaded));
  }
  return scenarios;
}

std::vector<UnitShock> load_unit_shocks(const Inputs& inputs, const BaseYear& base, const fs::path& data_folder,
                                        Problems& problems) {
  const Dimensions& dimensions = inputs.tables.dimensions;
  InputRecord record;
  std::vector<UnitShock> shocks =
      read_unit_shocks(data_folder, {dimensions, inputs.catalogue, inputs.parameters}, record, problems);
  const WhatExists exists = what_exists(base, inputs.tables);
  for (const UnitShock& shock : shocks) check_doses(shock.file, inputs.catalogue, dimensions, exists, problems);
  return shocks;
}

}  // namespace drivkraft
