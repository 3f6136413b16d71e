#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/errors.h"
#include "economy/dimensions.h"
#include "economy/parameters.h"
#include "economy/provenance.h"
#include "economy/scenario.h"

namespace drivkraft {

/// Reads every *.toml of a folder (data/levers), in alphabetical order; the format is described in its README.md. A
/// number that names a row of the parameter table takes unit, central value, source and grade from there. All problems
/// of all files are added to `problems`; with any, the catalogue is not to be used.
[[nodiscard]] LeverCatalogue read_catalogue(const std::filesystem::path& folder, const Dimensions& dimensions,
                                            const ParameterTable& parameters, InputRecord& record, Problems& problems);

/// The same for the text of one document; entries are added to `catalogue`.
void read_levers(std::string text, std::string shown, const Dimensions& dimensions, const ParameterTable& parameters,
                 LeverCatalogue& catalogue, Problems& problems);

/// Keys of the parameter rows that entries name, each once, in order.
[[nodiscard]] std::vector<std::string> parameters_named(const LeverCatalogue& catalogue);

/// Ids of the entries, for messages.
[[nodiscard]] std::vector<std::string> lever_ids(const LeverCatalogue& catalogue);

}  // namespace drivkraft
