#pragma once

#include "economy/base_year.h"
#include "economy/state.h"

namespace drivkraft {

/// Capital at the start of this year from last year's stock and investment [mio. DKK, base-year prices].  (CA-1)
///
///     K' = (1 - delta_j) K + capital_units (I + I_policy)
///
/// delta: depreciation [share a year]; capital_units: capital made by a unit of investment [1], see BY-7. Perpetual
/// inventory, as in OECD (2009), Measuring Capital.
template <int W>
void advance_capital(const BaseYear& base, const State<W>& last_year, State<W>& this_year);

}  // namespace drivkraft
