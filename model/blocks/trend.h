#pragma once

#include <vector>

#include "economy/base_year.h"
#include "economy/state.h"

namespace drivkraft {

/// The path that makes growth balanced: all demand that nothing else moves grows with it.               (TR-1)
///
///     B_t = (1 + g_B)^(t - base year)          Gamma_t = B_t N_t / N_0
///
/// g_B: growth of labour efficiency [share a year]; N: wage-weighted baseline labour force. `people_growth` is the
/// growth of N where no people are modelled and all grow evenly.
struct Trend {
  double efficiency_growth = 0.0;
  double people_growth = 0.0;

  [[nodiscard]] double efficiency(int years) const;
  [[nodiscard]] double people(int years) const;
  [[nodiscard]] double gamma(int years) const { return efficiency(years) * people(years); }
  /// Growth of the capital stock that keeps pace with people who grow evenly, g_K [share a year].
  [[nodiscard]] double capital_growth() const { return (1.0 + efficiency_growth) * (1.0 + people_growth) - 1.0; }
};

/// The trend under which value added per worker grows by `growth` on average, given the path of the labour force.
/// (TR-3)
///
///     ln(1 + g_B) = ln(1 + g) - (1/T) ln((N_T / N_0) / (H_T / H_0)),   g_K = (Gamma_T / Gamma_0)^(1/T) - 1
///
/// N: sum of mean wage x labour force, H: heads, by education in the base year and T years later.
struct SolvedTrend {
  Trend trend;
  double capital_growth = 0.0;
};
[[nodiscard]] SolvedTrend solve_trend(double growth, int years, const std::vector<double>& mean_wage,
                                      const std::vector<double>& force_first, const std::vector<double>& force_last);

/// Gamma of one year from the baseline's labour force [1].
template <int W>
[[nodiscard]] Lanes<W> trend_index(const BaseYear& base, const std::vector<double>& mean_wage, double efficiency,
                                   const State<W>& baseline);

/// The baseline's demand in one year: efficiency, world demand, public consumption, other final use.       (TR-2)
///
///     WD_i = Gamma exp(d_i t)      G, F grow with Gamma
template <int W>
void advance_trend(const BaseYear& base, double efficiency, Lanes<W> gamma, int years_from_base, State<W>& this_year);

/// Public consumption by need: G0 need_t / need_0 by region and product, times one factor so that all of it
/// grows with the trend. The spread uses this state's people, the total the baseline's (through the trend). (TR-4)
template <int W>
void spread_public_consumption(const BaseYear& base, const State<W>& base_state, State<W>& this_year);

}  // namespace drivkraft
