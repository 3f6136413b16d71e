#pragma once

#include <cstddef>
#include <vector>

namespace drivkraft {

/// What evaluations and explanations read of a path: sums over a region, [year, region] from the base year.
struct RegionSums {
  explicit RegionSums(int region_count = 0) : regions(static_cast<std::size_t>(region_count)) {}
  std::size_t regions = 0;
  std::vector<double> employment;          // persons by workplace
  std::vector<double> value_added;         // mio. DKK at base-year basic prices
  std::vector<double> real_gdp;            // mio. DKK at base-year prices
  std::vector<double> labour_force;        // persons by residence
  std::vector<double> employed_residents;  // persons
  std::vector<double> public_balance;      // mio. DKK, change against the baseline
  std::vector<double> financing;           // mio. DKK, what households pay for levers
  std::vector<double> lever_cost;          // mio. DKK, gross public cost
  std::vector<double> public_purchases;    // mio. DKK at base-year basic prices
  [[nodiscard]] std::size_t years() const { return regions == 0 ? 0 : employment.size() / regions; }
};

}  // namespace drivkraft
