#pragma once

#include "economy/state_layout.h"

namespace drivkraft::test {

/// The series whose size says how exact another one can be: the change of the public balance is a difference of levels
/// as large as the income tax, and no more exact than those.
[[nodiscard]] inline Field measure_of(Field field) {
  return field == Field::public_balance ? Field::income_tax : field;
}

}  // namespace drivkraft::test
