#include "results/worth_groups.h"

#include <string>
#include <vector>

#include "results/group_writer.h"

namespace drivkraft {

namespace {

using hdf5::GroupWriter;
using hdf5::write_attribute;

/// One figure of the whole.
struct FigureRow {
  const char* name;
  const char* unit;
  const char* label;
  const char* label_da;
  const char* equation;
  double (*value)(const EvaluationTable&);
};

// Present values stand in the year that the attribute discounted_to names.
constexpr FigureRow figures[] = {
    {"benefit", "mio_dkk_base_year_prices", "Present value of production", "Nutidsværdi af produktion", "EV-2",
     [](const EvaluationTable& t) { return t.package.benefit; }},
    {"resource_cost", "mio_dkk_base_year_prices", "Present value of what the levers use up",
     "Nutidsværdi af hvad indsatserne forbruger", "EV-3",
     [](const EvaluationTable& t) { return t.package.resource_cost; }},
    {"tax_distortion", "mio_dkk_base_year_prices", "Present value of what taxes distort",
     "Nutidsværdi af skatteforvridning", "EV-4", [](const EvaluationTable& t) { return t.package.distortion; }},
    {"net_present_value", "mio_dkk_base_year_prices", "Net present value", "Nettonutidsværdi", "EV-5",
     [](const EvaluationTable& t) { return t.package.net_present_value; }},
    {"benefit_cost_ratio", "1", "Benefit over cost", "Gevinst over udgift", "EV-5",
     [](const EvaluationTable& t) { return t.package.benefit_cost_ratio.value; }},
    {"public_cost", "mio_dkk_base_year_prices", "Present value of the gross public cost",
     "Nutidsværdi af den offentlige bruttoudgift", "EV-6",
     [](const EvaluationTable& t) { return t.package.public_cost; }},
    {"net_public_cost", "mio_dkk", "Present value of the public cost less induced taxes and benefits saved",
     "Nutidsværdi af den offentlige udgift efter afledte skatter og overførsler", "EV-4",
     [](const EvaluationTable& t) { return t.package.net_public_cost; }},
    {"job_years", "persons", "Job-years over all years", "Årsværk over alle år", "EV-6",
     [](const EvaluationTable& t) { return t.package.job_years; }},
    {"value_added_change", "mio_dkk_base_year_prices", "Value added over all years", "Værditilvækst over alle år",
     "EV-6", [](const EvaluationTable& t) { return t.package.value_added; }},
    {"cost_per_job_year", "mio_dkk_base_year_prices_per_person", "Gross public cost of a job-year",
     "Offentlig bruttoudgift pr. årsværk", "EV-6",
     [](const EvaluationTable& t) { return t.package.cost_per_job_year.value; }},
    {"cost_per_value_added", "1", "Gross public cost of value added", "Offentlig bruttoudgift pr. værditilvækst",
     "EV-6", [](const EvaluationTable& t) { return t.package.cost_per_value_added.value; }},
    {"jobs_against_noise", "1", "Largest change of a region's jobs over what a normal year hides",
     "Største ændring i en regions job over hvad et normalt år skjuler", "EV-7",
     [](const EvaluationTable& t) { return t.package.jobs_against_noise; }},
    {"gdp_against_noise", "1", "Largest change of a region's GDP over what a normal year hides",
     "Største ændring i en regions BNP over hvad et normalt år skjuler", "EV-7",
     [](const EvaluationTable& t) { return t.package.gdp_against_noise; }},
    {"weak_gdp_share", "1", "Share of the change in GDP of the headline year that rests on evidence of grade C or D",
     "Andel af ændringen i BNP i hovedåret, der hviler på evidens af styrke C eller D", "EV-8",
     [](const EvaluationTable& t) { return t.weak_gdp_share; }},
    {"weak_jobs_share", "1", "Share of the change in jobs of the headline year that rests on evidence of grade C or D",
     "Andel af ændringen i job i hovedåret, der hviler på evidens af styrke C eller D", "EV-8",
     [](const EvaluationTable& t) { return t.weak_jobs_share; }}};

const char* blank_name(Blank blank) {
  switch (blank) {
    case Blank::none: return "";
    case Blank::no_cost: return "costs nothing";
    case Blank::no_effect: return "no effect";
    case Blank::negative_effect: return "negative effect";
    case Blank::below_noise: return "below what a normal year hides";
    case Blank::no_history: return "no history in the data";
  }
  return "";
}

/// What each lever changes alone in the headline year.
void write_levers_alone(GroupWriter& group, const std::vector<EvaluatedLever>& levers) {
  std::vector<std::string> ids, grades;
  std::vector<double> gdp, jobs;
  for (const EvaluatedLever& lever : levers) {
    ids.push_back(lever.id);
    grades.emplace_back(1, lever.grade);
    gdp.push_back(lever.gdp_change);
    jobs.push_back(lever.jobs_change);
  }
  group.declare("lever", ids);
  group.write("lever_grade", "lever", "Strength of the evidence, A to D", "Evidensens styrke, A til D", grades);
  group.write({"lever_gdp_change",
               {"lever"},
               "mio_dkk_base_year_prices",
               "Change in GDP of the headline year by the lever alone",
               "Ændring i BNP i hovedåret af indsatsen alene",
               "EV-8"},
              gdp);
  group.write({"lever_jobs_change",
               {"lever"},
               "persons",
               "Change in jobs of the headline year by the lever alone",
               "Ændring i job i hovedåret af indsatsen alene",
               "EV-8"},
              jobs);
}

void write_by_region(GroupWriter& group, const EvaluationTable& table, const Dimensions& dimensions) {
  group.declare("region", dimensions);
  group.write({"public_balance_value",
               {"region"},
               "mio_dkk",
               "Present value of the change in the public balance",
               "Nutidsværdi af ændringen i den offentlige saldo",
               "AC-8"},
              table.package.public_balance);
  if (table.floor.jobs.empty()) return;
  group.write({"jobs_noise",
               {"region"},
               "1",
               "Standard deviation of the yearly change of log jobs",
               "Standardafvigelse af den årlige ændring i log job",
               "EV-7"},
              table.floor.jobs);
  group.write({"gdp_noise",
               {"region"},
               "1",
               "Standard deviation of the yearly change of log GDP",
               "Standardafvigelse af den årlige ændring i log BNP",
               "EV-7"},
              table.floor.gdp);
}

}  // namespace

void write_evaluation(hdf5::hid_t file, const EvaluationTable& table, const Dimensions& dimensions) {
  GroupWriter group(file, "evaluation", "What the levers are worth together", "Hvad indsatserne er værd samlet");
  write_attribute(group.id(), "discounted_to", std::int64_t{table.dose_year});
  write_attribute(group.id(), "headline_year", std::int64_t{table.headline_year});
  write_attribute(group.id(), "benefit_cost_ratio_blank", blank_name(table.package.benefit_cost_ratio.blank));
  write_attribute(group.id(), "cost_per_job_year_blank", blank_name(table.package.cost_per_job_year.blank));
  write_attribute(group.id(), "cost_per_value_added_blank", blank_name(table.package.cost_per_value_added.blank));
  for (const FigureRow& figure : figures) {
    const double value = figure.value(table);
    group.write_with_gaps({figure.name, {}, figure.unit, figure.label, figure.label_da, figure.equation}, {&value, 1});
  }
  write_by_region(group, table, dimensions);
  write_levers_alone(group, table.levers);
}

void write_waterfall(hdf5::hid_t file, const GrossToNet& gross_to_net, int first_year, int year_count) {
  const GroupWriter parent(file, "explanation", "How the answer comes about", "Hvordan svaret opstår");
  GroupWriter group(file, "explanation/waterfall", "From gross to net, step by step in this order",
                    "Fra brutto til netto, trin for trin i denne rækkefølge");
  write_attribute(group.id(), "dose_scale", gross_to_net.dose_scale);
  std::vector<std::string> steps, names, names_da, indicators, units;
  for (const GrossToNetStep& step : gross_to_net_steps) {
    steps.push_back(step.id);
    names.push_back(step.name_en);
    names_da.push_back(step.name_da);
  }
  for (const ChangeIndicator& indicator : change_indicators) {
    indicators.push_back(indicator.id);
    units.push_back(indicator.unit);
  }
  group.declare("step", steps);
  group.declare("indicator", indicators);
  group.declare_years(first_year, year_count);
  group.write("step_name", "step", "What the step lets answer", "Hvad trinnet lader svare", names);
  group.write("step_name_da", "step", "What the step lets answer, in Danish", "Hvad trinnet lader svare, på dansk",
              names_da);
  group.write("indicator_unit", "indicator", "Unit of the change", "Ændringens enhed", units);
  group.write({"step_value",
               {"step", "indicator", "year"},
               "see indicator_unit",
               "Gross to net, a model run for each step",
               "Fra brutto til netto, en modelkørsel for hvert trin",
               "EX-1"},
              gross_to_net.values);
}

}  // namespace drivkraft
