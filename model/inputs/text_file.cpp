#include "inputs/text_file.h"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <system_error>
#include <utility>

namespace drivkraft {

namespace {

unsigned byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

/// Length of the UTF-8 sequence that starts at `at`, or 0 when the bytes there are none (overlong forms, surrogates and
/// code points above U+10FFFF are none).
std::size_t sequence_length(std::string_view text, std::size_t at) {
  const unsigned lead = byte_at(text, at);
  if (lead < 0x80U) return 1;
  const std::size_t length = lead >= 0xF0U ? 4 : lead >= 0xE0U ? 3 : 2;
  if (lead < 0xC2U || lead > 0xF4U || at + length > text.size()) return 0;
  for (std::size_t k = 1; k < length; ++k) {
    if ((byte_at(text, at + k) & 0xC0U) != 0x80U) return 0;
  }
  const unsigned second = byte_at(text, at + 1);
  const bool overlong = (lead == 0xE0U && second < 0xA0U) || (lead == 0xF0U && second < 0x90U);
  const bool surrogate = lead == 0xEDU && second >= 0xA0U;
  const bool too_high = lead == 0xF4U && second >= 0x90U;
  return overlong || surrogate || too_high ? 0 : length;
}

/// Position of the first byte that is not text, or the size when all is.
std::size_t first_bad_byte(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t length = sequence_length(text, at);
    if (length == 0 || text[at] == '\0') return at;
    at += length;
  }
  return at;
}

/// The line that holds `at`; its text is left out because it cannot be shown.
Place place_of_byte(const std::string& shown, std::string_view text, std::size_t at) {
  const auto lines = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
  return Place{shown, static_cast<int>(lines) + 1, 0, 1, {}};
}

std::string whole_file_problem(const std::filesystem::path& file) {
  std::error_code error;
  const auto status = std::filesystem::status(file, error);
  if (!std::filesystem::status_known(status)) return "cannot be read: " + error.message();
  if (!std::filesystem::exists(status)) return "file not found";
  if (std::filesystem::is_directory(status)) return "is a folder, a file is needed";
  if (!std::filesystem::is_regular_file(status)) return "is not an ordinary file";
  const auto bytes = std::filesystem::file_size(file, error);
  if (error) return "cannot be read: " + error.message();
  if (bytes > largest_input_bytes) {
    return fmt::format("is {} bytes, files above {} bytes are not read", bytes, largest_input_bytes);
  }
  return bytes == 0 ? "is empty" : std::string{};
}

}  // namespace

int code_points(std::string_view text) {
  return static_cast<int>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string sha256_of(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned length = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_sha256(), nullptr) != 1) {
    throw std::runtime_error("SHA-256 is not available");
  }
  std::string text;
  for (unsigned k = 0; k < length; ++k) text += fmt::format("{:02x}", digest[k]);
  return text;
}

std::optional<TextFile> read_text_file(const std::filesystem::path& file, Problems& problems) {
  TextFile result;
  result.shown = file.generic_string();
  const Place whole{result.shown, 0, 0, 1, {}};
  if (std::string message = whole_file_problem(file); !message.empty()) {
    problems.add(whole, std::move(message));
    return std::nullopt;
  }
  errno = 0;
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream content;
  content << stream.rdbuf();
  if (!stream || !content) {
    problems.add(whole, "cannot be read: " + std::generic_category().message(errno));
    return std::nullopt;
  }
  result.text = std::move(content).str();
  const std::size_t bad = first_bad_byte(result.text);
  if (bad < result.text.size()) {
    problems.add(
        place_of_byte(result.shown, result.text, bad),
        fmt::format("byte {} of the file is 0x{:02x}, the file is not UTF-8 text", bad + 1, byte_at(result.text, bad)),
        "save the file as UTF-8");
    return std::nullopt;
  }
  result.sha256 = sha256_of(result.text);
  return result;
}

}  // namespace drivkraft
