// Tables that contradict each other: calibration names the table, the place in the economy and what does not fit.

#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>
#include <string>

#include "base/errors.h"
#include "calibration/calibrate.h"
#include "calibration/people_rates.h"
#include "support/synthetic_economy.h"
#include "support/synthetic_people.h"

using namespace drivkraft;
using Catch::Contains;

namespace {

/// Three regions, six industries, two educations, with one thing changed.
std::string complaint(const std::function<void(BaseTables&, Parameters&)>& spoil) {
  BaseTables tables = test::synthetic_tables(3, 6, 2, 7U);
  Parameters parameters = test::synthetic_parameters();
  spoil(tables, parameters);
  try {
    static_cast<void>(calibrate(tables, parameters, 0.0));
  } catch (const InputError& error) {
    CHECK(error.problems().size() == 1);
    return error.what();
  }
  return {};
}

}  // namespace

TEST_CASE("sound tables do not contradict each other", "[calibration][errors]") {
  CHECK(complaint([](BaseTables&, Parameters&) {}).empty());
}

TEST_CASE("exports that no region has", "[calibration][errors]") {
  CHECK_THAT(complaint([](BaseTables& tables, Parameters&) {
               for (int r = 0; r < 3; ++r) tables.regional_exports({r}, {0}) = 0.0;
             }),
             Contains("exports_by_region.csv: " + test::synthetic_tables(3, 6, 2, 7U).dimensions.industries[0].id +
                      ": no region exports what the nation exports\n"));
}

TEST_CASE("inputs above output", "[calibration][errors]") {
  CHECK_THAT(complaint([](BaseTables& tables, Parameters&) {
               for (int i = 0; i < 6; ++i) tables.domestic_inputs({i}, {0}) *= 1000.0;
             }),
             Contains("io_use_7regions.csv: ") &&
                 Contains(": inputs and taxes exceed output, but the regional accounts have value added"));
}

TEST_CASE("households that pay taxes on nothing", "[calibration][errors]") {
  CHECK_THAT(complaint([](BaseTables& tables, Parameters&) {
               tables.households.primary_income({1}) = 0.0;
               tables.households.social_benefits({1}) = 0.0;
             }),
             Contains("taxes_transfers.csv: ") && Contains(": primary income and benefits are not positive"));
}

TEST_CASE("benefits by head above all benefits", "[calibration][errors]") {
  CHECK_THAT(complaint([](BaseTables& tables, Parameters&) { tables.benefit_unemployed = 1e6; }),
             Contains("benefits.csv: ") &&
                 Contains(": benefits to people under 65 exceed all social benefits of taxes_transfers.csv"));
}

TEST_CASE("jobs at which nobody works", "[calibration][errors]") {
  CHECK_THAT(complaint([](BaseTables& tables, Parameters&) {
               for (int r = 0; r < 3; ++r) tables.commuters({2}, {r}, {1}) = 0.0;
             }),
             Contains("commuting.csv: nobody works in ") && Contains(", but there are jobs"));
}

TEST_CASE("more people at work than in the labour force", "[calibration][errors]") {
  CHECK_THAT(complaint([](BaseTables& tables, Parameters&) {
               for (int r = 0; r < 3; ++r) tables.commuters({r}, {0}, {0}) *= 50.0;
             }),
             Contains("commuting.csv: more employed residents than labour force in "));
}

TEST_CASE("trade between regions that no distance can make", "[calibration][errors]") {
  CHECK_THAT(complaint([](BaseTables&, Parameters& parameters) { parameters[Parameter::interregional_share] = 0.999; }),
             Contains("parameters.csv: trade.interregional_share is 0.999") &&
                 Contains("distance can only make shares from "));
}

TEST_CASE("an industry with inputs but no value added", "[calibration][errors]") {
  CHECK_THAT(complaint([](BaseTables& tables, Parameters&) {
               for (int r = 0; r < 3; ++r) tables.value_added({r}, {1}) = 0.0;
               for (int i = 0; i < 6; ++i) tables.domestic_inputs({i}, {1}) *= 1000.0;  // more than its product's use
             }),
             Contains("io_use_7regions.csv: ") && Contains(" has inputs but no value added"));
}

TEST_CASE("jobs of no education, and jobs without value added", "[calibration][errors]") {
  CHECK_THAT(complaint([](BaseTables& tables, Parameters&) {
               for (int e = 0; e < 2; ++e) tables.jobs_by_education({1}, {2}, {e}) = 0.0;
             }),
             Contains("jobs_by_education.csv: ") && Contains(" has jobs but no education of them"));
  CHECK_THAT(complaint([](BaseTables& tables, Parameters&) { tables.value_added({1}, {2}) = 0.0; }),
             Contains("regional_accounts.csv: ") && Contains(" has jobs but no value added"));
}

TEST_CASE("an elasticity group without a parameter", "[calibration][errors]") {
  CHECK_THAT(complaint([](BaseTables& tables, Parameters&) { tables.sigma_group[3] = "crafts"; }),
             Contains("industry_parameters.csv: ") && Contains(" has the unknown sigma_group \"crafts\""));
}

TEST_CASE("exports above what the regions produce", "[calibration][errors]") {
  CHECK_THAT(complaint([](BaseTables&, Parameters& parameters) { parameters[Parameter::export_output_cap] = 1e-6; }),
             Contains("exports_by_region.csv: ") && Contains(": exports exceed what the regions produce"));
}

TEST_CASE("a local product of which firms use more than their region supplies", "[calibration][errors]") {
  CHECK_THAT(complaint([](BaseTables& tables, Parameters&) {
               const auto local = std::find(tables.local_product.begin(), tables.local_product.end(), true);
               REQUIRE(local != tables.local_product.end());
               tables.value_added({0}, {static_cast<int>(local - tables.local_product.begin())}) *= 1e-3;
             }),
             Contains("io_use_7regions.csv: ") && Contains(" than its firms use, and it is a local product"));
}

TEST_CASE("more emigrants than may leave", "[calibration][errors][people]") {
  const BaseTables tables = test::synthetic_tables(3, 6, 2, 7U);
  PeopleTables people = test::synthetic_people(tables, 7U);
  people.emigration_rate_cap = 1e-6;
  CHECK_THROWS_WITH(people_rates(tables, people, test::synthetic_parameters()),
                    Contains("international_migration.csv: ") && Contains(": more emigrants than may leave a year"));
}

TEST_CASE("an input-output table that does not balance is balanced, and what changed is told", "[calibration]") {
  BaseTables tables = test::synthetic_tables(3, 6, 2, 7U);
  for (int i = 0; i < 6; ++i) tables.exports({i}) *= i % 2 == 0 ? 1.05 : 0.98;
  const BaseYear base = calibrate(tables, test::synthetic_parameters(), 0.0);
  REQUIRE_FALSE(base.adjustments.empty());
  CHECK(base.adjustments[0].table == "io_use_7regions.csv");
  CHECK(base.adjustments[0].largest > 0.0);
  CHECK(base.adjustments[0].total >= base.adjustments[0].largest);
  for (int i = 0; i < 6; ++i) {  // supply equals use for every product
    double supply = 0.0, use = 0.0;
    for (int r = 0; r < 3; ++r) {
      supply += base.output({r}, {i});
      use += base.exports({r}, {i}) + base.domestic_use({r}, {i});
    }
    CHECK(use == Approx(supply).epsilon(1e-9));
  }
}
