#pragma once

#include "economy/base_year.h"
#include "economy/state.h"

namespace drivkraft {

/// The path that makes growth balanced: all demand that nothing else moves grows with it.               (TR-1)
///
///     B_t = (1 + g_B)^(t - base year)          Gamma_t = B_t N_t / N_0
///
/// g_B: growth of labour efficiency [share a year]; N: wage-weighted baseline labour force. While people stand still or
/// grow evenly (`people_growth` a year), g_B is technology.productivity_growth itself.
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
///     WD_i = Gamma exp(d_i t)      G, F grow with Gamma
template <int W>
void advance_trend(const BaseYear& base, const Trend& trend, int years_from_base, State<W>& this_year);

}  // namespace drivkraft
