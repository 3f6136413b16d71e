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

/// Attraction of each region and education relative to the baseline [1].                               (PE-4)
///
///     pull[r,e] = exp(psi_w dln(wbar[r,e] / CPI_r) - psi_u du[r,e]),   so that z[o,d,e] = pull[d,e] / pull[o,e]
///
/// d: scenario less baseline, last year. wbar: mean wage within reach of residence r. 1 exactly where nothing differs.
template <int W>
void set_pull(const BaseYear& base, const PeopleParameters<W>& parameters, const State<W>& baseline_last,
              const State<W>& last_year, std::vector<Lanes<W>>& pull);

}  // namespace drivkraft
