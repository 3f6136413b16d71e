#pragma once

#include "economy/base_year.h"
#include "economy/policy_effects.h"
#include "economy/state.h"

namespace drivkraft {

/// Levers that are not pulled.
template <int W>
void set_neutral_policy(State<W>& state);

/// What levers move of a year's drivers beside people, firms and technology: demand, exports, subsidies, structural
/// unemployment, materials, access. `this_year` holds the baseline's drivers already.
///
///     WD = WD_b (1 + rise)    X = 1 + rise    u* = u*_b / (1 + rise of matching efficiency)      (PO-4, PO-13)
///     z = 1 - saving                                                                             (PO-5)
///     policy demand = what the public, visitors and builders buy                               (PO-2, PO-14)
template <int W>
void set_policy_drivers(const PolicyEffects<W>& policy, State<W>& this_year);

/// People whom policy brings into the labour force come from those of 15-64 outside it, who lose their benefit.  (PE-1)
/// Throws ConvergenceError when there are not enough of them.
template <int W>
void add_participants(const BaseYear& base, const PolicyEffects<W>& policy, int year, State<W>& this_year);

}  // namespace drivkraft
