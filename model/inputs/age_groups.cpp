#include "inputs/age_groups.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "inputs/people_ages.h"

namespace drivkraft {

namespace {

std::optional<int> parse_age(std::string_view text) {
  int age = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), age);
  if (error != std::errc{} || end != text.data() + text.size() || age < 0 || age > last_age) return std::nullopt;
  return text == std::to_string(age) ? std::optional{age} : std::nullopt;  // 07 and 7 would be two groups
}

std::optional<AgeGroup> parse_group(std::string_view text) {
  if (!text.empty() && text.back() == '+') {
    const std::optional<int> first = parse_age(text.substr(0, text.size() - 1));
    if (!first) return std::nullopt;
    return AgeGroup{std::string(text), *first, last_age, 0};
  }
  const std::size_t dash = text.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const std::optional<int> first = parse_age(text.substr(0, dash));
  const std::optional<int> last = parse_age(text.substr(dash + 1));
  if (!first || !last || *first > *last) return std::nullopt;
  return AgeGroup{std::string(text), *first, *last, 0};
}

std::string ages_text(int first, int last) {
  return first == last ? fmt::format("age {} is", first) : fmt::format("ages {} to {} are", first, last);
}

}  // namespace

KeyColumn AgeGroups::key(std::string column) const {
  KeyColumn result{std::move(column), {}, malformed};
  for (const AgeGroup& group : groups) result.ids.push_back(group.text);
  return result;
}

void check_age_groups(std::vector<AgeGroup>& groups, const CsvTable& table, const std::string& column, Cover cover,
                      std::string_view of, Problems& problems) {
  std::stable_sort(groups.begin(), groups.end(),
                   [](const AgeGroup& a, const AgeGroup& b) { return a.first < b.first; });
  const std::string whose = of.empty() ? std::string{} : fmt::format(" of {}", of);
  int next = 0;  // the first age that no group so far holds
  const auto report_gap = [&](int until) {
    if (cover == Cover::every_age && next < until) {
      problems.add(table.place_of_file(), fmt::format("{} in no age group{}", ages_text(next, until - 1), whose));
    }
  };
  const AgeGroup* longest = nullptr;
  for (const AgeGroup& group : groups) {
    if (longest != nullptr && group.first <= longest->last) {
      problems.add(table.place(group.row, table.column(column)),
                   fmt::format("age group {}{} shares ages with {}", group.text, whose, longest->text));
    }
    report_gap(group.first);
    next = std::max(next, group.last + 1);
    if (longest == nullptr || group.last > longest->last) longest = &group;
  }
  report_gap(last_age + 1);
}

AgeGroups read_age_groups(const CsvTable& table, const std::string& column, Cover cover, Problems& problems,
                          const std::function<bool(int row)>& selected, std::string_view of) {
  AgeGroups result;
  if (!table.sound()) return result;
  const int at = table.column(column);
  std::set<std::string_view> seen;
  for (int row = 0; row < table.rows(); ++row) {
    if (selected && !selected(row)) continue;
    const std::string_view text = table.text(row, at);
    if (!seen.insert(text).second) continue;
    if (std::optional<AgeGroup> group = parse_group(text)) {
      group->row = row;
      result.groups.push_back(std::move(*group));
    } else {
      problems.add(table.place(row, at), fmt::format("{} is \"{}\", not a group of ages", column, text),
                   fmt::format("write 0-4, or 90+ for 90 to {} and over", last_age));
      result.malformed.emplace_back(text);
    }
  }
  check_age_groups(result.groups, table, column, cover, of, problems);
  return result;
}

}  // namespace drivkraft
