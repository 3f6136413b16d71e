#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace drivkraft {

/// One input file of a run: name within its folder, SHA-256 in hexadecimal, size.
struct InputDigest {
  std::string file;
  std::string sha256;
  std::uint64_t bytes = 0;
};

/// How many numbers of the inputs are published, computed from published figures, or judged.
struct CellCounts {
  std::int64_t observed = 0;
  std::int64_t derived = 0;
  std::int64_t assumed = 0;
  [[nodiscard]] std::int64_t total() const { return observed + derived + assumed; }
  [[nodiscard]] double assumed_share() const {
    return total() == 0 ? 0.0 : static_cast<double>(assumed) / static_cast<double>(total());
  }
};

/// What a run has read: every file, and the standing of every number the model took from the data tables.
struct InputRecord {
  std::vector<InputDigest> files;  // in the order of reading
  CellCounts cells;
};

}  // namespace drivkraft
