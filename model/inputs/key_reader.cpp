#include "inputs/key_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <string_view>
#include <utility>

namespace drivkraft {

namespace {

bool is_list_of_text(const TomlValue& value) {
  return value.kind == TomlKind::list && std::all_of(value.items.begin(), value.items.end(),
                                                     [](const TomlValue& item) { return item.kind == TomlKind::text; });
}

bool fits(const TomlValue& value, Kind kind) {
  switch (kind) {
    case Kind::text: return value.kind == TomlKind::text;
    case Kind::whole_number: return value.kind == TomlKind::whole_number;
    case Kind::number: return value.is_number();
    case Kind::year_range:
      return value.kind == TomlKind::list && value.items.size() == 2 && value.items[0].kind == TomlKind::whole_number &&
             value.items[1].kind == TomlKind::whole_number;
    case Kind::names: return is_list_of_text(value);
    case Kind::names_or_all: return is_list_of_text(value) || (value.kind == TomlKind::text && value.text == "all");
    case Kind::dose: return value.is_number() || value.kind == TomlKind::table;
    case Kind::profile: return value.kind == TomlKind::text || value.kind == TomlKind::table;
    case Kind::truth: return value.kind == TomlKind::boolean;
    case Kind::number_entry:
    case Kind::shares_entry:
    case Kind::directions: return value.kind == TomlKind::table;
    case Kind::tables:
      return value.kind == TomlKind::list &&
             std::all_of(value.items.begin(), value.items.end(),
                         [](const TomlValue& item) { return item.kind == TomlKind::table; });
  }
  return false;
}

}  // namespace

KeyReader::KeyReader(const TomlDocument& document, const TomlValue& table, std::span<const KeyRule> rules,
                     std::string_view section, std::string title, Problems& problems)
    : document_(&document), table_(&table), title_(std::move(title)), problems_(&problems) {
  for (const KeyRule& rule : rules) {
    if (rule.section == section) rules_.push_back(rule);
  }
}

const KeyRule* KeyReader::rule(std::string_view key) const {
  const auto found = std::find_if(rules_.begin(), rules_.end(), [&](const KeyRule& r) { return r.key == key; });
  return found == rules_.end() ? nullptr : &*found;
}

const TomlValue* KeyReader::raw(std::string_view key) {
  const TomlEntry* entry = table_->find(key);
  if (entry) {
    read_.emplace(key);
    return &entry->value;
  }
  const KeyRule* wanted = rule(key);
  if (wanted && wanted->need == Need::required)
    add(table_->span, fmt::format("{} has no key \"{}\": {}", title_, key, wanted->meaning));
  return nullptr;
}

bool KeyReader::right_kind(const TomlValue& value, const KeyRule& wanted) {
  if (!fits(value, wanted.kind)) {
    const std::string text =
        value.kind == TomlKind::text ? fmt::format("\"{}\"", value.text) : std::string{kind_name(value.kind)};
    add(value.span, fmt::format("\"{}\" of {} is {}, it must be {}", wanted.key, title_, text, kind_text(wanted.kind)));
    return false;
  }
  if (value.kind == TomlKind::text && value.text.find_first_not_of(" \t\r\n") == std::string::npos) {
    add(value.span, fmt::format("\"{}\" of {} is empty", wanted.key, title_));
    return false;
  }
  if (value.is_number() && !std::isfinite(value.number)) {
    add(value.span, fmt::format("\"{}\" of {} is {}, it must be finite", wanted.key, title_, value.number));
    return false;
  }
  return true;
}

const TomlValue* KeyReader::value(std::string_view key) {
  const TomlValue* found = raw(key);
  const KeyRule* wanted = rule(key);
  if (!found || !wanted) return nullptr;
  return right_kind(*found, *wanted) ? found : nullptr;
}

std::string KeyReader::text(std::string_view key) {
  const TomlValue* found = value(key);
  return found ? found->text : std::string{};
}

std::optional<int> KeyReader::whole_number(std::string_view key) {
  const TomlValue* found = value(key);
  if (!found) return std::nullopt;
  constexpr double largest = 1e9;  // far from any year, near enough for an int
  if (std::abs(found->number) > largest) {
    add(found->span, fmt::format("\"{}\" of {} is too large", key, title_));
    return std::nullopt;
  }
  return static_cast<int>(found->number);
}

std::vector<PlacedName> KeyReader::names(std::string_view key) {
  std::vector<PlacedName> list;
  const TomlValue* found = value(key);
  if (!found) return list;
  if (found->kind == TomlKind::text) return {{found->text, found->span}};
  std::set<std::string_view> known;
  for (const TomlValue& item : found->items) {
    if (!known.insert(item.text).second) {
      add(item.span, fmt::format("\"{}\" stands twice in \"{}\" of {}", item.text, key, title_));
    } else {
      list.push_back({item.text, item.span});
    }
  }
  return list;
}

void KeyReader::finish() {
  std::vector<std::string> known;
  known.reserve(rules_.size());
  for (const KeyRule& each : rules_) known.emplace_back(each.key);
  for (const TomlEntry& entry : table_->entries) {
    if (read_.contains(entry.key)) continue;
    add(entry.key_span, fmt::format("unknown key \"{}\" in {}", entry.key, title_), did_you_mean(entry.key, known));
  }
}

std::optional<int> choose(const PlacedName& name, const std::vector<std::string>& choices, const std::string& what,
                          const std::string& where, const TomlDocument& document, Problems& problems) {
  const auto found = std::find(choices.begin(), choices.end(), name.name);
  if (found != choices.end()) return static_cast<int>(found - choices.begin());
  problems.add(document.place(name.span), fmt::format("unknown {} \"{}\" in {}", what, name.name, where),
               did_you_mean(name.name, choices));
  return std::nullopt;
}

}  // namespace drivkraft
