#pragma once

// What the commands' options are made of; internal to command_line.

#include <boost/program_options.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "drivkraft/command_line.h"

namespace drivkraft {

namespace po = boost::program_options;

/// What every command says about itself.
struct Description {
  std::string usage;
  std::string about;
  po::options_description options{"Options", 100, 60};
};

void add_common(Description& description);
void add_data(Description& description);
void add_set(Description& description);
void add_language(Description& description, const char* of);
void add_table_format(Description& description);
[[nodiscard]] std::string help_of(const Description& description);
/// Parses options anywhere among the other arguments, which are collected under "arguments".
[[nodiscard]] po::variables_map parse(const Description& description, const Arguments& arguments);
[[nodiscard]] std::vector<std::string> words_of(const po::variables_map& values);
[[nodiscard]] std::string text_of(const po::variables_map& values, const std::string& name);
[[nodiscard]] std::vector<Setting> settings_of(const po::variables_map& values);
[[nodiscard]] std::vector<std::filesystem::path> files_of(const po::variables_map& values, const std::string& usage);
/// One of a few words, by position.
[[nodiscard]] int choice(const po::variables_map& values, const std::string& name,
                         const std::vector<std::string>& choices);
[[nodiscard]] Language language_of(const po::variables_map& values);
[[nodiscard]] TableFormat table_format_of(const po::variables_map& values);

}  // namespace drivkraft
