#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace drivkraft {

/// Where something stands in a file. Lines and columns count from 1; 0 means the whole file.
struct Place {
  std::string file;
  int line = 0;
  int column = 0;
  int length = 1;         // characters to underline, at least 1
  std::string line_text;  // the line itself, without its end
};

/// Lines of more bytes than this are not repeated in messages.
inline constexpr std::size_t longest_line_shown = 1000;

/// One thing wrong with an input: place, rule, and the nearest valid choice ("" when there is none).
struct Problem {
  Place place;
  std::string message;
  std::string hint;
};

/// So many problems are kept with their text; a file may hold millions, and those beyond are counted.
inline constexpr std::size_t most_problems_kept = 10'000;

/// Collects every problem of every file; nothing is run while it holds any.
class Problems {
 public:
  void add(Place place, std::string message, std::string hint = {});
  void append(const Problems& other);
  [[nodiscard]] bool empty() const { return list_.empty(); }
  [[nodiscard]] std::size_t size() const { return list_.size() + further_; }
  [[nodiscard]] const std::vector<Problem>& list() const { return list_; }
  /// The same problems in the order of their places.
  [[nodiscard]] Problems sorted() const;
  /// file:line:column: message / the line / a caret under the place with the hint; "N problems found; nothing was run."
  /// Control characters, which would act on a terminal, are shown as question marks.
  [[nodiscard]] std::string text() const;
  /// The same without the last line.
  [[nodiscard]] std::string list_text() const;
  /// Throws InputError when there is any problem.
  void throw_if_any() const;

 private:
  std::vector<Problem> list_;
  std::size_t further_ = 0;
};

/// The user's input is wrong (exit code 3).
class InputError : public std::runtime_error {
 public:
  explicit InputError(Problems problems);
  InputError(Place place, std::string message, std::string hint = {});
  [[nodiscard]] const Problems& problems() const { return problems_; }

 private:
  Problems problems_;
};

/// The year's equilibrium was not found (exit code 1); the text names year, region, equation and last residuals.
class ConvergenceError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The choice nearest to `word` by edit distance, or "" when none is near enough to be meant.
[[nodiscard]] std::string nearest_choice(std::string_view word, const std::vector<std::string>& choices);

/// `did you mean "x"?` for the nearest choice; otherwise lists the choices when they are few; "" when there are none.
[[nodiscard]] std::string did_you_mean(std::string_view word, const std::vector<std::string>& choices);

}  // namespace drivkraft
