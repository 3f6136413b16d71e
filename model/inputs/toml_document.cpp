#include "inputs/toml_document.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "inputs/text_file.h"

namespace drivkraft {

namespace {

// Each dot in a key is a table inside a table, and toml++ walks tables by recursion: a key of a million dots would
// exhaust the stack. Brackets it limits itself.
constexpr int most_dots_in_key = 16;

std::string too_many_parts() {
  return fmt::format("a key has more than {} parts", most_dots_in_key + 1);
}

TomlSpan span_of(const toml::source_region& region, int source) {
  TomlSpan span{source, static_cast<int>(region.begin.line), static_cast<int>(region.begin.column), 1};
  if (region.end.line == region.begin.line && region.end.column > region.begin.column) {
    span.length = static_cast<int>(region.end.column - region.begin.column);
  }
  return span;
}

TomlValue convert(const toml::node& node, int source);

TomlValue convert_table(const toml::table& table, int source) {
  TomlValue value;
  value.kind = TomlKind::table;
  value.entries.reserve(table.size());
  for (const auto& [key, node] : table) {
    value.entries.push_back({std::string{key.str()}, span_of(key.source(), source), convert(node, source)});
  }
  // toml++ sorts by name; problems read better in the order of the file
  std::stable_sort(value.entries.begin(), value.entries.end(), [](const TomlEntry& a, const TomlEntry& b) {
    return std::pair{a.key_span.line, a.key_span.column} < std::pair{b.key_span.line, b.key_span.column};
  });
  return value;
}

TomlValue convert(const toml::node& node, int source) {
  TomlValue value;
  if (const auto* table = node.as_table()) {
    value = convert_table(*table, source);
  } else if (const auto* list = node.as_array()) {
    value.kind = TomlKind::list;
    value.items.reserve(list->size());
    for (const toml::node& item : *list) value.items.push_back(convert(item, source));
  } else if (const auto* text = node.as_string()) {
    value.kind = TomlKind::text;
    value.text = text->get();
  } else if (const auto* whole = node.as_integer()) {
    value.kind = TomlKind::whole_number;
    value.number = static_cast<double>(whole->get());
  } else if (const auto* number = node.as_floating_point()) {
    value.kind = TomlKind::number;
    value.number = number->get();
  } else if (const auto* truth = node.as_boolean()) {
    value.kind = TomlKind::boolean;
    value.number = truth->get() ? 1.0 : 0.0;
  } else {
    value.kind = TomlKind::time;
  }
  value.span = span_of(node.source(), source);
  return value;
}

/// Walks over a TOML text and finds a key of too many parts. It only tells strings and comments from the rest, and only
/// up to the first syntax error, where toml++ stops as well.
class DottedKeys {
 public:
  explicit DottedKeys(std::string_view text) : text_(text) {}

  /// Where a key has more than `most` dots, or the size of the text.
  std::size_t first_beyond(int most) {
    int dots = 0;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '"' || c == '\'') {
        skip_string(c);
        continue;
      }
      if (c == '#') at_ = std::min(text_.find('\n', at_), text_.size() - 1);
      const bool ends_key = std::string_view("=,[]{}#\n").find(c) != std::string_view::npos;
      dots = ends_key ? 0 : dots + (c == '.' ? 1 : 0);
      if (dots > most) return at_;
      ++at_;
    }
    return text_.size();
  }

 private:
  /// Moves behind a string: "basic" and """long""" know escapes, 'literal' and '''long''' do not.
  void skip_string(char quote) {
    const std::string three(3, quote);
    const bool is_long = text_.substr(at_, 3) == three;
    const std::string_view end = std::string_view(three).substr(0, is_long ? 3 : 1);
    at_ += end.size();
    while (at_ < text_.size() && text_.substr(at_, end.size()) != end && (is_long || text_[at_] != '\n')) {
      at_ += quote == '"' && text_[at_] == '\\' ? 2 : 1;
    }
    at_ = std::min(at_ + end.size(), text_.size());
    for (int k = 0; is_long && k < 2 && at_ < text_.size() && text_[at_] == quote; ++k) ++at_;  // quotes before the end
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

const TomlEntry* TomlValue::find(std::string_view key) const {
  const auto found = std::find_if(entries.begin(), entries.end(), [&](const TomlEntry& e) { return e.key == key; });
  return found == entries.end() ? nullptr : &*found;
}

TomlEntry* TomlValue::find(std::string_view key) {
  const auto found = std::find_if(entries.begin(), entries.end(), [&](const TomlEntry& e) { return e.key == key; });
  return found == entries.end() ? nullptr : &*found;
}

TomlDocument::Source TomlDocument::make_source(std::string text, std::string shown) {
  Source source{std::move(shown), std::move(text), {0}};
  for (std::size_t at = 0; at < source.text.size(); ++at) {
    if (source.text[at] == '\n') source.line_starts.push_back(at + 1);
  }
  return source;
}

Place TomlDocument::place(const TomlSpan& span) const {
  const Source& source = sources_[static_cast<std::size_t>(span.source)];
  Place place{source.shown, span.line, span.column, std::max(span.length, 1), {}};
  const auto line = static_cast<std::size_t>(span.line);
  if (line == 0 || line > source.line_starts.size()) return place;
  const std::size_t begin = source.line_starts[line - 1];
  std::size_t end = line < source.line_starts.size() ? source.line_starts[line] - 1 : source.text.size();
  if (end > begin && source.text[end - 1] == '\r') --end;
  const std::string_view line_text = std::string_view(source.text).substr(begin, end - begin);
  if (line_text.size() > longest_line_shown) return place;
  place.column = std::min(place.column, code_points(line_text) + 1);  // toml++ places the end of a file behind its line
  place.line_text = std::string(line_text);
  return place;
}

std::optional<TomlDocument> TomlDocument::parse(std::string text, std::string shown, Problems& problems) {
  TomlDocument document;
  document.sources_.push_back(make_source(std::move(text), std::move(shown)));
  if (const std::size_t at = DottedKeys(document.text()).first_beyond(most_dots_in_key); at < document.text().size()) {
    const auto& starts = document.sources_.front().line_starts;
    const auto line = std::upper_bound(starts.begin(), starts.end(), at) - starts.begin();
    problems.add(document.place({0, static_cast<int>(line), 0, 1}), too_many_parts());
    return std::nullopt;
  }
  try {
    const toml::table table = toml::parse(std::string_view{document.text()}, std::string_view{document.shown()});
    document.root_ = convert_table(table, 0);
  } catch (const toml::parse_error& error) {
    problems.add(document.place(span_of(error.source(), 0)), fmt::format("not valid TOML: {}", error.description()));
    return std::nullopt;
  }
  return document;
}

std::optional<TomlDocument> TomlDocument::read(const std::filesystem::path& file, const std::string& name,
                                               InputRecord& record, Problems& problems) {
  std::optional<TextFile> found = read_text_file(file, problems);
  if (!found) return std::nullopt;
  record.files.push_back({name, found->sha256, found->text.size()});
  return parse(std::move(found->text), std::move(found->shown), problems);
}

TomlValue TomlDocument::absorb(TomlDocument other) {
  const int before = static_cast<int>(sources_.size());
  const auto shift = [&](auto& self, TomlValue& value) -> void {
    value.span.source += before;
    for (TomlValue& item : value.items) self(self, item);
    for (TomlEntry& entry : value.entries) {
      entry.key_span.source += before;
      self(self, entry.value);
    }
  };
  shift(shift, other.root_);
  std::move(other.sources_.begin(), other.sources_.end(), std::back_inserter(sources_));
  return std::move(other.root_);
}

std::optional<TomlValue> TomlDocument::parse_setting(const Setting& setting, Problems& problems) {
  const std::string prefix = "value = ";
  const int source = static_cast<int>(sources_.size());
  sources_.push_back(make_source(setting.path + "=" + setting.value, "--set"));
  const TomlSpan whole{source, 1, static_cast<int>(setting.path.size()) + 2,
                       std::max(static_cast<int>(setting.value.size()), 1)};
  if (DottedKeys(setting.value).first_beyond(most_dots_in_key) < setting.value.size()) {
    problems.add(place(whole), too_many_parts());
    return std::nullopt;
  }
  TomlValue value;
  try {
    const toml::table table = toml::parse(prefix + setting.value);
    if (table.size() != 1) throw InputError{place(whole), "one value is wanted after ="};
    value = convert(*table.get("value"), source);
  } catch (const toml::parse_error&) {
    const bool bare_word = setting.value.find_first_of("\"'[]{}=#,\n") == std::string::npos;
    if (!bare_word || setting.value.empty()) {
      problems.add(place(whole), fmt::format("\"{}\" is not a TOML value", setting.value));
      return std::nullopt;
    }
    value.kind = TomlKind::text;
    value.text = setting.value;
  } catch (const InputError& error) {
    problems.append(error.problems());
    return std::nullopt;
  }
  value.span = whole;
  // Items and entries inside the value are shown as the whole setting: its columns are not those of a file.
  const auto settle = [&](auto& self, TomlValue& inner) -> void {
    inner.span = whole;
    for (TomlValue& item : inner.items) self(self, item);
    for (TomlEntry& entry : inner.entries) {
      entry.key_span = whole;
      self(self, entry.value);
    }
  };
  settle(settle, value);
  return value;
}

std::string_view kind_name(TomlKind kind) {
  static constexpr std::array<std::string_view, 7> names{
      "text", "a whole number", "a number", "true or false", "a date or time", "a list", "a table"};
  return names[static_cast<std::size_t>(kind)];
}

}  // namespace drivkraft
