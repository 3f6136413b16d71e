#include "drivkraft/command_line.h"

#include <algorithm>
#include <boost/program_options.hpp>
#include <sstream>

#include "base/errors.h"
#include "results/catalogue.h"

namespace drivkraft {

namespace {

namespace po = boost::program_options;

/// What every command says about itself.
struct Description {
  std::string usage;
  std::string about;
  po::options_description options{"Options", 100, 60};
};

void add_common(Description& description) {
  description.options.add_options()("help", "show this help");
}

void add_data(Description& description) {
  description.options.add_options()(
      "data", po::value<std::string>()->value_name("DIR"),
      "data folder; without it the nearest folder named data, beside or above the first file, the current folder or "
      "the program");
}

void add_set(Description& description) {
  description.options.add_options()(
      "set", po::value<std::vector<std::string>>()->value_name("PATH=VALUE")->composing(),
      "change one key of every file, e.g. closures.wages=flexible, parameters.wages.epsilon=0.02, "
      "scenario.years=[2018,2030] (the baseline's too), lever.ID.dose=100; may be given several times");
}

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
  d.options.add_options()("lang", po::value<std::string>()->value_name("en|da")->default_value("en"),
                          "language of the summary");
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

std::string help_of(const Description& description) {
  std::ostringstream text;
  text << "usage: " << description.usage << "\n\n" << description.about << "\n\n" << description.options;
  return text.str();
}

std::vector<std::string> option_names(const Description& description) {
  std::vector<std::string> names;
  for (const auto& option : description.options.options()) names.push_back("--" + option->long_name());
  return names;
}

/// Parses options anywhere among the other arguments, which are collected under "arguments".
po::variables_map parse(const Description& description, const Arguments& arguments) {
  po::options_description all;
  all.add(description.options);
  all.add_options()("arguments", po::value<std::vector<std::string>>());
  po::positional_options_description rest;
  rest.add("arguments", -1);
  namespace style = po::command_line_style;
  const int long_options = style::unix_style & ~style::allow_guessing & ~style::allow_short;
  po::variables_map values;
  try {
    po::store(po::command_line_parser(arguments).options(all).positional(rest).style(long_options).run(), values);
    po::notify(values);
  } catch (const po::unknown_option& error) {
    const std::string name = error.get_option_name();
    const std::string hint = did_you_mean(name, option_names(description));
    throw UsageError{"unknown option " + name + (hint.empty() ? "" : ", " + hint) + "\nusage: " + description.usage};
  } catch (const po::error& error) {
    throw UsageError{std::string{error.what()} + "\nusage: " + description.usage};
  }
  if (values.count("help") == 0 && values.count("arguments") != 0) {
    for (const std::string& word : values["arguments"].as<std::vector<std::string>>()) {
      if (word.size() > 1 && word.front() == '-') {
        const std::string hint = did_you_mean("-" + word, option_names(description));
        throw UsageError{"unknown option " + word + (hint.empty() ? "" : ", " + hint) +
                         "\nusage: " + description.usage};
      }
    }
  }
  return values;
}

std::vector<std::string> words_of(const po::variables_map& values) {
  return values.count("arguments") != 0 ? values["arguments"].as<std::vector<std::string>>()
                                        : std::vector<std::string>{};
}

std::string text_of(const po::variables_map& values, const std::string& name) {
  return values.count(name) != 0 ? values[name].as<std::string>() : std::string{};
}

std::vector<Setting> settings_of(const po::variables_map& values) {
  std::vector<Setting> settings;
  if (values.count("set") == 0) return settings;
  for (const std::string& each : values["set"].as<std::vector<std::string>>()) {
    const std::size_t equals = each.find('=');
    if (equals == std::string::npos || equals == 0) {
      throw UsageError{"--set " + each + ": write path=value, e.g. closures.wages=flexible"};
    }
    settings.push_back({each.substr(0, equals), each.substr(equals + 1)});
  }
  return settings;
}

std::vector<std::filesystem::path> files_of(const po::variables_map& values, const std::string& usage) {
  const std::vector<std::string> words = words_of(values);
  if (words.empty()) throw UsageError{"name at least one scenario file\nusage: " + usage};
  return {words.begin(), words.end()};
}

/// One of a few words, by position.
int choice(const po::variables_map& values, const std::string& name, const std::vector<std::string>& choices) {
  const std::string word = text_of(values, name);
  for (std::size_t k = 0; k < choices.size(); ++k) {
    if (choices[k] == word) return static_cast<int>(k);
  }
  throw UsageError{"--" + name + " " + word + " is unknown, " + did_you_mean(word, choices)};
}

}  // namespace

namespace {

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
  options.language = choice(values, "lang", {"en", "da"}) == 0 ? Language::english : Language::danish;
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
std::string schema_help() {
  return help_of(describe_schema());
}

}  // namespace drivkraft
