#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/ids.h"
#include "inputs/key_reader.h"

namespace drivkraft {

struct YearAmount {
  int year = 0;
  double amount = 0.0;
  TomlSpan span;
  std::optional<RegionId> region;  // none: every region of the lever
};

/// The dose of one [[lever]] table, year by year.
struct DoseInYears {
  std::vector<YearAmount> amounts;
  bool is_share = false;  // of what exists; otherwise in the unit of the lever
};

/// What a dose may be: an amount, or a change that may lie below zero.
enum class DoseSign { not_negative, change_in_percent, change_in_money };

/// Reads `dose`, `from`, `to` and `profile`. Doses lie in first_year to last_year; everything else is a problem.
[[nodiscard]] DoseInYears read_dose(KeyReader& keys, const std::vector<std::string>& regions, int first_year,
                                    int last_year, DoseSign sign);

}  // namespace drivkraft
