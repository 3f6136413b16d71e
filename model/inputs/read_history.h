#pragma once

#include <filesystem>

#include "base/errors.h"
#include "economy/dimensions.h"
#include "economy/evaluation.h"
#include "economy/provenance.h"

namespace drivkraft {

/// What a normal year hides, from jobs and production of the regions since 2009 in history/history.csv; no floor where
/// the data folder has no such file. No equation reads it, so its numbers are not counted among the model's. (EV-7)
[[nodiscard]] NoiseFloor read_noise_floor(const std::filesystem::path& data_folder, const Dimensions& dimensions,
                                          InputRecord& record, Problems& problems);

}  // namespace drivkraft
