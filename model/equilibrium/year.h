#pragma once

#include <vector>

#include "base/lanes.h"
#include "economy/base_year.h"
#include "economy/scenario.h"
#include "economy/state.h"
#include "equilibrium/behaviour.h"

namespace drivkraft {

/// Sizes and orders of the base year that the equations' loops need; built once an economy.
struct Sizes {
  explicit Sizes(const BaseYear& base);
  int regions, industries, educations, cells;  // cells = regions x industries
  bool two_bundles;                            // some educations are higher and some are not
  std::vector<double> higher;                  // by education, 1 or 0
  std::vector<double> input_rows;              // alpha transposed: [using industry][product]
  std::vector<double> input_sum;               // by industry: sum of alpha
  std::vector<double> base_jobs;               // Ltot0 [region, education]
  std::vector<double> base_wages;              // sum_j w0 L0 [region, education], mio. DKK
  std::vector<char> alive;                     // [region, industry]: output in the base year
  std::vector<char> has_capital;
  std::vector<int> absent;             // cells without output or without capital
  std::vector<double> inverse_output;  // [region, industry]; 1 where there is none
  std::vector<char> has_jobs;          // [region, education]
  bool shops_at_home;                  // shopping shares are the identity
  double account_weight;  // twice output over value added: what residuals of goods and prices weigh in the accounts
};

/// What decides the wage in the year at hand.
enum class WageRule { structural_unemployment, curve, fixed_real, flexible, held };

/// One year to solve: what is given, and where the answer goes. `now` holds the year's drivers already.
template <int W>
struct Year {
  const BaseYear& base;
  const Sizes& sizes;
  const Behaviour<W>& behaviour;
  WageRule wages = WageRule::structural_unemployment;
  bool mobile_capital = false;
  Financing financing = Financing::none;
  Hold hold = {};
  double world_price = 1.0;        // pW, the numeraire
  Lanes<W> trend = Lanes<W>(1.0);  // Gamma, for inventories and visitors' use of foreign products
  int year = 0;
  const State<W>& last;                // this path's last year
  const State<W>* baseline = nullptr;  // the baseline's same year; null in a baseline
  const State<W>* baseline_last = nullptr;
  State<W>& now;
};

/// The unknowns: log indices of wages [region, education], rental rates, outputs, prices [region, industry].
struct Unknowns {
  explicit Unknowns(const Sizes& sizes)
      : wages(0),
        rental_rates(sizes.regions * sizes.educations),
        outputs(rental_rates + sizes.cells),
        prices(outputs + sizes.cells),
        count(prices + sizes.cells) {}
  int wages, rental_rates, outputs, prices, count;
};

}  // namespace drivkraft
