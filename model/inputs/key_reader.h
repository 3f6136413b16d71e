#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "inputs/key_rules.h"
#include "inputs/toml_document.h"

namespace drivkraft {

/// A name in a list, with its place.
struct PlacedName {
  std::string name;
  TomlSpan span;
};

/// Reads the keys of one TOML table by the rules of its section and remembers which were read. Missing keys and keys of
/// another kind are problems and give no value; keys that were not read are problems when reading ends.
class KeyReader {
 public:
  /// `rules` may hold several sections; those of `section` count. `title` names the table in messages.
  KeyReader(const TomlDocument& document, const TomlValue& table, std::span<const KeyRule> rules,
            std::string_view section, std::string title, Problems& problems);

  /// The value of a key when it is there and of the kind that its rule demands.
  [[nodiscard]] const TomlValue* value(std::string_view key);
  [[nodiscard]] std::string text(std::string_view key);
  [[nodiscard]] std::optional<int> whole_number(std::string_view key);
  /// One text as well as a list of texts; "all" alone where the rule allows it.
  [[nodiscard]] std::vector<PlacedName> names(std::string_view key);
  /// A table below this one, or a number entry: marked as read, its kind is up to the caller.
  [[nodiscard]] const TomlValue* raw(std::string_view key);
  [[nodiscard]] bool has(std::string_view key) const { return table_->find(key) != nullptr; }

  /// Every key that was not read is unknown here: a problem with the nearest key that is known.
  void finish();

  [[nodiscard]] const std::string& title() const { return title_; }
  [[nodiscard]] const TomlDocument& document() const { return *document_; }
  [[nodiscard]] Problems& problems() { return *problems_; }
  [[nodiscard]] Place place(const TomlSpan& span) const { return document_->place(span); }
  void add(const TomlSpan& span, std::string message, std::string hint = {}) {
    problems_->add(place(span), std::move(message), std::move(hint));
  }

 private:
  [[nodiscard]] const KeyRule* rule(std::string_view key) const;
  [[nodiscard]] bool right_kind(const TomlValue& value, const KeyRule& wanted);

  const TomlDocument* document_;
  const TomlValue* table_;
  std::vector<KeyRule> rules_;
  std::string title_;
  Problems* problems_;
  std::set<std::string, std::less<>> read_;
};

/// Position of a name in a list of choices; an unknown one is a problem with the nearest choice: unknown `what` "name"
/// in `where`.
[[nodiscard]] std::optional<int> choose(const PlacedName& name, const std::vector<std::string>& choices,
                                        const std::string& what, const std::string& where, const TomlDocument& document,
                                        Problems& problems);

}  // namespace drivkraft
