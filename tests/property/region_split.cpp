// (j) A border drawn through a region changes nothing: a region and its two equal halves give the same sums
// (model/README.md, section 8).
#include <catch2/catch.hpp>
#include <cmath>

#include "calibration/calibrate.h"
#include "support/measure.h"
#include "support/reshaped_tables.h"
#include "support/shocks.h"

using namespace drivkraft;
using namespace drivkraft::test;

namespace {

/// Part of all domestic use that crosses a border once the region is two: what crossed before, and half of what the
/// region sold to itself. Products used where they are supplied stay in their half.
double share_across_borders(const BaseYear& base, const BaseTables& tables, int region) {
  double all = 0.0, crossing = 0.0;
  for (int i = 0; i < base.dimensions.industry_count(); ++i) {
    for (int r = 0; r < base.dimensions.region_count(); ++r) {
      const double use = base.domestic_use({r}, {i});
      all += use;
      crossing += use * (1.0 - base.trade_share({r}, {r}, {i}));
      if (r == region && !tables.local_product[static_cast<std::size_t>(i)])
        crossing += 0.5 * use * base.trade_share({r}, {r}, {i});
    }
  }
  return crossing / all;
}

/// The economy with one region in two halves, its decay held: calibration solves the decay for the share that the held
/// one gives.
Model split_model(int region) {
  const Parameters& central = real_economy().draw.equations;
  const double growth = central[Parameter::productivity_growth];
  Parameters halves = central;
  halves[Parameter::interregional_share] =
      share_across_borders(test::real_model().base(), real_economy().tables, region);
  return Model(calibrate(test::split_region(real_economy().tables, region), halves, growth), central);
}

/// The whole's dose, half of it in each half.
test::Shock in_both_halves(const test::Shock& shock, const Dimensions& whole, int region) {
  return [=](int year, PolicyEffects<1>& effects) {
    PolicyEffects<1> undivided(whole);
    shock(year, undivided);
    const auto spread = [&](const std::vector<Lanes<1>>& from, std::vector<Lanes<1>>& to, double part) {
      const std::size_t block = from.size() / whole.regions.size(), first = static_cast<std::size_t>(region) * block;
      for (std::size_t k = 0; k < from.size(); ++k) to[k] = from[k];
      for (std::size_t k = 0; k < block; ++k) to[first + k] = to[from.size() + k] = Lanes<1>(part) * from[first + k];
    };
    spread(undivided.log_technology, effects.log_technology, 1.0);
    spread(undivided.public_purchases, effects.public_purchases, 0.5);
    spread(undivided.labour_force_added, effects.labour_force_added, 0.5);
  };
}

bool is_amount(const FieldInfo& info) {
  return info.unit == "mio_dkk" || info.unit == "mio_dkk_base_year_prices" || info.unit == "persons" ||
         info.unit == "firms" || info.unit == "kt_co2e";
}

/// Fields by one region, first axis: those by two regions have no sum to compare with.
bool is_by_region(const FieldInfo& info) {
  return info.axes[0] == Axis::region && info.axes[1] != Axis::region_residence && info.has_difference;
}

void check_same(const State<1>& whole, const State<1>& halves, int region, std::size_t regions) {
  constexpr double tolerance = 1e-9;
  for (const FieldInfo& info : state_fields) {
    const auto a = whole.all(info.field), b = halves.all(info.field);
    CAPTURE(info.name);
    if (info.has_difference && a.size() == b.size()) {  // national
      for (std::size_t k = 0; k < a.size(); ++k)
        CHECK(std::abs(a[k].v - b[k].v) <= tolerance * std::max(1.0, std::abs(a[k].v)));
    }
    if (!is_by_region(info)) continue;
    const std::size_t block = a.size() / regions, first = static_cast<std::size_t>(region) * block;
    const auto sizes = whole.all(test::measure_of(info.field));
    double largest = 0.0, size = 1e-3;
    for (std::size_t k = 0; k < a.size(); ++k) {
      size = std::max(size, std::abs(sizes[k].v));
      const bool divided = k >= first && k < first + block;
      const double twin = divided ? b[a.size() + k - first].v : 0.0;
      const double joined = !divided ? b[k].v : is_amount(info) ? b[k].v + twin : 0.5 * (b[k].v + twin);
      largest = std::max(largest, std::abs(joined - a[k].v));
      if (divided) largest = std::max(largest, std::abs(b[k].v - twin));
    }
    // A residual of 1e-9 in the wage rule is one of 1e-9 / (epsilon + gamma) in log unemployment.
    if (info.field == Field::unemployment_rate) size = 5.0;
    CHECK(largest <= tolerance * size);
  }
}

}  // namespace

TEST_CASE("(j) a region in two halves gives the sums of the whole", "[specification]") {
  const int region = GENERATE(range(0, 7));
  CAPTURE(region);
  const Model& whole = test::real_model();
  const Dimensions& d = whole.base().dimensions;
  const Model halves = split_model(region);
  CHECK(halves.base().gdp == Approx(whole.base().gdp).epsilon(1e-12));
  CHECK(halves.base().gravity_decay == Approx(whole.base().gravity_decay).epsilon(1e-11));
  constexpr int years = 5;
  const test::Shock shock =
      test::together({more_productive(whole.base(), region, 1.01), more_people(whole.base(), region, 0.005),
                      purchase(whole.base(), region, test::industry(whole.base(), "construction"), 500.0)});
  const test::Run one = test::run(whole, real_economy().draw, years, {}, shock);
  const test::Run two = test::run(halves, real_economy().draw, years, {}, in_both_halves(shock, d, region));
  for (int year = 0; year <= years; ++year) {
    const auto at = static_cast<std::size_t>(year);
    CAPTURE(year);
    check_same(one.baseline[at], two.baseline[at], region, d.regions.size());
    check_same(one.scenario[at], two.scenario[at], region, d.regions.size());
  }
}
