#pragma once

#include <optional>
#include <string>
#include <vector>

#include "economy/parameters.h"
#include "economy/region_sums.h"

namespace drivkraft {

/// How much a region's jobs and production move in a normal year: one standard deviation of the yearly change of their
/// logarithm about its mean [log points]. By region; empty where the data hold no history.               (EV-7)
struct NoiseFloor {
  std::vector<double> jobs, gdp;
};

/// Sample standard deviation of the yearly changes of ln `levels` about their mean; `levels` by year, at least three.
[[nodiscard]] double yearly_noise(const std::vector<double>& levels);

/// Why a figure is left blank.
enum class Blank { none, no_cost, no_effect, negative_effect, below_noise, no_history };

/// A figure that may be blank; never infinite.
struct Figure {
  double value = 0.0;  // NaN when blank
  Blank blank = Blank::none;
};

/// What an evaluation reads. Everything by [year, region] from the base year.
struct Evaluated {
  int base_year = 0;
  int dose_year = 0;  // the first with a dose: money is discounted to it
  const RegionSums& baseline;
  const RegionSums& scenario;
  const RegionSums& nothing_bought;         // the same levers, while the public buys nothing
  const std::vector<double>& public_cost;   // mio. DKK at base-year prices
  const std::vector<double>& private_cost;  // mio. DKK at base-year prices
  bool paid_from_budget = false;            // financing within_budget: public consumption is given up
};

/// What a scenario or a lever is worth by the guide of the finance ministry (2023), at base-year prices. Present values
/// stand in the first dose's year; what is there after the last year is not counted.                (EV-1 to EV-6)
struct Evaluation {
  double benefit = 0.0;        // present value of production [mio. DKK, market prices]
  double resource_cost = 0.0;  // present value of what the levers use up [mio. DKK, market prices]
  double distortion = 0.0;     // present value of what taxes distort [mio. DKK]
  double net_present_value = 0.0;
  Figure benefit_cost_ratio;
  double public_cost = 0.0;            // present value, gross [mio. DKK]
  double net_public_cost = 0.0;        // present value, less induced taxes and benefits saved [mio. DKK]
  double job_years = 0.0;              // over all years
  double value_added = 0.0;            // over all years [mio. DKK]
  Figure cost_per_job_year;            // mio. DKK
  Figure cost_per_value_added;         // mio. DKK a mio. DKK
  double jobs_against_noise = 0.0;     // largest change of a region's jobs, in normal years' changes; NaN: no history
  double gdp_against_noise = 0.0;      // the same of production
  std::vector<double> public_balance;  // present value by region, financing included [mio. DKK]
};

/// Share of a krone `years` after the first dose that it is worth in that year [1].                       (EV-1)
[[nodiscard]] double discount_factor(int years, const Parameters& parameters);

[[nodiscard]] Evaluation evaluate(const Evaluated& evaluated, const Parameters& parameters, const NoiseFloor& floor);

/// A lever's part in a share of the headline: what it changes alone, and how strong its evidence is.
struct Contribution {
  double change = 0.0;
  char grade = '-';
};

/// Part of the levers' summed absolute changes that comes from levers whose evidence is of grade C or D [share]; NaN
/// when nothing changes.                                                                              (EV-8)
[[nodiscard]] double weak_evidence_share(const std::vector<Contribution>& levers);

/// A lever of a scenario, alone.
struct EvaluatedLever {
  std::string id;
  char grade = '-';                      // of its evidence
  double gdp_change = 0.0;               // of the headline year, all regions [mio. DKK at base-year prices]
  double jobs_change = 0.0;              // [persons]
  std::optional<Evaluation> worth = {};  // where it was asked for
};

/// A scenario's levers together and each alone, discounted to the same year.
struct EvaluationTable {
  int dose_year = 0;      // the first with a dose
  int headline_year = 0;  // of the shares below
  Evaluation package = {};
  std::vector<EvaluatedLever> levers = {};
  NoiseFloor floor = {};
  double weak_gdp_share = 0.0;  // of the levers' changes of GDP, from evidence of grade C or D; NaN: nothing changes
  double weak_jobs_share = 0.0;
};

}  // namespace drivkraft
