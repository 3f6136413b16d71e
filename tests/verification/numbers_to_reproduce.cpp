// The figures that the model specification prints, to the digits it prints.
#include <algorithm>
#include <catch2/catch.hpp>

#include "support/real_economy.h"

using namespace drivkraft;
using test::real_economy;
using test::real_model;
using test::total;

TEST_CASE("the base-year accounts reproduce the printed figures", "[calibration][verification]") {
  const BaseYear& base = real_model().base();
  const auto printed = [](double value) { return Approx(value).epsilon(1e-9); };
  CHECK(base.gdp == printed(2231948.432));
  CHECK(base.gravity_decay == printed(0.02778154877));
  CHECK(base.operating_surplus == printed(694713.7438));
  for (const double units : base.capital_units.values()) CHECK(units == printed(1.087734766));
  const std::vector<double> tax{0.17957, 0.00431, 0.11312, 0.18178};
  for (int u = 0; u < use_count; ++u)
    CHECK(base.final_tax_rate({u}) == Approx(tax[static_cast<std::size_t>(u)]).margin(5e-6));
  const std::vector<double> own{0.732865524,  0.7573363803, 0.6847657406, 0.5895260336,
                                0.5778910327, 0.8617856751, 0.858841716};
  const std::vector<double> surplus{
      0.01162707903, 0.02622704455, 0.005561526606, 0.01314479057, 0.02764814925, 0.03776274852, 0.0};
  for (int r = 0; r < base.dimensions.region_count(); ++r) {
    double at_home = 0.0, all = 0.0;
    for (int i = 0; i < base.dimensions.industry_count(); ++i) {
      at_home += base.trade_share({r}, {r}, {i}) * base.domestic_use({r}, {i});
      all += base.domestic_use({r}, {i});
    }
    CAPTURE(base.dimensions.regions[static_cast<std::size_t>(r)].id);
    CHECK(at_home / all == printed(own[static_cast<std::size_t>(r)]));
    CHECK(base.surplus_share({r}) == printed(surplus[static_cast<std::size_t>(r)]).margin(1e-14));
  }
}

TEST_CASE("unemployment of the base year reproduces the printed figures", "[calibration][verification]") {
  const BaseYear& base = real_model().base();
  double force = 0.0, employed = 0.0;
  std::vector<double> rates;
  for (int r = 0; r < base.dimensions.region_count(); ++r) {
    double regional_force = 0.0, regional_employed = 0.0;
    for (int e = 0; e < base.dimensions.education_count(); ++e) {
      regional_force += base.labour_force({r}, {e});
      regional_employed += base.employed_residents({r}, {e});
    }
    rates.push_back(1.0 - regional_employed / regional_force);
    force += regional_force;
    employed += regional_employed;
  }
  CHECK(1.0 - employed / force == Approx(0.03825286612).epsilon(1e-9));
  CHECK(*std::max_element(rates.begin(), rates.end()) == Approx(0.0442).margin(5e-5));
  CHECK(*std::min_element(rates.begin(), rates.end()) == Approx(0.0339).margin(5e-5));
}

TEST_CASE("the baseline with people standing still reproduces the printed figures", "[simulation][verification]") {
  const test::Run run = test::run(real_model(), real_economy().draw, 22, {}, [](int, PolicyEffects<1>&) {});
  const State<1>&first = run.baseline[0], &second = run.baseline[2], &last = run.baseline[22];
  const std::vector<double> lending{-65600.835, 81726.3711, 103351.4989, -119477.035};
  for (int k = 0; k < sector_count; ++k) {
    CHECK(first[Field::net_lending][k].v == Approx(lending[static_cast<std::size_t>(k)]).epsilon(1e-9));
  }
  const auto printed = [](double value) { return Approx(value).epsilon(1e-9); };
  CHECK(total(second, Field::value_added) == printed(1977081.554));
  CHECK(total(last, Field::value_added) == printed(2470741.644));
  CHECK(total(second, Field::employment) == printed(2960667.144));
  CHECK(total(last, Field::employment) == printed(2961667.861));
  CHECK(total(second, Field::gdp) == printed(2281990.557));
  CHECK(total(last, Field::gdp) == printed(2861719.139));
  CHECK(total(second, Field::disposable_income) == printed(1014883.656));
  CHECK(total(last, Field::disposable_income) == printed(1269132.499));
}
