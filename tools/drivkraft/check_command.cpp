#include <fmt/format.h>

#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "drivkraft/commands.h"
#include "drivkraft/danish.h"
#include "drivkraft/load.h"

namespace drivkraft {

namespace {

struct Findings {
  Problems errors, warnings;
};

nlohmann::ordered_json json_list(const Problems& problems, const char* severity) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const Problem& each : problems.list()) {
    list.push_back({{"severity", severity},
                    {"file", each.place.file},
                    {"line", each.place.line},
                    {"column", each.place.column},
                    {"length", each.place.length},
                    {"message", each.message},
                    {"hint", each.hint}});
  }
  return list;
}

std::string json_text(const Findings& found) {
  nlohmann::ordered_json list = json_list(found.errors, "error");
  for (auto& warning : json_list(found.warnings, "warning")) list.push_back(std::move(warning));
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

std::string github_text(const Problems& problems, std::string_view severity) {
  std::string text;
  for (const Problem& each : problems.list()) {
    text += fmt::format("::{} file={},line={},col={}::{}\n", severity, escaped(each.place.file, true), each.place.line,
                        each.place.column, escaped(each.message + (each.hint.empty() ? "" : " - " + each.hint), false));
  }
  return text;
}

Findings findings_of(const CheckOptions& options) {
  Findings found;
  try {
    const Inputs inputs = load_inputs(find_data(options.data, options.files.front()));
    const Economy economy = economy_of(inputs, inputs.central);
    (void)load_scenarios(inputs, economy.accounts, options.files, options.settings, found.errors, found.warnings);
  } catch (const InputError& error) {
    found.errors.append(error.problems());
  }
  return found;
}

void print_text(const Findings& found, const CheckOptions& options) {
  std::cerr << text_of_warnings(found.warnings, options.language);
  if (!found.errors.empty()) {
    std::cerr << text_of(found.errors, options.language) << '\n';
  } else if (found.warnings.empty() && !options.quiet) {
    const char* none = options.language == Language::danish ? ": ingen fejl\n" : ": no problems\n";
    for (const auto& file : options.files) std::cout << file.string() << none;
  }
}

}  // namespace

int check_command(const Arguments& arguments) {
  const CheckOptions options = parse_check(arguments);
  if (options.help) {
    std::cout << check_help();
    return exit_done;
  }
  const Findings found = findings_of(options);
  const Findings told{in_language(found.errors, options.language), in_language(found.warnings, options.language)};
  if (options.format == CheckFormat::json) std::cout << json_text(told);
  if (options.format == CheckFormat::github)
    std::cout << github_text(told.errors, "error") << github_text(told.warnings, "warning");
  if (options.format == CheckFormat::text) print_text(found, options);
  return found.errors.empty() ? exit_done : exit_input;
}

}  // namespace drivkraft
