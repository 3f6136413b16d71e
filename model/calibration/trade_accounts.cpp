#include <algorithm>
#include <array>
#include <boost/math/tools/toms748_solve.hpp>
#include <cmath>
#include <cstdint>

#include "base/math.h"
#include "calibration/flq.h"
#include "calibration/gravity.h"
#include "calibration/steps.h"

namespace drivkraft::calibration {

namespace {

double region_share(const Table<MioDkkUnit, RegionId>& values, int region) {
  double total = 0.0;
  for (const double v : values.values()) total += v;
  return total > 0.0 ? values({region}) / total : 0.0;
}

double use_of(const BaseTables::FinalUse& use, int product) {
  return use.domestic({product}) + use.imported({product});
}

double total_of(const BaseTables::FinalUse& use) {
  double total = 0.0;
  for (int i = 0; i < use.domestic.size(0); ++i) total += use_of(use, i);
  return total;
}

/// Use by industries and investment, which no product class moves.
double given_use(const BaseYear& base, int region, int product) {
  double use = base.inventories({region}, {product}) + base.visitors_imported({region}, {product});
  for (int j = 0; j < base.dimensions.industry_count(); ++j) {
    use += base.input_coefficients({product}, {j}) * base.output({region}, {j}) +
           base.capital_composition({product}) * base.investment({region}, {j});
  }
  return use;
}

}  // namespace

void set_final_demand(const BaseTables& tables, BaseYear& base) {
  const int regions = base.dimensions.region_count(), products = base.dimensions.industry_count();
  base.consumption = base.public_consumption = base.inventories = base.visitors_imported =
      decltype(base.consumption)(regions, products);
  double income = 0.0, people = 0.0, value_added = 0.0;
  for (const double v : tables.households.disposable_income.values()) income += v;
  for (const double v : base.people.values()) people += v;
  for (const double v : base.value_added.values()) value_added += v;
  for (int r = 0; r < regions; ++r) {
    double regional = 0.0;
    for (int j = 0; j < products; ++j) regional += base.value_added({r}, {j});
    for (int i = 0; i < products; ++i) {
      base.consumption({r}, {i}) =
          use_of(tables.private_consumption, i) * tables.households.disposable_income({r}) / income;
      base.public_consumption({r}, {i}) = use_of(tables.public_consumption, i) * base.people({r}) / people;
      base.inventories({r}, {i}) = use_of(tables.inventories, i) * regional / value_added;
      base.visitors_imported({r}, {i}) = tables.visitors.imported({i}) * region_share(tables.visitors_spending, r);
    }
  }
  base.final_tax_rate = decltype(base.final_tax_rate)(use_count);
  const std::array uses{&tables.private_consumption, &tables.public_consumption, &tables.investment, &tables.visitors};
  for (int u = 0; u < use_count; ++u) {
    const double bought = total_of(*uses[static_cast<std::size_t>(u)]);
    base.final_tax_rate({u}) = bought > 0.0 ? uses[static_cast<std::size_t>(u)]->product_taxes / bought : 0.0;
  }
}

void set_exports(const BaseTables& tables, const Parameters& central, BaseYear& base) {
  const int regions = base.dimensions.region_count(), products = base.dimensions.industry_count();
  base.exports = decltype(base.exports)(regions, products);
  base.visitors_share_of_exports = decltype(base.visitors_share_of_exports)(products);
  base.world_demand_deviation = tables.world_demand_deviation;
  AdjustmentMeter meter("exports above calibration.export_output_cap", "mio_dkk");
  const double cap = central[Parameter::export_output_cap];
  for (int i = 0; i < products; ++i) {
    double total = 0.0, excess = 0.0, room = 0.0;
    for (int q = 0; q < regions; ++q) {
      const double exports =
          tables.regional_exports({q}, {i}) + tables.visitors.domestic({i}) * region_share(tables.visitors_spending, q);
      base.exports({q}, {i}) = exports;
      total += exports;
      const double most = cap * base.output({q}, {i});
      if (exports > most)
        excess += exports - most;
      else
        room += most - exports;
    }
    base.visitors_share_of_exports({i}) = total > 0.0 ? tables.visitors.domestic({i}) / total : 0.0;
    if (excess > room)
      contradiction("exports_by_region.csv",
                    base.dimensions.industries[i].id + ": exports exceed what the regions produce");
    for (int q = 0; q < regions; ++q) {
      double& exports = base.exports({q}, {i});
      const double before = exports, most = cap * base.output({q}, {i});
      if (excess > 0.0) exports = exports > most ? most : exports + excess * (most - exports) / room;
      meter.note(before, exports);
    }
  }
  base.adjustments.push_back(meter.result());
}

void set_use(const BaseTables& tables, BaseYear& base) {
  const Dimensions& d = base.dimensions;
  const int regions = d.region_count(), products = d.industry_count();
  base.foreign_share = decltype(base.foreign_share)(products);
  base.domestic_use = decltype(base.domestic_use)(regions, products);
  AdjustmentMeter meter("use of local products by region", "mio_dkk");
  for (int i = 0; i < products; ++i) {
    double imports = use_of(tables.inventories, i) - tables.inventories.domestic({i}) +
                     tables.private_consumption.imported({i}) + tables.public_consumption.imported({i}) +
                     tables.investment.imported({i}) + tables.visitors.imported({i});
    for (int j = 0; j < products; ++j) imports += tables.imported_inputs({i}, {j});
    double use = 0.0;
    for (int r = 0; r < regions; ++r) {
      use += given_use(base, r, i) + base.consumption({r}, {i}) + base.public_consumption({r}, {i});
    }
    const double foreign = use > 0.0 ? imports / use : 0.0;
    if (!(foreign >= 0.0 && foreign < 1.0))
      contradiction("io_use_7regions.csv", d.industries[i].id + ": imports are not between zero and use");
    base.foreign_share({i}) = foreign;
    const double private_use = use_of(tables.private_consumption, i), public_use = use_of(tables.public_consumption, i);
    for (int r = 0; r < regions; ++r) {
      double& consumption = base.consumption({r}, {i});
      double& government = base.public_consumption({r}, {i});
      if (tables.local_product[i]) {  // used where it is supplied: C and G are placed accordingly
        const double placed =
            (base.output({r}, {i}) - base.exports({r}, {i})) / (1.0 - foreign) - given_use(base, r, i);
        if (!(placed >= 0.0)) {
          contradiction("io_use_7regions.csv", d.regions[r].id + " supplies less " + d.industries[i].id +
                                                   " than its firms use, and it is a local product");
        }
        const double household_part = private_use + public_use > 0.0 ? private_use / (private_use + public_use) : 0.0;
        meter.note(consumption, placed * household_part);
        meter.note(government, placed * (1.0 - household_part));
        consumption = placed * household_part;
        government = placed * (1.0 - household_part);
      }
      const double domestic = (1.0 - foreign) * (given_use(base, r, i) + consumption + government);
      if (!(domestic >= 0.0))
        contradiction("io_use_7regions.csv", d.regions[r].id + ": use of " + d.industries[i].id + " is negative");
      base.domestic_use({r}, {i}) = domestic;
    }
  }
  base.adjustments.push_back(meter.result());
}

namespace {

/// Trade of every product at one decay, [origin][destination][product] flat as BaseYear::trade_share.
void fill_trade(const BaseTables& tables, const BaseYear& base, double decay,
                Table<RatioUnit, RegionId, RegionId, IndustryId>& trade) {
  const auto regions = static_cast<std::size_t>(base.dimensions.region_count());
  std::vector<double> supply(regions), use(regions), kernel(regions * regions);
  for (int i = 0; i < base.dimensions.industry_count(); ++i) {
    for (std::size_t q = 0; q < regions; ++q) {
      const int region = static_cast<int>(q);
      supply[q] = base.output({region}, {i}) - base.exports({region}, {i});
      use[q] = base.domestic_use({region}, {i});
      for (std::size_t r = 0; r < regions; ++r) {
        kernel[q * regions + r] =
            exp(-decay * base.gravity_factor({i}) * base.travel_minutes({region}, {static_cast<int>(r)}));
      }
    }
    if (tables.local_product[i]) {
      for (std::size_t q = 0; q < regions; ++q) trade({static_cast<int>(q)}, {static_cast<int>(q)}, {i}) = use[q];
      continue;
    }
    std::vector<double> flows;
    try {
      flows = gravity_trade(supply, use, kernel);
    } catch (const std::domain_error& problem) {
      contradiction("io_use_7regions.csv", base.dimensions.industries[i].id + ": " + problem.what());
    }
    for (std::size_t q = 0; q < regions; ++q) {
      for (std::size_t r = 0; r < regions; ++r)
        trade({static_cast<int>(q)}, {static_cast<int>(r)}, {i}) = flows[q * regions + r];
    }
  }
}

double share_from_other_regions(const Table<RatioUnit, RegionId, RegionId, IndustryId>& trade) {
  double total = 0.0, own = 0.0;
  for (int q = 0; q < trade.size(0); ++q) {
    for (int r = 0; r < trade.size(1); ++r) {
      for (int i = 0; i < trade.size(2); ++i) {
        total += trade({q}, {r}, {i});
        if (q == r) own += trade({q}, {r}, {i});
      }
    }
  }
  return 1.0 - own / total;
}

}  // namespace

void set_trade(const BaseTables& tables, const Parameters& central, BaseYear& base) {
  const int regions = base.dimensions.region_count(), products = base.dimensions.industry_count();
  base.travel_minutes = tables.travel_minutes;
  base.travel_km = tables.travel_km;
  base.gravity_factor = tables.gravity_factor;
  Table<RatioUnit, RegionId, RegionId, IndustryId> trade(regions, regions, products);
  const bool traded = regions > 1 && std::find(tables.local_product.begin(), tables.local_product.end(), false) !=
                                         tables.local_product.end();
  if (traded) {
    const double wanted = central[Parameter::interregional_share];
    const auto gap = [&](double decay) {
      fill_trade(tables, base, decay, trade);
      return share_from_other_regions(trade) - wanted;
    };
    // The share falls with the decay; between these two decays (1 / minute) lies every share that distance can make.
    double nearest = 1e-6, farthest = 0.02;
    const double at_nearest = gap(nearest);
    double at_farthest = gap(farthest);
    while (at_farthest > 0.0 && farthest < 1.0) at_farthest = gap(farthest *= 2.0);
    if (!(at_nearest > 0.0 && at_farthest < 0.0)) {
      contradiction("parameters.csv", "trade.interregional_share is " + std::to_string(wanted) +
                                          ", but with these accounts distance can only make shares from " +
                                          std::to_string(at_farthest + wanted) + " to " +
                                          std::to_string(at_nearest + wanted));
    }
    std::uintmax_t most_steps = 60;
    const auto bracket = boost::math::tools::toms748_solve(gap, nearest, farthest, at_nearest, at_farthest,
                                                           boost::math::tools::eps_tolerance<double>(52), most_steps);
    base.gravity_decay = 0.5 * (bracket.first + bracket.second);
  }
  fill_trade(tables, base, base.gravity_decay, trade);
  base.trade_share = decltype(base.trade_share)(regions, regions, products);
  for (int r = 0; r < regions; ++r) {
    for (int i = 0; i < products; ++i) {
      double use = 0.0;
      for (int q = 0; q < regions; ++q) use += trade({q}, {r}, {i});
      if (use == 0.0) continue;
      for (int q = 0; q < regions; ++q) base.trade_share({q}, {r}, {i}) = trade({q}, {r}, {i}) / use;
    }
  }
  base.flq_differences =
      flq_differences(base, tables.local_product, central[Parameter::flq_delta], central[Parameter::flq_report_gap]);
}

}  // namespace drivkraft::calibration
