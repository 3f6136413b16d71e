#pragma once

#include <string>
#include <string_view>

namespace drivkraft {

// One rule a function. Each returns "" when the rule holds, otherwise a message that says name, value, unit and rule.
// Every rule fails on NaN and on infinity.

[[nodiscard]] std::string check_finite(std::string_view name, double value, std::string_view unit = {});
[[nodiscard]] std::string check_non_negative(std::string_view name, double value, std::string_view unit = {});
[[nodiscard]] std::string check_positive(std::string_view name, double value, std::string_view unit = {});
/// 0 to 1, both included.
[[nodiscard]] std::string check_share(std::string_view name, double value, std::string_view unit = {});
/// low <= central <= high.
[[nodiscard]] std::string check_ordered(std::string_view name, double low, double central, double high);

/// The rules by name, where a table says which one its column follows.
enum class Rule { finite, non_negative, positive, share };
[[nodiscard]] std::string check(Rule rule, std::string_view name, double value, std::string_view unit = {});

/// The shortest text that reads back as the same number.
[[nodiscard]] std::string number_text(double value);

}  // namespace drivkraft
