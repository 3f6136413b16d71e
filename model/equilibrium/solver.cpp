#include "equilibrium/solver.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <optional>
#include <utility>

#include "equilibrium/equations.h"
#include "equilibrium/one_lane.h"

namespace drivkraft {

namespace {

/// How far a trial is from a solution.
template <int W>
struct Distance {
  Lanes<W> residual;  // largest |residual|; infinite where anything is not a number or unemployment is not positive
  Lanes<W> gap;  // what the residuals of goods markets and prices can put between the sides of the accounts, of GDP
};

template <int W>
Distance<W> distance_of(const Year<W>& year, const Workspace<W>& work) {
  Lanes<W> others(0.0), goods(0.0), unsound(0.0), lowest(1.0);
  const int outputs = Unknowns(year.sizes).outputs, count = Unknowns(year.sizes).count;
  for (int i = 0; i < outputs; ++i) others = larger(magnitude(work.residual[i]), others);
  for (int i = outputs; i < count; ++i) goods = larger(magnitude(work.residual[i]), goods);
  for (const Lanes<W>& r : work.residual) unsound += r * Lanes<W>(0.0);  // 0, or not a number
  for (int cell = 0; cell < year.sizes.regions * year.sizes.educations; ++cell) {
    if (year.base.labour_force.data()[cell] > 0.0) lowest = smaller(work.unemployment[cell], lowest);
  }
  Lanes<W> largest = larger(others, goods);
  for (int k = 0; k < W; ++k) {
    if (unsound.lane(k) != 0.0 || !(lowest.lane(k) > 0.0)) largest.set_lane(k, INFINITY);
  }
  return {largest, Lanes<W>(year.sizes.account_weight) * goods};
}

/// One lane's way to its solution.
struct LaneProgress {
  double residual = INFINITY;  // at the last accepted point
  double lowest = INFINITY;    // of all accepted points
  int sweeps = 0;
  int halvings = 0;
  int failures = 0;
  bool accepted = false;
  bool solved = false;
  bool stuck = false;
  bool corrected = false;   // the step at trial is more than a chord step
  bool knows_last = false;  // the last accepted point and its chord step are known
  std::unique_ptr<InverseJacobian> own;
  std::optional<NoEquilibrium> failure;

  [[nodiscard]] bool done() const { return solved || failure; }
  [[nodiscard]] bool wants_step() const { return accepted && !done(); }
};

template <int W>
using Progress = std::array<LaneProgress, W>;

/// Decides which lanes' trial points are taken: the largest residual must not grow much, or be as short a step as
/// allowed. It may grow a little, since the next step learns from it.
template <int W>
void judge_trial(const Distance<W>& distance, double most_growth, const SolverLimits& limits, int sweeps,
                 Progress<W>& lanes) {
  for (int k = 0; k < W; ++k) {
    LaneProgress& lane = lanes[k];
    lane.accepted = false;
    if (lane.done()) continue;
    lane.sweeps = sweeps;
    const double size = distance.residual.lane(k);
    lane.accepted = std::isfinite(size) && (size < most_growth * lane.lowest || lane.halvings >= limits.most_halvings);
    if (lane.accepted) {
      lane.residual = size;
      lane.lowest = std::min(lane.lowest, size);
      lane.halvings = 0;
      lane.solved = size < limits.tolerance && distance.gap.lane(k) < limits.tolerance;
    } else if (!lane.corrected) {
      if (lane.halvings == 0) ++lane.failures;
      ++lane.halvings;
      lane.stuck = lane.halvings > 2 * limits.most_halvings;
    }
  }
}

template <int W>
void copy_lane(const std::vector<Lanes<W>>& from, int k, std::vector<Lanes<W>>& to) {
  for (std::size_t i = 0; i < from.size(); ++i) to[i].set_lane(k, from[i].lane(k));
}

/// Copies the lanes that are wanted.
template <int W>
void copy_lanes(const std::array<bool, W>& wanted, const std::vector<Lanes<W>>& from, std::vector<Lanes<W>>& to) {
  if (std::all_of(wanted.begin(), wanted.end(), [](bool is) { return is; })) {
    std::copy(from.begin(), from.end(), to.begin());
    return;
  }
  for (int k = 0; k < W; ++k) {
    if (wanted[k]) copy_lane(from, k, to);
  }
}

/// Chord steps from the accepted points, of a lane's own Jacobian where it has one; to work.step.
template <int W>
void chord_steps(const Year<W>& year, const InverseJacobian& chord, const SolverLimits& limits,
                 const std::vector<Lanes<W>>& y, Progress<W>& lanes, Workspace<W>& work, Secants<W>& secants) {
  chord.newton_step(work.residual.data(), work.step.data(), work.single);
  for (int k = 0; k < W; ++k) {
    LaneProgress& lane = lanes[k];
    if (!lane.wants_step()) continue;
    if (chord.is_whole() && lane.failures >= limits.failures_to_renew) {
      lane.failures = 0;
      secants.forget(k);
      lane.knows_last = false;
      try {
        lane.own = std::make_unique<InverseJacobian>(inverse_jacobian_of_lane(year, y, k));
      } catch (const ConvergenceError&) {  // the equations have no slope at this point: no way on from here
        lane.failure = no_equilibrium(year, work, k, lane.sweeps);
      }
    }
    if (!lane.own || lane.failure) continue;
    const std::vector<Lanes<1>> alone = one_lane(work.residual, k);
    std::vector<Lanes<1>> step(alone.size());
    lane.own->newton_step(alone.data(), step.data(), work.single);
    for (std::size_t i = 0; i < step.size(); ++i) work.step[i].set_lane(k, step[i].v);
  }
}

/// Full steps of the lanes whose trial was accepted: the chord's, corrected by what their last steps taught.
template <int W>
void corrected_steps(const std::vector<Lanes<W>>& y, Progress<W>& lanes, Workspace<W>& work, Secants<W>& secants) {
  std::array<bool, W> accepted{}, learning{};
  for (int k = 0; k < W; ++k) {
    accepted[k] = lanes[k].wants_step();
    learning[k] = accepted[k] && lanes[k].knows_last;
    if (accepted[k]) lanes[k].knows_last = true;
  }
  if (std::any_of(learning.begin(), learning.end(), [](bool is) { return is; })) {
    for (std::size_t i = 0; i < y.size(); ++i) {
      work.moved[i] = y[i] - work.last_point[i];
      work.change[i] = work.step[i] - work.last_step[i];
      work.residual_change[i] = work.residual[i] - work.last_residual[i];
    }
    secants.learn(learning, work.moved.data(), work.change.data(), work.residual_change.data());
  }
  secants.step(work.step.data(), work.residual.data(), work.corrected.data());
  for (int k = 0; k < W; ++k) {
    if (accepted[k]) lanes[k].corrected = secants.knows(k);
  }
  copy_lanes<W>(accepted, work.corrected, work.full_step);
  copy_lanes<W>(accepted, work.step, work.last_step);
  copy_lanes<W>(accepted, work.residual, work.last_residual);
  copy_lanes<W>(accepted, y, work.last_point);
}

/// The next points to try; a corrected step that failed gives way to the chord's own.
template <int W>
void next_trials(const std::vector<Lanes<W>>& y, Progress<W>& lanes, Workspace<W>& work, Secants<W>& secants) {
  Lanes<W> length(1.0);
  for (int k = 0; k < W; ++k) {
    LaneProgress& lane = lanes[k];
    if (lane.done()) length.set_lane(k, 0.0);
    if (lane.done() || lane.accepted) continue;
    if (lane.corrected) {
      lane.corrected = false;
      secants.forget(k);
      copy_lane(work.last_step, k, work.full_step);
    }
    length.set_lane(k, std::ldexp(1.0, -lane.halvings));
  }
  for (std::size_t i = 0; i < y.size(); ++i) work.trial[i] = y[i] + length * work.full_step[i];
}

/// Takes what may be taken of the trial, and gives up lanes whose steps lead nowhere.
template <int W>
void settle_trial(const Year<W>& year, const InverseJacobian& chord, const SolverLimits& limits, int sweeps,
                  Progress<W>& lanes, std::vector<Lanes<W>>& y, Workspace<W>& work) {
  const double most_growth = chord.is_whole() ? limits.most_growth : limits.most_growth_by_local_slopes;
  judge_trial<W>(distance_of(year, work), most_growth, limits, sweeps, lanes);
  std::array<bool, W> accepted{};
  for (int k = 0; k < W; ++k) {
    LaneProgress& lane = lanes[k];
    accepted[k] = lane.accepted;
    if (!lane.done() && (lane.stuck || sweeps >= limits.most_sweeps))
      lane.failure = no_equilibrium(year, work, k, sweeps);
  }
  copy_lanes<W>(accepted, work.trial, y);
}

/// Writes the solution, but leaves failed lanes as they were: what they were given is still needed.
template <int W>
void write_solved(const Year<W>& year, const Failures<W>& failures, const std::vector<Lanes<W>>& y,
                  Workspace<W>& work) {
  if (std::none_of(failures.begin(), failures.end(), [](const auto& failure) { return failure.has_value(); })) {
    write_solution(year, y.data(), work);
    return;
  }
  const State<W> given = year.now;
  write_solution(year, y.data(), work);
  for (int k = 0; k < W; ++k) {
    if (failures[k]) set_lane(one_lane(given, k), k, year.now);
  }
}

}  // namespace

template <int W>
Failures<W> try_year(const Year<W>& year, const InverseJacobian& chord, const SolverLimits& limits,
                     const std::vector<Lanes<W>>& guess, std::vector<Lanes<W>>& y, Workspace<W>& work) {
  Progress<W> lanes;
  Secants<W>& secants = work.secants[year.baseline == nullptr ? 0 : 1];
  require_budget(year);
  prepare_year(year, work);
  // The guess is a first step from y: where it is impossible (negative unemployment), it is shortened like any other.
  std::copy(guess.begin(), guess.end(), work.trial.begin());
  for (std::size_t i = 0; i < y.size(); ++i) work.full_step[i] = guess[i] - y[i];
  for (int sweeps = 1;; ++sweeps) {
    sweep(year, work.trial.data(), work, work.residual.data());
    settle_trial<W>(year, chord, limits, sweeps, lanes, y, work);
    if (std::all_of(lanes.begin(), lanes.end(), [](const LaneProgress& lane) { return lane.done(); })) break;
    if (std::any_of(lanes.begin(), lanes.end(), [](const LaneProgress& lane) { return lane.wants_step(); })) {
      chord_steps<W>(year, chord, limits, y, lanes, work, secants);
      corrected_steps<W>(y, lanes, work, secants);
    }
    next_trials<W>(y, lanes, work, secants);
  }
  Failures<W> failures;
  for (int k = 0; k < W; ++k) {
    failures[k] = std::move(lanes[k].failure);
    if (failures[k]) secants.forget(k);
  }
  // Solved lanes were swept along at their solution, so every array of the workspace belongs to y.
  write_solved<W>(year, failures, y, work);
  for (int k = 0; k < W; ++k) {
    if (failures[k]) continue;
    require_sound(year, work, k);
    year.now[Field::solver_iterations][0].set_lane(k, lanes[k].sweeps);
    year.now[Field::solver_residual][0].set_lane(k, lanes[k].residual);
  }
  return failures;
}

#define DRIVKRAFT_INSTANTIATE(W)                                                                \
  template Failures<W> try_year<W>(const Year<W>&, const InverseJacobian&, const SolverLimits&, \
                                   const std::vector<Lanes<W>>&, std::vector<Lanes<W>>&, Workspace<W>&);
DRIVKRAFT_INSTANTIATE(1)
DRIVKRAFT_INSTANTIATE(4)
DRIVKRAFT_INSTANTIATE(8)
#undef DRIVKRAFT_INSTANTIATE

}  // namespace drivkraft
