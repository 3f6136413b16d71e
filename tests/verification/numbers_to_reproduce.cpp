// The figures that the model specification prints, to the digits it prints.
#include <algorithm>
#include <catch2/catch.hpp>

#include "economy/people_flows.h"
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

TEST_CASE("the trend with people reproduces the printed figures", "[people][verification]") {
  const Economy& economy = test::peopled_model().economy();
  CHECK(economy.trend.efficiency_growth == Approx(0.007852827762).epsilon(1e-9));
  CHECK(economy.accounts.capital_growth == Approx(0.01434591227).epsilon(1e-9));
}

TEST_CASE("the baseline with people, drift and adoption reproduces the printed figures", "[people][verification]") {
  const test::Run run = test::run(test::peopled_model(), real_economy().draw, 22, {}, [](int, PolicyEffects<1>&) {});
  const State<1>&second = run.baseline[2], &last = run.baseline[22];
  const auto printed = [](double value) { return Approx(value).epsilon(1e-9); };
  CHECK(total(second, Field::value_added) == printed(1998801.472));
  CHECK(total(last, Field::value_added) == printed(2650067.237));
  CHECK(total(second, Field::employment) == printed(2993202.472));
  CHECK(total(last, Field::employment) == printed(3188166.39));
  CHECK(total(second, Field::gdp) == printed(2311252.998));
  CHECK(total(last, Field::gdp) == printed(3085201.478));
}

namespace {

double flow_of(const State<1>& state, Flow flow) {
  const auto cells = state.all(Field::skills_account);
  double sum = 0.0;
  for (std::size_t k = static_cast<std::size_t>(flow); k < cells.size(); k += flow_names.size()) sum += cells[k].v;
  return sum;
}

}  // namespace

TEST_CASE("the projection of people reproduces the printed figures", "[people][verification]") {
  const Model& model = test::peopled_model();
  const test::Run run = test::run(model, real_economy().draw, 22, {}, [](int, PolicyEffects<1>&) {});
  constexpr int sjaelland = 4, hovedstaden = 5, bornholm = 6, long_cycle = 5, upper_secondary = 1, vocational = 2,
                women = 0;
  const auto persons = [](double value) { return Approx(value).margin(0.5); };
  const State<1>& first = run.baseline[1];
  CHECK(total(first, Field::births) == Approx(62319.3).margin(0.05));
  CHECK(total(first, Field::deaths) == Approx(54456.3).margin(0.05));
  CHECK(-flow_of(first, Flow::emigrated) == Approx(68607.1).margin(0.05));
  CHECK(flow_of(first, Flow::moved_in) == Approx(117278.4).margin(0.05));
  CHECK(flow_of(first, Flow::moved_out) == Approx(-117278.4).margin(0.05));
  CHECK(total(run.baseline[12], Field::people) == persons(6106004.0));
  CHECK(total(model, run.baseline[12], Field::people, {hovedstaden}) == persons(1959913.9));
  CHECK(total(run.baseline[22], Field::people) == persons(6264543.9));
  CHECK(total(model, run.baseline[22], Field::people, {bornholm}) == persons(37400.4));
  CHECK(total(run.baseline[12], Field::labour_force) == persons(3216530.0));
  CHECK(run.baseline[12][Field::labour_force][hovedstaden * 6 + long_cycle].v == persons(326852.7));
  CHECK(total(run.baseline[22], Field::labour_force) == persons(3309780.7));
  CHECK(run.baseline[22][Field::labour_force][sjaelland * 6 + long_cycle].v == persons(61732.8));

  const BasePeople& people = *model.economy().people;
  double young = 0.0;
  for (int g = 0; g < sex_count; ++g) {
    for (int a = 20; a <= 24; ++a) {
      for (int e = 0; e < 6; ++e)
        young += run.baseline[5][Field::population][people.place(sjaelland, g, a) + static_cast<std::size_t>(e)].v;
    }
  }
  CHECK(young == persons(39925.1));
  const auto rate = [&](int o, int d, int a, int e) {
    return people.move_rate[static_cast<std::size_t>(((a * 7 + o) * 7 + d) * 6 + e)];
  };
  CHECK(rate(sjaelland, hovedstaden, 20, upper_secondary) == Approx(0.255059).margin(1e-6));
  const std::size_t cell = people.place(hovedstaden, women, 64) + vocational;
  CHECK(run.baseline[0][Field::participation_rate][cell].v == Approx(0.388695).margin(1e-6));
  CHECK(run.baseline[22][Field::participation_rate][cell].v == Approx(0.562270).margin(1e-6));
}
