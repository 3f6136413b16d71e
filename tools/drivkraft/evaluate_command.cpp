#include <fmt/format.h>

#include <cmath>
#include <iostream>
#include <set>
#include <string>
#include <vector>

#include "base/checks.h"
#include "drivkraft/commands.h"
#include "drivkraft/danish.h"
#include "drivkraft/load.h"
#include "drivkraft/table_text.h"
#include "drivkraft/worth.h"
#include "policy/labour_channels.h"
#include "results/report_text.h"

namespace drivkraft {

namespace {

struct Column {
  const char* id;  // in CSV
  const char* english;
  const char* danish;
  double (*value)(const Evaluation&);
  Blank (*blank)(const Evaluation&);
  int decimals;
};

constexpr auto never_blank = [](const Evaluation&) { return Blank::none; };

// Money in mio. DKK.
constexpr Column columns[] = {
    {"net_present_value", "present value", "nutidsværdi", [](const Evaluation& e) { return e.net_present_value; },
     never_blank, 1},
    {"benefit_cost_ratio", "benefit/cost", "gevinst/udgift",
     [](const Evaluation& e) { return e.benefit_cost_ratio.value; },
     [](const Evaluation& e) { return e.benefit_cost_ratio.blank; }, 2},
    {"public_cost", "public cost", "offentlig udgift", [](const Evaluation& e) { return e.public_cost; }, never_blank,
     1},
    {"net_public_cost", "net of taxes", "efter skat", [](const Evaluation& e) { return e.net_public_cost; },
     never_blank, 1},
    {"job_years", "job-years", "årsværk", [](const Evaluation& e) { return e.job_years; }, never_blank, 1},
    {"cost_per_job_year", "cost a job-year", "pris pr. årsværk",
     [](const Evaluation& e) { return e.cost_per_job_year.value; },
     [](const Evaluation& e) { return e.cost_per_job_year.blank; }, 3},
    {"value_added", "value added", "værditilvækst", [](const Evaluation& e) { return e.value_added; }, never_blank, 1},
    {"cost_per_value_added", "cost a mio. of it", "pris pr. mio. kr.",
     [](const Evaluation& e) { return e.cost_per_value_added.value; },
     [](const Evaluation& e) { return e.cost_per_value_added.blank; }, 3},
    {"jobs_against_noise", "of a year's noise", "af et års støj",
     [](const Evaluation& e) { return e.jobs_against_noise; },
     [](const Evaluation& e) { return std::isnan(e.jobs_against_noise) ? Blank::no_history : Blank::none; }, 4}};

std::string reason(Blank blank, bool danish) {
  switch (blank) {
    case Blank::none: return {};
    case Blank::no_cost: return danish ? "koster intet" : "costs nothing";
    case Blank::no_effect: return danish ? "ingen virkning" : "no effect";
    case Blank::negative_effect: return danish ? "negativ virkning" : "negative effect";
    case Blank::below_noise: return danish ? "mindre end et normalt år skjuler" : "below what a normal year hides";
    case Blank::no_history: return danish ? "ingen historie i data" : "no history in the data";
  }
  return {};
}

/// Why figures of a line are blank, each reason once.
std::string reasons(const Evaluation& worth, bool danish) {
  std::set<Blank> blanks;
  for (const Column& column : columns) blanks.insert(column.blank(worth));
  blanks.erase(Blank::none);
  std::string text;
  for (const Blank blank : blanks) text += (text.empty() ? "" : "; ") + reason(blank, danish);
  return text;
}

std::vector<std::string> line(const std::string& scenario, const std::string& name, char grade, const Evaluation& worth,
                              const EvaluateOptions& options) {
  std::vector<std::string> row{scenario, name, std::string(1, grade)};
  for (const Column& column : columns) {
    const bool exact = options.format == TableFormat::csv;
    const double value = column.value(worth);
    if (column.blank(worth) != Blank::none)
      row.emplace_back(exact ? "" : "-");
    else
      row.push_back(exact ? number_text(value) : number_text(value, column.decimals, options.language));
  }
  row.push_back(reasons(worth, options.language == Language::danish));
  return row;
}

TextTable empty_table(const EvaluateOptions& options) {
  const bool danish = options.language == Language::danish, exact = options.format == TableFormat::csv;
  TextTable table;
  table.columns = {exact    ? "scenario"
                   : danish ? "scenarie"
                            : "scenario",
                   exact    ? "lever"
                   : danish ? "indsats"
                            : "lever",
                   exact    ? "grade"
                   : danish ? "evidens"
                            : "grade"};
  table.numbers = {false, false, false};
  for (const Column& column : columns) {
    table.columns.emplace_back(exact ? column.id : danish ? column.danish : column.english);
    table.numbers.push_back(true);
  }
  table.columns.emplace_back(exact ? "blank_because" : danish ? "tomt fordi" : "blank because");
  table.numbers.push_back(false);
  return table;
}

std::string percent(double share, Language language) {
  return std::isnan(share) ? "-" : number_text(100.0 * share, 0, language) + "%";
}

/// What the figures are and are not.
std::string notes(const EvaluationTable& worth, int base_year, int last_year, Language language) {
  const char* words = language == Language::danish
                          ? "Mio. kr. i {}-priser, nutidsværdi i {}; hvad der er tilbage efter {}, tæller ikke med. "
                            "Produktion af det, som\n"
                            "indsatserne selv køber, er ingen gevinst. Fritid, miljø og fordeling er ikke talt med.\n"
                            "Af virkningen i {} hviler {} af BNP og {} af job på evidens af styrke C eller D.\n"
                          : "Mio. DKK at {} prices, present value in {}; what is left after {} is not counted. "
                            "Production of what the levers\n"
                            "themselves buy is no benefit. Leisure, environment and distribution are not counted.\n"
                            "Of the change in {}, {} of GDP and {} of jobs rest on evidence of grade C or D.\n";
  return fmt::format(fmt::runtime(words), base_year, worth.dose_year, last_year, worth.headline_year,
                     percent(worth.weak_gdp_share, language), percent(worth.weak_jobs_share, language));
}

/// Adds the lines of one scenario and returns what is to be said below the table.
std::string evaluate_one(const Inputs& inputs, const LoadedScenario& loaded, const Model& model,
                         const EvaluateOptions& options, TextTable& table) {
  const Scenario& scenario = loaded.file.scenario;
  const Draw draw = central_draw(inputs.parameters, scenario.parameters);
  const std::vector<LeverUse> levers = levers_used(scenario, loaded.catalogue, model.base().dimensions,
                                                   subsidies_paid(model.base(), scenario, loaded.catalogue, draw));
  const bool danish = options.language == Language::danish;
  if (levers.empty() || scenario.baseline.empty()) {
    return scenario.stem + (danish ? ": ingen indsats at vurdere\n" : ": no lever to evaluate\n");
  }
  const EvaluationTable worth = evaluate_levers(model, draw, known_baseline(model, draw, scenario.last_year), scenario,
                                                loaded.catalogue, levers, inputs.noise_floor, LeverFigures::worth);
  const std::string all = options.format == TableFormat::csv ? "package" : danish ? "alle indsatser" : "all levers";
  table.rows.push_back(line(scenario.stem, all, '-', worth.package, options));
  for (const EvaluatedLever& lever : worth.levers)
    table.rows.push_back(line(scenario.stem, lever.id, lever.grade, *lever.worth, options));
  return scenario.stem + ": " + notes(worth, model.base().dimensions.base_year, scenario.last_year, options.language);
}

}  // namespace

int evaluate_command(const Arguments& arguments) {
  const EvaluateOptions options = parse_evaluate(arguments);
  if (options.help) {
    std::cout << evaluate_help();
    return exit_done;
  }
  const Inputs inputs = load_inputs(find_data(options.data, options.scenarios.front()));
  const Model central(economy_of(inputs, inputs.central), inputs.central);
  Problems problems, warnings;
  const std::vector<LoadedScenario> scenarios =
      load_scenarios(inputs, central.base(), options.scenarios, options.settings, problems, warnings);
  if (!problems.empty()) {
    std::cerr << text_of(problems, options.language) << '\n';
    return exit_input;
  }
  std::cerr << text_of_warnings(warnings, options.language);
  TextTable table = empty_table(options);
  std::string below;
  for (const LoadedScenario& loaded : scenarios) {
    if (loaded.file.scenario.parameters.empty()) {
      below += evaluate_one(inputs, loaded, central, options, table);
    } else {  // beliefs may concern what acts in calibration or the trend
      const Model own(economy_of(inputs, loaded.parameters), loaded.parameters);
      below += evaluate_one(inputs, loaded, own, options, table);
    }
  }
  std::cout << table_text(table, options.format);
  if (options.format != TableFormat::csv) std::cout << '\n' << below;
  return exit_done;
}

}  // namespace drivkraft
