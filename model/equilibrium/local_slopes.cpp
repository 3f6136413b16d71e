#include "equilibrium/local_slopes.h"

#include <array>

namespace drivkraft {

namespace {

/// Wages of one industry in one region in the base year, by education [mio. DKK].
double wages_of(const BaseYear& base, int k) {
  return base.wage.data()[k] * base.employment.data()[k];
}

/// -d ln L / d ln w of each region and education, jobs as weights.
std::vector<double> labour_responses(const Year<4>& year) {
  const Sizes& s = year.sizes;
  const BaseYear& base = year.base;
  const Behaviour<4>& b = year.behaviour;
  const double va = b.sigma_va.lane(0), outer = b.sigma_outer.lane(0), inner = b.sigma_inner.lane(0);
  std::vector<double> responses(static_cast<std::size_t>(s.regions * s.educations), 0.0);
  for (int cell = 0; cell < s.cells; ++cell) {
    const int j = cell % s.industries, group = cell / s.industries * s.educations, first = cell * s.educations;
    std::array<double, 2> bundles{};
    const auto bundle_of = [&](int e) -> double& { return bundles[s.higher[e] > 0.0 ? 1 : 0]; };
    for (int e = 0; e < s.educations; ++e) bundle_of(e) += wages_of(base, first + e);
    const double labour = base.labour_share.data()[cell];
    const double above = b.sigma_kl[j].lane(0) * (1.0 - labour) + va * base.materials_share.data()[j] * labour;
    for (int e = 0; e < s.educations; ++e) {
      if (!(bundle_of(e) > 0.0)) continue;
      const double in_bundle = wages_of(base, first + e) / bundle_of(e);
      const double bundle = bundle_of(e) / (bundles[0] + bundles[1]);
      const double response =
          inner * (1.0 - in_bundle) + outer * in_bundle * (1.0 - bundle) + above * in_bundle * bundle;
      responses[static_cast<std::size_t>(group + e)] +=
          response * base.employment.data()[first + e] / s.base_jobs[static_cast<std::size_t>(group + e)];
    }
  }
  return responses;
}

/// d ln supply / d ln p of one region's product.
double supply_by_price(const Year<4>& year, int region, int product) {
  const Sizes& s = year.sizes;
  const BaseYear& base = year.base;
  const Behaviour<4>& b = year.behaviour;
  const double output = base.output({region}, {product}), abroad = base.exports({region}, {product}) / output;
  const double imports = base.foreign_share.data()[product] * b.sigma_imports.lane(0);
  double at_home = 0.0, weights = 0.0;
  for (int r = 0; r < s.regions; ++r) {
    const double share = base.trade_share({region}, {r}, {product});
    const double sold = share * base.output({r}, {product});  // what a region uses, as far as it matters here
    at_home += sold * ((1.0 - share) * b.sigma_regions.lane(0) + share * imports);
    weights += sold;
  }
  const double mean = weights > 0.0 ? at_home / weights : 0.0;
  return -(abroad * b.export_adjustment.lane(0) * b.export_elasticity.lane(0) + (1.0 - abroad) * mean);
}

}  // namespace

LocalSlopes::LocalSlopes(const Year<4>& year)
    : regions_(year.sizes.regions),
      industries_(year.sizes.industries),
      educations_(year.sizes.educations),
      wage_(static_cast<std::size_t>(regions_ * educations_), 1.0),
      price_by_wage_(static_cast<std::size_t>(regions_ * industries_ * educations_), 0.0),
      cells_(static_cast<std::size_t>(regions_ * industries_)) {
  const Sizes& s = year.sizes;
  const BaseYear& base = year.base;
  if (year.wages == WageRule::structural_unemployment || year.wages == WageRule::flexible) {
    const std::vector<double> responses = labour_responses(year);
    for (std::size_t k = 0; k < wage_.size(); ++k) {
      const double u = base.unemployment.data()[k];
      if (s.has_jobs[k] && u > 0.0) wage_[k] = responses[k] * (1.0 - u) / u;
    }
  }
  for (int k = 0; k < s.cells; ++k) {
    const int r = k / s.industries, j = k % s.industries;
    Cell& cell = cells_[static_cast<std::size_t>(k)];
    if (!s.alive[static_cast<std::size_t>(k)]) {
      cell.own = 1.0;
      continue;
    }
    const double labour = base.labour_share.data()[k], materials = base.materials_share.data()[j];
    cell.supply_by_price = supply_by_price(year, r, j);
    if (s.has_capital[static_cast<std::size_t>(k)]) {
      cell.price_by_rental = (1.0 - materials) * (1.0 - labour);
      if (!year.mobile_capital) {
        cell.rental_by_output = 1.0;
        cell.rental =
            -year.behaviour.sigma_kl[j].lane(0) * labour - year.behaviour.sigma_va.lane(0) * materials * (1.0 - labour);
      }
    }
    double wages = 0.0;
    for (int e = 0; e < s.educations; ++e) wages += wages_of(base, k * s.educations + e);
    for (int e = 0; e < s.educations && wages > 0.0; ++e) {
      const int place = k * s.educations + e;
      price_by_wage_[static_cast<std::size_t>(place)] = (1.0 - materials) * labour * wages_of(base, place) / wages;
    }
  }
}

template <int W>
void LocalSlopes::newton_step(const Lanes<W>* residual, Lanes<W>* step) const {
  const int cells = regions_ * industries_, people = regions_ * educations_;
  const Lanes<W>*rental = residual + people, *supply = rental + cells, *cost = supply + cells;
  Lanes<W>*rental_step = step + people, *output_step = rental_step + cells, *price_step = output_step + cells;
  for (int k = 0; k < people; ++k) step[k] = -residual[k] / Lanes<W>(wage_[static_cast<std::size_t>(k)]);
  for (int k = 0; k < cells; ++k) {
    const Cell& c = cells_[static_cast<std::size_t>(k)];
    const Lanes<W>* wages = step + k / industries_ * educations_;
    Lanes<W> price = -cost[k];
    for (int e = 0; e < educations_; ++e)
      price -= Lanes<W>(price_by_wage_[static_cast<std::size_t>(k * educations_ + e)]) * wages[e];
    const Lanes<W> own(c.own), by_price(c.supply_by_price);
    const Lanes<W> wanted = Lanes<W>(c.rental_by_output) * (own * supply[k] + by_price * price) - rental[k];
    rental_step[k] = wanted / Lanes<W>(c.rental + c.rental_by_output * c.supply_by_price * c.price_by_rental);
    price_step[k] = own * (price - Lanes<W>(c.price_by_rental) * rental_step[k]);
    output_step[k] = -own * (supply[k] + by_price * price_step[k]);
  }
}

template void LocalSlopes::newton_step<1>(const Lanes<1>*, Lanes<1>*) const;
template void LocalSlopes::newton_step<4>(const Lanes<4>*, Lanes<4>*) const;
template void LocalSlopes::newton_step<8>(const Lanes<8>*, Lanes<8>*) const;

}  // namespace drivkraft
