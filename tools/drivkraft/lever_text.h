#pragma once

#include <string>
#include <vector>

#include "drivkraft/command_line.h"
#include "economy/dimensions.h"
#include "economy/register.h"
#include "economy/scenario.h"

namespace drivkraft {

/// What the levers command speaks of.
struct LeverBook {
  Dimensions dimensions;
  LeverCatalogue levers;
  LeverRegister rows;
};

/// Names of channels and regions.
[[nodiscard]] std::vector<std::string> channels_of(const LeverEntry& entry);
[[nodiscard]] std::vector<std::string> names_of(const std::vector<RegionId>& regions, const Dimensions& dimensions);

/// Strength of the evidence: of a channel the grade of its effect, or of the weakest of its numbers when it has none of
/// this name; of several channels the weakest. A dash where no number stands between dose and channel (purchases).
[[nodiscard]] char grade_of(const LeverEntry& entry);

/// What became of a row, as a word; "" while it is not settled.
[[nodiscard]] std::string outcome_of(const RegisterRow& row);

/// The lever of a row; none: null.
[[nodiscard]] const LeverEntry* lever_of(const RegisterRow& row, const LeverBook& book);

/// Ids of the rows that an umbrella is made of.
[[nodiscard]] std::vector<std::string> components_of(const RegisterRow& row, const LeverBook& book);

/// Everything about a lever: facts, numbers, its rows of the register; as CSV its numbers.
[[nodiscard]] std::string lever_text(const LeverBook& book, const LeverEntry& entry, const LeversOptions& options);

/// Everything about a row of the register.
[[nodiscard]] std::string row_text(const LeverBook& book, const RegisterRow& row, const LeversOptions& options);

}  // namespace drivkraft
