// Levers of one scenario run beside each other as they run alone.
#include <algorithm>
#include <catch2/catch.hpp>

#include "simulation/side_by_side.h"
#include "support/real_economy.h"
#include "support/strategy.h"

using namespace drivkraft;

namespace {

/// The delivered strategy until 2026, its first doses in.
Scenario shorter_strategy() {
  Scenario scenario = test::strategy().scenario;
  scenario.last_year = 2026;
  std::erase_if(scenario.doses, [](const LeverDose& dose) { return dose.year > 2026; });
  return scenario;
}

bool same(const RegionSums& a, const RegionSums& b) {
  return a.employment == b.employment && a.value_added == b.value_added && a.real_gdp == b.real_gdp &&
         a.labour_force == b.labour_force && a.employed_residents == b.employed_residents &&
         a.public_balance == b.public_balance && a.financing == b.financing && a.lever_cost == b.lever_cost &&
         a.public_purchases == b.public_purchases;
}

/// Purchases, and what has no effect at central values.
bool does_nothing_but_buy(const LeverEntry& entry) {
  return std::all_of(entry.channels.begin(), entry.channels.end(), [](const ChannelUse& use) {
    const auto effect = use.parameters.find("effect");
    return use.channel == Channel::demand_public ||
           (use.channel != Channel::firms_first_academic && effect != use.parameters.end() &&
            test::real_economy().draw.value_of(effect->second) == 0.0);
  });
}

}  // namespace

TEST_CASE("a lever in company has the bits that it has alone", "[worth]") {
  const Scenario scenario = shorter_strategy();
  const LeverCatalogue& catalogue = test::strategy().catalogue;
  const std::vector<Scenario> alone = levers_alone(scenario);
  REQUIRE(alone.size() > 20);
  std::vector<Variant> variants;
  for (const Scenario& one : alone) variants.push_back({&one, &catalogue});
  const Draw& draw = test::real_economy().draw;
  const KnownBaseline baseline = known_baseline(test::peopled_model(), draw, scenario.last_year);
  const SideBySide together = run_side_by_side(test::peopled_model(), draw, baseline, scenario.closures, variants);
  REQUIRE(together.variants.size() == alone.size());
  for (std::size_t k = 0; k < alone.size(); ++k) {
    CAPTURE(catalogue.entries[static_cast<std::size_t>(alone[k].doses.front().entry)].id);
    const SideBySide one =
        run_side_by_side(test::peopled_model(), draw, baseline, scenario.closures, {&variants[k], 1});
    CHECK(same(one.variants.front(), together.variants[k]));
    CHECK(same(one.baseline, together.baseline));
  }
}

TEST_CASE("where nothing is bought levers still act, and purchases alone do nothing", "[worth]") {
  const Scenario scenario = shorter_strategy();
  const LeverCatalogue free = without_purchases(test::strategy().catalogue);
  const std::vector<Scenario> alone = levers_alone(scenario);
  std::vector<Variant> variants;
  for (const Scenario& one : alone) variants.push_back({&one, &free});
  const Draw& draw = test::real_economy().draw;
  const KnownBaseline baseline = known_baseline(test::peopled_model(), draw, scenario.last_year);
  const SideBySide runs = run_side_by_side(test::peopled_model(), draw, baseline, scenario.closures, variants);
  for (std::size_t k = 0; k < alone.size(); ++k) {
    const LeverEntry& entry = free.entries[static_cast<std::size_t>(alone[k].doses.front().entry)];
    CAPTURE(entry.id);
    CHECK((runs.variants[k].value_added == runs.baseline.value_added) == does_nothing_but_buy(entry));
    for (const double bought : runs.variants[k].public_purchases) CHECK(bought == 0.0);
  }
}
