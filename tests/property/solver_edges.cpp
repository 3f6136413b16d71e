// The solver at its edges: elasticities of one and zero, and shocks far beyond any policy. It finds the equilibrium or
// stops with an error that names year and region; it never hangs and never returns a wrong number.
#include <catch2/catch.hpp>
#include <cmath>

#include "base/errors.h"
#include "equilibrium/one_lane.h"
#include "support/driver_shocks.h"
#include "support/shocked_year.h"
#include "support/shocks.h"
#include "support/synthetic_economy.h"

using namespace drivkraft;
using namespace drivkraft::test;

namespace {

struct Economy {
  Draw draw;
  Model model;
};

const Economy& small_economy() {
  static const Economy economy = [] {
    Draw draw;
    draw.equations = synthetic_parameters();
    draw.equations[Parameter::productivity_growth] = 0.0;
    return Economy{draw, Model(steady_base(synthetic_tables(3, 6, 2, 7U), draw.equations, 0.0), draw.equations)};
  }();
  return economy;
}

void check_sound(const State<1>& state, const BaseYear& base) {
  for (const FieldInfo& info : state_fields) {
    for (const Lanes<1>& cell : state.all(info.field)) {
      if (std::isfinite(cell.v)) continue;
      CAPTURE(info.name);
      FAIL("not a number");
    }
  }
  for (const Field identity : {Field::residual_gdp, Field::residual_net_lending, Field::residual_jobs})
    CHECK(std::abs(state[identity][0].v) <= 1e-9);
  CHECK(state[Field::solver_residual][0].v <= 1e-9);
  for (std::size_t k = 0; k < base.labour_force.cells(); ++k) {
    if (base.labour_force.data()[k] > 0.0) CHECK(state[Field::unemployment_rate][k].v > 0.002);
  }
}

/// True when the shocked year was solved; otherwise the error must say where.
bool solves_or_says(const Model& model, const Draw& draw, const Closures& closures,
                    const std::function<void(State<1>&)>& shock) {
  constexpr double most_sweeps = 20000;  // some hundred steps of some hundred sweeps
  try {
    const ShockedYear solved = shocked_year(model, draw, closures, shock);
    check_sound(solved.scenario, model.base());
    CHECK(solved.residual <= 1e-8);
    CHECK(solved.scenario[Field::solver_iterations][0].v < most_sweeps);
    return true;
  } catch (const ConvergenceError& problem) {
    const std::string text = problem.what();
    INFO(text);
    CHECK(text.find(std::to_string(model.base().dimensions.base_year + 1)) != std::string::npos);
    bool names_region = false;
    for (const Label& region : model.base().dimensions.regions)
      names_region = names_region || text.find(region.id) != std::string::npos;
    CHECK(names_region);
    return false;
  }
}

Closures with_wages(WageClosure wages) {
  Closures closures = unfinanced();
  closures.wages = wages;
  return closures;
}

/// Value added of a run with one parameter changed.
double outcome(Draw draw, Parameter parameter, double value) {
  draw.equations[parameter] = value;
  const Model& model = small_economy().model;
  const Run run = test::run(model, draw, 6, unfinanced(),
                            together({more_productive(model.base(), 0, 1.05), more_people(model.base(), 1, 0.01),
                                      purchase(model.base(), 2, 1, 200.0)}));
  for (const State<1>& state : run.scenario) check_sound(state, model.base());
  return change(run, Field::value_added, 6);
}

}  // namespace

TEST_CASE("an elasticity of one is the limit of its neighbours", "[solver][property]") {
  const Parameter sigma =
      GENERATE(Parameter::sigma_value_added, Parameter::sigma_kl_services, Parameter::sigma_kl_manufacturing,
               Parameter::sigma_education_inner, Parameter::sigma_education_outer, Parameter::sigma_regions,
               Parameter::sigma_imports, Parameter::export_elasticity);
  CAPTURE(parameter_keys[static_cast<std::size_t>(sigma)]);
  constexpr double beside = 1e-4;
  const Draw& draw = small_economy().draw;
  const double one = outcome(draw, sigma, 1.0);
  const double mean = 0.5 * (outcome(draw, sigma, 1.0 - beside) + outcome(draw, sigma, 1.0 + beside));
  CHECK(one > 0.0);
  CHECK(std::abs(mean - one) <= 1e-6 * std::abs(one));
}

TEST_CASE("elasticities of zero are solved where they are allowed", "[solver][property]") {
  const Parameter sigma = GENERATE(Parameter::sigma_value_added, Parameter::sigma_imports, Parameter::sigma_regions,
                                   Parameter::export_elasticity, Parameter::investment_xi, Parameter::commuting_chi);
  CAPTURE(parameter_keys[static_cast<std::size_t>(sigma)]);
  const Draw& draw = small_economy().draw;
  const double zero = outcome(draw, sigma, 0.0);
  CHECK(zero == Approx(outcome(draw, sigma, 1e-7)).epsilon(1e-5));
}

TEST_CASE("large shocks to a small economy are solved or refused", "[solver][property]") {
  const auto& [draw, model] = small_economy();
  const WageClosure wages = GENERATE(WageClosure::curve, WageClosure::fixed_real, WageClosure::flexible);
  const int region = GENERATE(everywhere, 0, 2);
  CAPTURE(static_cast<int>(wages), region);
  const Closures closures = with_wages(wages);
  for (const double factor : {0.98, 0.7, 0.1, 1.02, 1.5, 5.0}) {
    for (const Blow blow : blows) {
      CAPTURE(name_of(blow), factor);
      solves_or_says(model, draw, closures, struck(model.base(), blow, region, factor));
    }
  }
  CHECK(solves_or_says(model, draw, closures, struck(model.base(), Blow::exports, region, 0.5)));
  for (int j = 0; j < model.base().dimensions.industry_count(); ++j)
    CHECK(solves_or_says(model, draw, closures, no_public_purchases(model.base(), region, j)));
}

TEST_CASE("with wages that clear the market the large shocks are solved", "[solver][property]") {
  const Closures closures = with_wages(WageClosure::flexible);
  const BaseYear& base = steady_model().base();
  const int region = GENERATE(everywhere, 1, 6);
  CAPTURE(region);
  CHECK(solves_or_says(steady_model(), steady_draw(), closures, struck(base, Blow::productivity, region, 0.7)));
  CHECK(solves_or_says(steady_model(), steady_draw(), closures, struck(base, Blow::labour_force, region, 0.8)));
  CHECK(solves_or_says(steady_model(), steady_draw(), closures, struck(base, Blow::exports, region, 0.5)));
}

TEST_CASE("no fall of exports or public demand stops the delivered economy", "[solver][property]") {
  const Closures closures = with_wages(GENERATE(WageClosure::curve, WageClosure::fixed_real));
  const BaseYear& base = steady_model().base();
  CHECK(solves_or_says(steady_model(), steady_draw(), closures, struck(base, Blow::exports, everywhere, 0.5)));
  for (const char* id : {"health_social", "public_administration", "education"})
    CHECK(solves_or_says(steady_model(), steady_draw(), closures,
                         no_public_purchases(base, everywhere, industry(base, id))));
}

TEST_CASE("a shock for which there are no people is refused with the place where they lack", "[solver][errors]") {
  // A fifth fewer people while wages hardly move: the jobs left are more than the people left.
  const BaseYear& base = steady_model().base();
  const int bornholm = base.dimensions.region_count() - 1;
  const auto shock = struck(base, Blow::labour_force, bornholm, 0.8);
  CHECK_THROWS_WITH(shocked_year(steady_model(), steady_draw(), with_wages(WageClosure::fixed_real), shock),
                    Catch::Contains("2019") && Catch::Contains("unemployment") && Catch::Contains("bornholm"));
}

TEST_CASE("levers that bring in more people than stand outside are refused with year and region", "[solver][errors]") {
  const auto& [draw, model] = small_economy();
  const auto bring = [](int year, PolicyEffects<1>& effects) {
    if (year == 1) effects.labour_force_added[0] = Lanes<1>(1e9);
  };
  CHECK_THROWS_WITH(test::run(model, draw, 2, {}, bring),
                    Catch::Contains("policy brings more people into the labour force of ") &&
                        Catch::Contains(" in 2019 than there are outside it"));
}

TEST_CASE("a lane approached in steps leaves its neighbours their bits", "[solver][lanes]") {
  const Draw& draw = small_economy().draw;
  const Model& model = small_economy().model;
  const Closures closures = with_wages(WageClosure::flexible);
  constexpr int years = 4;
  const auto path = [&](double factor) {
    std::vector<PolicyEffects<1>> effects(years + 1, PolicyEffects<1>(model.base().dimensions));
    for (int year = 0; year <= years; ++year)
      more_productive(model.base(), 0, factor)(year, effects[static_cast<std::size_t>(year)]);
    return effects;
  };
  const std::array factors{1.0, 0.8, 1.01, 0.6};
  std::vector<PolicyEffects<4>> together_path(years + 1, PolicyEffects<4>(model.base().dimensions));
  for (int lane = 0; lane < 4; ++lane) {
    const auto alone = path(factors[static_cast<std::size_t>(lane)]);
    for (std::size_t year = 0; year <= years; ++year) {
      for (std::size_t k = 0; k < alone[year].log_technology.size(); ++k)
        together_path[year].log_technology[k].set_lane(lane, alone[year].log_technology[k].v);
    }
  }
  const std::vector<Draw> draws(4, draw);
  std::vector<State<4>> states;
  simulate<4>(model, {draws.data(), closures, &together_path, model.base().dimensions.base_year + years},
              [&](PathKind kind, int, const State<4>& state) {
                if (kind == PathKind::scenario) states.push_back(state);
              });
  for (int lane = 0; lane < 4; ++lane) {
    const Run alone = test::run(model, draw, years, closures,
                                more_productive(model.base(), 0, factors[static_cast<std::size_t>(lane)]));
    for (std::size_t year = 0; year <= years; ++year) {
      CAPTURE(lane, year);
      CHECK(same_bits(one_lane(states[year], lane), alone.scenario[year]));
    }
  }
  CHECK(states[first_shock][Field::solver_iterations][0].lane(3) > 50.0);  // the steps were needed
}

TEST_CASE("accounts close on the way to a large shock that comes with fewer guests", "[solver]") {
  const BaseYear& base = steady_model().base();
  const auto fewer_guests = [&](State<1>& drivers) {
    struck(base, Blow::productivity, everywhere, 0.9)(drivers);
    for (std::size_t cell = 0; cell < base.consumption.cells(); ++cell) {
      const Lanes<1> lost(-0.1 * base.consumption.data()[cell]);
      drivers[Field::visitors_demand][cell] = lost;
      drivers[Field::policy_demand][cell] = lost;
    }
  };
  CHECK(shocked_year(steady_model(), steady_draw(), {}, fewer_guests).residual < 1e-9);
}

TEST_CASE("large shocks to the delivered economy are solved or refused", "[.slow][solver][property]") {
  const WageClosure wages = GENERATE(WageClosure::curve, WageClosure::fixed_real, WageClosure::flexible);
  const int region = GENERATE(everywhere, 0, 1, 2, 3, 4, 5, 6);
  CAPTURE(static_cast<int>(wages), region);
  const Closures closures = with_wages(wages);
  const BaseYear& base = steady_model().base();
  const std::array blow_sizes{std::pair{Blow::productivity, 0.7}, std::pair{Blow::labour_force, 0.8},
                              std::pair{Blow::exports, 0.5}};
  for (const auto& [blow, factor] : blow_sizes) {
    CAPTURE(name_of(blow));
    solves_or_says(steady_model(), steady_draw(), closures, struck(base, blow, region, factor));
  }
  for (int j = 0; j < base.dimensions.industry_count(); ++j) {
    CAPTURE(j);
    solves_or_says(steady_model(), steady_draw(), closures, no_public_purchases(base, region, j));
  }
}

TEST_CASE("accounts of people that do not close stop the run", "[solver][errors]") {
  const auto miss = [](double persons) {
    return [persons](State<1>& drivers) { drivers[Field::residual_people][0] = Lanes<1>(persons); };
  };
  const auto& [draw, model] = small_economy();
  CHECK_THROWS_WITH(shocked_year(model, draw, {}, miss(2e-6)),
                    "the accounts of year 2019 do not close: residual_people is 2.00e-06");
  CHECK_THROWS_AS(shocked_year(model, draw, {}, miss(std::nan(""))), ConvergenceError);
  CHECK_NOTHROW(shocked_year(model, draw, {}, miss(5e-7)));
}
