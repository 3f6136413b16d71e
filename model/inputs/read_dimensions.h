#pragma once

#include <filesystem>

#include "base/errors.h"
#include "economy/dimensions.h"
#include "economy/provenance.h"

namespace drivkraft {

/// Regions, industries, educations and the base year of a data folder. Order is the order of the files.
[[nodiscard]] Dimensions read_dimensions(const std::filesystem::path& data_folder, InputRecord& record,
                                         Problems& problems);

}  // namespace drivkraft
