// How the economy must answer (model/README.md, section 8). Shocks start in the third year; drivers are constant unless
// said, people and technology stand still but for the shock. The bounds are the specification's.
#include <catch2/catch.hpp>
#include <cmath>

#include "support/measure.h"
#include "support/shocks.h"

using namespace drivkraft;
using namespace drivkraft::test;

namespace {

/// A lasting purchase of 100 mio. DKK a year, purchasers' value, in one region.
Shock purchase(int region, const char* product) {
  const BaseYear& base = steady_model().base();
  return test::purchase(base, region, industry(base, product), 100.0);
}

double percent(const Run& run, Field field, int year, int region) {
  return test::percent(steady_model(), run, field, year, region);
}

}  // namespace

TEST_CASE("(a) the base year replicates itself", "[specification]") {
  const Run run = steady_run(0, unfinanced(), [](int, PolicyEffects<1>&) {});
  const State<1>& state = run.baseline[0];
  const BaseYear& base = steady_model().base();
  const auto same = [&](Field field, const auto& table) {
    for (std::size_t k = 0; k < table.cells(); ++k) {
      CHECK(std::abs(state[field][k].v - table.data()[k]) <= 1e-12 * std::max(1.0, std::abs(table.data()[k])));
    }
  };
  same(Field::output, base.output);
  same(Field::value_added, base.value_added);
  same(Field::employment_by_education, base.employment);
  same(Field::private_consumption, base.consumption);
  same(Field::employed_residents, base.employed_residents);
  same(Field::unemployment_rate, base.unemployment);
  same(Field::disposable_income, base.disposable_income);
  CHECK(state[Field::residual_gdp][0].v < 1e-12);
}

TEST_CASE("(b) one per cent more productivity in a region stays there as output, not as jobs", "[specification]") {
  const int region = GENERATE(range(0, 7));
  const Run run = steady_run(22, unfinanced(), more_productive(steady_model().base(), region, 1.01));
  CAPTURE(region);
  const double value_added = percent(run, Field::value_added, 22, region),
               jobs = percent(run, Field::employment, 22, region);
  CHECK(value_added > 1.2);
  CHECK(value_added < 1.6);
  CHECK(std::abs(jobs) < 0.3);
  CHECK(std::abs(100.0 * change(run, Field::employment, 22) / total(run.baseline[22], Field::employment)) < 0.02);
}

TEST_CASE("(c) one per cent more labour force finds work where it lives", "[specification]") {
  const int region = GENERATE(range(0, 7));
  const Run run = steady_run(22, unfinanced(), more_people(steady_model().base(), region, 0.01));
  CAPTURE(region);
  const double employed = percent(run, Field::employed_residents, 22, region);
  CHECK(employed > 0.8);
  CHECK(employed < 1.0);
  // National jobs in proportion: the share of the new people who work is that of the others.
  const double added = change(run, Field::labour_force, 22);
  CHECK(change(run, Field::employment, 22) / added == Approx(1.0 - 0.03825).margin(0.04));
}

TEST_CASE("(d) public demand is crowded out in about ten years", "[specification]") {
  const int region = GENERATE(range(0, 7));
  const double basic = 100.0 / (1.0 + steady_model().base().final_tax_rate({static_cast<int>(Use::government)}));
  CAPTURE(region);
  const Run health = steady_run(12, unfinanced(), purchase(region, "health_social"));
  const double multiplier = change(health, Field::value_added, first_shock) / basic;
  CHECK(multiplier > 0.5);
  CHECK(multiplier < 0.9);
  const double first = change(health, Field::employment, first_shock);
  CHECK(change(health, Field::employment, first_shock + 5) / first > 0.15);
  CHECK(change(health, Field::employment, first_shock + 5) / first < 0.45);
  CHECK(std::abs(change(health, Field::employment, first_shock + 10) / first) < 0.10);
  const Run knowledge = steady_run(2, unfinanced(), purchase(region, "knowledge_services"));
  const double imported = change(knowledge, Field::value_added, first_shock) / basic;
  CHECK(imported > 0.35);
  CHECK(imported < 0.6);
}

TEST_CASE("(f) closures and financing are ordered", "[specification]") {
  const int region = GENERATE(range(0, 7));
  const auto job_years = [&](WageClosure wages) {
    Closures closures = unfinanced();
    closures.wages = wages;
    const Run run = steady_run(first_shock + 9, closures, purchase(region, "health_social"));
    double sum = 0.0;
    for (int year = first_shock; year < first_shock + 10; ++year) sum += change(run, Field::employment, year);
    return sum;
  };
  const double fixed = job_years(WageClosure::fixed_real), curve = job_years(WageClosure::curve),
               flexible = job_years(WageClosure::flexible);
  CAPTURE(region, fixed, curve, flexible);
  CHECK(fixed > curve);
  CHECK(curve > flexible);

  const auto first_jobs = [&](Financing financing) {
    Closures closures;
    closures.financing = financing;
    return change(steady_run(first_shock, closures, purchase(region, "health_social")), Field::employment, first_shock);
  };
  const double free = first_jobs(Financing::none), national = first_jobs(Financing::national),
               within = first_jobs(Financing::within_budget);
  CAPTURE(free, national, within);
  CHECK(free > national);
  CHECK(national > within);
}

TEST_CASE("(g) a zero shock is the baseline", "[specification]") {
  const auto nothing = [](int, PolicyEffects<1>&) {};
  const WageClosure wages = GENERATE(WageClosure::curve, WageClosure::fixed_real, WageClosure::flexible);
  Closures closures;
  closures.wages = wages;
  const Run run = test::run(real_model(), real_economy().draw, 22, closures, nothing);
  for (std::size_t t = 0; t < run.baseline.size(); ++t) CHECK(test::same_bits(run.baseline[t], run.scenario[t]));

  closures.capital = CapitalClosure::mobile;
  const Run mobile = test::run(real_model(), real_economy().draw, 22, closures, nothing);
  for (const FieldInfo& info : state_fields) {
    if (!info.has_difference) continue;
    const auto a = mobile.baseline[22].all(info.field), b = mobile.scenario[22].all(info.field);
    const auto size = mobile.baseline[22].all(test::measure_of(info.field));
    for (std::size_t k = 0; k < a.size(); ++k) {
      CAPTURE(info.name, k);
      CHECK(std::abs(a[k].v - b[k].v) <= 1e-9 * std::max(1.0, std::abs(size[k].v)));
    }
  }
}

TEST_CASE("(m) constant drivers give a constant economy, even growth constant prices", "[specification]") {
  const auto nothing = [](int, PolicyEffects<1>&) {};
  const Run still = steady_run(50, unfinanced(), nothing);
  for (const FieldInfo& info : state_fields) {
    if (!info.has_difference) continue;
    const auto first = still.baseline[0].all(info.field), last = still.baseline[50].all(info.field);
    for (std::size_t k = 0; k < first.size(); ++k) {
      CAPTURE(info.name, k);
      CHECK(std::abs(first[k].v - last[k].v) <= 1e-8 * std::max(1.0, std::abs(first[k].v)));
    }
  }

  const Parameters& central = real_economy().draw.equations;
  const double growth = central[Parameter::productivity_growth], people = 0.004;
  const Model growing(test::steady_base(real_economy().tables, central, (1.0 + growth) * (1.0 + people) - 1.0), central,
                      people);
  const Run even = test::run(growing, real_economy().draw, 50, unfinanced(), nothing);
  for (const Field price : {Field::output_price, Field::value_added_price, Field::composite_price, Field::rental_rate,
                            Field::intermediate_price}) {
    for (const Lanes<1>& index : even.baseline[50].all(price)) CHECK(std::abs(index.v - 1.0) <= 1e-8);
  }
  CHECK(total(even.baseline[50], Field::value_added) / total(even.baseline[0], Field::value_added) ==
        Approx(std::pow((1.0 + growth) * (1.0 + people), 50)).epsilon(1e-8));
}
