// Miller and Blair (2009), Input-Output Analysis, 2nd ed., Cambridge University Press, section 2.3: two sectors, and
// the outputs that a new final demand needs, to two decimals as printed; checked by hand. The model with wages, rental
// rates and other final demand given must find them by its own solver.
#include <catch2/catch.hpp>

#include "calibration/calibrate.h"
#include "support/shocks.h"
#include "support/synthetic_economy.h"

using namespace drivkraft;
using namespace drivkraft::test;

namespace {

constexpr double wage = 0.5, labour_share = 0.6, unemployment = 0.08, participation = 0.8;  // mio. DKK, shares

Table<MioDkkUnit, IndustryId> products(double first, double second) {
  Table<MioDkkUnit, IndustryId> t(2);
  t({0}) = first;
  t({1}) = second;
  return t;
}

/// What one region, one education and no foreign trade leave to say about people.
void set_people(BaseTables& t) {
  constexpr int working_age = 40, old_age = 70;
  double jobs = 0.0;
  t.jobs = Table<PersonUnit, RegionId, IndustryId>(1, 2);
  t.jobs_by_education = Table<PersonUnit, RegionId, IndustryId, EducationId>(1, 2, 1);
  t.labour_income_per_job = Table<MioDkkPerPersonUnit, RegionId, IndustryId, EducationId>(1, 2, 1, wage);
  for (int j = 0; j < 2; ++j) {
    t.jobs({0}, {j}) = t.jobs_by_education({0}, {j}, {0}) = labour_share * t.value_added({0}, {j}) / wage;
    jobs += t.jobs({0}, {j});
  }
  t.commuters = Table<PersonUnit, RegionId, RegionId, EducationId>(1, 1, 1, jobs);
  t.labour_force = Table<PersonUnit, RegionId, EducationId>(1, 1, jobs / (1.0 - unemployment));
  t.structural_unemployment = Table<RatioUnit, RegionId, EducationId>(1, 1, unemployment);
  t.participation_national = Table<RatioUnit, SexId, AgeId, EducationId>(sex_count, age_count, 1);
  t.participation_shift = Table<RatioUnit, RegionId, EducationId>(1, 1);
  t.population = Table<PersonUnit, RegionId, SexId, AgeId, EducationId>(1, sex_count, age_count, 1);
  for (int g = 0; g < sex_count; ++g) {
    t.participation_national({g}, {working_age}, {0}) = participation;
    t.population({0}, {g}, {working_age}, {0}) = t.labour_force({0}, {0}) / participation / sex_count;
    t.population({0}, {g}, {old_age}, {0}) = 0.1 * jobs;
  }
  const auto account = [](double value) { return Table<MioDkkUnit, RegionId>(1, value); };
  t.households = {account(1.1 * wage * jobs), account(0.3 * wage * jobs), account(0.1 * wage * jobs),
                  account(0.2 * wage * jobs), account(0.9 * wage * jobs)};
}

/// Table 2.3: transactions, final demand split over uses (the split is ours), value added what is left.
BaseTables two_sectors() {
  BaseTables t;
  t.dimensions.regions = {{"country", "", ""}};
  t.dimensions.industries = {{"agriculture", "", ""}, {"manufacturing", "", ""}};
  t.dimensions.educations = {{"any", "", ""}};
  t.dimensions.higher = {false};
  t.domestic_inputs = t.imported_inputs = Table<MioDkkUnit, IndustryId, IndustryId>(2, 2);
  t.domestic_inputs({0}, {0}) = 150.0;
  t.domestic_inputs({0}, {1}) = 500.0;
  t.domestic_inputs({1}, {0}) = 200.0;
  t.domestic_inputs({1}, {1}) = 100.0;
  t.value_added = Table<MioDkkUnit, RegionId, IndustryId>(1, 2);
  t.value_added({0}, {0}) = 650.0;
  t.value_added({0}, {1}) = 1400.0;
  const auto nothing = products(0.0, 0.0);
  t.product_taxes_on_inputs = t.production_taxes = t.exports = nothing;
  t.private_consumption = {products(200.0, 1000.0), nothing, 0.0};  // together 350 and 1700
  t.public_consumption = {products(50.0, 400.0), nothing, 0.0};
  t.investment = {products(100.0, 300.0), nothing, 0.0};
  t.inventories = t.visitors = {nothing, nothing, 0.0};
  t.regional_exports = Table<MioDkkUnit, RegionId, IndustryId>(1, 2);
  t.visitors_spending = Table<MioDkkUnit, RegionId>(1);
  t.capital_gva_ratio = Table<RatioUnit, IndustryId>(2, 3.0);
  t.depreciation_rate = Table<RatioUnit, IndustryId>(2, 0.05);
  t.benefit_unemployed = 0.2;
  t.benefit_other_15_64 = 0.1;
  t.local_product = {false, false};
  t.gravity_factor = Table<RatioUnit, IndustryId>(2, 1.0);
  t.world_demand_deviation = Table<RatioUnit, IndustryId>(2);
  t.sigma_group = {"agriculture", "manufacturing"};
  t.travel_minutes = Table<MinuteUnit, RegionId, RegionId>(1, 1, 30.0);
  set_people(t);
  return t;
}

}  // namespace

TEST_CASE("the model finds the outputs of Miller and Blair's two sectors", "[verification]") {
  Draw draw;
  draw.equations = synthetic_parameters();
  draw.equations[Parameter::productivity_growth] = 0.0;
  const Model model(calibrate(two_sectors(), draw.equations, 0.0), draw.equations);
  CHECK(model.base().output({0}, {0}) == Approx(1000.0).epsilon(1e-12));
  CHECK(model.base().output({0}, {1}) == Approx(2000.0).epsilon(1e-12));
  CHECK(model.base().input_coefficients({0}, {1}) == Approx(0.25).epsilon(1e-12));
  // Final demand goes from 350 and 1700 to 600 and 1500.
  const Run run = test::run(model, draw, 1, everything_given(), [](int year, PolicyEffects<1>& effects) {
    if (year == 0) return;
    effects.public_purchases[0] = Lanes<1>(600.0 - 350.0);
    effects.public_purchases[1] = Lanes<1>(1500.0 - 1700.0);
  });
  CHECK(run.scenario[1][Field::output][0].v == Approx(1247.52).epsilon(0).margin(0.005));
  CHECK(run.scenario[1][Field::output][1].v == Approx(1841.58).epsilon(0).margin(0.005));
}
