// (k) Any order of regions, industries and educations gives the same results: nothing depends on where a row stands.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <memory>
#include <numeric>
#include <random>

#include "calibration/calibrate.h"
#include "policy/effects.h"
#include "support/real_economy.h"
#include "support/strategy.h"

using namespace drivkraft;
using test::real_economy;

namespace {

/// Place k of the new order holds what stood at place order[k].
struct Order {
  std::vector<int> regions, industries, educations;

  [[nodiscard]] int before(RegionId id) const { return regions[static_cast<std::size_t>(id.index)]; }
  [[nodiscard]] int before(IndustryId id) const { return industries[static_cast<std::size_t>(id.index)]; }
  [[nodiscard]] int before(EducationId id) const { return educations[static_cast<std::size_t>(id.index)]; }
  [[nodiscard]] static int before(SexId id) { return id.index; }
  [[nodiscard]] static int before(AgeId id) { return id.index; }
  [[nodiscard]] static int before(PracticeId id) { return id.index; }
  /// Where an id stands in the new order.
  [[nodiscard]] static int now(const std::vector<int>& order, int old) {
    return static_cast<int>(std::find(order.begin(), order.end(), old) - order.begin());
  }
};

std::vector<int> shuffled(int count, unsigned seed) {
  std::vector<int> order(static_cast<std::size_t>(count));
  std::iota(order.begin(), order.end(), 0);
  std::mt19937 random(seed);
  for (std::size_t k = order.size(); k > 1; --k) std::swap(order[k - 1], order[random() % k]);
  return order;
}

template <class T>
void reorder(std::vector<T>& list, const std::vector<int>& order) {
  const std::vector<T> old = list;
  for (std::size_t k = 0; k < list.size(); ++k) list[k] = old[static_cast<std::size_t>(order[k])];
}

template <class Unit, class... Ids>
void reorder(Table<Unit, Ids...>& table, const Order& order) {
  const Table<Unit, Ids...> old = table;
  std::array<int, sizeof...(Ids)> at{};
  for (std::size_t cell = 0; cell < table.cells(); ++cell) {
    std::size_t rest = cell;
    for (std::size_t k = at.size(); k-- > 0;) {
      at[k] = static_cast<int>(rest % static_cast<std::size_t>(table.size(k)));
      rest /= static_cast<std::size_t>(table.size(k));
    }
    std::size_t k = 0;
    // Braces evaluate from left to right.
    const std::tuple<Ids...> from{Ids{order.before(Ids{at[k++]})}...};
    table.data()[cell] = std::apply([&](Ids... ids) { return old(ids...); }, from);
  }
}

void reorder(Dimensions& d, const Order& order) {
  reorder(d.regions, order.regions);
  reorder(d.industries, order.industries);
  reorder(d.educations, order.educations);
  reorder(d.higher, order.educations);
  d.lowest_education = Order::now(order.educations, d.lowest_education);
}

BaseTables reordered(BaseTables t, const Order& order) {
  reorder(t.dimensions, order);
  reorder(t.local_product, order.industries);
  reorder(t.sigma_group, order.industries);
  for (BaseTables::FinalUse* use :
       {&t.private_consumption, &t.public_consumption, &t.investment, &t.inventories, &t.visitors}) {
    reorder(use->domestic, order);
    reorder(use->imported, order);
  }
  const auto all = [&order](auto&... tables) { (reorder(tables, order), ...); };
  all(t.domestic_inputs, t.imported_inputs, t.product_taxes_on_inputs, t.production_taxes, t.exports);
  all(t.value_added, t.jobs, t.capital_gva_ratio, t.depreciation_rate, t.regional_exports, t.visitors_spending);
  all(t.labour_income_per_job, t.jobs_by_education, t.commuters, t.population, t.participation_national);
  all(t.participation_shift, t.labour_force, t.structural_unemployment, t.gravity_factor, t.world_demand_deviation);
  all(t.households.primary_income, t.households.income_taxes, t.households.social_contributions);
  all(t.households.social_benefits, t.households.disposable_income, t.travel_minutes);
  all(t.travel_km, t.firms, t.firm_entry_rate, t.firm_exit_rate, t.emission_intensity, t.green_turnover);
  return t;
}

PeopleTables reordered(PeopleTables t, const Order& order) {
  const auto all = [&order](auto&... tables) { (reorder(tables, order), ...); };
  all(t.death_probability, t.death_improvement, t.newborn_death_probability, t.newborn_death_improvement);
  all(t.birth_rate, t.emigrants, t.immigrants, t.move_rate, t.move_factor, t.move_factor_education, t.move_multiplier);
  all(t.transition_rate, t.need_weight, t.productivity_drift, t.adoption);
  reorder(t.catches_up, order.industries);
  return t;
}

LeverCatalogue reordered(LeverCatalogue catalogue, const Order& order) {
  for (LeverEntry& entry : catalogue.entries) {
    for (RegionId& region : entry.regions) region.index = Order::now(order.regions, region.index);
    for (IndustryId& industry : entry.industries) industry.index = Order::now(order.industries, industry.index);
    reorder(entry.spending, order.industries);
    for (ChannelUse& channel : entry.channels) {
      if (!channel.education_shares.empty()) reorder(channel.education_shares, order.educations);
      if (!channel.product_shares.empty()) reorder(channel.product_shares, order.industries);
      for (IndustryId& product : channel.inputs) product.index = Order::now(order.industries, product.index);
      if (channel.to_region.index >= 0) channel.to_region.index = Order::now(order.regions, channel.to_region.index);
      for (EducationId* id : {&channel.from_education, &channel.to_education, &channel.hired_education})
        if (id->index >= 0) id->index = Order::now(order.educations, id->index);
    }
  }
  return catalogue;
}

Scenario reordered(Scenario scenario, const Order& order) {
  for (LeverDose& dose : scenario.doses) {
    dose.region.index = Order::now(order.regions, dose.region.index);
    for (IndustryId& industry : dose.industries) industry.index = Order::now(order.industries, industry.index);
  }
  return scenario;
}

/// A model and the run whose states it lays out.
struct Result {
  std::unique_ptr<Model> model;
  test::Run run;
};

/// The strategy, beside its levers a shock that no lever gives, so that every part of the economy moves. Without tables
/// of people they stand still.
Result run_strategy(const BaseTables& tables, const PeopleTables* people, const test::Strategy& strategy,
                    int shocked_region, int shocked_industry) {
  const Draw& draw = real_economy().draw;
  const Parameters& central = draw.equations;
  Result result;
  if (people != nullptr)
    result.model = std::make_unique<Model>(build_economy(tables, *people, central), central);
  else
    result.model =
        std::make_unique<Model>(calibrate(tables, central, central[Parameter::productivity_growth]), central);
  const Model& model = *result.model;
  auto policy = policy_path<1>(model.base(), strategy.scenario, strategy.catalogue, &draw);
  const int industries = model.base().dimensions.industry_count();
  for (std::size_t year = 3; year < policy.size(); ++year)
    policy[year].log_technology[static_cast<std::size_t>(shocked_region * industries + shocked_industry)] +=
        Lanes<1>(0.05);
  simulate<1>(model, {&draw, strategy.scenario.closures, &policy, strategy.scenario.last_year},
              [&](PathKind path, int, const State<1>& state) {
                (path == PathKind::baseline ? result.run.baseline : result.run.scenario).push_back(state);
              });
  return result;
}

/// Compares every field of two states whose cells stand in different orders.
void check_same(const State<1>& before, const State<1>& after, const Dimensions& d, const Order& order) {
  for (const FieldInfo& info : state_fields) {
    if (info.field == Field::solver_residual || info.field == Field::residual_gdp ||
        info.field == Field::residual_net_lending || info.field == Field::residual_jobs ||
        info.field == Field::residual_people) {
      continue;  // rounding itself
    }
    double largest = 0.0, miss = 0.0;
    const auto cells = after.all(info.field);
    for (std::size_t cell = 0; cell < cells.size(); ++cell) {
      std::size_t rest = cell, old = 0, step = 1;
      for (std::size_t k = info.axes.size(); k-- > 0;) {
        const std::size_t length = StateLayout::length(info.axes[k], d);
        const auto place = rest % length;
        rest /= length;
        int from = static_cast<int>(place);
        switch (info.axes[k]) {
          case Axis::region:
          case Axis::region_origin:
          case Axis::region_residence: from = order.regions[place]; break;
          case Axis::industry:
          case Axis::product: from = order.industries[place]; break;
          case Axis::education: from = order.educations[place]; break;
          case Axis::sector:
          case Axis::sex:
          case Axis::age:
          case Axis::practice:
          case Axis::flow:
          case Axis::none: break;
        }
        old += static_cast<std::size_t>(from) * step;
        step *= length;
      }
      const double was = before[info.field][old].v, is = cells[cell].v;
      largest = std::max(largest, std::abs(was));
      // relative to the cell where it is of size one or more; shares and rates as they are
      if (!(std::abs(is - was) <= 1e-9 * std::max(1.0, std::abs(was)))) miss = std::max(miss, std::abs(is - was));
    }
    CAPTURE(info.name, largest);
    CHECK(miss == 0.0);
  }
}

}  // namespace

TEST_CASE("(k) any order of regions, industries and educations gives the same results", "[specification][property]") {
  test::Strategy strategy = test::strategy();
  strategy.scenario.last_year = 2030;
  const BaseTables& tables = real_economy().tables;
  const Dimensions& d = tables.dimensions;
  const unsigned seed = GENERATE(1U, 2U);
  const bool people_move = GENERATE(false, true);
  const Order order{shuffled(d.region_count(), seed), shuffled(d.industry_count(), seed + 10U),
                    shuffled(d.education_count(), seed + 20U)};
  for (const auto* list : {&order.regions, &order.industries, &order.educations})
    REQUIRE(!std::is_sorted(list->begin(), list->end()));
  const PeopleTables& people = real_economy().people;
  const PeopleTables turned_people = reordered(people, order);
  const Result before = run_strategy(tables, people_move ? &people : nullptr, strategy, 3, 5);
  const test::Strategy turned{reordered(strategy.catalogue, order), reordered(strategy.scenario, order)};
  const Result after = run_strategy(reordered(tables, order), people_move ? &turned_people : nullptr, turned,
                                    Order::now(order.regions, 3), Order::now(order.industries, 5));
  CHECK(before.run.scenario.size() == 13);
  for (std::size_t year = 0; year < before.run.scenario.size(); year += 4) {
    CAPTURE(seed, year, people_move);
    check_same(before.run.baseline[year], after.run.baseline[year], d, order);
    check_same(before.run.scenario[year], after.run.scenario[year], d, order);
  }
}
