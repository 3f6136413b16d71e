// Where a shock is felt (model/README.md, section 8): shocks start in the third year, drivers are constant, people and
// technology stand still but for the shock.
#include <catch2/catch.hpp>

#include "support/shocks.h"

using namespace drivkraft;
using namespace drivkraft::test;

namespace {

double change_in(const test::Run& run, Field field, int year, int region) {
  const auto at = static_cast<std::size_t>(year);
  return total(steady_model(), run.scenario[at], field, {region}) -
         total(steady_model(), run.baseline[at], field, {region});
}

/// The other region that sells most of a product to this one.
int largest_supplier(const BaseYear& base, int region, int product) {
  int largest = -1;
  double most = -1.0;
  for (int q = 0; q < base.dimensions.region_count(); ++q) {
    if (q == region || base.trade_share({q}, {region}, {product}) <= most) continue;
    most = base.trade_share({q}, {region}, {product});
    largest = q;
  }
  return largest;
}

}  // namespace

TEST_CASE("(e) care bought in a region gives jobs there", "[specification]") {
  const int region = GENERATE(range(0, 7));
  CAPTURE(region);
  const BaseYear& base = steady_model().base();
  const test::Run run =
      steady_run(first_shock, test::unfinanced(), purchase(base, region, industry(base, "health_social"), 100.0));
  const double jobs = change(run, Field::employment, first_shock);
  CHECK(jobs > 0.0);
  CHECK(change_in(run, Field::employment, first_shock, region) >= 0.9 * jobs);
}

TEST_CASE("(e) construction bought in a region raises output of its largest outside supplier", "[specification]") {
  const int region = GENERATE(range(0, 7));
  const BaseYear& base = steady_model().base();
  const int construction = industry(base, "construction");
  const int supplier = largest_supplier(base, region, construction);
  CAPTURE(region, supplier);
  const test::Run run = steady_run(first_shock, test::unfinanced(), purchase(base, region, construction, 100.0));
  CHECK(change_in(run, Field::output, first_shock, supplier) > 0.0);
  const auto cell = static_cast<std::size_t>(supplier * base.dimensions.industry_count() + construction);
  CHECK(run.scenario[first_shock][Field::output][cell].v > run.baseline[first_shock][Field::output][cell].v);
}

TEST_CASE("(e) more people in a region raise value added everywhere in the end", "[specification]") {
  const int region = GENERATE(range(0, 7));
  const BaseYear& base = steady_model().base();
  constexpr int years_later = 12;
  const test::Run run = steady_run(first_shock + years_later, test::unfinanced(), more_people(base, region, 0.01));
  for (int r = 0; r < base.dimensions.region_count(); ++r) {
    CAPTURE(region, r);
    CHECK(change_in(run, Field::value_added, first_shock + years_later, r) > 0.0);
  }
}
