// Scenarios run side by side give what each gives alone, bit for bit, whatever levers their neighbours pull.
#include <catch2/catch.hpp>
#include <cstring>

#include "support/real_economy.h"
#include "support/strategy.h"

using namespace drivkraft;

namespace {

/// Every cell of every year of both paths.
class Keeper : public YearObserver {
 public:
  void observe(PathKind, int, const StateLayout&, std::span<const double> cells) override {
    cells_.insert(cells_.end(), cells.begin(), cells.end());
  }
  [[nodiscard]] bool same_bits(const Keeper& other) const {
    return cells_.size() == other.cells_.size() &&
           std::memcmp(cells_.data(), other.cells_.data(), cells_.size() * sizeof(double)) == 0;
  }

 private:
  std::vector<double> cells_;
};

/// One lever for each channel, at its default dose in the first of its regions; an odd number of scenarios.
std::vector<Scenario> a_lever_of_each_channel() {
  const LeverCatalogue& catalogue = test::strategy().catalogue;
  std::vector<Scenario> scenarios;
  for (std::size_t k = 0; k < catalogue.entries.size(); ++k) {
    const LeverEntry& entry = catalogue.entries[k];
    if (entry.id.rfind("unit-", 0) != 0) continue;
    Scenario& scenario = scenarios.emplace_back();
    scenario.stem = entry.id;
    scenario.baseline = "baseline.toml";
    scenario.last_year = 2023;
    const bool everywhere = entry.dose_unit == DoseUnit::percent;
    for (const RegionId region : everywhere ? entry.regions : std::vector{entry.regions.front()})
      scenario.doses.push_back({static_cast<int>(k), region, 2020, entry.default_dose.value, {}});
  }
  if (scenarios.size() % 4 == 0) scenarios.push_back(scenarios.front());
  return scenarios;
}

}  // namespace

TEST_CASE("scenarios side by side are each the same as alone, bit for bit", "[side_by_side][lanes][property]") {
  const Model& model = test::peopled_model();
  const Draw& draw = test::real_economy().draw;
  const LeverCatalogue& catalogue = test::strategy().catalogue;
  const std::vector<Scenario> scenarios = a_lever_of_each_channel();
  REQUIRE(scenarios.size() >= 25);
  std::vector<Keeper> together(scenarios.size());
  std::vector<YearObserver*> observers;
  for (Keeper& each : together) observers.push_back(&each);
  simulate_each(model, draw, scenarios, catalogue, observers);
  for (std::size_t k = 0; k < scenarios.size(); ++k) {
    CAPTURE(scenarios[k].stem);
    Keeper alone;
    simulate(model, draw, scenarios[k], catalogue, alone);
    CHECK(together[k].same_bits(alone));
    const std::size_t other = k == 0 ? 1 : 0;
    CHECK(!together[other].same_bits(alone));  // the comparison can tell two scenarios apart
  }
}
