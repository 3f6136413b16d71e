#pragma once

#include <vector>

#include "equilibrium/year.h"

namespace drivkraft {

/// How the residuals move with their own unknowns and those nearest to them, at base-year prices, for economies whose
/// whole Jacobian would be too large. Of one industry in one region, with what happens elsewhere left out:   (SO-3)
///
///     d ln Kd     = dx - [sigma_kl thL + sigma_va ms (1-thL)] drho
///     d ln supply = -[ae eta X/x + sum_r s_r ((1-s0) sigma_T + s0 mu sigma_M)] dp
///     d ln uc     = (1-ms) [(1-thL) drho + thL sum_e h_e dw]
///     d ln L      = -[inner (1-a) + outer a (1-b) + (sigma_kl (1-thL) + sigma_va ms thL) a b] dw
///
/// ms materials' share of the cost of output, thL labour's of value added, h_e an education's of wages, a of its
/// bundle, b the bundle's of wages, X/x and s_r what is sold abroad and to r, of output [1]. Where unemployment is the
/// condition for the wage, its slope is that of ln L times -(1-u)/u. Only the speed of convergence depends on these.
class LocalSlopes {
 public:
  /// At the elasticities of lane 0.
  explicit LocalSlopes(const Year<4>& year);

  /// The step after which the residuals would be zero if this were all.
  template <int W>
  void newton_step(const Lanes<W>* residual, Lanes<W>* step) const;

 private:
  /// Of one region and industry; `own`: -1, or 1 where the unknowns of an absent industry are themselves the residuals.
  struct Cell {
    double own = -1.0, rental = 1.0, rental_by_output = 0.0, price_by_rental = 0.0, supply_by_price = 0.0;
  };
  int regions_, industries_, educations_;
  std::vector<double> wage_;           // [region, education]
  std::vector<double> price_by_wage_;  // [region, industry, education]
  std::vector<Cell> cells_;
};

}  // namespace drivkraft
