#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/errors.h"
#include "economy/provenance.h"
#include "inputs/csv_table.h"

namespace drivkraft {

/// One publication that numbers come from.
struct Source {
  std::string publisher;
  std::string table;
  std::string vintage;
  std::string licence;
};

/// The lists of sources of a data folder, by key.
class Sources {
 public:
  /// Reads sources/sources_*.csv in alphabetical order. A key that stands twice is a problem.
  [[nodiscard]] static Sources read(const std::filesystem::path& data_folder, InputRecord& record, Problems& problems);

  /// The source of a key; none for an unknown one. What follows a colon in a key names a place inside the source.
  [[nodiscard]] const Source* find(std::string_view key) const;
  [[nodiscard]] bool empty() const { return sources_.empty(); }

  /// Every row of a table must be observed, derived or assumed, and name sources that are listed.
  void check_rows(const CsvTable& table, Problems& problems) const;

  /// Vintages of the sources of one cell, each once, joined by "; ".
  [[nodiscard]] std::string vintage_of(std::string_view keys) const;

 private:
  std::map<std::string, Source, std::less<>> sources_;
};

/// The keys of a source cell: separated by semicolons.
[[nodiscard]] std::vector<std::string> split_keys(std::string_view keys);

}  // namespace drivkraft
