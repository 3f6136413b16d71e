#pragma once

#include "equilibrium/workspace.h"

namespace drivkraft {

/// ln of the consumer price index at a workplace, prod_i P^b, before final taxes, whose rates are constant. (IN-8)
template <int W>
[[nodiscard]] Lanes<W> workplace_price_log(const Year<W>& year, const Lanes<W>* log_composite, int region);

/// What the wage rule takes from other years and from the baseline, once a year.
template <int W>
void prepare_wage_rule(const Year<W>& year, Workspace<W>& work);

/// uq* = sum_r m[q,r,e] u*[r,e], structural unemployment as seen from each workplace [share].
template <int W>
void structural_unemployment_seen(const Year<W>& year, Workspace<W>& work);

/// U and U*: log unemployment, actual and structural, as seen from each workplace; uq* too.           (LM-5)
///
///     U[q,e] = nu ln u_nat[e] + (1 - nu) ln uq[q,e],   uq = sum_r m[q,r,e] u[r,e]
///
/// u unemployment [share], m commuting share [1], nu wages.national_weight [1]; U* the same of u*.
template <int W>
void log_unemployment_seen(const Year<W>& year, Workspace<W>& work);

/// The condition that decides the wage of one workplace and education; zero at the solution.          (LM-6)
///
///     baseline    (uq - uq*) / uq*
///     curve       dw - [dw_lag + phi ((1-h) dprod_nat,lag + h dprod_q,lag) - eps (dU - dU_lag) - gamma (dU - dU*)]
///     fixed_real  ln w - ln CPI less the same in the baseline          flexible  (uq - uq_b) / uq_b
///     held        ln w less the same in the baseline
///
/// d: log deviation from the baseline in the same year; phi pass-through, h weight of the region's own productivity
/// (LM-7), eps and gamma effect of the change and the level of log unemployment [1]. Blanchflower and Oswald (1994);
/// Dixon and Rimmer (2002) for the baseline's closure.
template <int W>
[[nodiscard]] Lanes<W> wage_residual(const Year<W>& year, const Lanes<W>* y, const Workspace<W>& work, int region,
                                     int education);

}  // namespace drivkraft
