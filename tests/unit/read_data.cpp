#include "inputs/read_data.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <filesystem>
#include <numeric>
#include <string>

#include "economy/base_tables.h"
#include "support/root.h"

using namespace drivkraft;

namespace {

const std::filesystem::path root = test::root();

struct Delivered {
  explicit Delivered(const std::string& folder) : tables(read_base_tables(root / folder, record, problems)) {}
  InputRecord record;
  Problems problems;
  BaseTables tables;
};

/// The delivered tables, read once for all tests.
const BaseTables& denmark() {
  static const Delivered delivered("data");
  return delivered.tables;
}

template <class T>
double sum(const T& table) {
  const auto values = table.values();
  return std::accumulate(values.begin(), values.end(), 0.0);
}

/// Supply of each product less its use, and cost of each industry less its output, both relative to output. Output is
/// what the domestic row adds up to.
double worst_imbalance(const BaseTables& t) {
  const int industries = t.dimensions.industry_count();
  double worst = 0.0;
  for (int j = 0; j < industries; ++j) {
    const IndustryId product{j};
    double use = t.private_consumption.domestic(product) + t.public_consumption.domestic(product) +
                 t.investment.domestic(product) + t.inventories.domestic(product) + t.visitors.domestic(product) +
                 t.exports(product);
    double cost = t.product_taxes_on_inputs(product);
    for (int i = 0; i < industries; ++i) {
      const IndustryId other{i};
      use += t.domestic_inputs(product, other);
      cost += t.domestic_inputs(other, product) + t.imported_inputs(other, product);
    }
    for (int r = 0; r < t.dimensions.region_count(); ++r) cost += t.value_added(RegionId{r}, product);
    worst = std::max(worst, std::abs(use - cost) / use);
  }
  return worst;
}

/// Largest gap between the labour force table and participation times people, in persons.
double worst_labour_force_gap(const BaseTables& t) {
  double worst = 0.0;
  for (int r = 0; r < t.dimensions.region_count(); ++r) {
    for (int e = 0; e < t.dimensions.education_count(); ++e) {
      const RegionId region{r};
      const EducationId education{e};
      double persons = 0.0;
      for (int s = 0; s < sex_count; ++s) {
        for (int a = 0; a < age_count; ++a) {
          const double share = t.participation_national(SexId{s}, AgeId{a}, education);
          if (share == 0.0) continue;
          const double odds = share / (1.0 - share) * std::exp(t.participation_shift(region, education));
          persons += t.population(region, SexId{s}, AgeId{a}, education) * odds / (1.0 + odds);
        }
      }
      worst = std::max(worst, std::abs(persons - t.labour_force(region, education)));
    }
  }
  return worst;
}

}  // namespace

TEST_CASE("the delivered data folder has nothing wrong", "[data]") {
  const Delivered delivered("data");
  CAPTURE(delivered.problems.text());
  REQUIRE(delivered.problems.empty());
  CHECK(delivered.tables.dimensions.region_count() == 7);
  CHECK(delivered.tables.dimensions.industry_count() == 21);
  CHECK(delivered.tables.dimensions.education_count() == 6);
  CHECK(delivered.tables.dimensions.base_year == 2018);
  CHECK(delivered.tables.dimensions.regions[4].name_da == "Sjælland");
  CHECK(delivered.tables.dimensions.higher == std::vector<bool>{false, false, false, true, true, true});
  CHECK(delivered.record.cells.total() > 10'000);
  CHECK(delivered.record.cells.assumed_share() > 0.0);
  CHECK(delivered.record.cells.assumed_share() < 1.0);
}

TEST_CASE("supply equals use for every product of the delivered table", "[data]") {
  CHECK(worst_imbalance(denmark()) < 1e-9);
}

TEST_CASE("regional accounts add up to the input-output table's nation without the North Sea", "[data]") {
  // data/README.md: 2,960,000 jobs in the regions, GDP 2,231,948 without the North Sea.
  const BaseTables& t = denmark();
  CHECK(sum(t.jobs) == Approx(2'960'000.0).epsilon(1e-9));
  const double taxes = sum(t.product_taxes_on_inputs) + t.private_consumption.product_taxes +
                       t.public_consumption.product_taxes + t.investment.product_taxes + t.inventories.product_taxes +
                       t.visitors.product_taxes;
  CHECK(sum(t.value_added) + taxes == Approx(2'231'948.432).epsilon(1e-9));
}

TEST_CASE("people and jobs of the delivered tables agree", "[data]") {
  const BaseTables& t = denmark();
  CHECK(sum(t.population) == Approx(5'806'081.0).margin(0.01));
  CHECK(worst_labour_force_gap(t) < 0.01);
  for (int r = 0; r < 7; ++r) {
    for (int j = 0; j < 21; ++j) {
      double jobs = 0.0;
      for (int e = 0; e < 6; ++e) jobs += t.jobs_by_education(RegionId{r}, IndustryId{j}, EducationId{e});
      CHECK(jobs == Approx(t.jobs(RegionId{r}, IndustryId{j})).epsilon(1e-9));
    }
  }
  CHECK(sum(t.commuters) == Approx(sum(t.jobs)).epsilon(1e-9));
}

TEST_CASE("commuters are read by workplace first", "[data]") {
  const BaseTables& t = denmark();
  const RegionId sjaelland{4};
  const RegionId hovedstaden{5};
  double into_hovedstaden = 0.0;
  double out_of_hovedstaden = 0.0;
  for (int e = 0; e < 6; ++e) {
    into_hovedstaden += t.commuters(hovedstaden, sjaelland, EducationId{e});
    out_of_hovedstaden += t.commuters(sjaelland, hovedstaden, EducationId{e});
  }
  CHECK(into_hovedstaden == Approx(117'403.0).margin(1.0));  // data/README.md, Commuting
  CHECK(out_of_hovedstaden == Approx(33'824.0).margin(1.0));
}

TEST_CASE("wages are converted from thousand to mio. DKK a job", "[data]") {
  const BaseTables& t = denmark();
  // wages.csv, first row: nordjylland, agriculture, basic.
  CHECK(t.labour_income_per_job(RegionId{0}, IndustryId{0}, EducationId{0}) == Approx(0.363020839).epsilon(1e-12));
}

TEST_CASE("children hold basic school and work in no year of age below 15 or above 84", "[data]") {
  const BaseTables& t = denmark();
  double children = 0.0;
  for (int r = 0; r < 7; ++r) {
    for (int a = 0; a < 15; ++a) {
      children += t.population(RegionId{r}, SexId{0}, AgeId{a}, EducationId{0});
      CHECK(t.population(RegionId{r}, SexId{0}, AgeId{a}, EducationId{1}) == 0.0);
    }
  }
  CHECK(children > 400'000.0);
  CHECK(t.participation_national(SexId{1}, AgeId{14}, EducationId{0}) == 0.0);
  CHECK(t.participation_national(SexId{1}, AgeId{15}, EducationId{0}) > 0.0);
  CHECK(t.participation_national(SexId{1}, AgeId{84}, EducationId{0}) > 0.0);
  CHECK(t.participation_national(SexId{1}, AgeId{85}, EducationId{0}) == 0.0);
}

TEST_CASE("local products and elasticity groups are as the table says", "[data]") {
  const BaseTables& t = denmark();
  for (int j = 0; j < 21; ++j) {
    const std::string& id = t.dimensions.industries[static_cast<std::size_t>(j)].id;
    const bool local =
        id == "real_estate" || id == "public_administration" || id == "education" || id == "health_social";
    CAPTURE(id);
    CHECK(t.local_product[static_cast<std::size_t>(j)] == local);
    CHECK_FALSE(t.sigma_group[static_cast<std::size_t>(j)].empty());
  }
}

TEST_CASE("the smallest economy is read and consistent", "[data]") {
  const Delivered delivered("tests/data/smallest");
  CAPTURE(delivered.problems.text());
  REQUIRE(delivered.problems.empty());
  const BaseTables& t = delivered.tables;
  CHECK(t.dimensions.region_count() == 1);
  CHECK(t.dimensions.industry_count() == 3);
  CHECK(t.dimensions.education_count() == 2);
  CHECK(worst_imbalance(t) < 1e-12);
  CHECK(worst_labour_force_gap(t) < 1e-5);
  CHECK(sum(t.jobs) == sum(t.jobs_by_education));
  CHECK(sum(t.jobs) == sum(t.commuters));
  CHECK(sum(t.value_added) == 1000.0);
  CHECK(delivered.record.files.size() == 27);
}

TEST_CASE("central values of the delivered parameters", "[parameters]") {
  InputRecord record;
  Problems problems;
  const ParameterFile file = read_parameter_table(root / "data/parameters/parameters.csv", record, problems);
  CAPTURE(problems.text());
  REQUIRE(problems.empty());
  REQUIRE(file.rows.size() == file.places.size());
  const Parameters central = central_parameters(file, {}, problems);
  CHECK(central[Parameter::wage_gamma] == 0.008);
  CHECK(central[Parameter::productivity_growth] == 0.011);
  CHECK(central[Parameter::sigma_kl_utilities_extraction] == 0.9);
}
