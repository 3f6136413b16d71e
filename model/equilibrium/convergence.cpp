#include "equilibrium/convergence.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <utility>
#include <vector>

namespace drivkraft {

namespace {

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

[[noreturn]] void budget_exceeded(const BaseYear& base, int year, int region) {
  const std::string& id = base.dimensions.regions[region].id;
  throw InputError(Place{.file = id, .line_text = {}},
                   "the levers of " + std::to_string(year) +
                       " cost more than all public consumption of the region, so that financing within_budget cannot "
                       "pay for them");
}

/// Public consumption that levers leave nothing of.
template <int W>
void require_budget_kept(const Year<W>& year, const Workspace<W>& work, int lane) {
  for (int r = 0; r < year.sizes.regions; ++r) {
    if (work.government_scale[r].lane(lane) < 0.0) budget_exceeded(year.base, year.year, r);
  }
}

template <int W>
void require_unemployment(const Year<W>& year, int lane) {
  const Sizes& s = year.sizes;
  const double floor = year.behaviour.minimum_unemployment;
  for (int k = 0; k < s.regions * s.educations; ++k) {
    if (!(year.base.labour_force.data()[k] > 0.0)) continue;
    const double rate = year.now[Field::unemployment_rate][k].lane(lane);
    if (rate > floor) continue;
    throw ConvergenceError("unemployment in year " + std::to_string(year.year) + " falls to " + short_number(rate) +
                           " in " + year.base.dimensions.regions[k / s.educations].id +
                           " among people with education " + year.base.dimensions.educations[k % s.educations].id +
                           "; the model needs more than " + short_number(floor));
  }
}

template <int W>
void require_identities(const Year<W>& year, int lane) {
  constexpr std::pair<Field, double> identities[] = {{Field::residual_gdp, 1e-9},
                                                     {Field::residual_net_lending, 1e-9},
                                                     {Field::residual_jobs, 1e-9},
                                                     {Field::residual_people, 1e-6}};  // persons
  for (const auto& [identity, tolerance] : identities) {
    const double miss = year.now[identity][0].lane(lane);
    if (std::fabs(miss) <= tolerance) continue;
    throw ConvergenceError("the accounts of year " + std::to_string(year.year) +
                           " do not close: " + std::string(state_fields[static_cast<std::size_t>(identity)].name) +
                           " is " + short_number(miss));
  }
}

}  // namespace

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

template <int W>
NoEquilibrium no_equilibrium(const Year<W>& year, const Workspace<W>& work, int lane, int sweeps) {
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
  return {text, sweeps};
}

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

template <int W>
void require_sound(const Year<W>& year, const Workspace<W>& work, int lane) {
  require_budget_kept(year, work, lane);
  require_unemployment(year, lane);
  require_identities(year, lane);
}

#define DRIVKRAFT_INSTANTIATE(W)                                                           \
  template NoEquilibrium no_equilibrium<W>(const Year<W>&, const Workspace<W>&, int, int); \
  template void require_budget<W>(const Year<W>&);                                         \
  template void require_sound<W>(const Year<W>&, const Workspace<W>&, int);
DRIVKRAFT_INSTANTIATE(1)
DRIVKRAFT_INSTANTIATE(4)
DRIVKRAFT_INSTANTIATE(8)
#undef DRIVKRAFT_INSTANTIATE

}  // namespace drivkraft
