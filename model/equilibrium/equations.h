#pragma once

#include "equilibrium/workspace.h"

// The year's equations in the order of a sweep (model/README.md, section 3). Each reads the unknowns y and what stands
// before it in the workspace, and writes its own arrays.
namespace drivkraft {

/// CES cost index in calibrated-share form, ln c = log1p(sum_k s_k expm1(a x_k)) / a, a = 1 - sigma, smooth through a =
/// 0. `sum`: the weighted sum of expm1(a x); shares add to one.                                        (PR-0)
template <int W>
[[nodiscard]] Lanes<W> ces_log_index(Lanes<W> sum, Lanes<W> power);

template <int W>
void prepare_year(const Year<W>& year, Workspace<W>& work);

template <int W>
void labour_costs(const Year<W>& year, const Lanes<W>* y, Workspace<W>& work);  // PR-4, PR-5
template <int W>
void product_prices(const Year<W>& year, const Lanes<W>* y, Workspace<W>& work);  // TD-2, TD-3, PR-6, PR-7
template <int W>
void factor_demand(const Year<W>& year, const Lanes<W>* y, Workspace<W>& work);  // PR-8, PR-10, PR-14
template <int W>
void labour_market(const Year<W>& year, Workspace<W>& work);  // LM-1 to LM-5
template <int W>
void household_income(const Year<W>& year, Workspace<W>& work);  // IN-1 to IN-6, PO-3
template <int W>
void final_demand(const Year<W>& year, const Lanes<W>* y, Workspace<W>& work);  // DE-1 to DE-5, TD-6
template <int W>
void goods_supply(const Year<W>& year, const Lanes<W>* y, Workspace<W>& work);  // TD-4, TD-7
template <int W>
void residuals(const Year<W>& year, const Lanes<W>* y, Workspace<W>& work, Lanes<W>* out);

/// One sweep: all of the above in order.
template <int W>
void sweep(const Year<W>& year, const Lanes<W>* y, Workspace<W>& work, Lanes<W>* out);

/// Writes the solution y into year.now, with the accounts that follow from it (after a sweep at y).
template <int W>
void write_solution(const Year<W>& year, const Lanes<W>* y, Workspace<W>& work);

/// GDP from three sides, net lending of the four sectors, and their residuals, from what write_solution wrote. (AC-1 to
/// AC-6)
template <int W>
void write_accounts(const Year<W>& year, Workspace<W>& work);

}  // namespace drivkraft
