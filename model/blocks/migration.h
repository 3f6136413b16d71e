#pragma once

#include <vector>

#include "base/lanes.h"
#include "economy/base_year.h"
#include "economy/parameters.h"
#include "economy/state.h"

namespace drivkraft {

/// How people answer to last year's wages and unemployment, for W paths.
template <int W>
struct PeopleParameters {
  Lanes<W> pension_passthrough;     // h, years of later retirement a year of pension age
  Lanes<W> discouraged_worker;      // d, points of participation a point of unemployment
  Lanes<W> migration_wage;          // psi_w
  Lanes<W> migration_unemployment;  // psi_u
};

template <int W>
[[nodiscard]] PeopleParameters<W> people_parameters(const Parameters* lanes);

/// Attraction of each destination from each origin relative to the baseline, z [o,d,e].               (PE-4)
///
///     z = exp(v[d] - v[o]),   v[r,e] = psi_w dln(wbar[r,e] / CPI_r) - psi_u du[r,e]
///
/// d: scenario less baseline, last year. wbar: mean wage within reach of residence r. Taken apart into exp(v[d]) over
/// exp(v[o]), so that an exponential is taken once for each region and education; 1 exactly where nothing differs.
template <int W>
void move_attraction(const BaseYear& base, const PeopleParameters<W>& parameters, const State<W>& baseline_last,
                     const State<W>& last_year, std::vector<Lanes<W>>& attraction);

/// Discouraged workers: participation of a scenario, from the baseline's.                              (PE-6)
///
///     p = p_b (1 - d (u_last - u_b,last)),   by region and education
template <int W>
void set_discouraged_participation(const BaseYear& base, const PeopleParameters<W>& parameters,
                                   const State<W>& baseline_last, const State<W>& last_year, const State<W>& baseline,
                                   State<W>& this_year);

}  // namespace drivkraft
