#include "equilibrium/solver.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <memory>

#include "base/errors.h"
#include "base/linear.h"
#include "equilibrium/equations.h"
#include "equilibrium/one_lane.h"

namespace drivkraft {

namespace {

constexpr int row_block = 8;

/// Largest |residual| of each lane; infinite where anything is not a number or unemployment is not positive.
template <int W>
Lanes<W> largest_residual(const Year<W>& year, const Workspace<W>& work) {
  Lanes<W> largest(0.0), sum(0.0);
  for (const Lanes<W>& r : work.residual) {
    for (int k = 0; k < W; ++k) largest.set_lane(k, std::max(largest.lane(k), std::fabs(r.lane(k))));
    sum += r;
  }
  for (int k = 0; k < W; ++k) {
    bool sound = std::isfinite(sum.lane(k));
    for (int cell = 0; cell < year.sizes.regions * year.sizes.educations && sound; ++cell) {
      const bool anybody = year.base.labour_force.data()[cell] > 0.0;
      sound = !anybody || work.unemployment[cell].lane(k) > 0.0;
    }
    if (!sound) largest.set_lane(k, INFINITY);
  }
  return largest;
}

/// What the residuals of goods markets and prices can put between the sides of the accounts, relative to GDP.
template <int W>
Lanes<W> largest_gap_of_accounts(const Year<W>& year, const Workspace<W>& work) {
  Lanes<W> largest(0.0);
  for (int row = Unknowns(year.sizes).outputs; row < Unknowns(year.sizes).count; ++row) {
    for (int k = 0; k < W; ++k) {
      largest.set_lane(k, std::max(largest.lane(k), year.sizes.account_weight * std::fabs(work.residual[row].lane(k))));
    }
  }
  return largest;
}

/// One lane's way to its solution.
struct LaneProgress {
  double residual = INFINITY;  // at the last accepted point
  int sweeps = 0;
  int halvings = 0;
  int failures = 0;
  bool accepted = false;
  bool solved = false;
  bool stuck = false;
};

std::string short_number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2e", value);
  return text;
}

/// The lowest unemployment of the last trial, where it is not positive: the usual reason why no step is taken.
template <int W>
std::string impossible_unemployment(const Year<W>& year, const Workspace<W>& work, int lane) {
  const Sizes& s = year.sizes;
  int lowest = -1;
  for (int k = 0; k < s.regions * s.educations; ++k) {
    if (!(year.base.labour_force.data()[k] > 0.0) || work.unemployment[k].lane(lane) > 0.0) continue;
    if (lowest < 0 || work.unemployment[k].lane(lane) < work.unemployment[lowest].lane(lane)) lowest = k;
  }
  if (lowest < 0) return "";
  return " unemployment would be " + short_number(work.unemployment[lowest].lane(lane)) + " in " +
         year.base.dimensions.regions[lowest / s.educations].id + " among people with education " +
         year.base.dimensions.educations[lowest % s.educations].id + ";";
}

template <int W>
[[noreturn]] void no_convergence(const Year<W>& year, const Workspace<W>& work, int lane, int sweeps) {
  std::vector<int> order(work.residual.size());
  for (std::size_t k = 0; k < order.size(); ++k) order[k] = static_cast<int>(k);
  const auto residual = [&](int k) { return work.residual[k].lane(lane); };
  const auto size_of = [&](int k) { return std::isfinite(residual(k)) ? std::fabs(residual(k)) : INFINITY; };
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return size_of(a) > size_of(b); });
  std::string text = "no equilibrium found in year " + std::to_string(year.year) + " after " + std::to_string(sweeps) +
                     " sweeps;" + impossible_unemployment(year, work, lane) + " largest residuals:";
  for (std::size_t k = 0; k < std::min<std::size_t>(3, order.size()); ++k) {
    text +=
        (k > 0 ? "; " : " ") + equation_name(year.base, year.sizes, order[k]) + " " + short_number(residual(order[k]));
  }
  throw NoEquilibrium(text, sweeps);
}

}  // namespace

InverseJacobian::InverseJacobian(const std::vector<double>& row_major, int n)
    : n_(n), blocks_((n + row_block - 1) / row_block) {
  packed_.assign(static_cast<std::size_t>(blocks_) * row_block * static_cast<std::size_t>(n), 0.0);
  for (int row = 0; row < n; ++row) {
    for (int column = 0; column < n; ++column) {
      packed_[(static_cast<std::size_t>(row / row_block) * n + column) * row_block + row % row_block] =
          row_major[static_cast<std::size_t>(row) * n + column];
    }
  }
}

template <int W>
void InverseJacobian::newton_step(const Lanes<W>* residual, Lanes<W>* step) const {
  for (int block = 0; block < blocks_; ++block) {
    Lanes<W> sums[row_block];
    for (Lanes<W>& sum : sums) sum = Lanes<W>(0.0);
    const double* entry = packed_.data() + static_cast<std::size_t>(block) * n_ * row_block;
    for (int column = 0; column < n_; ++column, entry += row_block) {
      for (int row = 0; row < row_block; ++row) sums[row] -= Lanes<W>(entry[row]) * residual[column];
    }
    const int rows = std::min(row_block, n_ - block * row_block);
    for (int row = 0; row < rows; ++row) step[block * row_block + row] = sums[row];
  }
}

InverseJacobian inverse_jacobian(const Year<1>& year, const std::vector<Lanes<1>>& y, Workspace<1>& work) {
  const int n = static_cast<int>(y.size());
  const auto size = static_cast<std::size_t>(n);
  std::vector<Lanes<1>> point = y, above(size), below(size);
  std::vector<double> jacobian(size * size);
  for (int column = 0; column < n; ++column) {
    // Central difference: its error, of the order 1e-10, only changes how fast the chord converges.
    constexpr double shift = 1e-5;
    point[column] = y[column] + Lanes<1>(shift);
    sweep(year, point.data(), work, above.data());
    point[column] = y[column] - Lanes<1>(shift);
    sweep(year, point.data(), work, below.data());
    point[column] = y[column];
    for (int row = 0; row < n; ++row) {
      jacobian[static_cast<std::size_t>(row) * size + column] = (above[row].v - below[row].v) / (2.0 * shift);
    }
  }
  try {
    return InverseJacobian(LuFactors(std::move(jacobian), n).inverse(), n);
  } catch (const std::domain_error& problem) {
    throw ConvergenceError("year " + std::to_string(year.year) + ": the equations do not determine all unknowns (" +
                           problem.what() + ")");
  }
}

namespace {

/// Decides which lanes' trial points are taken: the largest residual must fall, or be as short a step as allowed.
template <int W>
void judge_trial(const Lanes<W>& largest, const Lanes<W>& gap, const SolverLimits& limits, int sweeps,
                 std::vector<LaneProgress>& lanes) {
  for (int k = 0; k < W; ++k) {
    LaneProgress& lane = lanes[k];
    if (lane.solved) continue;
    lane.sweeps = sweeps;
    const double size = largest.lane(k);
    lane.accepted = std::isfinite(size) && (size < lane.residual || lane.halvings >= limits.most_halvings);
    if (lane.accepted) {
      lane.residual = size;
      lane.halvings = 0;
      lane.solved = size < limits.tolerance && gap.lane(k) < limits.tolerance;
    } else {
      if (lane.halvings == 0) ++lane.failures;
      ++lane.halvings;
      lane.stuck = lane.halvings > 2 * limits.most_halvings;
    }
  }
}

/// The Jacobian of one lane at its own current point, and its step.
template <int W>
void step_of_its_own(const Year<W>& year, const std::vector<Lanes<W>>& y, int k, bool renew,
                     const std::vector<Lanes<W>>& residual, std::unique_ptr<InverseJacobian>& own,
                     std::vector<Lanes<W>>& step) {
  if (renew) {
    const OneLaneYear alone(year, k);
    Workspace<1> work(year.sizes);
    prepare_year(*alone.year, work);
    own = std::make_unique<InverseJacobian>(inverse_jacobian(*alone.year, one_lane(y, k), work));
  }
  const std::vector<Lanes<1>> lane = one_lane(residual, k);
  std::vector<Lanes<1>> answer(lane.size());
  own->newton_step(lane.data(), answer.data());
  for (std::size_t i = 0; i < answer.size(); ++i) step[i].set_lane(k, answer[i].v);
}

template <int W>
void copy_lane(const std::vector<Lanes<W>>& from, int k, std::vector<Lanes<W>>& to) {
  for (std::size_t i = 0; i < from.size(); ++i) to[i].set_lane(k, from[i].lane(k));
}

/// Below the floor of checks.minimum_unemployment the wage rule means nothing: an error, nothing is clipped.
template <int W>
void require_unemployment(const Year<W>& year) {
  const Sizes& s = year.sizes;
  const double floor = year.behaviour.minimum_unemployment;
  for (int k = 0; k < s.regions * s.educations; ++k) {
    if (!(year.base.labour_force.data()[k] > 0.0)) continue;
    for (int lane = 0; lane < W; ++lane) {
      const double rate = year.now[Field::unemployment_rate][k].lane(lane);
      if (rate > floor) continue;
      throw ConvergenceError("unemployment in year " + std::to_string(year.year) + " falls to " + short_number(rate) +
                             " in " + year.base.dimensions.regions[k / s.educations].id +
                             " among people with education " + year.base.dimensions.educations[k % s.educations].id +
                             "; the model needs more than " + short_number(floor));
    }
  }
}

/// Levers paid within the budget may not cost more than the region's public consumption.             (PO-3)
[[noreturn]] void budget_exceeded(const BaseYear& base, int year, int region) {
  const std::string& id = base.dimensions.regions[region].id;
  throw InputError(Place{.file = id, .line_text = {}},
                   "the levers of " + std::to_string(year) +
                       " cost more than all public consumption of the region, so that financing within_budget cannot "
                       "pay for them");
}

/// The same before solving, at the baseline's prices: a budget below zero would leave no solution to find.
template <int W>
void require_budget(const Year<W>& year) {
  if (year.financing != Financing::within_budget || year.hold.government || year.baseline == nullptr) return;
  const Sizes& s = year.sizes;
  const Lanes<W>* price = (*year.baseline)[Field::composite_price];
  for (int r = 0; r < s.regions; ++r) {
    Lanes<W> left(0.0);
    for (int cell = r * s.industries; cell < (r + 1) * s.industries; ++cell)
      left += price[cell] * (year.now[Field::public_consumption][cell] - year.now[Field::public_purchases][cell]);
    for (int lane = 0; lane < W; ++lane) {
      if (left.lane(lane) < 0.0) budget_exceeded(year.base, year.year, r);
    }
  }
}

/// And at the solution, wage subsidies included.
template <int W>
void require_budget_kept(const Year<W>& year, const Workspace<W>& work) {
  for (int r = 0; r < year.sizes.regions; ++r) {
    for (int lane = 0; lane < W; ++lane) {
      if (work.government_scale[r].lane(lane) < 0.0) budget_exceeded(year.base, year.year, r);
    }
  }
}

/// The accounts of a solution must close to 1e-9 of GDP; anything else is a fault of the program.
template <int W>
void require_identities(const Year<W>& year) {
  constexpr double tolerance = 1e-9;
  for (const Field identity : {Field::residual_gdp, Field::residual_net_lending, Field::residual_jobs}) {
    for (int lane = 0; lane < W; ++lane) {
      const double miss = year.now[identity][0].lane(lane);
      if (std::fabs(miss) <= tolerance) continue;
      throw ConvergenceError("the accounts of year " + std::to_string(year.year) +
                             " do not close: " + std::string(state_fields[static_cast<std::size_t>(identity)].name) +
                             " is " + short_number(miss));
    }
  }
}

}  // namespace

template <int W>
void solve_year(const Year<W>& year, const InverseJacobian& chord, const SolverLimits& limits,
                const std::vector<Lanes<W>>& guess, std::vector<Lanes<W>>& y, Workspace<W>& work) {
  std::vector<LaneProgress> lanes(W);
  std::vector<std::unique_ptr<InverseJacobian>> own(W);
  require_budget(year);
  prepare_year(year, work);
  // The guess is a first step from y: where it is impossible (negative unemployment), it is shortened like any other.
  work.trial = guess;
  for (std::size_t i = 0; i < y.size(); ++i) work.full_step[i] = guess[i] - y[i];
  for (int sweeps = 1;; ++sweeps) {
    sweep(year, work.trial.data(), work, work.residual.data());
    judge_trial(largest_residual(year, work), largest_gap_of_accounts(year, work), limits, sweeps, lanes);
    bool any_step = false, all_solved = true;
    for (int k = 0; k < W; ++k) {
      if (lanes[k].accepted) copy_lane(work.trial, k, y);
      any_step = any_step || (lanes[k].accepted && !lanes[k].solved);
      all_solved = all_solved && lanes[k].solved;
      if (!lanes[k].solved && (lanes[k].stuck || sweeps >= limits.most_sweeps)) {
        no_convergence(year, work, k, sweeps);
      }
    }
    if (all_solved) break;
    if (any_step) chord.newton_step(work.residual.data(), work.step.data());
    for (int k = 0; k < W; ++k) {
      LaneProgress& lane = lanes[k];
      if (lane.solved) {
        lane.accepted = false;
        continue;
      }
      if (lane.accepted) {
        const bool renew = lane.failures >= limits.failures_to_renew;
        if (renew) lane.failures = 0;
        try {
          if (renew || own[k]) step_of_its_own(year, y, k, renew, work.residual, own[k], work.step);
        } catch (const ConvergenceError&) {  // the equations have no slope at this point: no way on from here
          no_convergence(year, work, k, sweeps);
        }
        copy_lane(work.step, k, work.full_step);
      }
      const double length = std::ldexp(1.0, -lane.halvings);
      for (std::size_t i = 0; i < y.size(); ++i) {
        work.trial[i].set_lane(k, y[i].lane(k) + length * work.full_step[i].lane(k));
      }
    }
  }
  // Solved lanes were swept along at their solution, so every array of the workspace belongs to y.
  write_solution(year, y.data(), work);
  require_budget_kept(year, work);
  require_unemployment(year);
  require_identities(year);
  for (int k = 0; k < W; ++k) {
    year.now[Field::solver_iterations][0].set_lane(k, lanes[k].sweeps);
    year.now[Field::solver_residual][0].set_lane(k, lanes[k].residual);
  }
}

std::string equation_name(const BaseYear& base, const Sizes& sizes, int unknown) {
  const Unknowns at(sizes);
  const Dimensions& d = base.dimensions;
  if (unknown < at.rental_rates) {
    return "wage rule, " + d.regions[unknown / sizes.educations].id + ", " +
           d.educations[unknown % sizes.educations].id;
  }
  const char* const name = unknown < at.outputs  ? "capital market"
                           : unknown < at.prices ? "goods market"
                                                 : "output price = unit cost";
  const int cell = (unknown - at.rental_rates) % sizes.cells;
  return std::string(name) + ", " + d.regions[cell / sizes.industries].id + ", " +
         d.industries[cell % sizes.industries].id;
}

#define DRIVKRAFT_INSTANTIATE(W)                                                           \
  template void InverseJacobian::newton_step<W>(const Lanes<W>*, Lanes<W>*) const;         \
  template void solve_year<W>(const Year<W>&, const InverseJacobian&, const SolverLimits&, \
                              const std::vector<Lanes<W>>&, std::vector<Lanes<W>>&, Workspace<W>&);
DRIVKRAFT_INSTANTIATE(1)
DRIVKRAFT_INSTANTIATE(4)
DRIVKRAFT_INSTANTIATE(8)
#undef DRIVKRAFT_INSTANTIATE

}  // namespace drivkraft
