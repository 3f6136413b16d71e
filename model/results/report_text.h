#pragma once

// How the summary and comparisons write numbers and words.

#include <string>
#include <string_view>
#include <vector>

#include "economy/scenario.h"
#include "results/indicators.h"
#include "results/report.h"

namespace drivkraft {

/// "1,234.5" or, in Danish, "1.234,5"; what rounds to nothing has no sign.
[[nodiscard]] std::string number_text(double value, int decimals, Language language);
/// The same with its sign: "+12.3".
[[nodiscard]] std::string change_text(double value, int decimals, Language language);

/// Decimals that show three digits of the largest value, at most `most`.
[[nodiscard]] int sensible_decimals(const std::vector<double>& values, int most);

/// Cut to `columns`, with an ellipsis where something is missing; counts characters, not bytes.
[[nodiscard]] std::string cut(std::string_view text, std::size_t columns);

[[nodiscard]] std::string name_of(Indicator indicator, Language language);
[[nodiscard]] std::string in_a_sentence(Indicator indicator, Language language);
[[nodiscard]] std::string unit_of(Indicator indicator, bool is_change, Language language);
[[nodiscard]] std::string unit_of(DoseUnit unit, Language language);

}  // namespace drivkraft
