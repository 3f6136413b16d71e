#include "drivkraft/option_parts.h"

#include <sstream>

#include "base/errors.h"

namespace drivkraft {

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

void add_language(Description& description, const char* of) {
  description.options.add_options()("lang", po::value<std::string>()->value_name("en|da")->default_value("en"), of);
}

void add_table_format(Description& description) {
  description.options.add_options()("format",
                                    po::value<std::string>()->value_name("text|csv|markdown")->default_value("text"),
                                    "how tables are written");
}

std::string help_of(const Description& description) {
  std::ostringstream text;
  text << "usage: " << description.usage << "\n\n" << description.about << "\n\n" << description.options;
  return text.str();
}

namespace {

std::vector<std::string> option_names(const Description& description) {
  std::vector<std::string> names;
  for (const auto& option : description.options.options()) names.push_back("--" + option->long_name());
  return names;
}

}  // namespace

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

int choice(const po::variables_map& values, const std::string& name, const std::vector<std::string>& choices) {
  const std::string word = text_of(values, name);
  for (std::size_t k = 0; k < choices.size(); ++k) {
    if (choices[k] == word) return static_cast<int>(k);
  }
  throw UsageError{"--" + name + " " + word + " is unknown, " + did_you_mean(word, choices)};
}

Language language_of(const po::variables_map& values) {
  return choice(values, "lang", {"en", "da"}) == 0 ? Language::english : Language::danish;
}

TableFormat table_format_of(const po::variables_map& values) {
  return static_cast<TableFormat>(choice(values, "format", table_format_names));
}

}  // namespace drivkraft
