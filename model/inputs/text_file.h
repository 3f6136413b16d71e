#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/errors.h"

namespace drivkraft {

/// Files above this size are refused before anything is parsed.
inline constexpr std::uintmax_t largest_input_bytes = 10'000'000;

/// A text file as it is on disk (a byte order mark is kept).
struct TextFile {
  std::string shown;   // the path as messages show it
  std::string text;    // UTF-8, checked
  std::string sha256;  // of the bytes on disk, hexadecimal
};

/// Reads a whole file. Missing, a folder, unreadable, empty, above 10 MB, not UTF-8 or holding a zero byte: one problem
/// and no value.
[[nodiscard]] std::optional<TextFile> read_text_file(const std::filesystem::path& file, Problems& problems);

/// Characters of a UTF-8 text, as columns count them.
[[nodiscard]] int code_points(std::string_view text);

/// SHA-256 in lower-case hexadecimal.
[[nodiscard]] std::string sha256_of(std::string_view bytes);

}  // namespace drivkraft
