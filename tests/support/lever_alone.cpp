#include "support/lever_alone.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

#include "inputs/read_catalogue.h"
#include "inputs/read_scenario.h"
#include "results/indicators.h"
#include "simulation/simulate.h"
#include "support/real_economy.h"
#include "support/root.h"

namespace drivkraft::test {

namespace {

constexpr int first_dose = 2020, last_dose = 2023, last_year = 2040;
constexpr double solver_tolerance = 1e-9;  // of a national sum, in each year

Scenario scenario_of(int entry, RegionId region) {
  const LeverEntry& lever = catalogue().entries[static_cast<std::size_t>(entry)];
  const bool everywhere = lever.dose_unit == DoseUnit::percent;
  Scenario scenario;
  scenario.last_year = last_year;
  for (const RegionId each : lever.regions) {
    if (!everywhere && each != region) continue;
    for (int year = first_dose; year <= last_dose; ++year)
      scenario.doses.push_back({entry, each, year, lever.default_dose.value, {}});
  }
  return scenario;
}

/// The checks of `drivkraft check`; the problems as one text, "" when there is none.
std::string problems_of(const Scenario& scenario) {
  static const WhatExists exists = what_exists(peopled_model().base(), real_economy().tables);
  ScenarioFile file;
  file.scenario = scenario;
  file.dose_places.resize(scenario.doses.size());
  Problems problems;
  check_doses(file, catalogue(), real_economy().tables.dimensions, exists, problems);
  return problems.empty() ? "" : problems.list().front().message;
}

/// Sees both paths of a lever alone, a year at a time.
class Watcher : public YearObserver {
 public:
  explicit Watcher(LeverAlone& alone) : alone_(&alone) {}

  void observe(PathKind path, int year, const StateLayout& layout, std::span<const double> cells) override {
    if (path == PathKind::baseline) {
      baseline_.assign(cells.begin(), cells.end());
      return;
    }
    layout_ = &layout;
    look_for_gaps(year, cells);
    for (Moved& moved : alone_->moved) add_change(moved, cells);
  }

 private:
  void look_for_gaps(int year, std::span<const double> cells) {
    for (const FieldInfo& info : state_fields) {
      for (const double value : cells.subspan(layout_->offset(info.field), layout_->cells(info.field))) {
        if (std::isfinite(value) || !alone_->failure.empty()) continue;
        alone_->failure = fmt::format("{} in {} is {}", info.name, year, value);
      }
    }
  }

  /// Sum of a field whose first axis is the region: of the region of the dose, or of all of them.
  [[nodiscard]] double sum(std::span<const double> state, Field field, bool everywhere = false) const {
    auto cells = state.subspan(layout_->offset(field), layout_->cells(field));
    const std::size_t each = cells.size() / peopled_model().base().dimensions.regions.size();
    if (!everywhere) cells = cells.subspan(static_cast<std::size_t>(alone_->region.index) * each, each);
    return std::accumulate(cells.begin(), cells.end(), 0.0);
  }

  void add_difference(Moved& moved, std::span<const double> cells, Field field) const {
    moved.change += sum(cells, field) - sum(baseline_, field);
    moved.noise += solver_tolerance * sum(baseline_, field, true);
  }

  void add_ratio(Moved& moved, std::span<const double> cells, Indicator indicator, Field whole) const {
    moved.change += change(
        indicator, [&](Field field) { return sum(cells, field); }, [&](Field field) { return sum(baseline_, field); });
    moved.noise += 100.0 * solver_tolerance * sum(baseline_, whole, true) / sum(baseline_, whole);
  }

  void add_change(Moved& moved, std::span<const double> cells) const {
    switch (moved.expected.indicator) {
      case ExpectedIndicator::productivity: add_ratio(moved, cells, Indicator::productivity, Field::value_added); break;
      case ExpectedIndicator::unemployment:
        add_ratio(moved, cells, Indicator::unemployment, Field::labour_force);
        break;
      case ExpectedIndicator::employment: add_difference(moved, cells, Field::employment); break;
      case ExpectedIndicator::real_gdp: add_difference(moved, cells, Field::real_gdp); break;
      case ExpectedIndicator::labour_force: add_difference(moved, cells, Field::labour_force); break;
      case ExpectedIndicator::exports: add_difference(moved, cells, Field::exports); break;
      case ExpectedIndicator::emissions: add_difference(moved, cells, Field::emissions); break;
    }
  }

  LeverAlone* alone_;
  const StateLayout* layout_ = nullptr;
  std::vector<double> baseline_;
};

std::vector<Moved> unmoved(const LeverEntry& lever) {
  std::vector<Moved> moved;
  for (const ExpectedChange& expected : lever.expected) moved.push_back({expected});
  return moved;
}

/// Side by side, and where that fails one by one, to see which one it is.
void run(int entry, std::span<LeverAlone> regions) {
  std::vector<Scenario> scenarios;
  std::vector<Watcher> watchers;
  for (LeverAlone& alone : regions) {
    alone.moved = unmoved(catalogue().entries[static_cast<std::size_t>(entry)]);
    scenarios.push_back(scenario_of(entry, alone.region));
    watchers.emplace_back(alone);
  }
  std::vector<YearObserver*> observers;
  for (Watcher& watcher : watchers) observers.push_back(&watcher);
  try {
    simulate_each(peopled_model(), real_economy().draw, scenarios, catalogue(), observers);
  } catch (const std::exception& failed) {
    if (regions.size() == 1) regions.front().failure = failed.what();
    for (std::size_t k = 0; regions.size() > 1 && k < regions.size(); ++k) run(entry, regions.subspan(k, 1));
  }
}

}  // namespace

const LeverCatalogue& catalogue() {
  static const LeverCatalogue read = [] {
    InputRecord record;
    Problems problems;
    LeverCatalogue levers = read_catalogue(root() / "data" / "levers", real_economy().tables.dimensions,
                                           real_economy().parameters, record, problems);
    problems.throw_if_any();
    return levers;
  }();
  return read;
}

std::vector<LeverAlone> lever_alone(int entry) {
  const LeverEntry& lever = catalogue().entries[static_cast<std::size_t>(entry)];
  std::vector<LeverAlone> all, runnable;
  for (const RegionId region : lever.regions) {
    LeverAlone alone{region, problems_of(scenario_of(entry, region)), {}};
    (alone.failure.empty() ? runnable : all).push_back(std::move(alone));
  }
  if (!runnable.empty()) run(entry, runnable);
  all.insert(all.end(), runnable.begin(), runnable.end());
  std::sort(all.begin(), all.end(), [](const LeverAlone& a, const LeverAlone& b) { return a.region < b.region; });
  return all;
}

std::string text_of(const LeverAlone& alone) {
  std::string text = real_economy().tables.dimensions.regions[static_cast<std::size_t>(alone.region.index)].id + ':';
  if (!alone.failure.empty()) return text + ' ' + alone.failure;
  for (const Moved& moved : alone.moved) {
    text += fmt::format(" {} {:+.3g}{}", expected_indicators[static_cast<std::size_t>(moved.expected.indicator)],
                        moved.change,
                        moved.as_expected() ? ""
                        : moved.expected.up ? ", not up"
                                            : ", not down");
  }
  return text;
}

}  // namespace drivkraft::test
