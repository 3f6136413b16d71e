#include "equilibrium/approach.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/math.h"
#include "equilibrium/one_lane.h"

namespace drivkraft {

namespace {

constexpr double first_step = 0.5, shortest_step = 1.0 / 128.0;

// What a year is given and its equilibrium answers to. Other final use is left out: it moves with the trend alone.
constexpr std::array drivers{Field::labour_efficiency,
                             Field::technology,
                             Field::capital,
                             Field::world_demand,
                             Field::export_shifter,
                             Field::variety_index,
                             Field::resource_efficiency,
                             Field::wage_subsidy_rate,
                             Field::education_wage_share,
                             Field::employment_at_base_prices,
                             Field::trade_access,
                             Field::commuting_access,
                             Field::public_consumption,
                             Field::policy_investment,
                             Field::public_purchases,
                             Field::visitors_demand,
                             Field::construction_demand,
                             Field::subsidy_windfall,
                             Field::labour_force,
                             Field::structural_unemployment_rate,
                             Field::people,
                             Field::adults,
                             Field::pensioners,
                             Field::outside_labour_force};

/// The unknowns of a solved state.
std::vector<Lanes<1>> unknowns_of(const State<1>& state, const BaseYear& base, const Sizes& sizes) {
  const Unknowns at(sizes);
  std::vector<Lanes<1>> y(static_cast<std::size_t>(at.count), Lanes<1>(0.0));
  const auto read = [&](Field field, int first) {
    for (std::size_t k = 0; k < state.all(field).size(); ++k) y[first + k] = log(state[field][k]);
  };
  read(Field::wage_index, at.wages);
  read(Field::rental_rate, at.rental_rates);
  read(Field::output_price, at.prices);
  for (int cell = 0; cell < sizes.cells; ++cell) {
    if (sizes.alive[cell]) y[at.outputs + cell] = log(state[Field::output][cell] / Lanes<1>(base.output.data()[cell]));
  }
  return y;
}

/// Drivers between last year's and the target, by equal ratios where there are ratios; the target itself at the end, to
/// the bit.
void set_drivers(const State<1>& from, const State<1>& target, double way, State<1>& now) {
  for (const Field field : drivers) {
    for (std::size_t k = 0; k < now.all(field).size(); ++k) {
      const double a = from[field][k].v, b = target[field][k].v;
      const bool ratio = a > 0.0 && b > 0.0;
      const double between = a == b ? a : ratio ? a * exp(way * log(b / a)) : a + way * (b - a);
      now[field][k] = Lanes<1>(way < 1.0 ? between : b);
    }
  }
  for (std::size_t k = 0; k < now.all(Field::policy_demand).size(); ++k) {
    now[Field::policy_demand][k] =
        now[Field::public_purchases][k] + now[Field::visitors_demand][k] + now[Field::construction_demand][k];
  }
}

/// Solutions on the way, the last two.
struct Reached {
  double way = 0.0, way_before = 0.0;
  std::vector<Lanes<1>> y, y_before;

  /// Further on the line through both.
  [[nodiscard]] std::vector<Lanes<1>> guess(double next) const {
    std::vector<Lanes<1>> point = y;
    if (way == way_before) return point;
    const Lanes<1> ratio((next - way) / (way - way_before));
    for (std::size_t i = 0; i < point.size(); ++i) point[i] += ratio * (y[i] - y_before[i]);
    return point;
  }
  void move_to(double next, const std::vector<Lanes<1>>& solution) {
    way_before = way;
    way = next;
    y_before = std::move(y);
    y = solution;
  }
};

/// One lane on its own; throws NoEquilibrium.
void solve_year(const Year<1>& year, const InverseJacobian& chord, const SolverLimits& limits,
                const std::vector<Lanes<1>>& guess, std::vector<Lanes<1>>& y, Workspace<1>& work) {
  const Failures<1> failures = try_year(year, chord, limits, guess, y, work);
  if (failures[0]) throw NoEquilibrium(*failures[0]);
}

void approach(const Year<1>& year, const InverseJacobian& chord, const SolverLimits& limits, int sweeps_so_far,
              std::vector<Lanes<1>>& y, Workspace<1>& work) {
  const State<1> target = year.now;
  Reached reached;
  reached.y = unknowns_of(year.last, year.base, year.sizes);
  int sweeps = sweeps_so_far;
  double step = first_step;
  while (reached.way < 1.0) {
    const double next = std::min(1.0, reached.way + step);
    set_drivers(year.last, target, next, year.now);
    y = reached.y;
    try {
      solve_year(year, chord, limits, reached.guess(next), y, work);
      sweeps += static_cast<int>(year.now[Field::solver_iterations][0].v);
      reached.move_to(next, y);
      step *= 2.0;
    } catch (const NoEquilibrium& problem) {
      sweeps += problem.sweeps();
      step *= 0.5;
      if (step < shortest_step) throw NoEquilibrium(problem.what(), sweeps);
    }
  }
  year.now[Field::solver_iterations][0] = Lanes<1>(static_cast<double>(sweeps));
}

}  // namespace

template <int W>
void find_equilibrium(const Year<W>& year, const InverseJacobian& chord, const SolverLimits& limits,
                      const std::vector<Lanes<W>>& guess, std::vector<Lanes<W>>& y, Workspace<W>& work) {
  work.start = y;
  const Failures<W> failures = try_year(year, chord, limits, guess, y, work);
  for (int k = 0; k < W; ++k) {
    if (!failures[k]) continue;
    const LaneYear<1> lane(year, k);
    Workspace<1> alone(year.sizes);
    std::vector<Lanes<1>> solution = one_lane(work.start, k);
    approach(*lane.year, chord, limits, failures[k]->sweeps(), solution, alone);
    set_lane(lane.now, k, year.now);
    for (std::size_t i = 0; i < y.size(); ++i) y[i].set_lane(k, solution[i].v);
  }
}

#define DRIVKRAFT_INSTANTIATE(W)                                                                 \
  template void find_equilibrium<W>(const Year<W>&, const InverseJacobian&, const SolverLimits&, \
                                    const std::vector<Lanes<W>>&, std::vector<Lanes<W>>&, Workspace<W>&);
DRIVKRAFT_INSTANTIATE(1)
DRIVKRAFT_INSTANTIATE(4)
DRIVKRAFT_INSTANTIATE(8)
#undef DRIVKRAFT_INSTANTIATE

}  // namespace drivkraft
