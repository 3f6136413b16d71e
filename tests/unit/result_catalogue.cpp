#include <catch2/catch.hpp>
#include <set>

#include "results/catalogue.h"
#include "support/made_up_run.h"

using namespace drivkraft;

TEST_CASE("fields without an equation and a Danish label stay out of files", "[results]") {
  std::set<std::string_view> exported;
  for (const FieldInfo& field : exported_fields()) exported.insert(field.name);
  CHECK(exported.count("employment") == 1);
  CHECK(exported.count("solver_iterations") == 1);
  CHECK(exported.count("solver_residual") == 1);
  CHECK(exported.count("log_productivity") == 0);
  CHECK(exported.count("lever_cost") == 0);
  CHECK(exported.size() == exported_fields().size());
}

TEST_CASE("a series is described with the year first", "[results]") {
  for (const FieldInfo& field : exported_fields()) {
    if (field.field != Field::commuting_share) continue;
    const VariableInfo info = describe(field);
    CHECK(info.dimensions == std::vector<std::string>{"year", "region", "region_residence", "education"});
    CHECK(info.unit == "1");
    CHECK(info.equation == "LM-1");
  }
}

TEST_CASE("every assumption has a name of its own, both labels and as many values as its dimensions hold",
          "[results]") {
  const BaseYear base = made_up::base_year();
  const Parameters parameters = made_up::parameters();
  std::set<std::string> names;
  for (const AssumptionVariable& variable : assumption_variables()) {
    CAPTURE(variable.info.name);
    CHECK(names.insert(variable.info.name).second);
    CHECK_FALSE(variable.info.label.empty());
    CHECK_FALSE(variable.info.label_da.empty());
    CHECK_FALSE(variable.info.unit.empty());
    std::size_t cells = 1;
    for (const std::string& dimension : variable.info.dimensions) {
      cells *= dimension_labels(base.dimensions, dimension).size();
    }
    CHECK(variable.values(base, parameters).size() == cells);
  }
}

TEST_CASE("elasticities of the assumptions come from the right parameters", "[results]") {
  const BaseYear base = made_up::base_year();
  const Parameters parameters = made_up::parameters();
  const auto values_of = [&](const std::string& name) {
    for (const AssumptionVariable& variable : assumption_variables()) {
      if (variable.info.name == name) return variable.values(base, parameters);
    }
    return std::vector<double>{};
  };
  CHECK(values_of("sigma_capital_labour") == std::vector<double>{parameters[Parameter::sigma_kl_agriculture],
                                                                 parameters[Parameter::sigma_kl_construction],
                                                                 parameters[Parameter::sigma_kl_services]});
  CHECK(values_of("sigma_imports") == std::vector<double>(3, parameters[Parameter::sigma_imports]));
  CHECK(values_of("sigma_regions") == std::vector<double>(3, parameters[Parameter::sigma_regions]));
  CHECK(values_of("export_elasticity") == std::vector<double>(3, parameters[Parameter::export_elasticity]));
  CHECK(values_of("wage_curve_epsilon") == std::vector<double>{parameters[Parameter::wage_epsilon]});
  CHECK(values_of("wage_curve_gamma") == std::vector<double>{parameters[Parameter::wage_gamma]});
  CHECK(values_of("wage_regional_weight") == std::vector<double>{parameters[Parameter::wage_regional_weight]});
  CHECK(values_of("wage_national_weight") == std::vector<double>{parameters[Parameter::wage_national_weight]});
  CHECK(values_of("commuting_wage_elasticity") == std::vector<double>{parameters[Parameter::commuting_chi]});
  CHECK(values_of("higher_education") == std::vector<double>{0.0, 1.0});
}

TEST_CASE("a dimension that does not exist has no labels", "[results]") {
  CHECK_THROWS_AS(dimension_labels(made_up::dimensions(), "planet"), std::logic_error);
  CHECK(dimension_labels(made_up::dimensions(), "region_residence") == std::vector<std::string>{"nordjylland", "fyn"});
}

TEST_CASE("the recorder refuses years out of order and paths of different length", "[results]") {
  const Dimensions sizes = made_up::dimensions();
  const StateLayout layout(sizes);
  const std::vector<double> state(layout.size(), 1.0);
  Recorder recorder(sizes);
  CHECK_THROWS_AS(recorder.require_complete(), std::logic_error);
  recorder.observe(PathKind::baseline, 2018, layout, state);
  CHECK_THROWS_AS(recorder.observe(PathKind::baseline, 2020, layout, state), std::logic_error);
  CHECK_THROWS_AS(recorder.require_complete(), std::logic_error);
  CHECK_THROWS_AS(recorder.observe(PathKind::scenario, 2019, layout, state), std::logic_error);
  recorder.observe(PathKind::scenario, 2018, layout, state);
  CHECK_NOTHROW(recorder.require_complete());
  recorder.observe(PathKind::baseline, 2019, layout, state);
  CHECK_THROWS_AS(recorder.require_complete(), std::logic_error);
  CHECK_THROWS_AS(recorder.observe(PathKind::scenario, 2019, layout, std::vector<double>(3)), std::logic_error);
}

TEST_CASE("a baseline of its own is also its scenario", "[results]") {
  const Dimensions sizes = made_up::dimensions();
  const StateLayout layout(sizes);
  Recorder recorder(sizes);
  recorder.observe(PathKind::baseline, 2018, layout, std::vector<double>(layout.size(), 7.0));
  recorder.use_baseline_as_scenario();
  CHECK_NOTHROW(recorder.require_complete());
  CHECK(recorder.cells(PathKind::scenario, Field::employment, 2018)[0] == 7.0);
}

TEST_CASE("the doses of a lever add up over regions and years, its cost by region", "[results]") {
  LeverCatalogue catalogue;
  catalogue.entries.resize(3);
  catalogue.entries[1].id = "unused";
  catalogue.entries[2].id = "advice";
  catalogue.entries[2].public_cost.value = 0.5;
  Scenario scenario;
  const auto ask = [&](int entry, int region, int year, double amount) {
    LeverDose dose;
    dose.entry = entry;
    dose.region = RegionId{region};
    dose.year = year;
    dose.amount = amount;
    scenario.doses.push_back(dose);
  };
  ask(2, 0, 2021, 10.0);
  ask(2, 1, 2020, 4.0);
  ask(2, 1, 2022, 6.0);
  ask(1, 0, 2025, 0.0);
  const std::vector<LeverUse> uses = levers_used(scenario, catalogue, made_up::dimensions(), {1.0, 0.0, 2.0, 0.0});
  REQUIRE(uses.size() == 1);
  CHECK(uses[0].id == "advice");
  CHECK(uses[0].total_dose == 20.0);
  CHECK(uses[0].first_year == 2020);
  CHECK(uses[0].last_year == 2022);
  // A unit costs 0.5; two doses pay a wage subsidy besides.
  CHECK(uses[0].public_cost == std::vector<double>{6.0, 7.0});
  const std::size_t regions = made_up::dimensions().regions.size();
  const auto first_year = static_cast<std::size_t>(scenario.first_year);
  CHECK(uses[0].public_costs.at((2022 - first_year) * regions + 1) == 5.0);
  CHECK(uses[0].public_costs.at((2020 - first_year) * regions + 1) == 2.0);
  CHECK(uses[0].private_costs.at((2021 - first_year) * regions) == 0.0);
}
