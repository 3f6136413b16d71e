#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/errors.h"
#include "economy/dimensions.h"
#include "economy/people_tables.h"
#include "economy/provenance.h"
#include "inputs/csv_table.h"
#include "inputs/sources.h"
#include "inputs/table_cells.h"
#include "inputs/table_rules.h"

namespace drivkraft {

/// A data folder with the ids of its dimensions: what every reader of a people table needs.
class PeopleSource {
 public:
  PeopleSource(const std::filesystem::path& data_folder, const Dimensions& of, InputRecord& files, Problems& found);

  /// Opens a table and checks status and source of its rows. What another reader opened before is not reported twice.
  [[nodiscard]] CsvTable open(const TableRule& rule);

  [[nodiscard]] KeyColumn region(std::string column = "region", std::vector<std::string> skipped = {}) const {
    return {std::move(column), regions, std::move(skipped)};
  }
  [[nodiscard]] KeyColumn education(std::string column = "education", std::vector<std::string> skipped = {}) const {
    return {std::move(column), educations, std::move(skipped)};
  }

  /// The number of a row, 0.0 when there is no row or the number is bad (a problem).
  double number(const CsvTable& table, int row, const std::string& column, Rule rule, std::string_view name = {}) {
    return row < 0 ? 0.0 : read_number(table, row, column, rule, record, problems, name).value_or(0.0);
  }

  /// Whole years in a cell; a problem and `otherwise` when it holds anything else.
  int whole(const CsvTable& table, int row, const std::string& column, int otherwise);

  const std::filesystem::path& folder;
  const Dimensions& dimensions;
  InputRecord& record;
  Problems& problems;
  std::vector<std::string> regions;
  std::vector<std::string> industries;
  std::vector<std::string> educations;

 private:
  [[nodiscard]] bool listed(std::string_view start) const;

  Sources sources_;
};

/// internal_migration.csv, migration_fit.csv, internal_migration_education.csv.
void read_moves(PeopleSource& source, PeopleTables& tables);

/// education_transitions_smooth.csv, education_transitions_sex.csv.
void read_education_steps(PeopleSource& source, PeopleTables& tables);

/// practices.csv, drift.csv, adoption.csv, industry_parameters.csv (catch_up).
void read_technology(PeopleSource& source, PeopleTables& tables);

}  // namespace drivkraft
