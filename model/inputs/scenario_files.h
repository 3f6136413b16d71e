#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "inputs/text_file.h"
#include "inputs/toml_document.h"

namespace drivkraft {

/// Gives the text of a file; one that cannot be read is a problem. On disk: read_text_file.
using OpenText = std::function<std::optional<TextFile>(const std::filesystem::path&, Problems&)>;

/// How a file of a scenario is reached from the one that was asked for, which is reached by no step at all.
struct FileStep {
  bool overlay = false;  // else the file that is extended
  int number = 0;        // which of the overlays
};
using FileWay = std::vector<FileStep>;

/// Who has the last word about something that two files set: a file over its overlays, and these over the file that it
/// extends. Nobody has between two overlays, nor inside one file.
enum class LastWord { first, second, nobody };
[[nodiscard]] LastWord last_word(const FileWay& first, const FileWay& second);

/// A scenario with everything it extends and lays over. In the document closures and parameters are settled, levers
/// stand one after the other, and [scenario] has `baseline` and `years` from the file it extends when it names none.
struct ComposedScenario {
  TomlDocument document;
  std::vector<FileWay> ways;                   // by source of a span
  std::vector<std::filesystem::path> folders;  // by source: where the names of files lead from
};

/// Reads a file, what it extends and its overlays, and enters each in `record` by its way from `folder`. No value when
/// the file itself cannot be read; everything else that is wrong is a problem, sections of the wrong kind and keys that
/// two overlays set included.
[[nodiscard]] std::optional<ComposedScenario> compose_scenario(const std::filesystem::path& file, const OpenText& open,
                                                               const std::filesystem::path& folder, InputRecord& record,
                                                               Problems& problems);

/// Opens a file that another one names. When there is none, the problem stands where it is named (`what` is the
/// baseline, the overlay ...) and says the nearest file of the folder.
[[nodiscard]] std::optional<TextFile> open_named(const std::filesystem::path& file, const std::string& what,
                                                 const Place& named_at, const OpenText& open, Problems& problems);

}  // namespace drivkraft
