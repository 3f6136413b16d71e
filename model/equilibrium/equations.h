#pragma once

#include "equilibrium/workspace.h"

// The year's equations in the order of a sweep (model/README.md, section 3). Each reads the unknowns y and what stands
// before it in the workspace, and writes its own arrays. Indices q: origin or workplace, r: buyer or residence, i:
// product, j: industry, e: education. Prices are indices, base year = 1; money in mio. DKK; labour in persons. A zero
// at the end of a name is the base year. Symbols and sources: model/README.md. No function here throws. Tests:
// verification/numbers_to_reproduce, property/model_behaviour.
namespace drivkraft {

/// CES cost index in calibrated-share form, ln c = log1p(sum_k s_k expm1(a x_k)) / a, a = 1 - sigma, smooth through a =
/// 0. `sum`: the weighted sum of expm1(a x); shares add to one.                                        (PR-0)
/// Source: Arrow, Chenery, Minhas and Solow (1961), Rev. Econ. Stat. 43(3), relative to the base year.
template <int W>
[[nodiscard]] Lanes<W> ces_log_index(Lanes<W> sum, Lanes<W> power);

/// What does not change within the year: logs of drivers and stocks, shares, the targets of wages and returns.
template <int W>
void prepare_year(const Year<W>& year, Workspace<W>& work);

/// Wage paid for an efficiency unit, price of the labour bundle, unit cost of value added [indices].
///
///     we = w (1 - s) / B                                                                              (PR-1)
///     WH, WL = CES(we; omega_t in the bundle, sigma_inner)     W = CES(WH, WL; sigma_outer)           (PR-4)
///     chat = CES(rho, W; 1 - thL, thL, sigma_kl)               c = chat / A                           (PR-5)
///
/// s wage subsidy [share of the wage], B labour efficiency [index], thL labour share of value added [1].
template <int W>
void labour_costs(const Year<W>& year, const Lanes<W>* y, Workspace<W>& work);

/// Prices of products and materials, unit cost of output [indices].
///
///     PD = (sum_q s0 n p^(1-sT))^(1/(1-sT))                                                           (TD-2)
///     P  = ((1-mu) PD^(1-sM) + mu pW^(1-sM))^(1/(1-sM))                                               (TD-3)
///     PM = sum_i alpha z P / sum_i alpha                                                              (PR-6)
///     uc = CES(PM, c; sigma_va), equal to p at the solution                                           (PR-7)
///
/// s0 origin's share [1], n variety, mu foreign share [1], alpha input a unit of output [1], z resource efficiency [1].
/// Source: Armington (1969), IMF Staff Papers 16(1).
template <int W>
void product_prices(const Year<W>& year, const Lanes<W>* y, Workspace<W>& work);

/// Value added [mio. DKK, base prices], jobs by workplace and education [persons], use of products in production.
///
///     V = va0 (x/x0) (uc/c)^sigma_va                                                                  (PR-8)
///     L = L0_t (V/va0) (1/A) (1/B) (chat/W)^sigma_kl (W/WN)^sigma_outer (WN/we)^sigma_inner          (PR-10)
///     intermediate use = sum_j alpha z x0 (x/x0) (uc/PM)^sigma_va                                    (PR-14)
///
/// WN: price of the bundle, WH or WL, that the education is in.
template <int W>
void factor_demand(const Year<W>& year, const Lanes<W>* y, Workspace<W>& work);

/// Who fills the jobs, employed residents [persons], unemployment [share], as seen from each workplace too.
///
///     m ~ m0 access (LF/LF0) wbar^-chi, adds to 1 over r    wbar[r,e] = sum_q m0 Ltot0 w / employed0  (LM-1)
///     employed[r,e] = sum_q m sum_j L                                                                 (LM-2)
///     u = 1 - employed / LF                                                                           (LM-3)
///     uq[q,e] = sum_r m u: what LM-5 makes U of
template <int W>
void labour_market(const Year<W>& year, Workspace<W>& work);

/// Household income by region of residence and who pays for the levers [mio. DKK, current prices].
///
///     labour income = sum_q,e m sum_j w0 w L                        property income = pi Pi      (IN-1, IN-2)
///     benefits by status and remainder, times the national wage index                            (IN-3, IN-4)
///     tax = t (labour income + property income + benefits)                                       (IN-5)
///     income = labour income + property income + benefits - tax + remainder - financing          (IN-6)
///     financing = national cost x adults / national adults, or 0                                 (PO-3)
///
/// Pi: operating surplus of all cells, V c - wages + subsidies.
template <int W>
void household_income(const Year<W>& year, Workspace<W>& work);

/// Final demand and exports [mio. DKK, base prices].
///
///     C = b cprop income / ((1 + t_C) P)                 by place of residence                        (DE-1)
///     purchases at q = sum_r shopping[q,r,i] C                                                        (DE-2)
///     G = planned G, or less the region's lever cost when levers are paid within its budget           (DE-3)
///     F = Gamma F0, inventories and visitors' use of foreign products: a driver, see TR-2             (DE-4)
///     I = I0 (K/K0) (rho/PI)^xi,  PI = sum_i iota P                                                   (DE-5)
///     EX = EX*^ae (EX_lag growth(WD n X))^(1-ae),  EX* = E0 WD n X (p/pW)^-eta                        (TD-6)
template <int W>
void final_demand(const Year<W>& year, const Lanes<W>* y, Workspace<W>& work);

/// Deliveries to all regions and abroad [mio. DKK, base prices], to be equal to output.
///
///     Q = intermediate + purchases + G + iota sum_j (I + I_policy) + F + policy demand     (final_demand)  (TD-4)
///     supply[q] = sum_r s0 n (p/PD)^-sT D[r] + EX,   D = (1-mu) (P/PD)^sM Q                               (TD-7)
template <int W>
void goods_supply(const Year<W>& year, const Lanes<W>* y, Workspace<W>& work);

/// What must be zero at the solution, one for each unknown, in logs but where unemployment is the condition:
/// the wage rule (LM-6), ln(Kd/K) or the return under mobile capital (PR-9), ln(supply/x) (TD-7), ln(uc/p) (PR-7).
///
///     Kd = K0 (V/va0) (1/A) (chat/rho)^sigma_kl                                                       (PR-9)
template <int W>
void residuals(const Year<W>& year, const Lanes<W>* y, Workspace<W>& work, Lanes<W>* out);

/// One sweep: all of the above in order.
template <int W>
void sweep(const Year<W>& year, const Lanes<W>* y, Workspace<W>& work, Lanes<W>* out);

/// Writes the solution y into year.now, with the accounts that follow from it (after a sweep at y): among them
/// wage bill and surplus [mio. DKK] (PR-11, PR-12), value added per person (PR-13), imports (TD-5), real income and the
/// consumer price index (IN-7, IN-8), productivity in wage-weighted units (LM-7).
///
///     imports = mu (P/pW)^sM Q                                                                        (TD-5)
///     prod[q] = sum_j (va0/va0[q]) (V/va0) / (sum_e w0 L / sum_e w0 L0)                               (LM-7)
template <int W>
void write_solution(const Year<W>& year, const Lanes<W>* y, Workspace<W>& work);

/// GDP from three sides, net lending of the four sectors, and their residuals, from what write_solution wrote. (AC-1 to
/// AC-6)
///
///     GDP = sum V c + sum tau p x + t_C P C + t_G P (G + policy) + t_I PI (I + I_policy)
///           + t_V (visitors' share of exports x p EX + P F_visitors)                     [mio. DKK, current prices]
///
/// Net lending of households, firms, government and abroad adds to zero. Residuals are relative to GDP and jobs.
template <int W>
void write_accounts(const Year<W>& year, Workspace<W>& work);

}  // namespace drivkraft
