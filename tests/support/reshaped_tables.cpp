#include "support/reshaped_tables.h"

#include <tuple>
#include <utility>

namespace drivkraft::test {

namespace {

/// A copy of one region's block comes last; both are worth `part` of the whole.
template <class Unit, class... Ids>
void split(Table<Unit, RegionId, Ids...>& table, int region, double part) {
  if (table.cells() == 0) return;  // what these data do not hold
  auto sizes = table.sizes();
  const auto block = table.cells() / static_cast<std::size_t>(sizes[0]);
  ++sizes[0];
  auto grown = std::apply([](auto... size) { return Table<Unit, RegionId, Ids...>(size...); }, sizes);
  const auto from = static_cast<std::size_t>(region) * block, last = table.cells();
  for (std::size_t k = 0; k < table.cells(); ++k) grown.data()[k] = table.data()[k];
  for (std::size_t k = 0; k < block; ++k) {
    grown.data()[from + k] = part * table.data()[from + k];
    grown.data()[last + k] = part * table.data()[from + k];
  }
  table = std::move(grown);
}

/// Between the halves lies what lies within the region.
template <class Unit>
void split_ways(Table<Unit, RegionId, RegionId>& ways, int region) {
  const int regions = ways.size(0);
  if (regions == 0) return;
  const auto whole = [&](int r) { return r == regions ? region : r; };
  Table<Unit, RegionId, RegionId> split(regions + 1, regions + 1);
  for (int q = 0; q <= regions; ++q) {
    for (int r = 0; r <= regions; ++r) split({q}, {r}) = ways({whole(q)}, {whole(r)});
  }
  ways = std::move(split);
}

void split_commuters(BaseTables& t, int region) {
  const int regions = t.commuters.size(0), educations = t.commuters.size(2);
  const auto whole = [&](int r) { return r == regions ? region : r; };
  Table<PersonUnit, RegionId, RegionId, EducationId> commuters(regions + 1, regions + 1, educations);
  for (int q = 0; q <= regions; ++q) {
    for (int r = 0; r <= regions; ++r) {
      const bool works_in_half = whole(q) == region, lives_in_half = whole(r) == region;
      double part = works_in_half || lives_in_half ? 0.5 : 1.0;
      if (works_in_half && lives_in_half && q != r) part = 0.0;
      for (int e = 0; e < educations; ++e) commuters({q}, {r}, {e}) = part * t.commuters({whole(q)}, {whole(r)}, {e});
    }
  }
  t.commuters = std::move(commuters);
}

}  // namespace

BaseTables split_region(const BaseTables& tables, int region) {
  BaseTables t = tables;
  Label twin = t.dimensions.regions[static_cast<std::size_t>(region)];
  twin.id += "_twin";
  t.dimensions.regions.push_back(twin);
  const auto amounts = [&](auto&... table) { (split(table, region, 0.5), ...); };
  const auto rates = [&](auto&... table) { (split(table, region, 1.0), ...); };
  amounts(t.value_added, t.jobs, t.regional_exports, t.visitors_spending, t.jobs_by_education, t.population,
          t.labour_force, t.households.primary_income, t.households.income_taxes, t.households.social_contributions,
          t.households.social_benefits, t.households.disposable_income, t.firms, t.green_turnover);
  rates(t.labour_income_per_job, t.participation_shift, t.structural_unemployment, t.firm_entry_rate, t.firm_exit_rate);
  split_ways(t.travel_minutes, region);
  split_ways(t.travel_km, region);
  split_commuters(t, region);
  return t;
}

BaseTables doubled(const BaseTables& tables) {
  BaseTables t = tables;
  const auto twice = [](auto&... table) {
    const auto one = [](auto& values) {
      for (double& value : values.values()) value *= 2.0;
    };
    (one(table), ...);
  };
  twice(t.domestic_inputs, t.imported_inputs, t.product_taxes_on_inputs, t.production_taxes, t.exports, t.value_added,
        t.jobs, t.regional_exports, t.visitors_spending, t.jobs_by_education, t.commuters, t.population, t.labour_force,
        t.households.primary_income, t.households.income_taxes, t.households.social_contributions,
        t.households.social_benefits, t.households.disposable_income, t.firms, t.green_turnover);
  for (BaseTables::FinalUse* use :
       {&t.private_consumption, &t.public_consumption, &t.investment, &t.inventories, &t.visitors}) {
    twice(use->domestic, use->imported);
    use->product_taxes *= 2.0;
  }
  return t;
}

}  // namespace drivkraft::test
