#pragma once

#include "economy/base_tables.h"
#include "economy/people_tables.h"

namespace drivkraft::test {

/// Made-up rates and flows for the people of made-up tables of any size: nobody's chances add up to more than 1, flows
/// abroad follow the stock, every population stays positive for decades. Four practices, productivity that drifts
/// apart, a pension age that rises. The same arguments give the same bits everywhere.
[[nodiscard]] PeopleTables synthetic_people(const BaseTables& tables, unsigned seed);

/// Rates under which exactly the people of the tables are there again a year later, in every cell: deaths, births,
/// flows abroad and steps of education that balance. Nobody moves between regions, nothing drifts, the pension age
/// stands still. It counts on fertility at its long-run level of synthetic_parameters().
[[nodiscard]] PeopleTables stationary_people(const BaseTables& tables, unsigned seed);

/// As synthetic_people, but without births, deaths and flows abroad: people only grow older, move and learn.
[[nodiscard]] PeopleTables closed_people(const BaseTables& tables, unsigned seed);

/// The same rates with twice the flows abroad, for twice the people.
[[nodiscard]] PeopleTables doubled(PeopleTables people);

}  // namespace drivkraft::test
