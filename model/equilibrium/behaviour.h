#pragma once

#include <vector>

#include "base/lanes.h"
#include "economy/base_year.h"
#include "economy/parameters.h"

namespace drivkraft {

/// The elasticities of W paths, in the form the equations use them.
template <int W>
struct Behaviour {
  /// 1 - sigma of a CES. A sigma within 1e-10 of one is taken 1e-10 away from it, where log1p(sum s expm1(a x)) / a is
  /// smooth and its distance from the Cobb-Douglas limit, a x^2 / 2, is below the solver's tolerance.
  static Lanes<W> one_less(Lanes<W> sigma);

  Lanes<W> sigma_va, power_va, inverse_va;               // power = 1 - sigma, inverse = 1 / power
  std::vector<Lanes<W>> sigma_kl, power_kl, inverse_kl;  // by industry
  Lanes<W> sigma_outer, power_outer, inverse_outer;
  Lanes<W> sigma_inner, power_inner, inverse_inner;
  Lanes<W> sigma_regions, power_regions, inverse_regions;
  Lanes<W> sigma_imports, power_imports, inverse_imports;
  Lanes<W> export_elasticity, export_adjustment;
  Lanes<W> investment_xi;
  Lanes<W> commuting_chi;
  Lanes<W> wage_epsilon, wage_gamma, wage_national_weight, wage_regional_weight, wage_passthrough;
  Lanes<W> structural_glide_years;
  Lanes<W> skill_demand;
  double minimum_unemployment = 0.0;

  /// Lane k of these, in all of V lanes (1 or 4).
  template <int V>
  [[nodiscard]] Behaviour<V> spread_lane(int k) const;
  void set_powers();
};

/// lanes[k]: the parameters of path k; W of them.
template <int W>
[[nodiscard]] Behaviour<W> behaviour_of(const BaseYear& base, const Parameters* lanes);

}  // namespace drivkraft
