#include <array>

#include "base/math.h"
#include "equilibrium/equations.h"

namespace drivkraft {

namespace {

/// Sums over one region or the country that GDP and net lending are made of, current or base prices.
template <int W>
struct Aggregates {
  Lanes<W> value_added{0.0}, output_taxes{0.0}, consumption{0.0}, government{0.0}, purchases{0.0}, visitors{0.0},
      construction{0.0}, investment{0.0}, inventories{0.0}, visitors_imported{0.0}, visitors_exports{0.0}, exports{0.0},
      imports{0.0}, household_spending{0.0}, production_taxes{0.0};

  [[nodiscard]] Lanes<W> final_taxes(const BaseYear& base) const {
    const auto rate = [&](Use use) { return Lanes<W>(base.final_tax_rate.data()[static_cast<int>(use)]); };
    return rate(Use::consumption) * consumption + rate(Use::government) * (government + purchases) +
           rate(Use::investment) * (investment + construction) +
           rate(Use::visitors) * (visitors_exports + visitors_imported + visitors);
  }
};

template <int W>
Aggregates<W> aggregate(const Year<W>& year, bool current_prices, Lanes<W>* value_added_by_region) {
  const Sizes& s = year.sizes;
  const BaseYear& base = year.base;
  const State<W>& now = year.now;
  const auto price = [&](Field field, int cell) { return current_prices ? now[field][cell] : Lanes<W>(1.0); };
  Aggregates<W> a;
  for (int r = 0; r < s.regions; ++r) {
    Lanes<W> value_added(0.0), invested(0.0);
    for (int i = 0; i < s.industries; ++i) {
      const int cell = r * s.industries + i;
      const Lanes<W> composite = price(Field::composite_price, cell), own = price(Field::output_price, cell);
      const Lanes<W> value = now[Field::value_added][cell] * price(Field::value_added_price, cell);
      value_added += value;
      a.production_taxes += Lanes<W>(base.production_tax_ratio.data()[i]) * value;
      a.output_taxes += Lanes<W>(base.output_tax_share.data()[i]) * own * now[Field::output][cell];
      a.consumption += composite * now[Field::consumption_purchased][cell];
      a.household_spending += composite * now[Field::private_consumption][cell];
      a.government += composite * now[Field::public_consumption][cell];
      a.purchases += composite * now[Field::public_purchases][cell];
      a.visitors += composite * now[Field::visitors_demand][cell];
      a.construction += composite * now[Field::construction_demand][cell];
      const Lanes<W> trend = year.trend;
      a.inventories += composite * Lanes<W>(base.inventories.data()[cell]) * trend;
      a.visitors_imported += composite * Lanes<W>(base.visitors_imported.data()[cell]) * trend;
      a.visitors_exports += Lanes<W>(base.visitors_share_of_exports.data()[i]) * own * now[Field::exports][cell];
      a.exports += own * now[Field::exports][cell];
      a.imports += (current_prices ? Lanes<W>(year.world_price) : Lanes<W>(1.0)) * now[Field::imports][cell];
      invested += now[Field::investment][cell] + now[Field::policy_investment][cell];
    }
    Lanes<W> investment_price(0.0);
    for (int i = 0; i < s.industries; ++i) {
      investment_price +=
          Lanes<W>(base.capital_composition.data()[i]) * price(Field::composite_price, r * s.industries + i);
    }
    a.investment += investment_price * invested;
    a.value_added += value_added;
    value_added_by_region[r] = value_added;
  }
  return a;
}

/// What the public takes in less what it pays, by region, and how far that is from the baseline's. Taxes on products
/// are spread as in GDP, by value added.                                                              (AC-8)
template <int W>
void write_public_balance(const Year<W>& year, const Lanes<W>* value_added, Lanes<W> product_taxes_per_value_added) {
  const Sizes& s = year.sizes;
  State<W>& now = year.now;
  const double government = 1.0 + year.base.final_tax_rate.data()[static_cast<int>(Use::government)];
  for (int r = 0; r < s.regions; ++r) {
    Lanes<W> production_taxes(0.0), consumption(0.0);
    for (int i = 0; i < s.industries; ++i) {
      const int cell = r * s.industries + i;
      production_taxes += Lanes<W>(year.base.production_tax_ratio.data()[i]) * now[Field::value_added][cell] *
                          now[Field::value_added_price][cell];
      consumption += now[Field::composite_price][cell] * now[Field::public_consumption][cell];
    }
    const Lanes<W> taken = now[Field::income_tax][r] + production_taxes +
                           value_added[r] * product_taxes_per_value_added + now[Field::financing][r];
    const Lanes<W> paid = now[Field::social_benefits][r] + now[Field::other_transfers][r] +
                          Lanes<W>(government) * consumption + now[Field::lever_cost_value][r];
    now[Field::public_net_lending][r] = taken - paid;
    now[Field::public_balance][r] =
        year.baseline == nullptr ? Lanes<W>(0.0) : taken - paid - (*year.baseline)[Field::public_net_lending][r];
  }
}

template <int W>
Lanes<W> worse(Lanes<W> a, Lanes<W> b) {
  for (int k = 0; k < W; ++k) {
    if (!(a.lane(k) >= b.lane(k))) a.set_lane(k, b.lane(k));  // NaN in either shows
  }
  return a;
}

template <int W>
Lanes<W> sum_of(const Lanes<W>* values, int count) {
  Lanes<W> total(0.0);
  for (int k = 0; k < count; ++k) total += values[k];
  return total;
}

}  // namespace

template <int W>
void write_accounts(const Year<W>& year, Workspace<W>& work) {
  const Sizes& s = year.sizes;
  const BaseYear& base = year.base;
  State<W>& now = year.now;
  std::vector<Lanes<W>>& by_region = work.value_added_by_region;

  const Aggregates<W> real = aggregate(year, false, by_region.data());
  const Lanes<W> real_factor = Lanes<W>(1.0) + (real.output_taxes + real.final_taxes(base)) / real.value_added;
  for (int r = 0; r < s.regions; ++r) now[Field::real_gdp][r] = by_region[r] * real_factor;

  const Aggregates<W> a = aggregate(year, true, by_region.data());
  const Lanes<W> final_taxes = a.final_taxes(base);
  const Lanes<W> product_taxes = a.output_taxes + final_taxes;
  const Lanes<W> production = a.value_added + product_taxes;
  for (int r = 0; r < s.regions; ++r)
    now[Field::gdp][r] = by_region[r] * (Lanes<W>(1.0) + product_taxes / a.value_added);

  write_public_balance(year, by_region.data(), product_taxes / a.value_added);

  const Lanes<W> subsidies = sum_of(work.subsidy_paid.data(), s.regions);
  const Lanes<W> incomes = sum_of(now[Field::wage_bill], s.cells) - subsidies +
                           sum_of(now[Field::operating_surplus], s.cells) + product_taxes;
  const Lanes<W> spending = a.consumption + a.government + a.purchases + a.visitors + a.construction + a.investment +
                            a.inventories + a.visitors_imported + a.exports + final_taxes - a.imports;
  now[Field::residual_gdp][0] =
      worse(magnitude(production / spending - Lanes<W>(1.0)), magnitude(production / incomes - Lanes<W>(1.0)));

  const auto gross = [&](Use use) { return Lanes<W>(1.0 + base.final_tax_rate.data()[static_cast<int>(use)]); };
  const Lanes<W> household_income = sum_of(now[Field::disposable_income], s.regions);
  const Lanes<W> surplus_to_households = sum_of(now[Field::property_income], s.regions);
  const Lanes<W> lever_cost = sum_of(now[Field::lever_cost_value], s.regions);
  const Lanes<W> windfall = sum_of(now[Field::subsidy_windfall], s.regions);
  const Lanes<W> visitors_tax = Lanes<W>(base.final_tax_rate.data()[static_cast<int>(Use::visitors)]) *
                                (a.visitors_exports + a.visitors_imported + a.visitors);
  Lanes<W>* lending = now[Field::net_lending];
  lending[static_cast<int>(Sector::households)] = household_income - gross(Use::consumption) * a.household_spending;
  lending[static_cast<int>(Sector::firms)] =
      sum_of(now[Field::operating_surplus], s.cells) - surplus_to_households - a.production_taxes -
      gross(Use::investment) * (a.investment + a.construction) - a.inventories + windfall;
  lending[static_cast<int>(Sector::government)] =
      sum_of(now[Field::income_tax], s.regions) + a.production_taxes + product_taxes +
      sum_of(now[Field::financing], s.regions) - sum_of(now[Field::social_benefits], s.regions) -
      sum_of(now[Field::other_transfers], s.regions) - gross(Use::government) * a.government - lever_cost;
  lending[static_cast<int>(Sector::abroad)] = a.imports - a.exports - a.visitors_imported - a.visitors - visitors_tax;
  now[Field::residual_net_lending][0] = sum_of(lending, sector_count) / production;

  const Lanes<W> jobs = sum_of(now[Field::employment], s.cells);
  now[Field::residual_jobs][0] =
      sum_of(now[Field::employed_residents], s.regions * s.educations) / jobs - Lanes<W>(1.0);
}

#define DRIVKRAFT_INSTANTIATE(W) template void write_accounts<W>(const Year<W>&, Workspace<W>&);
DRIVKRAFT_INSTANTIATE(1)
DRIVKRAFT_INSTANTIATE(4)
DRIVKRAFT_INSTANTIATE(8)
#undef DRIVKRAFT_INSTANTIATE

}  // namespace drivkraft
