#include "simulation/simulate.h"

#include <algorithm>
#include <array>
#include <optional>

#include "policy/effects.h"

namespace drivkraft {

namespace {

/// The last three solutions of a path, newest first, and what they suggest for the next year.
template <int W>
class Solutions {
 public:
  using Point = std::vector<Lanes<W>>;
  explicit Solutions(Point base_year) : known_(3, std::move(base_year)) {}

  [[nodiscard]] const Point& last() const { return known_[0]; }
  /// Extrapolated by the polynomial through as many years as there are, at most `most` of them.
  void extrapolate(int most, Point& guess) const {
    guess = known_[0];
    const int years = count_ < most ? count_ : most;
    for (std::size_t k = 0; k < guess.size(); ++k) {
      if (years == 2) guess[k] = Lanes<W>(2.0) * known_[0][k] - known_[1][k];
      if (years >= 3) guess[k] = Lanes<W>(3.0) * (known_[0][k] - known_[1][k]) + known_[2][k];
    }
  }
  /// Takes the point's content and gives up the oldest in its place.
  void remember(Point& point) {
    known_[2].swap(point);
    known_[2].swap(known_[1]);
    known_[1].swap(known_[0]);
    if (count_ < 3) ++count_;
  }

 private:
  std::vector<Point> known_;
  int count_ = 1;  // the base year
};

/// The same numbers in every lane.
template <int W>
void spread(std::span<const Lanes<1>> one, std::span<Lanes<W>> lanes) {
  for (std::size_t k = 0; k < one.size(); ++k) lanes[k] = Lanes<W>(one[k].v);
}

template <int W>
void spread(const State<1>& one, State<W>& lanes) {
  for (const FieldInfo& info : state_fields) spread<W>(one.all(info.field), lanes.all(info.field));
}

void keep_year(const State<1>& state, const std::vector<Lanes<1>>& solution, KnownBaseline& kept) {
  kept.states.push_back(state);
  kept.solutions.push_back(solution);
}

}  // namespace

template <int W>
void simulate(const Model& model, const PairOfPaths<W>& pair, const LaneObserver<W>& observe) {
  const BaseYear& base = model.base();
  std::vector<Parameters> parameters;
  parameters.reserve(W);
  for (int k = 0; k < W; ++k) parameters.push_back(pair.draws[k].equations);
  const Behaviour<W> behaviour = behaviour_of<W>(base, parameters.data());
  const bool mobile = pair.closures.capital == CapitalClosure::mobile && !pair.closures.hold.capital;
  const Economy& economy = model.economy();
  PathSetup<W> setup{.economy = economy,
                     .sizes = model.sizes(),
                     .behaviour = behaviour,
                     .layout = model.layout(),
                     .world_price = model.world_price(),
                     .people = people_parameters<W>(parameters.data()),
                     .limits = model.limits(),
                     .baseline_chord = &model.chord(WageRule::structural_unemployment, false)};
  if (economy.technology)
    setup.technology = technology_parameters<W>(ids_of(base.dimensions.practices), parameters.data());
  for (int k = 0; k < W; ++k)
    setup.firm_variety.set_lane(k, parameters[static_cast<std::size_t>(k)][Parameter::firm_variety]);
  if (pair.policy != nullptr) setup.scenario_chord = &model.chord(wage_rule(pair.closures), mobile);

  const auto unknowns = static_cast<std::size_t>(Unknowns(model.sizes()).count);
  YearWorkspace<W> work(setup);
  const State<W> first = first_state(setup);
  State<W> baseline_last = first;
  State<W> baseline = baseline_last, scenario_last = baseline_last, scenario = baseline_last;
  Solutions<W> levels(first_solution<W>(model.sizes(), model.world_price()));
  Solutions<W> deviations(std::vector<Lanes<W>>(unknowns, Lanes<W>(0.0)));
  observe(PathKind::baseline, base.dimensions.base_year, baseline_last);
  observe(PathKind::scenario, base.dimensions.base_year, scenario_last);
  if constexpr (W == 1) {
    if (pair.keep != nullptr) pair.keep->states.push_back(baseline_last);
  }
  std::vector<Lanes<W>> y(unknowns), z(unknowns), guess(unknowns);
  for (int year = base.dimensions.base_year + 1; year <= pair.last_year; ++year) {
    const auto index = static_cast<std::size_t>(year - base.dimensions.base_year);
    if (pair.baseline != nullptr) {
      spread(pair.baseline->states[index], baseline);
      spread<W>(pair.baseline->solutions[index - 1], y);
    } else {
      y = levels.last();
      levels.extrapolate(3, guess);
      advance_baseline(setup, year, first, baseline_last, baseline, guess, y, work);
    }
    if constexpr (W == 1) {
      if (pair.keep != nullptr) keep_year(baseline, y, *pair.keep);
    }
    observe(PathKind::baseline, year, baseline);
    if (pair.policy != nullptr) {
      z = deviations.last();
      deviations.extrapolate(2, guess);
      for (std::size_t k = 0; k < unknowns; ++k) z[k] += y[k], guess[k] += y[k];
      advance_scenario(setup, pair.closures, (*pair.policy)[index], year, first, baseline_last, baseline, scenario_last,
                       scenario, guess, z, work);
      observe(PathKind::scenario, year, scenario);
      for (std::size_t k = 0; k < unknowns; ++k) z[k] -= y[k];
      deviations.remember(z);
      std::swap(scenario_last, scenario);
    } else {
      observe(PathKind::scenario, year, baseline);
    }
    levels.remember(y);
    std::swap(baseline_last, baseline);
  }
}

KnownBaseline known_baseline(const Model& model, const Draw& draw, int last_year) {
  KnownBaseline kept;
  simulate<1>(model, {.draws = &draw, .closures = {}, .last_year = last_year, .keep = &kept},
              [](PathKind, int, const State<1>&) {});
  return kept;
}

void simulate(const Model& model, const Draw& draw, const Scenario& scenario, const LeverCatalogue& catalogue,
              YearObserver& observer) {
  std::optional<std::vector<PolicyEffects<1>>> policy;
  if (!scenario.baseline.empty()) policy = policy_path<1>(model.base(), scenario, catalogue, &draw);
  const PairOfPaths<1> pair{.draws = &draw,
                            .closures = scenario.closures,
                            .policy = policy ? &*policy : nullptr,
                            .last_year = scenario.last_year};
  std::vector<double> cells(model.layout().size());
  simulate<1>(model, pair, [&](PathKind path, int year, const State<1>& state) {
    for (std::size_t k = 0; k < cells.size(); ++k) cells[k] = state[static_cast<Field>(0)][k].v;
    observer.observe(path, year, model.layout(), cells);
  });
}

void simulate_each(const Model& model, const Draw& draw, std::span<const Scenario> scenarios,
                   const LeverCatalogue& catalogue, std::span<YearObserver* const> observers) {
  constexpr int width = 4;
  const std::vector<Draw> draws(width, draw);
  std::vector<double> cells(model.layout().size());
  for (std::size_t from = 0; from < scenarios.size(); from += width) {
    const std::size_t several = std::min<std::size_t>(width, scenarios.size() - from);
    std::array<LanePolicy, width> lanes{};
    for (std::size_t k = 0; k < width; ++k) lanes[k] = {&scenarios[from + std::min(k, several - 1)], &catalogue, &draw};
    const auto policy = policy_path<width>(model.base(), lanes);
    const PairOfPaths<width> pair{.draws = draws.data(),
                                  .closures = scenarios[from].closures,
                                  .policy = &policy,
                                  .last_year = scenarios[from].last_year};
    simulate<width>(model, pair, [&](PathKind path, int year, const State<width>& state) {
      for (std::size_t k = 0; k < several; ++k) {
        const int lane = static_cast<int>(k);
        for (std::size_t c = 0; c < cells.size(); ++c) cells[c] = state[static_cast<Field>(0)][c].lane(lane);
        observers[from + k]->observe(path, year, model.layout(), cells);
      }
    });
  }
}

template void simulate<1>(const Model&, const PairOfPaths<1>&, const LaneObserver<1>&);
template void simulate<4>(const Model&, const PairOfPaths<4>&, const LaneObserver<4>&);
template void simulate<8>(const Model&, const PairOfPaths<8>&, const LaneObserver<8>&);

}  // namespace drivkraft
