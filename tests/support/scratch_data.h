#pragma once

#include <filesystem>
#include <string>

namespace drivkraft::test {

/// A copy of tests/data/smallest in a folder of its own that a test may spoil; removed at the end.
class ScratchData {
 public:
  ScratchData();
  ~ScratchData();
  ScratchData(const ScratchData&) = delete;
  ScratchData& operator=(const ScratchData&) = delete;

  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
  [[nodiscard]] std::string path_of(const std::string& file) const { return (folder_ / file).generic_string(); }

  /// Replaces the first `from` in a file by `to`; throws when it is not there, so that a test cannot spoil nothing.
  void replace(const std::string& file, const std::string& from, const std::string& to) const;
  void append(const std::string& file, const std::string& text) const;
  void write(const std::string& file, const std::string& text) const;
  [[nodiscard]] std::string read(const std::string& file) const;

 private:
  std::filesystem::path folder_;
};

}  // namespace drivkraft::test
