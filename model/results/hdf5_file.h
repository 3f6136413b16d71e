#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include "economy/base_year.h"
#include "economy/parameters.h"
#include "results/recorder.h"
#include "results/run_description.h"

namespace drivkraft {

inline constexpr const char* result_format = "drivkraft-result";
inline constexpr int result_format_version = 1;  // changes are listed in model/docs/result-file.md

/// A result could not be written; the text names the file and the reason. Any earlier file is untouched.
class WriteError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Writes the self-describing file of model/docs/result-file.md: built in memory, written to a temporary file in the
/// same folder, flushed to disk and renamed, so that a reader sees the old file or the new one. The same arguments
/// give the same bytes. The folder must exist. A value that is not finite is a WriteError naming variable and place.
void write_result(const std::filesystem::path& path, const Recorder& recorder, const BaseYear& base,
                  const Parameters& parameters, const RunDescription& run);

/// The bytes that write_result writes.
[[nodiscard]] std::vector<unsigned char> result_image(const Recorder& recorder, const BaseYear& base,
                                                      const Parameters& parameters, const RunDescription& run);

}  // namespace drivkraft
