#pragma once

#include <filesystem>
#include <vector>

#include "base/errors.h"
#include "economy/dimensions.h"
#include "economy/provenance.h"
#include "inputs/csv_table.h"

namespace drivkraft {

/// Regions, industries, educations and the base year of a data folder. Order is the order of the files.
[[nodiscard]] Dimensions read_dimensions(const std::filesystem::path& data_folder, InputRecord& record,
                                         Problems& problems);

/// The columns id, name_da and name_en of a list of labels. A bad id, an id that stands twice, a missing name and a
/// list without rows are problems.
[[nodiscard]] std::vector<Label> read_labels(const CsvTable& table, Problems& problems);

}  // namespace drivkraft
