#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/errors.h"
#include "economy/base_tables.h"
#include "economy/parameters.h"
#include "economy/provenance.h"

namespace drivkraft {

/// Reads the tables of a data folder (data/README.md) that the equations use. Dimensions come from dimensions/*.csv;
/// every other table must have a row for every cell. Units are converted here and nowhere else: wages.csv from thousand
/// DKK to mio. DKK a job. All problems of all tables are added to `problems`; with any, the result is not to be used.
/// Files read and the standing of the numbers (observed, derived, assumed) are added to `record`.
[[nodiscard]] BaseTables read_base_tables(const std::filesystem::path& data_folder, InputRecord& record,
                                          Problems& problems);

/// The parameter table with the place of each row, for messages.
struct ParameterFile : ParameterTable {
  std::string shown;
  std::vector<Place> places;              // of the key, by row
  std::vector<std::string> keys_in_file;  // also those of rows with problems
};

/// Reads parameters/parameters.csv: each row with its range and distribution, checked against the conditions of
/// data/parameters/README.md. Two rows for one key are a problem.
[[nodiscard]] ParameterFile read_parameter_table(const std::filesystem::path& file, InputRecord& record,
                                                 Problems& problems);

/// The central value of every parameter of economy/parameters.h. A key without a row is a problem, and so is a row that
/// neither an equation nor a lever entry (`keys_of_levers`) reads: a misspelt key would change nothing.
[[nodiscard]] Parameters central_parameters(const ParameterFile& file, const std::vector<std::string>& keys_of_levers,
                                            Problems& problems);

}  // namespace drivkraft
