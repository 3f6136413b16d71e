#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include "drivkraft/table_text.h"
#include "inputs/toml_document.h"
#include "results/report.h"

namespace drivkraft {

/// The command line is wrong (exit code 2).
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// What drivkraft run takes.
struct RunOptions {
  std::vector<std::filesystem::path> scenarios;
  std::vector<Setting> settings;
  std::filesystem::path data;  // "" when it is to be found
  std::filesystem::path output = "results";
  int threads = 1;
  std::vector<std::string> without;  // series to leave out of the result
  bool quiet = false;
  Language language = Language::english;
  bool help = false;
};

enum class CheckFormat { text, json, github };

/// What drivkraft check takes.
struct CheckOptions {
  std::vector<std::filesystem::path> files;
  std::vector<Setting> settings;
  std::filesystem::path data;
  CheckFormat format = CheckFormat::text;
  bool quiet = false;
  Language language = Language::english;
  bool help = false;
};

/// What drivkraft data takes.
struct DataOptions {
  std::string what;                // list, show or assumed
  std::vector<std::string> words;  // after show: a table or parameter and words that rows must hold
  std::filesystem::path data;
  bool cells = false;  // after assumed: every cell
  bool help = false;
};

/// What drivkraft levers takes.
struct LeversOptions {
  std::string what;                                      // list, show or search
  std::vector<std::string> words;                        // the lever to show, or what to search for
  std::string document, region, driver, channel, grade;  // "" for any
  std::filesystem::path data;
  TableFormat format = TableFormat::text;
  Language language = Language::english;
  bool help = false;
};

/// What drivkraft compare takes.
struct CompareOptions {
  std::vector<std::filesystem::path> results;
  std::vector<int> years;  // empty: the last year on a terminal, every year as CSV
  TableFormat format = TableFormat::text;
  Language language = Language::english;
  bool help = false;
};

/// What drivkraft multipliers takes.
struct MultipliersOptions {
  std::filesystem::path data;
  TableFormat format = TableFormat::text;
  Language language = Language::english;
  bool help = false;
};

/// What drivkraft evaluate takes.
struct EvaluateOptions {
  std::vector<std::filesystem::path> scenarios;
  std::vector<Setting> settings;
  std::filesystem::path data;
  TableFormat format = TableFormat::text;
  Language language = Language::english;
  bool help = false;
};

enum class ExportFormat { csv, iamc };

/// What drivkraft export takes.
struct ExportOptions {
  std::filesystem::path result;
  std::filesystem::path data;
  std::filesystem::path output;  // "" for the terminal
  ExportFormat format = ExportFormat::csv;
  bool help = false;
};

/// What drivkraft schema takes.
struct SchemaOptions {
  std::filesystem::path data;
  bool help = false;
};

using Arguments = std::vector<std::string>;  // what follows the command

[[nodiscard]] RunOptions parse_run(const Arguments& arguments);
[[nodiscard]] CheckOptions parse_check(const Arguments& arguments);
[[nodiscard]] DataOptions parse_data(const Arguments& arguments);

[[nodiscard]] LeversOptions parse_levers(const Arguments& arguments);
[[nodiscard]] CompareOptions parse_compare(const Arguments& arguments);
[[nodiscard]] MultipliersOptions parse_multipliers(const Arguments& arguments);
[[nodiscard]] EvaluateOptions parse_evaluate(const Arguments& arguments);
[[nodiscard]] ExportOptions parse_export(const Arguments& arguments);
[[nodiscard]] SchemaOptions parse_schema(const Arguments& arguments);

[[nodiscard]] std::string run_help();
[[nodiscard]] std::string check_help();
[[nodiscard]] std::string data_help();
[[nodiscard]] std::string levers_help();
[[nodiscard]] std::string compare_help();
[[nodiscard]] std::string multipliers_help();
[[nodiscard]] std::string evaluate_help();
[[nodiscard]] std::string export_help();
[[nodiscard]] std::string schema_help();

}  // namespace drivkraft
