#pragma once

#include "economy/base_year.h"
#include "economy/state.h"

namespace drivkraft {

/// People and labour force of the baseline while nobody ages or moves: the base year's, times `people_scale`
/// [persons].                                                                                          (PE-1)
///
///     LF_t = scale LF0, and so people, adults (18 and over), pensioners (65 and over), 15-64 outside the labour force
template <int W>
void people_standing_still(const BaseYear& base, double people_scale, State<W>& this_year);

/// Structural unemployment on its way from the base year's observed rate to the structural rate of the data [share].
///                                                                                                     (LM-4)
///
///     u*_t = u0 + (u_s - u0) min(1, years / glide)
///
/// glide_years: matching.structural_glide_years [years]; judgement, as its parameter row says.
template <int W>
void advance_structural_unemployment(const BaseYear& base, Lanes<W> glide_years, int years_from_base,
                                     State<W>& this_year);

/// Education shares of the wage bill and employment at base prices follow the baseline's labour force as seen from the
/// workplace, so that a growing supply of graduates does not by itself erase their premium.             (PR-2, PR-3)
///
///     omega_t proportional to omega0 (LFseen_t / LFseen_0)^skill_demand      L0_t = omega_t thL va0 / w0
///
/// LFseen[q,e] = sum_r m0[q,r,e] LF[r,e] [persons]; omega_t adds to 1 over e in each cell; L0_t [persons]; skill_demand
/// 1, or 0 to switch it off.
template <int W>
void advance_education_demand(const BaseYear& base, Lanes<W> skill_demand, State<W>& this_year);

/// A scenario's education demand: the baseline's, where automation beyond the baseline's replaces the lowest education.
///                                                                                                     (PR-2)
///
///     omega proportional to omega_b exp(-displacement (D - D_b)) for the lowest education, omega_b for the others
///
/// D: adoption of the practice `automation` [share of jobs]; displacement: adoption.automation.basic_displacement [log
/// points]. Source: Acemoglu and Restrepo (2019), J. Econ. Perspect. 33(2).
template <int W>
void displace_basic_labour(const BaseYear& base, int automation, Lanes<W> displacement, const State<W>& baseline,
                           State<W>& this_year);

/// Persons whom levers make firms want, in place of as large a wage bill of their usual mix.             (PR-2)
///
///     omega' = omega (1 - sum_e hires w0 / wages) + hires w0 / wages      L0_t likewise
///
/// hires: persons [region, industry, education]; wages: thL va0 [mio. DKK].
template <int W>
void add_hires(const BaseYear& base, const std::vector<Lanes<W>>& hires, State<W>& this_year);

}  // namespace drivkraft
