#include "drivkraft/command_line.h"

#include <algorithm>
#include <sstream>

#include "base/errors.h"
#include "drivkraft/option_parts.h"
#include "results/catalogue.h"

namespace drivkraft {

namespace {

Description describe_run() {
  Description d{"drivkraft run SCENARIO.toml ... [options]",
                "Simulates each scenario and its baseline, prints what changed, and writes DIR/NAME.h5.\n"
                "All files are checked first; with any problem nothing is run.",
                {}};
  add_set(d);
  d.options.add_options()("output", po::value<std::string>()->value_name("DIR")->default_value("results"),
                          "folder of the results, created if missing");
  add_data(d);
  d.options.add_options()("threads", po::value<int>()->value_name("N")->default_value(1),
                          "scenarios at a time; results do not depend on it");
  add_language(d, "language of the summary and of problems");
  d.options.add_options()("without", po::value<std::vector<std::string>>()->composing()->value_name("SERIES"),
                          "series to leave out of the result, such as population; may be repeated");
  d.options.add_options()("quiet", "print nothing but problems");
  add_common(d);
  return d;
}

Description describe_check() {
  Description d{"drivkraft check SCENARIO.toml ... [options]",
                "Reads data, catalogue and each scenario with its baseline, and says everything that is wrong.",
                {}};
  add_set(d);
  add_data(d);
  d.options.add_options()("format", po::value<std::string>()->value_name("text|json|github")->default_value("text"),
                          "how problems are written");
  add_language(d, "language of problems");
  d.options.add_options()("quiet", "print nothing but problems");
  add_common(d);
  return d;
}

Description describe_data() {
  Description d{
      "drivkraft data list | show NAME [WORD ...] | assumed [TABLE] [options]",
      "list      every table: rows, numbers, how many are observed, derived and assumed\n"
      "show      a table's numbers, or a parameter, with unit, status, source and vintage; words select rows\n"
      "assumed   where assumed numbers stand, and their share",
      {}};
  d.options.add_options()("cells", "with assumed: every number");
  add_data(d);
  add_common(d);
  return d;
}

Description describe_levers() {
  Description d{
      "drivkraft levers list | show ID | search WORD ... [options]",
      "list      the levers of the catalogue that pass the filters; as CSV every row of the register of documents "
      "with\n"
      "          what became of it, and its lever\n"
      "show      one lever: document, target group, channels, every number with status, grade and source; or one row\n"
      "          of the register\n"
      "search    levers, and rows of the register, that hold all of the words anywhere",
      {}};
  const auto filter = [&](const char* name, const char* value, const char* about) {
    d.options.add_options()(name, po::value<std::string>()->value_name(value), about);
  };
  filter("document", "TEXT", "only levers of documents with this in their title");
  filter("region", "REGION", "only levers that may be applied there");
  filter("driver", "TEXT", "only levers of this driver of growth");
  filter("channel", "CHANNEL", "only levers that act by this channel, e.g. firms.productivity");
  filter("grade", "A|B|C|D", "only levers whose effect rests on evidence of this strength");
  add_table_format(d);
  add_language(d, "language of names and headings");
  add_data(d);
  add_common(d);
  return d;
}

Description describe_compare() {
  Description d{
      "drivkraft compare A.h5 B.h5 ... [options]",
      "Sets the answers of results side by side: what each scenario changes against its baseline, by indicator,\n"
      "region and year, and how much more that is than in the first.",
      {}};
  d.options.add_options()("years", po::value<std::string>()->value_name("YEAR,..."),
                          "which years; without it the last one, as CSV every year");
  add_table_format(d);
  add_language(d, "language of names and headings");
  add_common(d);
  return d;
}

Description describe_evaluate() {
  Description d{
      "drivkraft evaluate SCENARIO.toml ... [options]",
      "Says what the levers of each scenario are worth, together and each alone: present value, benefit over\n"
      "cost, cost of a job-year and of value added, net cost to the public. Figures that no effect can bear are\n"
      "blank, with the reason. Writes no result.",
      {}};
  add_set(d);
  add_table_format(d);
  add_language(d, "language of names, headings and problems");
  add_data(d);
  add_common(d);
  return d;
}

Description describe_export() {
  Description d{"drivkraft export RESULT.h5 [options]",
                "Writes baseline and scenario as a table: model, scenario, region, variable, unit, year, value. The\n"
                "variables are those of data/export/variables.csv.",
                {}};
  d.options.add_options()("format", po::value<std::string>()->value_name("csv|iamc")->default_value("csv"),
                          "csv: a line for each year; iamc: a column for each year");
  d.options.add_options()("output", po::value<std::string>()->value_name("DIR"),
                          "writes DIR/NAME.csv; without it the table goes to the terminal");
  add_data(d);
  add_common(d);
  return d;
}

Description describe_multipliers() {
  Description d{
      "drivkraft multipliers [options]",
      "Runs the standard shocks of data/multipliers/shocks.csv, each alone, and shows what they move against the\n"
      "baseline: real GDP (mio. DKK at base-year prices) and jobs, in the region of the dose and in the rest of the\n"
      "country, in the first, fifth and fifteenth year from the first dose.",
      {}};
  add_table_format(d);
  add_language(d, "language of the table");
  add_data(d);
  add_common(d);
  return d;
}

Description describe_schema() {
  Description d{
      "drivkraft schema scenario [options]",
      "Writes the JSON Schema of scenario files: every key, and the names of regions, industries, levers and\n"
      "parameters of the data. Editors use it to complete and to underline.",
      {}};
  add_data(d);
  add_common(d);
  return d;
}

/// Names of series, each once; a name that no series has is wrong usage.
std::vector<std::string> series_of(const std::vector<std::string>& given) {
  std::vector<std::string> known, chosen;
  for (const FieldInfo& field : exported_fields()) known.emplace_back(field.name);
  for (const std::string& name : given) {
    if (std::find(known.begin(), known.end(), name) == known.end()) {
      throw UsageError{"--without " + name + ": no series of this name; " + did_you_mean(name, known)};
    }
    if (std::find(chosen.begin(), chosen.end(), name) == chosen.end()) chosen.push_back(name);
  }
  return chosen;
}

/// "2022,2030" as years.
std::vector<int> years_of(const std::string& list) {
  std::vector<int> years;
  std::istringstream text{list};
  for (std::string year; std::getline(text, year, ',');) {
    if (year.size() != 4 || year.find_first_not_of("0123456789") != std::string::npos)
      throw UsageError{"--years " + list + ": write years with commas between, e.g. 2022,2030"};
    years.push_back(std::stoi(year));
  }
  return years;
}

}  // namespace

RunOptions parse_run(const Arguments& arguments) {
  const Description description = describe_run();
  const po::variables_map values = parse(description, arguments);
  RunOptions options;
  options.help = values.count("help") != 0;
  if (options.help) return options;
  options.scenarios = files_of(values, description.usage);
  options.settings = settings_of(values);
  options.data = text_of(values, "data");
  options.output = text_of(values, "output");
  if (options.output.empty()) throw UsageError{"--output needs a folder"};
  if (values.count("without") != 0) options.without = series_of(values["without"].as<std::vector<std::string>>());
  options.threads = values["threads"].as<int>();
  if (options.threads < 1) throw UsageError{"--threads must be at least 1"};
  options.language = language_of(values);
  options.quiet = values.count("quiet") != 0;
  return options;
}

CheckOptions parse_check(const Arguments& arguments) {
  const Description description = describe_check();
  const po::variables_map values = parse(description, arguments);
  CheckOptions options;
  options.help = values.count("help") != 0;
  if (options.help) return options;
  options.files = files_of(values, description.usage);
  options.settings = settings_of(values);
  options.data = text_of(values, "data");
  options.format = static_cast<CheckFormat>(choice(values, "format", {"text", "json", "github"}));
  options.language = language_of(values);
  options.quiet = values.count("quiet") != 0;
  return options;
}

DataOptions parse_data(const Arguments& arguments) {
  const Description description = describe_data();
  const po::variables_map values = parse(description, arguments);
  DataOptions options;
  options.help = values.count("help") != 0;
  if (options.help) return options;
  const std::vector<std::string> words = words_of(values);
  const std::vector<std::string> known{"list", "show", "assumed"};
  if (words.empty()) throw UsageError{"name what to show: list, show or assumed\nusage: " + description.usage};
  options.what = words.front();
  if (std::find(known.begin(), known.end(), options.what) == known.end()) {
    throw UsageError{"unknown \"data " + options.what + "\", " + did_you_mean(options.what, known)};
  }
  options.words.assign(words.begin() + 1, words.end());
  if (options.what == "show" && options.words.empty())
    throw UsageError{"data show needs the name of a table or parameter"};
  if (options.what == "list" && !options.words.empty()) throw UsageError{"data list takes no names"};
  if (options.what == "assumed" && options.words.size() > 1) throw UsageError{"data assumed takes one table at most"};
  options.data = text_of(values, "data");
  options.cells = values.count("cells") != 0;
  return options;
}

LeversOptions parse_levers(const Arguments& arguments) {
  const Description description = describe_levers();
  const po::variables_map values = parse(description, arguments);
  LeversOptions options;
  options.help = values.count("help") != 0;
  if (options.help) return options;
  const std::vector<std::string> words = words_of(values);
  const std::vector<std::string> known{"list", "show", "search"};
  options.what = words.empty() ? "list" : words.front();
  if (std::find(known.begin(), known.end(), options.what) == known.end())
    throw UsageError{"unknown \"levers " + options.what + "\", " + did_you_mean(options.what, known)};
  if (!words.empty()) options.words.assign(words.begin() + 1, words.end());
  if (options.what == "list" && !options.words.empty()) throw UsageError{"levers list takes no words, search does"};
  if (options.what == "show" && options.words.size() != 1) throw UsageError{"levers show needs the id of one lever"};
  if (options.what == "search" && options.words.empty()) throw UsageError{"levers search needs words"};
  options.document = text_of(values, "document");
  options.region = text_of(values, "region");
  options.driver = text_of(values, "driver");
  options.channel = text_of(values, "channel");
  options.grade = text_of(values, "grade");
  options.data = text_of(values, "data");
  options.format = table_format_of(values);
  options.language = language_of(values);
  return options;
}

CompareOptions parse_compare(const Arguments& arguments) {
  const Description description = describe_compare();
  const po::variables_map values = parse(description, arguments);
  CompareOptions options;
  options.help = values.count("help") != 0;
  if (options.help) return options;
  const std::vector<std::string> words = words_of(values);
  if (words.size() < 2) throw UsageError{"name two results or more\nusage: " + description.usage};
  options.results.assign(words.begin(), words.end());
  options.years = years_of(text_of(values, "years"));
  options.format = table_format_of(values);
  options.language = language_of(values);
  return options;
}

MultipliersOptions parse_multipliers(const Arguments& arguments) {
  const Description description = describe_multipliers();
  const po::variables_map values = parse(description, arguments);
  MultipliersOptions options;
  options.help = values.count("help") != 0;
  if (options.help) return options;
  if (!words_of(values).empty()) throw UsageError{"multipliers takes no names\nusage: " + description.usage};
  options.data = text_of(values, "data");
  options.format = table_format_of(values);
  options.language = language_of(values);
  return options;
}

EvaluateOptions parse_evaluate(const Arguments& arguments) {
  const Description description = describe_evaluate();
  const po::variables_map values = parse(description, arguments);
  EvaluateOptions options;
  options.help = values.count("help") != 0;
  if (options.help) return options;
  options.scenarios = files_of(values, description.usage);
  options.settings = settings_of(values);
  options.data = text_of(values, "data");
  options.format = table_format_of(values);
  options.language = language_of(values);
  return options;
}

ExportOptions parse_export(const Arguments& arguments) {
  const Description description = describe_export();
  const po::variables_map values = parse(description, arguments);
  ExportOptions options;
  options.help = values.count("help") != 0;
  if (options.help) return options;
  const std::vector<std::string> words = words_of(values);
  if (words.size() != 1) throw UsageError{"name one result\nusage: " + description.usage};
  options.result = words.front();
  options.data = text_of(values, "data");
  options.output = text_of(values, "output");
  options.format = static_cast<ExportFormat>(choice(values, "format", {"csv", "iamc"}));
  return options;
}

SchemaOptions parse_schema(const Arguments& arguments) {
  const Description description = describe_schema();
  const po::variables_map values = parse(description, arguments);
  SchemaOptions options;
  options.help = values.count("help") != 0;
  if (options.help) return options;
  const std::vector<std::string> words = words_of(values);
  if (words != std::vector<std::string>{"scenario"}) {
    throw UsageError{"name what the schema is of: scenario\nusage: " + description.usage};
  }
  options.data = text_of(values, "data");
  return options;
}

std::string run_help() {
  return help_of(describe_run());
}
std::string check_help() {
  return help_of(describe_check());
}
std::string data_help() {
  return help_of(describe_data());
}
std::string levers_help() {
  return help_of(describe_levers());
}
std::string compare_help() {
  return help_of(describe_compare());
}
std::string multipliers_help() {
  return help_of(describe_multipliers());
}
std::string evaluate_help() {
  return help_of(describe_evaluate());
}
std::string export_help() {
  return help_of(describe_export());
}
std::string schema_help() {
  return help_of(describe_schema());
}

}  // namespace drivkraft
