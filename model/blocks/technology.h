#pragma once

#include <vector>

#include "base/lanes.h"
#include "economy/base_technology.h"
#include "economy/base_year.h"
#include "economy/parameters.h"
#include "economy/state.h"

namespace drivkraft {

/// The parameters of technology and adoption for W paths.
template <int W>
struct TechnologyParameters {
  Lanes<W> drift_shrink, drift_half_life, drift_cap;
  Lanes<W> catch_up, catch_up_shape;
  Lanes<W> basic_displacement;
  struct Practice {
    Lanes<W> b, q, ceiling, premium;
  };
  std::vector<Practice> practices;
  int automation = -1;  // which practice replaces basic labour, -1 where none does
};

/// lanes[k]: the parameters of path k. Throws std::invalid_argument when a practice has no parameters.
template <int W>
[[nodiscard]] TechnologyParameters<W> technology_parameters(const std::vector<std::string>& practices,
                                                            const Parameters* lanes);

/// The baseline's technology: 1 but for regional drift out of history.                                (TE-1)
///
///     ln A[r] = sum over s = 1 .. years of d_r 2^(-(s-1) / half_life)
///     d_r     = shrink x deviation, less its value-added-weighted mean, then within -cap .. cap
template <int W>
void set_drift(const BaseTechnology& base, const TechnologyParameters<W>& parameters, int years_from_base,
               State<W>& this_year);

/// Catch-up of this year, which acts on the technology of the next.                                   (TE-3)
///
///     catch-up = lambda (h_r / h_nat) (1 - exp(-s gap)) / s,   gap = ln(F / A) + gap0   (s -> 0: lambda h gap)
///
/// h: share of higher educated among employed residents, weighted with w0bar. Nelson and Phelps (1966), Am. Econ. Rev.
/// 56; Benhabib and Spiegel (2005), Handbook of Economic Growth 1A.
template <int W>
void set_catch_up(const BaseYear& base, const BaseTechnology& technology, const TechnologyParameters<W>& parameters,
                  State<W>& this_year);

/// A scenario's technology beside the baseline's.                                                      (TE-2)
///
///     ln A = ln A_b + c + sum_k pi_k (D_k - D_k,b) + policy,   c' = c + catch-up - catch-up_b
template <int W>
void advance_technology(const TechnologyParameters<W>& parameters, const std::vector<Lanes<W>>& policy,
                        const State<W>& baseline_last, const State<W>& baseline, const State<W>& last_year,
                        State<W>& this_year);

/// Spread of the practices among employers.                                                            (TE-4)
///
///     D' = D + (b_k + q_k D) max(0, ceiling_k - D) + policy,   policy only up to the ceiling; D never falls by itself
///
/// D: employment share of adopters; b [a year], q [a year], ceiling [share]. `policy`: empty where no lever acts.
/// Source: Bass (1969), Manage. Sci. 15(5).
template <int W>
void advance_adoption(const TechnologyParameters<W>& parameters, const std::vector<Lanes<W>>& policy,
                      const State<W>& last_year, State<W>& this_year);

}  // namespace drivkraft
