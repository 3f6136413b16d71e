#include "base/errors.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <numeric>
#include <tuple>
#include <utility>

namespace drivkraft {

namespace {

// Choices are listed in full only while the list still reads as a sentence.
constexpr std::size_t few_choices = 8;

/// Start of every code point of a UTF-8 text; stray bytes count as one character each.
std::vector<std::size_t> code_point_starts(std::string_view text) {
  std::vector<std::size_t> starts;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool continuation = (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
    if (!continuation || starts.empty()) starts.push_back(at);
  }
  return starts;
}

/// Blanks that reach to `column` under `line`; tabs stay tabs so that the caret stands where the reader sees the place.
std::string indent_under(std::string_view line, int column) {
  std::string indent;
  const auto starts = code_point_starts(line);
  for (int k = 0; k + 1 < column; ++k) {
    const auto at = static_cast<std::size_t>(k);
    const bool tab = at < starts.size() && line[starts[at]] == '\t';
    indent += tab ? '\t' : ' ';
  }
  return indent;
}

/// One character for one: control characters (C0 but for tabs, DEL, C1) would act on a terminal instead of being seen.
std::string printable(std::string_view text) {
  std::string shown;
  shown.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const auto next = static_cast<unsigned char>(at + 1 < text.size() ? text[at + 1] : '\0');
    const bool two_bytes = byte == 0xC2U && next >= 0x80U && next < 0xA0U;
    const bool control = two_bytes || (byte < 0x20U && byte != '\t') || byte == 0x7FU;
    shown += control ? '?' : text[at];
    if (two_bytes) ++at;
  }
  return shown;
}

std::string place_text(const Place& place) {
  std::string text = place.file;
  if (place.line > 0) text += fmt::format(":{}", place.line);
  if (place.line > 0 && place.column > 0) text += fmt::format(":{}", place.column);
  return text;
}

std::string problem_text(const Problem& problem) {
  const Place& place = problem.place;
  const std::string at = place_text(place);
  const std::string hint = printable(problem.hint);
  std::string text = printable(at.empty() ? problem.message : at + ": " + problem.message);
  text += '\n';
  if (place.line <= 0 || place.line_text.empty()) {
    if (!hint.empty()) text += fmt::format("      {}\n", hint);
    return text;
  }
  text += fmt::format("{:>5} | {}\n", place.line, printable(place.line_text));
  if (place.column <= 0) {
    if (!hint.empty()) text += fmt::format("      | {}\n", hint);
    return text;
  }
  const int length = std::max(place.length, 1);
  text += fmt::format("      | {}^{}", indent_under(place.line_text, place.column),
                      std::string(static_cast<std::size_t>(length - 1), '~'));
  if (!hint.empty()) text += ' ' + hint;
  return text + '\n';
}

std::string lower(std::string_view word) {
  std::string text{word};
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

/// Damerau-Levenshtein distance (adjacent swaps count once; a swapped pair is not edited again).
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> above(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(above.begin(), above.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, replaced});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before.swap(above);
    above.swap(row);
  }
  return above[b.size()];
}

}  // namespace

void Problems::add(Place place, std::string message, std::string hint) {
  if (list_.size() < most_problems_kept) {
    list_.push_back({std::move(place), std::move(message), std::move(hint)});
  } else {
    ++further_;
  }
}

void Problems::append(const Problems& other) {
  const Problems added = other;  // a copy, so that appending a list to itself is safe
  for (const Problem& each : added.list_) add(each.place, each.message, each.hint);
  further_ += added.further_;
}

Problems Problems::sorted() const {
  Problems result = *this;
  std::stable_sort(result.list_.begin(), result.list_.end(), [](const Problem& a, const Problem& b) {
    return std::tie(a.place.file, a.place.line, a.place.column) < std::tie(b.place.file, b.place.line, b.place.column);
  });
  return result;
}

std::string Problems::list_text() const {
  std::string text;
  for (const Problem& problem : list_) text += problem_text(problem);
  if (further_ > 0) text += fmt::format("... and {} further problems\n", further_);
  return text;
}

std::string Problems::text() const {
  return list_text() + fmt::format("{} problem{} found; nothing was run.", size(), size() == 1 ? "" : "s");
}

void Problems::throw_if_any() const {
  if (!empty()) throw InputError{*this};
}

InputError::InputError(Problems problems) : std::runtime_error(problems.text()), problems_(std::move(problems)) {}

InputError::InputError(Place place, std::string message, std::string hint)
    : InputError([&] {
        Problems one;
        one.add(std::move(place), std::move(message), std::move(hint));
        return one;
      }()) {}

std::string nearest_choice(std::string_view word, const std::vector<std::string>& choices) {
  const std::string wanted = lower(word);
  std::string nearest;
  std::size_t least = 0;
  for (const std::string& choice : choices) {
    const std::size_t distance = edit_distance(wanted, lower(choice));
    // A third of the longer word may differ, one letter always: enough for a slip, too little for another word.
    const std::size_t allowed = std::max<std::size_t>(1, std::max(wanted.size(), choice.size()) / 3);
    if (distance > allowed || distance >= choice.size()) continue;
    if (nearest.empty() || distance < least) {
      nearest = choice;
      least = distance;
    }
  }
  return nearest;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& choices) {
  const std::string nearest = nearest_choice(word, choices);
  if (!nearest.empty()) return fmt::format("did you mean \"{}\"?", nearest);
  if (choices.empty() || choices.size() > few_choices) return {};
  return fmt::format("choices: {}", fmt::join(choices, ", "));
}

}  // namespace drivkraft
