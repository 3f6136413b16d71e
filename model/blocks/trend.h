#pragma once

#include "economy/base_year.h"
#include "economy/state.h"

namespace drivkraft {

/// The path that makes growth balanced: all demand that nothing else moves grows with it.               (TR-1)
///
///     B_t = (1 + g_B)^(t - base year)          Gamma_t = B_t N_t / N_0
///
/// g_B: growth of labour efficiency [share a year]; N: wage-weighted baseline labour force. While people stand still or
/// grow evenly (`people_growth` a year), g_B is technology.productivity_growth itself. All indices, base year = 1.
/// Labour-augmenting, since only that keeps shares and prices steady: Uzawa (1961), Rev. Econ. Stud. 28(2).
struct Trend {
  double efficiency_growth = 0.0;
  double people_growth = 0.0;

  [[nodiscard]] double efficiency(int years) const;
  [[nodiscard]] double people(int years) const;
  [[nodiscard]] double gamma(int years) const { return efficiency(years) * people(years); }
  /// Growth of the capital stock that keeps pace, g_K [share a year].
  [[nodiscard]] double capital_growth() const { return (1.0 + efficiency_growth) * (1.0 + people_growth) - 1.0; }
};

/// The baseline's demand in one year: efficiency, world demand, public consumption, other final use.       (TR-2)
///
///     WD_i = Gamma exp(d_i t)      G = Gamma G0      F = Gamma F0
///
/// WD [index]; G, F [mio. DKK, base-year basic prices]; d: world_demand_deviation [log growth a year].
template <int W>
void advance_trend(const BaseYear& base, const Trend& trend, int years_from_base, State<W>& this_year);

}  // namespace drivkraft
