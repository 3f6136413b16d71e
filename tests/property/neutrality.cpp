// What must not matter (model/README.md, section 8): the price level, and the size of the country.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <set>

#include "calibration/calibrate.h"
#include "support/measure.h"
#include "support/reshaped_tables.h"
#include "support/shocks.h"

using namespace drivkraft;
using namespace drivkraft::test;

namespace {

constexpr int years = 6;

/// Fields that a rise of all prices raises: index fields that are prices, and everything in current kroner.
bool is_nominal(const FieldInfo& info) {
  static const std::set<Field> prices{Field::output_price,      Field::value_added_price,    Field::intermediate_price,
                                      Field::labour_cost_index, Field::rental_rate,          Field::composite_price,
                                      Field::domestic_price,    Field::consumer_price_index, Field::wage_index};
  return info.unit == "mio_dkk" || prices.count(info.field) > 0;
}

/// Fields that count people or kroner: twice as large in a country twice as large.
bool is_amount(const FieldInfo& info) {
  return info.unit == "mio_dkk" || info.unit == "mio_dkk_base_year_prices" || info.unit == "persons" ||
         info.unit == "firms" || info.unit == "kt_co2e";
}

bool belongs_to_the_economy(const FieldInfo& info) {
  const auto not_economic = {Field::residual_gdp, Field::residual_net_lending, Field::residual_jobs,
                             Field::solver_iterations, Field::solver_residual};
  return std::find(not_economic.begin(), not_economic.end(), info.field) == not_economic.end();
}

/// Largest difference of one field from `factor` times the other state's, relative to the field's largest cell there.
double difference(const State<1>& a, const State<1>& b, Field field, double factor) {
  double largest = 0.0, size = 1e-3;
  for (std::size_t k = 0; k < a.all(field).size(); ++k) {
    size = std::max(size, std::abs(factor * b[test::measure_of(field)][k].v));
    const double gap = std::abs(a[field][k].v - factor * b[field][k].v);
    if (!(gap <= largest)) largest = gap;  // NaN stays
  }
  return largest / size;
}

template <class Factor>
void check_multiples(const test::Run& large, const test::Run& small, double tolerance, const Factor& factor_of) {
  REQUIRE(large.scenario.size() == small.scenario.size());
  for (std::size_t year = 0; year < small.scenario.size(); ++year) {
    for (const FieldInfo& info : state_fields) {
      if (!belongs_to_the_economy(info)) continue;
      CAPTURE(year, info.name);
      CHECK(difference(large.baseline[year], small.baseline[year], info.field, factor_of(info)) <= tolerance);
      CHECK(difference(large.scenario[year], small.scenario[year], info.field, factor_of(info)) <= tolerance);
    }
  }
}

test::Shock mixed_shock(const BaseYear& base, int region) {
  return test::together({more_productive(base, region, 1.01), more_people(base, region, 0.005),
                         purchase(base, region, test::industry(base, "construction"), 500.0)});
}

}  // namespace

TEST_CASE("(h) all prices twice as high leave every quantity as it is", "[specification]") {
  // The world price is doubled and with it the first year's wages, rental rates and prices. Benefits, remainders,
  // surplus and taxes are base-year amounts times such indices, so they double by themselves: the first year's check
  // says so. Doses are volumes at base-year prices.
  const int region = GENERATE(range(0, 7));
  Closures closures;
  closures.wages = GENERATE(WageClosure::curve, WageClosure::fixed_real, WageClosure::flexible);
  if (closures.wages == WageClosure::flexible) closures.capital = CapitalClosure::mobile;
  if (closures.wages == WageClosure::fixed_real) closures.financing = Financing::within_budget;
  CAPTURE(region, static_cast<int>(closures.wages));
  const Parameters& central = real_economy().draw.equations;
  const Model& model = test::real_model();
  static const Model dear(model.base(), central, 0.0, 2.0);
  const test::Shock shock =
      test::together({more_productive(model.base(), region, 1.002), purchase(model.base(), region, 0, 100.0)});
  const test::Run once = test::run(model, real_economy().draw, years, closures, shock);
  const test::Run twice = test::run(dear, real_economy().draw, years, closures, shock);
  for (const Field field : {Field::wage_bill, Field::operating_surplus, Field::social_benefits, Field::other_transfers,
                            Field::income_tax, Field::disposable_income, Field::gdp, Field::net_lending})
    CHECK(difference(twice.baseline[0], once.baseline[0], field, 2.0) <= 1e-12);
  check_multiples(twice, once, 1e-9, [](const FieldInfo& info) { return is_nominal(info) ? 2.0 : 1.0; });
}

TEST_CASE("a world price of one starts every log index at zero, to the bit", "[property]") {
  for (const Lanes<1>& index : first_solution<1>(test::real_model().sizes(), 1.0)) {
    CHECK(index.v == 0.0);
    CHECK(!std::signbit(index.v));
  }
}

TEST_CASE("(i) a country twice as large has twice of everything, at the same prices", "[specification]") {
  const int region = GENERATE(range(0, 7));
  CAPTURE(region);
  Draw draw = real_economy().draw;
  draw.equations[Parameter::access_elasticity] = 0.0;  // density would rise with size
  static const Model large(calibrate(test::doubled(real_economy().tables), real_economy().draw.equations,
                                     real_economy().draw.equations[Parameter::productivity_growth]),
                           real_economy().draw.equations);
  const BaseYear& base = test::real_model().base();
  CHECK(large.base().gdp == Approx(2.0 * base.gdp).epsilon(1e-13));
  CHECK(large.base().gravity_decay == Approx(base.gravity_decay).epsilon(1e-12));
  const test::Shock shock = mixed_shock(base, region), twice_the_dose = [&](int year, PolicyEffects<1>&effects) {
    shock(year, effects);
    for (Lanes<1>& volume : effects.public_purchases) volume *= Lanes<1>(2.0);
    for (Lanes<1>& persons : effects.labour_force_added) persons *= Lanes<1>(2.0);
  };
  const test::Run one = test::run(test::real_model(), draw, years, {}, shock);
  const test::Run two = test::run(large, draw, years, {}, twice_the_dose);
  check_multiples(two, one, 1e-9, [](const FieldInfo& info) { return is_amount(info) ? 2.0 : 1.0; });
}
