#pragma once

#include <filesystem>

#include "base/errors.h"
#include "economy/dimensions.h"
#include "economy/people_tables.h"
#include "economy/provenance.h"

namespace drivkraft {

/// Reads the tables of a data folder that move people and technology from year to year (economy/people_tables.h says
/// which). Every region, sex, age, education, industry and practice must have its row; three tables name only what
/// happens: fertility.csv the fertile ages, education_transitions_smooth.csv the steps that somebody takes,
/// education_transitions_sex.csv and migration_fit.csv the multipliers that are not 1. Groups of ages may not share an
/// age. Chances lie in 0 to 1, those of one person add up to 1 at most, persons are not negative. All problems of all
/// tables are added to `problems`; with any, the result is not to be used. Files and the standing of their numbers are
/// added to `record`; a table that it lists already was checked by its first reader and is not entered again.
/// Tests: unit/read_people, errors/read_people.
[[nodiscard]] PeopleTables read_people_tables(const std::filesystem::path& data_folder, const Dimensions& dimensions,
                                              InputRecord& record, Problems& problems);

}  // namespace drivkraft
