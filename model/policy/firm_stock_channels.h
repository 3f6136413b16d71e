#pragma once

#include <vector>

#include "economy/draw.h"
#include "economy/scenario.h"

// Firms that levers add, in units of the average firm of their region and industry. `doses`: firms by year.
namespace drivkraft {

/// How many of the firms that start live on, and how large they are.
struct YoungFirms {
  double one_year = 0.0;      // share alive after one year, firms.survival.one_year
  double five_years = 0.0;    // and after five
  double exit_rate = 0.0;     // of the industry, a year, thereafter
  double jobs = 0.0;          // in a young firm, firms.young_firm_jobs
  double average_jobs = 0.0;  // in the average firm of the region and industry

  /// Share still there `age` years after the start: log-linear through 1, one_year, five_years, then the industry's
  /// exit rate.                                                                                           (FI-3)
  [[nodiscard]] double survival(int age) const;

  /// Jobs over those of the average firm: `jobs` until the fifth year, then evenly to 1 in the tenth.      (FI-3)
  [[nodiscard]] double size(int age) const;
};

/// Firms from new starts.                                                                                  (FI-4)
///
///     sum over s of net(dose_s) S(t - s) size(t - s)
[[nodiscard]] double firms_from_entry(const std::vector<double>& doses, int year_index, const YoungFirms& young,
                                      const ChannelUse& channel, const Draw& draw);

/// Firms of the baseline's starts that live longer.                                                        (FI-5)
///
///     sum over s of net(dose_s) (S'(t - s) - S(t - s)) size(t - s)
///     S' = S^(1 - effect) until the fifth year: the hazard of exit falls by the effect; then the same exit rate
[[nodiscard]] double firms_from_survival(const std::vector<double>& doses, int year_index, const YoungFirms& young,
                                         const ChannelUse& channel, const Draw& draw);

/// Firms that grow faster.                                                                                 (FI-6)
///
///     firms in effect x employees_per_firm / average firm's jobs x effect
///
/// effect: proportional extra growth of a treated firm's jobs.
[[nodiscard]] double firms_from_scaleup(const std::vector<double>& doses, int year_index, double average_jobs,
                                        const ChannelUse& channel, const Draw& draw);

}  // namespace drivkraft
