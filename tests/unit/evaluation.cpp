// The figures of an evaluation on a made-up path, by hand.
#include "economy/evaluation.h"

#include <catch2/catch.hpp>
#include <cmath>

using namespace drivkraft;

namespace {

constexpr std::size_t regions = 2;

/// Three years; the first region alone is changed, in the last two.
struct MadeUp {
  RegionSums baseline{regions}, scenario{regions}, nothing_bought{regions};
  std::vector<double> public_cost = {0.0, 0.0, 20.0, 0.0, 0.0, 0.0}, private_cost = {0.0, 0.0, 5.0, 0.0, 0.0, 0.0};
  Parameters parameters;
  NoiseFloor floor{{0.01, 0.01}, {0.01, 0.01}};

  MadeUp() {
    parameters[Parameter::net_tax_factor] = 1.25;
    parameters[Parameter::tax_distortion_factor] = 1.1;
    parameters[Parameter::discount_rate_to_35] = 0.25;
    parameters[Parameter::discount_rate_from_36] = 0.1;
    const std::vector<double> none(3 * regions, 0.0);
    for (RegionSums* path : {&baseline, &scenario, &nothing_bought}) {
      path->employment = std::vector<double>(3 * regions, 1000.0);
      path->value_added = path->real_gdp = std::vector<double>(3 * regions, 500.0);
      path->public_balance = path->financing = path->lever_cost = path->public_purchases = none;
    }
    scenario.employment[2] = 1010.0;  // the year of the dose
    scenario.employment[4] = 1030.0;  // the year after
    scenario.value_added[2] = scenario.real_gdp[2] = 512.0;
    scenario.value_added[4] = scenario.real_gdp[4] = 540.0;
    nothing_bought.value_added[4] = 540.0;
    scenario.public_purchases[2] = 16.0;
    scenario.lever_cost[2] = 20.0;
    scenario.financing = {0.0, 0.0, 15.0, 5.0, 0.0, 0.0};
    scenario.public_balance = {0.0, 0.0, 4.0, 1.0, 2.0, 0.0};
  }
  [[nodiscard]] Evaluation worth() const {
    return evaluate({.base_year = 2018,
                     .dose_year = 2019,
                     .baseline = baseline,
                     .scenario = scenario,
                     .nothing_bought = nothing_bought,
                     .public_cost = public_cost,
                     .private_cost = private_cost},
                    parameters, floor);
  }
};

}  // namespace

TEST_CASE("a made-up path is evaluated as by hand", "[evaluation]") {
  const Evaluation worth = MadeUp().worth();
  CHECK(worth.benefit == Approx(0.8 * 1.25 * 40.0));
  CHECK(worth.resource_cost == Approx(1.25 * (16.0 + 5.0)));
  CHECK(worth.net_public_cost == Approx(20.0 - 5.0 + 0.8 * -2.0));
  CHECK(worth.distortion == Approx(0.1 * 13.4));
  CHECK(worth.net_present_value == Approx(40.0 - 26.25 - 1.34));
  CHECK(worth.benefit_cost_ratio.value == Approx(40.0 / 27.59));
  CHECK(worth.public_cost == Approx(20.0));
  CHECK(worth.job_years == Approx(40.0));
  CHECK(worth.value_added == Approx(52.0));
  CHECK(worth.cost_per_job_year.value == Approx(0.5));
  CHECK(worth.cost_per_value_added.value == Approx(20.0 / 52.0));
  CHECK(worth.jobs_against_noise == Approx(std::log(1.03) / 0.01));
  CHECK(worth.gdp_against_noise == Approx(std::log(1.08) / 0.01));
  CHECK(worth.public_balance == std::vector<double>{4.0 + 0.8 * 2.0, 1.0});
}

TEST_CASE("public consumption that is given up pays for levers too", "[evaluation]") {
  MadeUp made_up;
  made_up.scenario.financing.assign(3 * regions, 0.0);
  const Evaluation worth = evaluate({.base_year = 2018,
                                     .dose_year = 2019,
                                     .baseline = made_up.baseline,
                                     .scenario = made_up.scenario,
                                     .nothing_bought = made_up.nothing_bought,
                                     .public_cost = made_up.public_cost,
                                     .private_cost = made_up.private_cost,
                                     .paid_from_budget = true},
                                    made_up.parameters, made_up.floor);
  CHECK(worth.net_public_cost == Approx(20.0 - 5.0 + 0.8 * -2.0));
}

TEST_CASE("discount factors change their rate after 35 years", "[evaluation]") {
  Parameters parameters;
  parameters[Parameter::discount_rate_to_35] = 0.035;
  parameters[Parameter::discount_rate_from_36] = 0.025;
  CHECK(discount_factor(0, parameters) == 1.0);
  CHECK(discount_factor(10, parameters) == Approx(0.7089188));
  CHECK(discount_factor(35, parameters) == Approx(0.2999769));
  CHECK(discount_factor(37, parameters) == Approx(0.2999769 / 1.025 / 1.025));
}

TEST_CASE("figures that no cost, effect or history can bear are blank with a reason", "[evaluation]") {
  MadeUp made_up;
  const auto blank = [](const Figure& figure, Blank reason) {
    return std::isnan(figure.value) && figure.blank == reason;
  };
  SECTION("no cost") {
    made_up.public_cost.assign(3 * regions, 0.0);
    made_up.private_cost = made_up.scenario.public_purchases = made_up.scenario.financing = made_up.public_cost;
    CHECK(blank(made_up.worth().cost_per_job_year, Blank::no_cost));
    CHECK(blank(made_up.worth().benefit_cost_ratio, Blank::no_cost));
  }
  SECTION("no effect") {
    made_up.scenario.employment = made_up.baseline.employment;
    made_up.nothing_bought.value_added = made_up.baseline.value_added;
    CHECK(blank(made_up.worth().cost_per_job_year, Blank::no_effect));
    CHECK(blank(made_up.worth().benefit_cost_ratio, Blank::no_effect));
    CHECK(made_up.worth().net_present_value == Approx(-27.59));
  }
  SECTION("a negative effect") {
    made_up.scenario.employment[4] = made_up.nothing_bought.value_added[4] = 400.0;
    CHECK(blank(made_up.worth().cost_per_job_year, Blank::negative_effect));
    CHECK(blank(made_up.worth().benefit_cost_ratio, Blank::negative_effect));
  }
  SECTION("below what a normal year hides") {
    made_up.floor = {{0.03, 0.03}, {0.08, 0.08}};
    CHECK(blank(made_up.worth().cost_per_job_year, Blank::below_noise));
    CHECK(blank(made_up.worth().cost_per_value_added, Blank::below_noise));
    CHECK(made_up.worth().benefit_cost_ratio.blank == Blank::none);
  }
  SECTION("no history") {
    made_up.floor = {};
    CHECK(blank(made_up.worth().cost_per_job_year, Blank::no_history));
    CHECK(std::isnan(made_up.worth().jobs_against_noise));
  }
}

TEST_CASE("noise is the spread of yearly changes about their mean", "[evaluation]") {
  CHECK(yearly_noise({100.0, 110.0, 121.0, 133.1}) == Approx(0.0).margin(1e-12));
  const double a = std::log(1.1), b = std::log(1.3 / 1.1), mean = std::log(1.3) / 2.0;
  CHECK(yearly_noise({1.0, 1.1, 1.3}) == Approx(std::sqrt((a - mean) * (a - mean) + (b - mean) * (b - mean))));
}

TEST_CASE("the share on weak evidence weighs levers by what they change", "[evaluation]") {
  CHECK(weak_evidence_share({{3.0, 'A'}, {-1.0, 'C'}, {2.0, 'D'}, {4.0, '-'}}) == Approx(0.3));
  CHECK(std::isnan(weak_evidence_share({{0.0, 'D'}})));
  CHECK(std::isnan(weak_evidence_share({})));
}
