#pragma once

#include "economy/base_tables.h"

namespace drivkraft::test {

/// One region in two equal halves: `region` keeps its place with half of everything that is an amount, its twin comes
/// last with the other half. Rates, wages and travel times are those of the whole; between the halves one travels as
/// long as inside the whole; who lives and works in the region stays in his half.
[[nodiscard]] BaseTables split_region(const BaseTables& tables, int region);

/// Everything that is an amount, people and money, twice; rates, wages and benefits a head as they are.
[[nodiscard]] BaseTables doubled(const BaseTables& tables);

}  // namespace drivkraft::test
