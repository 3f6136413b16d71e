#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/errors.h"
#include "inputs/csv_table.h"
#include "inputs/table_cells.h"

namespace drivkraft {

/// Ages of one group, both included.
struct AgeGroup {
  std::string text;
  int first = 0;
  int last = 0;
  int row = 0;  // where it stands first
};

/// The groups of a column, by age.
struct AgeGroups {
  std::vector<AgeGroup> groups;
  std::vector<std::string> malformed;  // already reported

  [[nodiscard]] int count() const { return static_cast<int>(groups.size()); }
  [[nodiscard]] const AgeGroup& operator[](int k) const { return groups[static_cast<std::size_t>(k)]; }
  /// A key whose ids are the groups.
  [[nodiscard]] KeyColumn key(std::string column) const;
};

/// Which ages groups must hold.
enum class Cover { some, every_age };

/// The groups that stand in `column` of the selected rows: "0-4" or "90+", ages 0 to 99. Other texts and groups that
/// share an age are problems, and so is an age in no group when every age is wanted. `of` says whose groups they are,
/// for messages ("" for the whole table).
[[nodiscard]] AgeGroups read_age_groups(const CsvTable& table, const std::string& column, Cover cover,
                                        Problems& problems, const std::function<bool(int row)>& selected = {},
                                        std::string_view of = {});

/// Sorts groups by age and adds problems for shared ages and for ages in no group. `column` is where groups stand.
void check_age_groups(std::vector<AgeGroup>& groups, const CsvTable& table, const std::string& column, Cover cover,
                      std::string_view of, Problems& problems);

}  // namespace drivkraft
