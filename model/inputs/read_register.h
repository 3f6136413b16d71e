#pragma once

#include <filesystem>

#include "base/errors.h"
#include "economy/dimensions.h"
#include "economy/provenance.h"
#include "economy/register.h"
#include "economy/scenario.h"
#include "inputs/read_scenario.h"

namespace drivkraft {

/// Reads register.csv of a folder (data/levers), its rules are those of its README.md: each lever has at most one row
/// of its own, a variant's lever can be applied where the row is, umbrellas name what they are made of and none is part
/// of itself. All problems are added to `problems`; with any, the register is not to be used.
[[nodiscard]] LeverRegister read_register(const std::filesystem::path& folder, const Dimensions& dimensions,
                                          const LeverCatalogue& catalogue, InputRecord& record, Problems& problems);

/// Warns where a scenario gives the lever of an umbrella and a lever of one of its rows doses in the same region and
/// year: what the second does may be counted twice. One warning for each such pair, at the umbrella's first dose.
void warn_of_umbrellas(const ScenarioFile& file, const LeverRegister& rows, const LeverCatalogue& catalogue,
                       const Dimensions& dimensions, Problems& warnings);

}  // namespace drivkraft
