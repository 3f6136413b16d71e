#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <iostream>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "drivkraft/commands.h"
#include "drivkraft/danish.h"
#include "drivkraft/load.h"
#include "drivkraft/worth.h"
#include "inputs/read_catalogue.h"
#include "policy/labour_channels.h"
#include "results/hdf5_file.h"
#include "results/recorder.h"
#include "results/report.h"
#include "simulation/explain.h"
#include "simulation/simulate.h"

namespace drivkraft {

namespace {

namespace fs = std::filesystem;

fs::path result_path(const RunOptions& options, const LoadedScenario& loaded) {
  return options.output / (loaded.file.scenario.stem + ".h5");
}

/// Results are named after the scenario's file, so two files of one name would overwrite each other.
void require_different_names(const std::vector<fs::path>& files) {
  std::set<std::string> names;
  for (const fs::path& file : files) {
    const std::string name = file.stem().string();
    if (!names.insert(name).second) {
      throw UsageError{fmt::format("two scenarios would both write {}.h5; run them with different --output", name)};
    }
  }
}

void make_folder(const fs::path& folder) {
  std::error_code failed;
  fs::create_directories(folder, failed);
  if (!fs::is_directory(folder)) {
    throw WriteError{fmt::format("{}: the folder of the results cannot be made: {}", folder.string(),
                                 failed ? failed.message() : "there is a file of this name")};
  }
}

RunDescription describe(const LoadedScenario& loaded, const fs::path& result) {
  RunDescription run;
  run.program_version = DRIVKRAFT_VERSION;
  run.scenario = loaded.file.scenario;
  run.expanded = loaded.expanded;
  run.baseline_text = loaded.file.baseline.text;
  run.baseline_expanded = loaded.baseline_expanded;
  run.input_cells = static_cast<long>(loaded.record.cells.total());
  run.assumed_cells = static_cast<long>(loaded.record.cells.assumed);
  run.result_path = result.string();
  for (const InputDigest& file : loaded.record.files) run.input_files.push_back({file.file, file.sha256});
  for (const std::string& key : parameters_named(loaded.catalogue)) {
    for (const ParameterRow& row : loaded.table.rows) {
      if (row.key == key) run.lever_parameters.push_back({key, row.central});
    }
  }
  return run;
}

std::shared_ptr<const Model> shared_model(const Inputs& inputs, const Parameters& parameters) {
  return std::make_shared<const Model>(economy_of(inputs, parameters), parameters);
}

/// Beliefs may concern what acts in calibration or the trend; then the accounts are balanced anew.
std::shared_ptr<const Model> model_for(const Inputs& inputs, const LoadedScenario& loaded,
                                       const std::shared_ptr<const Model>& central) {
  if (loaded.file.scenario.parameters.empty()) return central;
  return shared_model(inputs, loaded.parameters);
}

/// HDF5 works for one thread at a time.
std::mutex writing;

/// What the levers are worth, and how gross becomes net. These runs ask more of the economy than the scenario does (all
/// that is held still, nothing lost on the way), so that they may fail where it does not; then the file says why.
void explain(const Inputs& inputs, const Model& model, const Draw& draw, const LoadedScenario& loaded,
             RunDescription& run) {
  if (run.levers.empty() || run.own_baseline()) return;
  try {
    const KnownBaseline baseline = known_baseline(model, draw, run.scenario.last_year);
    run.evaluation = evaluate_levers(model, draw, baseline, run.scenario, loaded.catalogue, run.levers,
                                     inputs.noise_floor, LeverFigures::changes);
    run.gross_to_net = gross_to_net(model, draw, baseline, run.scenario, loaded.catalogue);
  } catch (const ConvergenceError& error) {
    run.unexplained = error.what();
  } catch (const InputError& error) {
    run.unexplained = error.what();
  }
}

/// Simulates one scenario, writes its result and returns the summary.
std::string run_one(const Inputs& inputs, const LoadedScenario& loaded, const std::shared_ptr<const Model>& central,
                    const RunOptions& options) {
  const std::shared_ptr<const Model> model = model_for(inputs, loaded, central);
  const Dimensions& dimensions = model->base().dimensions;
  const Scenario& scenario = loaded.file.scenario;
  Recorder recorder{dimensions};
  const Draw draw = central_draw(inputs.parameters, scenario.parameters);
  simulate(*model, draw, scenario, loaded.catalogue, recorder);
  RunDescription run = describe(loaded, result_path(options, loaded));
  run.without = options.without;
  run.levers = levers_used(scenario, loaded.catalogue, dimensions,
                           subsidies_paid(model->base(), scenario, loaded.catalogue, draw));
  explain(inputs, *model, draw, loaded, run);
  const std::scoped_lock lock(writing);
  write_result(run.result_path, recorder, model->base(), loaded.parameters, run);
  return options.quiet ? std::string{} : terminal_summary(recorder, model->base(), run, options.language);
}

/// What became of each scenario, in the order of the command line.
struct Outcome {
  std::string summary;
  std::string failure;
  int code = exit_done;
};

std::vector<Outcome> run_all(const Inputs& inputs, const std::vector<LoadedScenario>& scenarios,
                             const std::shared_ptr<const Model>& central, const RunOptions& options) {
  std::vector<Outcome> outcomes(scenarios.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t k = next++; k < scenarios.size(); k = next++) {
      try {
        outcomes[k].summary = run_one(inputs, scenarios[k], central, options);
      } catch (const InputError& error) {  // the tables or a budget do not bear what the scenario asks
        const std::string told = text_of(error.problems(), options.language);
        outcomes[k] = {{}, fmt::format("{}\n{}", options.scenarios[k].string(), told), exit_input};
      } catch (const std::exception& error) {
        outcomes[k] = {{}, fmt::format("{}: {}", options.scenarios[k].string(), error.what()), exit_failed};
      }
    }
  };
  const std::size_t wanted = std::min(static_cast<std::size_t>(options.threads), scenarios.size());
  std::vector<std::thread> others;
  for (std::size_t k = 1; k < wanted; ++k) others.emplace_back(work);
  work();
  for (std::thread& other : others) other.join();
  return outcomes;
}

}  // namespace

int run_command(const Arguments& arguments) {
  const RunOptions options = parse_run(arguments);
  if (options.help) {
    std::cout << run_help();
    return exit_done;
  }
  require_different_names(options.scenarios);
  const Inputs inputs = load_inputs(find_data(options.data, options.scenarios.front()));
  const auto central = shared_model(inputs, inputs.central);
  Problems problems, warnings;
  const std::vector<LoadedScenario> scenarios =
      load_scenarios(inputs, central->base(), options.scenarios, options.settings, problems, warnings);
  if (!problems.empty()) {
    std::cerr << text_of(problems, options.language) << '\n';
    return exit_input;
  }
  if (!options.quiet) std::cerr << text_of_warnings(warnings, options.language);
  make_folder(options.output);
  int code = exit_done;
  for (const Outcome& outcome : run_all(inputs, scenarios, central, options)) {
    std::cout << outcome.summary;
    if (outcome.failure.empty()) continue;
    std::cout.flush();
    std::cerr << "drivkraft: " << outcome.failure << '\n';
    if (code != exit_failed) code = outcome.code;
  }
  return code;
}

}  // namespace drivkraft
