#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/errors.h"
#include "economy/provenance.h"

namespace drivkraft {

/// What a value of a TOML file may be.
enum class TomlKind { text, whole_number, number, boolean, time, list, table };

/// Where a key or value stands: a line, column and length of one of the document's sources.
struct TomlSpan {
  int source = 0;  // 0 the file itself, then the settings of the command line in order
  int line = 0;
  int column = 0;
  int length = 1;
};

struct TomlEntry;

/// A value with its place, as plain data. Only the members of its kind are filled.
struct TomlValue {
  TomlKind kind = TomlKind::table;
  TomlSpan span;
  std::string text;
  double number = 0.0;  // whole_number and number; 1 for true
  std::vector<TomlValue> items;
  std::vector<TomlEntry> entries;  // in the order of the file

  [[nodiscard]] bool is_number() const { return kind == TomlKind::whole_number || kind == TomlKind::number; }
  [[nodiscard]] const TomlEntry* find(std::string_view key) const;
  [[nodiscard]] TomlEntry* find(std::string_view key);
};

struct TomlEntry {
  std::string key;
  TomlSpan key_span;
  TomlValue value;
};

/// One `path=value` of the command line (--set), laid over a file after reading it.
struct Setting {
  std::string path;   // e.g. closures.wages
  std::string value;  // a TOML value; a bare word counts as text
};

/// A TOML file as plain values that know their place. toml++ parses; it stops at the first syntax error.
class TomlDocument {
 public:
  /// Reads a file and enters it in `record` under `name`. Missing, a folder, above 10 MB, not UTF-8, or not TOML:
  /// one problem and no value.
  [[nodiscard]] static std::optional<TomlDocument> read(const std::filesystem::path& file, const std::string& name,
                                                        InputRecord& record, Problems& problems);
  [[nodiscard]] static std::optional<TomlDocument> parse(std::string text, std::string shown, Problems& problems);

  /// Takes over the text of another document, for places, and returns its values.
  [[nodiscard]] TomlValue absorb(TomlDocument other);

  /// Parses the value of a setting and keeps its text for messages.
  [[nodiscard]] std::optional<TomlValue> parse_setting(const Setting& setting, Problems& problems);

  [[nodiscard]] const TomlValue& root() const { return root_; }
  [[nodiscard]] TomlValue& root() { return root_; }
  [[nodiscard]] const std::string& shown() const { return sources_.front().shown; }
  [[nodiscard]] const std::string& text() const { return sources_.front().text; }
  [[nodiscard]] Place place(const TomlSpan& span) const;
  [[nodiscard]] Place whole_file() const { return Place{shown(), 0, 0, 1, {}}; }

 private:
  struct Source {
    std::string shown;
    std::string text;
    std::vector<std::size_t> line_starts;
  };
  static Source make_source(std::string text, std::string shown);

  std::vector<Source> sources_;
  TomlValue root_;
};

/// How messages name a kind: "text", "a whole number", "a list" ...
[[nodiscard]] std::string_view kind_name(TomlKind kind);

}  // namespace drivkraft
