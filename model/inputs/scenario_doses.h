#pragma once

#include <vector>

#include "inputs/key_reader.h"

namespace drivkraft {

struct YearAmount {
  int year = 0;
  double amount = 0.0;
  TomlSpan span;
};

/// The dose of one [[lever]] table, year by year.
struct DoseInYears {
  std::vector<YearAmount> amounts;
  bool is_share = false;  // of what exists; otherwise in the unit of the lever
};

/// Reads `dose`, `from`, `to` and `profile`. Doses lie in first_year to last_year; everything else is a problem.
[[nodiscard]] DoseInYears read_dose(KeyReader& keys, int first_year, int last_year);

}  // namespace drivkraft
