#pragma once

#include <optional>

#include "blocks/trend.h"
#include "economy/base_people.h"
#include "economy/base_tables.h"
#include "economy/base_technology.h"
#include "economy/base_year.h"
#include "economy/people_tables.h"

namespace drivkraft {

/// All that is known before the first year: accounts, and what moves people and technology.
struct Economy {
  BaseYear accounts;
  std::optional<BasePeople> people = {};          // none: people stand still, or grow evenly with the trend
  std::optional<BaseTechnology> technology = {};  // none: technology is 1 but for policy, no practices spread
  Trend trend = {};
};

/// Projects the labour force of the baseline at central parameters, solves the trend from it, and balances the accounts
/// with the investment that the trend needs.                                                       (TR-3, BY-7)
[[nodiscard]] Economy build_economy(const BaseTables& tables, const PeopleTables& people, const Parameters& central);

}  // namespace drivkraft
