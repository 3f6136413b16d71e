#include <fmt/format.h>

#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "drivkraft/commands.h"
#include "drivkraft/danish.h"
#include "drivkraft/load.h"

namespace drivkraft {

namespace {

std::string json_text(const Problems& problems) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const Problem& each : problems.list()) {
    list.push_back({{"file", each.place.file},
                    {"line", each.place.line},
                    {"column", each.place.column},
                    {"length", each.place.length},
                    {"message", each.message},
                    {"hint", each.hint}});
  }
  const nlohmann::ordered_json whole{{"problems", list}};
  return whole.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

/// The characters that end a field of a workflow command are written as codes.
std::string escaped(std::string_view text, bool property) {
  std::string out;
  for (const char c : text) {
    if (c == '%')
      out += "%25";
    else if (c == '\n')
      out += "%0A";
    else if (c == '\r')
      out += "%0D";
    else if (property && c == ':')
      out += "%3A";
    else if (property && c == ',')
      out += "%2C";
    else
      out += c;
  }
  return out;
}

std::string github_text(const Problems& problems) {
  std::string text;
  for (const Problem& each : problems.list()) {
    text += fmt::format("::error file={},line={},col={}::{}\n", escaped(each.place.file, true), each.place.line,
                        each.place.column, escaped(each.message + (each.hint.empty() ? "" : " - " + each.hint), false));
  }
  return text;
}

Problems problems_of(const CheckOptions& options) {
  Problems problems;
  try {
    const Inputs inputs = load_inputs(find_data(options.data, options.files.front()));
    const Economy economy = economy_of(inputs, inputs.central);
    (void)load_scenarios(inputs, economy.accounts, options.files, options.settings, problems);
  } catch (const InputError& error) {
    problems.append(error.problems());
  }
  return problems;
}

}  // namespace

int check_command(const Arguments& arguments) {
  const CheckOptions options = parse_check(arguments);
  if (options.help) {
    std::cout << check_help();
    return exit_done;
  }
  const Problems problems = problems_of(options);
  if (options.format == CheckFormat::json) std::cout << json_text(in_language(problems, options.language));
  if (options.format == CheckFormat::github) std::cout << github_text(in_language(problems, options.language));
  if (options.format == CheckFormat::text) {
    if (!problems.empty()) {
      std::cerr << text_of(problems, options.language) << '\n';
    } else if (!options.quiet) {
      const char* none = options.language == Language::danish ? ": ingen fejl\n" : ": no problems\n";
      for (const auto& file : options.files) std::cout << file.string() << none;
    }
  }
  return problems.empty() ? exit_done : exit_input;
}

}  // namespace drivkraft
