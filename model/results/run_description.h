#pragma once

#include <optional>
#include <string>
#include <vector>

#include "economy/dimensions.h"
#include "economy/evaluation.h"
#include "economy/gross_to_net.h"
#include "economy/scenario.h"

namespace drivkraft {

/// A file that the run read.
struct InputFile {
  std::string path;    // as it should stand in the result: from the root of the data or scenario folder
  std::string sha256;  // 64 hexadecimal digits
};

struct ParameterUsed {
  std::string key;
  double value = 0.0;
};

/// What a scenario asks of one lever, added up.
struct LeverUse {
  std::string id;
  std::string name_da;
  std::string name_en;
  DoseUnit unit = DoseUnit::firms;
  double total_dose = 0.0;  // over regions and years, in `unit`
  int first_year = 0;       // of the doses
  int last_year = 0;
  std::vector<double> public_cost;  // by region, mio. DKK at base-year prices
  std::string channels = {};        // how it acts: names of its channels, apart by spaces
  // By year from the scenario's first and region: dose, and costs, mio. DKK at base-year prices: dose times cost a
  // unit, and of the public what wage subsidies pay besides.
  std::vector<double> doses = {}, public_costs = {}, private_costs = {};
};

/// Everything about a run that is not a number of the economy: goes to /run of the result and to the summary.
struct RunDescription {
  std::string program_version;
  Scenario scenario;          // as asked: name, about, text, closures, doses
  std::string expanded;       // the scenario with nothing left out, to be run again
  std::string baseline_text;  // the baseline's file in full; "" when the scenario is its own baseline
  std::string baseline_expanded;
  std::vector<LeverUse> levers;  // levers_used(scenario, catalogue, dimensions)
  std::vector<InputFile> input_files;
  std::vector<ParameterUsed>
      lever_parameters;    // rows of the parameter table that lever entries name, with the values used
  long input_cells = 0;    // cells of the data that were read
  long assumed_cells = 0;  // those with status `assumed`
  std::optional<EvaluationTable> evaluation;  // of scenarios with levers
  std::optional<GrossToNet> gross_to_net;     // of scenarios with levers
  std::string unexplained;                    // why there is none although there are levers
  std::vector<std::string> without;           // series left out of the file
  std::string result_path;                    // where the result file is, as the summary shows it

  /// A file without a baseline is its own.
  [[nodiscard]] bool own_baseline() const { return scenario.baseline.empty(); }
};

/// Adds up the doses by lever, in the order of the catalogue; levers without a dose are left out. `subsidies`: what
/// each dose of the scenario pays in wage subsidies, mio. DKK at base-year wages.
[[nodiscard]] std::vector<LeverUse> levers_used(const Scenario& scenario, const LeverCatalogue& catalogue,
                                                const Dimensions& dimensions, const std::vector<double>& subsidies);

/// Names of what is held on its baseline path, apart by spaces; "" for nothing.
[[nodiscard]] std::string held_blocks(const Hold& hold);

}  // namespace drivkraft
