#include "support/lever_alone.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "inputs/read_catalogue.h"
#include "inputs/read_scenario.h"
#include "policy/effects.h"
#include "results/indicators.h"
#include "support/real_economy.h"
#include "support/root.h"

namespace drivkraft::test {

namespace {

constexpr int W = 4, first_dose = 2020, last_dose = 2023, last_year = 2040;
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

/// Copies one path's effects into a lane of many.
class LaneOfEffects {
 public:
  LaneOfEffects(const PolicyEffects<1>& from, int lane, PolicyEffects<W>& to) : from_(from), to_(to), lane_(lane) {}

  void copy() {
    for (const auto& [one, many, neutral] : lists()) {
      if (one->empty()) continue;
      if (many->empty()) many->assign(one->size(), Lanes<W>(neutral));
      for (std::size_t k = 0; k < one->size(); ++k) (*many)[k].set_lane(lane_, (*one)[k].v);
    }
    for (const auto& u : from_.people.upgrades)
      to_.people.upgrades.push_back({u.region, u.from, u.to, u.age_from, u.age_to, alone(u.persons)});
    for (const auto& r : from_.people.retentions)
      to_.people.retentions.push_back({r.region, r.education, r.age_from, r.age_to, alone(r.persons)});
    for (const auto& r : from_.people.recruitments) {
      to_.people.recruitments.push_back(
          {r.region, r.education, r.age_from, r.age_to, alone(r.arrivals), alone(r.exits)});
    }
  }

 private:
  struct List {
    const std::vector<Lanes<1>>* one;
    std::vector<Lanes<W>>* many;
    double neutral;
  };

  [[nodiscard]] Lanes<W> alone(Lanes<1> x) const {
    Lanes<W> many(0.0);
    many.set_lane(lane_, x.v);
    return many;
  }

  [[nodiscard]] std::vector<List> lists() const {
    const auto list = [&](auto one, auto many, double neutral = 0.0) {
      return List{&(from_.*one), &(to_.*many), neutral};
    };
    using One = PolicyEffects<1>;
    using Many = PolicyEffects<W>;
    return {list(&One::log_technology, &Many::log_technology),
            list(&One::public_purchases, &Many::public_purchases),
            list(&One::labour_force_added, &Many::labour_force_added),
            list(&One::adoption, &Many::adoption),
            list(&One::exports, &Many::exports),
            list(&One::world_demand, &Many::world_demand),
            list(&One::matching, &Many::matching),
            list(&One::wage_subsidy, &Many::wage_subsidy),
            list(&One::subsidy_windfall, &Many::subsidy_windfall),
            list(&One::hires, &Many::hires),
            list(&One::investment, &Many::investment),
            list(&One::visitors_demand, &Many::visitors_demand),
            list(&One::construction_demand, &Many::construction_demand),
            list(&One::firms_added, &Many::firms_added),
            list(&One::material_saving, &Many::material_saving),
            list(&One::emission_saving, &Many::emission_saving),
            list(&One::commuting_access, &Many::commuting_access, 1.0),
            list(&One::trade_access, &Many::trade_access, 1.0)};
  }

  const PolicyEffects<1>& from_;
  PolicyEffects<W>& to_;
  int lane_;
};

/// Sum of a field whose first axis is the region: of one region, or of all of them (-1).
double sum(const State<W>& state, int lane, Field field, int region = -1) {
  auto cells = state.all(field);
  const std::size_t each = cells.size() / peopled_model().base().dimensions.regions.size();
  if (region >= 0) cells = cells.subspan(static_cast<std::size_t>(region) * each, each);
  double total = 0.0;
  for (const Lanes<W>& cell : cells) total += cell.lane(lane);
  return total;
}

/// Change of one indicator in one year, and what the solver may leave of a change.
std::array<double, 2> change_and_noise(ExpectedIndicator indicator, const State<W>& scenario, const State<W>& baseline,
                                       int lane, int region) {
  const auto in_region = [&](const State<W>& state) {
    return [&state, lane, region](Field field) { return sum(state, lane, field, region); };
  };
  const auto difference = [&](Field field) {
    return std::array{sum(scenario, lane, field, region) - sum(baseline, lane, field, region),
                      solver_tolerance * sum(baseline, lane, field)};
  };
  const auto ratio = [&](Indicator which, Field whole) {
    return std::array{change(which, in_region(scenario), in_region(baseline)),
                      100.0 * solver_tolerance * sum(baseline, lane, whole) / sum(baseline, lane, whole, region)};
  };
  switch (indicator) {
    case ExpectedIndicator::productivity: return ratio(Indicator::productivity, Field::value_added);
    case ExpectedIndicator::unemployment: return ratio(Indicator::unemployment, Field::labour_force);
    case ExpectedIndicator::employment: return difference(Field::employment);
    case ExpectedIndicator::real_gdp: return difference(Field::real_gdp);
    case ExpectedIndicator::labour_force: return difference(Field::labour_force);
    case ExpectedIndicator::exports: return difference(Field::exports);
    case ExpectedIndicator::emissions: return difference(Field::emissions);
  }
  return {};
}

std::string not_finite(const State<W>& state, int lane, int year) {
  for (const FieldInfo& info : state_fields) {
    for (const Lanes<W>& cell : state.all(info.field)) {
      if (!std::isfinite(cell.lane(lane))) return fmt::format("{} in {} is {}", info.name, year, cell.lane(lane));
    }
  }
  return {};
}

/// Runs up to W regions of a lever side by side; fewer leave lanes on the baseline.
void run_together(int entry, std::span<LeverAlone> together) {
  const Model& model = peopled_model();
  const Draw& draw = real_economy().draw;
  std::vector<PolicyEffects<W>> policy(static_cast<std::size_t>(last_year - model.base().dimensions.base_year) + 1,
                                       PolicyEffects<W>(model.base().dimensions));
  for (std::size_t lane = 0; lane < together.size(); ++lane) {
    const auto path = policy_path<1>(model.base(), scenario_of(entry, together[lane].region), catalogue(), &draw);
    for (std::size_t year = 0; year < path.size(); ++year)
      LaneOfEffects(path[year], static_cast<int>(lane), policy[year]).copy();
  }
  const std::vector<Draw> draws(W, draw);
  State<W> baseline(model.layout());
  simulate<W>(model, {.draws = draws.data(), .closures = {}, .policy = &policy, .last_year = last_year},
              [&](PathKind path, int year, const State<W>& state) {
                if (path == PathKind::baseline) {
                  baseline = state;
                  return;
                }
                for (std::size_t lane = 0; lane < together.size(); ++lane) {
                  LeverAlone& alone = together[lane];
                  if (alone.failure.empty()) alone.failure = not_finite(state, static_cast<int>(lane), year);
                  for (Moved& moved : alone.moved) {
                    const auto [change, noise] = change_and_noise(moved.expected.indicator, state, baseline,
                                                                  static_cast<int>(lane), alone.region.index);
                    moved.change += change;
                    moved.noise += noise;
                  }
                }
              });
}

std::vector<Moved> unmoved(const LeverEntry& lever) {
  std::vector<Moved> moved;
  for (const ExpectedChange& expected : lever.expected) moved.push_back({expected});
  return moved;
}

/// Together, and where that fails one by one, to see which one it is.
void run_side_by_side(int entry, std::span<LeverAlone> together) {
  try {
    run_together(entry, together);
  } catch (const std::exception& failed) {
    for (LeverAlone& alone : together) {
      alone.moved = unmoved(catalogue().entries[static_cast<std::size_t>(entry)]);
      if (together.size() == 1)
        alone.failure = failed.what();
      else
        run_side_by_side(entry, {&alone, 1});
    }
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
    LeverAlone alone{region, problems_of(scenario_of(entry, region)), unmoved(lever)};
    (alone.failure.empty() ? runnable : all).push_back(std::move(alone));
  }
  for (std::size_t from = 0; from < runnable.size(); from += W)
    run_side_by_side(entry, std::span(runnable).subspan(from, std::min<std::size_t>(W, runnable.size() - from)));
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
