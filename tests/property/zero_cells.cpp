// What is zero in the base year stays exactly zero, its prices stay one, and economies of odd shapes run like any
// other: one region, no higher education or only higher, an industry that a region lacks, an education that nobody
// holds.
#include <catch2/catch.hpp>
#include <cmath>
#include <filesystem>
#include <functional>

#include "base/errors.h"
#include "calibration/calibrate.h"
#include "inputs/read_data.h"
#include "support/real_economy.h"
#include "support/root.h"
#include "support/synthetic_economy.h"

using namespace drivkraft;
using test::synthetic_parameters;
using test::synthetic_tables;
using test::ZeroCells;

namespace {

constexpr int years = 5;

Draw draw_of(const Parameters& parameters) {
  Draw draw;
  draw.equations = parameters;
  return draw;
}

/// More productivity everywhere, purchases and people in the first region, from the third year.
void shock(const BaseYear& base, int year, PolicyEffects<1>& effects) {
  if (year < 2) return;
  for (Lanes<1>& rise : effects.log_technology) rise = Lanes<1>(0.01);
  effects.public_purchases[0] = Lanes<1>(0.001 * base.output({0}, {0}));
  for (int e = 0; e < base.dimensions.education_count(); ++e)
    effects.labour_force_added[static_cast<std::size_t>(e)] = Lanes<1>(0.002 * base.labour_force({0}, {e}));
}

test::Run shocked_run(const Model& model, const Parameters& parameters, const Closures& closures) {
  return test::run(model, draw_of(parameters), years, closures,
                   [&](int year, PolicyEffects<1>& effects) { shock(model.base(), year, effects); });
}

constexpr std::array quantities{Field::capital,
                                Field::education_wage_share,
                                Field::employment_at_base_prices,
                                Field::output,
                                Field::value_added,
                                Field::employment,
                                Field::employment_by_education,
                                Field::wage_bill,
                                Field::operating_surplus,
                                Field::intermediate_use,
                                Field::private_consumption,
                                Field::consumption_purchased,
                                Field::public_consumption,
                                Field::investment,
                                Field::total_use,
                                Field::exports,
                                Field::imports,
                                Field::labour_force,
                                Field::employed_residents,
                                Field::unemployment_rate,
                                Field::commuting_share};

/// Cells of a quantity that are zero in the base year and are not zero now; `zeros` counts the former.
int cells_that_woke(const State<1>& first, const State<1>& now, int& zeros) {
  int woken = 0;
  for (const Field field : quantities) {
    for (std::size_t k = 0; k < first.all(field).size(); ++k) {
      if (first[field][k].v != 0.0) continue;
      ++zeros;
      if (now[field][k].v == 0.0) continue;
      UNSCOPED_INFO(state_fields[static_cast<std::size_t>(field)].name << " cell " << k << " is " << now[field][k].v);
      ++woken;
    }
  }
  return woken;
}

/// Price indices of cells without the quantity that they price, that are not one.
int prices_that_moved(const State<1>& first, const State<1>& now) {
  int moved = 0;
  const auto still_one = [&](Field quantity, Field price) {
    for (std::size_t k = 0; k < first.all(quantity).size(); ++k) {
      if (first[quantity][k].v != 0.0 || now[price][k].v == 1.0) continue;
      UNSCOPED_INFO(state_fields[static_cast<std::size_t>(price)].name << " cell " << k << " is " << now[price][k].v);
      ++moved;
    }
  };
  for (const Field price : {Field::output_price, Field::value_added_price, Field::intermediate_price,
                            Field::labour_cost_index, Field::rental_rate}) {
    still_one(Field::output, price);
  }
  still_one(Field::total_use, Field::composite_price);
  still_one(Field::total_use, Field::domestic_price);
  const std::size_t wages = first.all(Field::wage_index).size();
  const std::size_t educations = first.all(Field::national_unemployment_rate).size();
  const std::size_t industries = first.all(Field::world_demand).size();
  for (std::size_t k = 0; k < wages; ++k) {
    double jobs = 0.0;
    for (std::size_t j = 0; j < industries; ++j)
      jobs += first[Field::employment_by_education][(k / educations * industries + j) * educations + k % educations].v;
    if (jobs == 0.0 && now[Field::wage_index][k].v != 1.0) ++moved;
  }
  return moved;
}

int cells_not_finite(const State<1>& state) {
  int found = 0;
  for (const FieldInfo& info : state_fields) {
    for (const Lanes<1>& cell : state.all(info.field)) {
      if (std::isfinite(cell.v)) continue;
      if (found++ < 5) UNSCOPED_INFO(info.name << " is not finite");
    }
  }
  return found;
}

void check_run(const test::Run& run, int& zeros) {
  REQUIRE(run.scenario.size() == years + 1);
  const State<1>& first = run.baseline[0];
  for (std::size_t year = 0; year < run.scenario.size(); ++year) {
    for (const State<1>* state : {&run.baseline[year], &run.scenario[year]}) {
      CAPTURE(year, state == &run.scenario[year] ? "scenario" : "baseline");
      CHECK(cells_not_finite(*state) == 0);
      CHECK(cells_that_woke(first, *state, zeros) == 0);
      CHECK(prices_that_moved(first, *state) == 0);
      for (const Field identity : {Field::residual_gdp, Field::residual_net_lending, Field::residual_jobs})
        CHECK(std::abs((*state)[identity][0].v) < 1e-9);
    }
  }
  // The shock did something.
  CHECK(test::total(run.scenario.back(), Field::value_added) >
        1.005 * test::total(run.baseline.back(), Field::value_added));
}

enum class Higher { as_made, nobody, everybody };

struct Shape {
  int regions, industries, educations;
  ZeroCells zero;
  Higher higher;
};

/// One more education, the last one, that nobody holds.
template <class Unit, class... Ids>
void add_education(Table<Unit, Ids...>& table, int educations) {
  // In tables with educations they are the last dimension.
  const Table<Unit, Ids...> old = table;
  auto sizes = old.sizes();
  sizes.back() = educations + 1;
  table = std::apply([](auto... size) { return Table<Unit, Ids...>(size...); }, sizes);
  for (std::size_t k = 0; k < old.cells(); ++k) {
    const auto count = static_cast<std::size_t>(educations);
    table.data()[k / count * (count + 1) + k % count] = old.data()[k];
  }
}

BaseTables with_unheld_education(BaseTables tables) {
  const int educations = tables.dimensions.education_count();
  tables.dimensions.educations.push_back({"unheld", "unheld", "unheld"});
  tables.dimensions.higher.push_back(true);
  add_education(tables.labour_income_per_job, educations);
  add_education(tables.jobs_by_education, educations);
  add_education(tables.commuters, educations);
  add_education(tables.population, educations);
  add_education(tables.participation_national, educations);
  add_education(tables.participation_shift, educations);
  add_education(tables.labour_force, educations);
  add_education(tables.structural_unemployment, educations);
  return tables;
}

}  // namespace

TEST_CASE("zero cells stay zero in economies of any shape", "[synthetic][simulation][property]") {
  const Shape shape = GENERATE(
      Shape{3, 6, 2, {true, true, true}, Higher::as_made}, Shape{5, 10, 4, {true, true, true}, Higher::as_made},
      Shape{4, 8, 3, {true, false, true}, Higher::nobody}, Shape{4, 8, 3, {false, false, true}, Higher::everybody},
      Shape{1, 3, 1, {}, Higher::as_made}, Shape{1, 3, 2, {}, Higher::as_made}, Shape{1, 3, 2, {}, Higher::everybody},
      Shape{2, 3, 3, {}, Higher::nobody});
  const CapitalClosure capital = GENERATE(CapitalClosure::adjusting, CapitalClosure::mobile);
  CAPTURE(shape.regions, shape.industries, shape.educations, static_cast<int>(shape.higher), static_cast<int>(capital));
  BaseTables tables = synthetic_tables(shape.regions, shape.industries, shape.educations, 7U, shape.zero);
  if (shape.higher != Higher::as_made) {
    for (std::size_t e = 0; e < tables.dimensions.higher.size(); ++e)
      tables.dimensions.higher[e] = shape.higher == Higher::everybody;
  }
  const Parameters parameters = synthetic_parameters();
  const Model model(calibrate(tables, parameters, parameters[Parameter::productivity_growth]), parameters);
  Closures closures;
  closures.capital = capital;
  int zeros = 0;
  check_run(shocked_run(model, parameters, closures), zeros);
  if (shape.zero.industry) CHECK(zeros > 10);
}

TEST_CASE("an education that nobody in the country holds changes nothing", "[synthetic][simulation][property]") {
  const BaseTables tables = synthetic_tables(3, 6, 2, 5U);
  const Parameters parameters = synthetic_parameters();
  const Model without(calibrate(tables, parameters, 0.011), parameters),
      with(calibrate(with_unheld_education(tables), parameters, 0.011), parameters);
  const test::Run expected = shocked_run(without, parameters, {}), run = shocked_run(with, parameters, {});
  int zeros = 0;
  check_run(run, zeros);
  CHECK(zeros > 10);
  for (const Field field : {Field::output, Field::disposable_income, Field::employment, Field::composite_price}) {
    for (std::size_t k = 0; k < run.scenario.back().all(field).size(); ++k)
      CHECK(run.scenario.back()[field][k].v == Approx(expected.scenario.back()[field][k].v).epsilon(1e-9));
  }
}

TEST_CASE("a purchase of a product that nobody uses there is refused, never lost", "[synthetic][simulation]") {
  const Parameters parameters = synthetic_parameters();
  const Model model(calibrate(synthetic_tables(3, 6, 2, 7U, {true, true, true}), parameters, 0.011), parameters);
  REQUIRE(model.base().domestic_use({2}, {1}) == 0.0);
  const auto buy = [&](int, PolicyEffects<1>& effects) { effects.public_purchases[2 * 6 + 1] = Lanes<1>(1.0); };
  CHECK_THROWS(test::run(model, draw_of(parameters), 2, {}, buy));
}

TEST_CASE("the smallest data folder runs", "[inputs][simulation][property]") {
  const std::filesystem::path data = test::root() / "tests/data/smallest";
  InputRecord record;
  Problems problems;
  const BaseTables tables = read_base_tables(data, record, problems);
  const ParameterFile file = read_parameter_table(data / "parameters/parameters.csv", record, problems);
  const Parameters parameters = central_parameters(file, {}, problems);
  problems.throw_if_any();
  REQUIRE(tables.dimensions.region_count() == 1);
  REQUIRE(tables.dimensions.industry_count() == 3);
  const Model model(calibrate(tables, parameters, parameters[Parameter::productivity_growth]), parameters);
  int zeros = 0;
  check_run(shocked_run(model, parameters, {}), zeros);
}
