// Any economy at all: sizes, cells that are zero, groups of educations, elasticities, closures and shocks at random.
// The accounts close, nothing is NaN, zeros stay zero, or the error names what is wrong. The seed is fixed, so that a
// failure comes back; RapidCheck prints the smallest case that fails.
#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <cmath>
#include <iostream>

#include "base/errors.h"
#include "calibration/calibrate.h"
#include "support/shocks.h"
#include "support/synthetic_economy.h"

using namespace drivkraft;
using namespace drivkraft::test;

namespace {

/// One economy and what happens to it, as RapidCheck draws and shrinks it.
struct Case {
  int regions, industries, educations;
  unsigned seed;
  bool industry_absent, product_unused, education_unheld, education_extinct;
  int higher_group;  // 0 as made, 1 none is higher, 2 all are
  int wages, financing;
  bool mobile;
  double sigma_va, sigma_kl, sigma_regions, export_elasticity;
  double productivity, people, purchase;  // factor, part, part of the region's value added in mio. DKK
};

std::ostream& operator<<(std::ostream& out, const Case& c) {
  return out << c.regions << " x " << c.industries << " x " << c.educations << ", seed " << c.seed << ", zero cells "
             << c.industry_absent << c.product_unused << c.education_unheld << c.education_extinct << ", higher group "
             << c.higher_group << ", wages " << c.wages << ", financing " << c.financing << ", mobile " << c.mobile
             << ", sigma_va " << c.sigma_va << ", sigma_kl " << c.sigma_kl << ", sigma_regions " << c.sigma_regions
             << ", export elasticity " << c.export_elasticity << ", productivity " << c.productivity << ", people "
             << c.people << ", purchase " << c.purchase;
}

double between(double low, double high) {
  return low + (high - low) * *rc::gen::inRange(0, 101) / 100.0;
}

Case any_case() {
  Case c{};
  c.regions = *rc::gen::inRange(1, 7);
  c.industries = *rc::gen::inRange(3, 10);
  c.educations = *rc::gen::inRange(1, 5);
  c.seed = *rc::gen::inRange(1U, 100000U);
  const bool room = c.regions >= 3 && c.industries >= 6 && c.educations >= 2;  // for zero cells
  c.industry_absent = room && *rc::gen::arbitrary<bool>();
  c.product_unused = room && *rc::gen::arbitrary<bool>();
  c.education_unheld = room && *rc::gen::arbitrary<bool>();
  c.education_extinct = c.educations >= 2 && *rc::gen::inRange(0, 4) == 0;
  c.higher_group = *rc::gen::inRange(0, 3);
  c.wages = *rc::gen::inRange(0, 3);
  c.financing = *rc::gen::inRange(0, 3);
  c.mobile = *rc::gen::arbitrary<bool>();
  c.sigma_va = between(0.0, 1.2);
  c.sigma_kl = between(0.3, 1.3);
  c.sigma_regions = between(0.0, 6.0);
  c.export_elasticity = between(0.5, 6.0);
  c.productivity = between(0.97, 1.05);
  c.people = between(-0.01, 0.02);
  c.purchase = between(0.0, 0.02);
  return c;
}

/// Nobody in the country holds the last education, and no job asks for it.
void make_extinct(BaseTables& t) {
  const int e = t.dimensions.education_count() - 1;
  const auto clear = [&](auto& table) {
    const int educations = t.dimensions.education_count();
    for (std::size_t k = 0; k < table.cells(); ++k) {
      if (static_cast<int>(k) % educations == e) table.data()[k] = 0.0;
    }
  };
  clear(t.jobs_by_education);
  clear(t.labour_income_per_job);
  clear(t.commuters);
  clear(t.population);
  clear(t.labour_force);
  for (int r = 0; r < t.dimensions.region_count(); ++r) {
    for (int j = 0; j < t.dimensions.industry_count(); ++j) {
      t.jobs({r}, {j}) = 0.0;
      for (int other = 0; other < e; ++other) t.jobs({r}, {j}) += t.jobs_by_education({r}, {j}, {other});
    }
  }
}

BaseTables tables_of(const Case& c) {
  BaseTables t = synthetic_tables(c.regions, c.industries, c.educations, c.seed,
                                  {c.industry_absent, c.product_unused, c.education_unheld});
  if (c.higher_group > 0) t.dimensions.higher.assign(t.dimensions.higher.size(), c.higher_group == 2);
  if (c.education_extinct) make_extinct(t);
  return t;
}

Draw draw_of(const Case& c) {
  Draw draw;
  draw.equations = synthetic_parameters();
  draw.equations[Parameter::sigma_value_added] = c.sigma_va;
  draw.equations[Parameter::sigma_kl_services] = draw.equations[Parameter::sigma_kl_manufacturing] = c.sigma_kl;
  draw.equations[Parameter::sigma_regions] = c.sigma_regions;
  draw.equations[Parameter::export_elasticity] = c.export_elasticity;
  return draw;
}

void require_sound(const State<1>& state) {
  for (const FieldInfo& info : state_fields) {
    for (const Lanes<1>& cell : state.all(info.field)) {
      if (!std::isfinite(cell.v)) RC_FAIL(std::string(info.name) + " is not a number");
    }
  }
  for (const Field identity : {Field::residual_gdp, Field::residual_net_lending, Field::residual_jobs})
    RC_ASSERT(std::abs(state[identity][0].v) <= 1e-9);
}

void require_zeros_stay(const State<1>& state, const BaseYear& base) {
  for (std::size_t k = 0; k < base.output.cells(); ++k) {
    if (base.output.data()[k] > 0.0) continue;
    for (const Field field : {Field::output, Field::value_added, Field::employment, Field::exports, Field::investment,
                              Field::capital, Field::wage_bill})
      RC_ASSERT(state[field][k].v == 0.0);
    for (const Field price : {Field::output_price, Field::rental_rate}) RC_ASSERT(state[price][k].v == 1.0);
  }
  for (std::size_t k = 0; k < base.labour_force.cells(); ++k) {
    if (base.labour_force.data()[k] > 0.0) continue;
    RC_ASSERT(state[Field::employed_residents][k].v == 0.0);
    RC_ASSERT(state[Field::unemployment_rate][k].v == 0.0);
  }
}

bool names_something(const std::string& text, const Dimensions& d) {
  for (const auto* labels : {&d.regions, &d.industries, &d.educations}) {
    for (const Label& label : *labels) {
      if (text.find(label.id) != std::string::npos) return true;
    }
  }
  return text.find(".csv") != std::string::npos;
}

/// Runs and looks at every year.
void run_case(const Model& model, const Case& c, const Draw& draw) {
  constexpr int years = 5;
  const BaseYear& base = model.base();
  Closures closures;
  closures.wages = static_cast<WageClosure>(c.wages);
  closures.financing = static_cast<Financing>(c.financing);
  closures.capital = c.mobile ? CapitalClosure::mobile : CapitalClosure::adjusting;
  double value_added = 0.0;
  for (int j = 0; j < c.industries; ++j) value_added += base.value_added({0}, {j});
  const Run run =
      test::run(model, draw, years, closures,
                together({more_productive(base, c.regions - 1, c.productivity), more_people(base, 0, c.people),
                          purchase(base, 0, c.industries - 1, c.purchase * value_added)}));
  for (const auto* path : {&run.baseline, &run.scenario}) {
    for (const State<1>& state : *path) {
      require_sound(state);
      require_zeros_stay(state, base);
    }
  }
}

void try_case(const Case& c) {
  const BaseTables tables = tables_of(c);
  const Draw draw = draw_of(c);
  try {
    const Model model(calibrate(tables, draw.equations, draw.equations[Parameter::productivity_growth]),
                      draw.equations);
    run_case(model, c, draw);
    RC_TAG("solved");
  } catch (const InputError& problem) {
    if (!names_something(problem.what(), tables.dimensions)) RC_FAIL(std::string(problem.what()));
    RC_TAG("refused");
  } catch (const ConvergenceError& problem) {
    const std::string text = problem.what();
    if (!names_something(text, tables.dimensions) || text.find("20") == std::string::npos) RC_FAIL(text);
    RC_TAG("stopped");
  }
}

bool holds_for(int cases, std::uint64_t seed) {
  rc::detail::TestParams params;
  params.seed = seed;
  params.maxSuccess = cases;
  rc::detail::TestMetadata metadata;
  metadata.id = metadata.description = "random economies";
  const auto result = rc::detail::checkTestable(
      [] {
        const Case c = any_case();
        RC_LOG() << c << '\n';
        try_case(c);
      },
      metadata, params);
  if (!result.is<rc::detail::SuccessResult>()) rc::detail::printResultMessage(result, std::cout);
  return result.is<rc::detail::SuccessResult>();
}

}  // namespace

TEST_CASE("random economies are solved, or the error names what is wrong", "[synthetic][property]") {
  CHECK(holds_for(40, 2018U));
}

TEST_CASE("accounts close where the equations just do", "[solver][property]") {
  // Goods markets all missed by nearly the solver's tolerance, on one side: together they opened the accounts.
  Case c{};
  c.regions = 2;
  c.industries = 3;
  c.educations = 1;
  c.seed = 13857U;
  c.wages = static_cast<int>(WageClosure::fixed_real);
  c.sigma_va = 0.012;
  c.sigma_kl = 0.68;
  c.sigma_regions = 0.84;
  c.export_elasticity = 0.72;
  c.productivity = 0.9972;
  c.people = -0.01;
  c.purchase = 0.0072;
  const BaseTables tables = tables_of(c);
  const Draw draw = draw_of(c);
  const Model model(calibrate(tables, draw.equations, draw.equations[Parameter::productivity_growth]), draw.equations);
  CHECK_NOTHROW(run_case(model, c, draw));
}

TEST_CASE("a thousand random economies are solved, or the error names what is wrong", "[.slow][synthetic][property]") {
  CHECK(holds_for(1000, 40U));
}
