#include "base/checks.h"

#include <fmt/format.h>

#include <cmath>

namespace drivkraft {

namespace {

std::string broken(std::string_view name, double value, std::string_view unit, std::string_view rule) {
  const std::string_view space = unit.empty() ? "" : " ";
  return fmt::format("{} is {}{}{}, {}", name, number_text(value), space, unit, rule);
}

}  // namespace

std::string number_text(double value) {
  return fmt::format("{}", value);
}

std::string check_finite(std::string_view name, double value, std::string_view unit) {
  return std::isfinite(value) ? std::string{} : broken(name, value, unit, "must be a finite number");
}

std::string check_non_negative(std::string_view name, double value, std::string_view unit) {
  if (!std::isfinite(value)) return check_finite(name, value, unit);
  return value >= 0.0 ? std::string{} : broken(name, value, unit, "must not be negative");
}

std::string check_positive(std::string_view name, double value, std::string_view unit) {
  if (!std::isfinite(value)) return check_finite(name, value, unit);
  return value > 0.0 ? std::string{} : broken(name, value, unit, "must be above zero");
}

std::string check_share(std::string_view name, double value, std::string_view unit) {
  if (!std::isfinite(value)) return check_finite(name, value, unit);
  return value >= 0.0 && value <= 1.0 ? std::string{} : broken(name, value, unit, "must lie in 0 to 1");
}

std::string check_ordered(std::string_view name, double low, double central, double high) {
  if (low <= central && central <= high && std::isfinite(low) && std::isfinite(high)) return {};
  return fmt::format("{} has low {}, central {}, high {}; they must be finite and in this order", name,
                     number_text(low), number_text(central), number_text(high));
}

std::string check(Rule rule, std::string_view name, double value, std::string_view unit) {
  switch (rule) {
    case Rule::finite: return check_finite(name, value, unit);
    case Rule::non_negative: return check_non_negative(name, value, unit);
    case Rule::positive: return check_positive(name, value, unit);
    case Rule::share: return check_share(name, value, unit);
  }
  return {};
}

}  // namespace drivkraft
