#include "support/sweep_cost.h"

namespace drivkraft::test {

int powers_of_sweep(const Sizes& sizes, WageRule wages) {
  const int people = sizes.regions * sizes.educations;
  const int labour = 8, prices = 9, demand = 3, goods = 2;  // of each cell: region x industry
  const int seen = wages == WageRule::curve ? sizes.educations + 2 * people : 0;
  const int wage = 2, commuting = 2;  // of each region x education
  return (labour + prices + demand + goods) * sizes.cells + (wage + commuting) * people + sizes.regions + 1 + seen;
}

double law_of_sweep(const Sizes& sizes) {
  const double regions = sizes.regions, industries = sizes.industries;
  return regions * industries * industries + industries * regions * regions;
}

}  // namespace drivkraft::test
