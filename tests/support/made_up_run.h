#pragma once

#include <filesystem>
#include <string>

#include "economy/base_year.h"
#include "economy/parameters.h"
#include "results/recorder.h"
#include "results/run_description.h"

namespace drivkraft::made_up {

/// An economy of 2 regions (nordjylland, fyn) x 3 industries x 2 educations and 2 practices whose numbers say where
/// they stand: no accounts balance, but a table that is turned or shifted is seen at once.
inline constexpr int first_year = 2018;
inline constexpr int year_count = 4;

[[nodiscard]] Dimensions dimensions();
[[nodiscard]] BaseYear base_year();
/// Parameter p has the value 0.5 + 0.125 p.
[[nodiscard]] Parameters parameters();
[[nodiscard]] RunDescription description();

/// The value of cell `cell` (row-major) of field number f in year number t:
///     baseline 1000 (f + 1) + 100 t + 0.5 cell;  the scenario has 0.25 (t + 1) more
/// except for what the summary reads, which is of a plausible size.
[[nodiscard]] double value(PathKind path, Field field, int year_number, std::size_t cell);
[[nodiscard]] Recorder recorder(const Dimensions& sizes = dimensions());

/// A new empty folder that is removed with the object.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// All bytes of a file.
[[nodiscard]] std::string bytes_of(const std::filesystem::path& path);

}  // namespace drivkraft::made_up
