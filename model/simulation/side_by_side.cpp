#include "simulation/side_by_side.h"

#include <algorithm>
#include <array>
#include <set>

#include "policy/effects.h"

namespace drivkraft {

namespace {

/// A field of the state beside the sums that it goes to.
struct Summed {
  Field field;
  std::vector<double> RegionSums::*sums;
};
constexpr std::array summed_fields{Summed{Field::employment, &RegionSums::employment},
                                   Summed{Field::value_added, &RegionSums::value_added},
                                   Summed{Field::real_gdp, &RegionSums::real_gdp},
                                   Summed{Field::labour_force, &RegionSums::labour_force},
                                   Summed{Field::employed_residents, &RegionSums::employed_residents},
                                   Summed{Field::public_balance, &RegionSums::public_balance},
                                   Summed{Field::financing, &RegionSums::financing},
                                   Summed{Field::lever_cost_value, &RegionSums::lever_cost},
                                   Summed{Field::public_purchases, &RegionSums::public_purchases}};

template <int W>
void add_year(const State<W>& state, int lane, RegionSums& sums) {
  for (const Summed& summed : summed_fields) {
    const auto cells = state.all(summed.field);
    const std::size_t in_one = cells.size() / sums.regions;
    for (std::size_t r = 0; r < sums.regions; ++r) {
      double total = 0.0;
      for (const Lanes<W>& cell : cells.subspan(r * in_one, in_one)) total += cell.lane(lane);
      (sums.*summed.sums).push_back(total);
    }
  }
}

/// Runs the first variants, at most W of them; lanes that are left over repeat the last.
template <int W>
void run_batch(const Model& model, const Draw& draw, const KnownBaseline& known, const Closures& closures,
               std::span<const Variant> variants, SideBySide& result) {
  const std::size_t count = std::min<std::size_t>(W, variants.size());
  std::array<LanePolicy, W> lanes;
  for (std::size_t k = 0; k < W; ++k) {
    const Variant& variant = variants[std::min(k, count - 1)];
    lanes[k] = {variant.scenario, variant.catalogue, &draw};
  }
  const std::vector<PolicyEffects<W>> policy = policy_path<W>(model.base(), lanes);
  const std::vector<Draw> draws(W, draw);
  RegionSums baseline(model.base().dimensions.region_count());
  std::vector<RegionSums> sums(count, baseline);
  const PairOfPaths<W> pair{.draws = draws.data(),
                            .closures = closures,
                            .policy = &policy,
                            .last_year = variants[0].scenario->last_year,
                            .baseline = &known};
  simulate<W>(model, pair, [&](PathKind path, int, const State<W>& state) {
    if (path == PathKind::baseline) add_year(state, 0, baseline);
    for (std::size_t k = 0; path == PathKind::scenario && k < count; ++k) add_year(state, static_cast<int>(k), sums[k]);
  });
  result.baseline = std::move(baseline);
  for (RegionSums& of_variant : sums) result.variants.push_back(std::move(of_variant));
}

}  // namespace

SideBySide run_side_by_side(const Model& model, const Draw& draw, const KnownBaseline& baseline,
                            const Closures& closures, std::span<const Variant> variants) {
  SideBySide result;
  while (!variants.empty()) {
    const std::size_t before = result.variants.size();
    if (variants.size() > 4)
      run_batch<8>(model, draw, baseline, closures, variants, result);
    else if (variants.size() > 1)
      run_batch<4>(model, draw, baseline, closures, variants, result);
    else
      run_batch<1>(model, draw, baseline, closures, variants, result);
    variants = variants.subspan(result.variants.size() - before);
  }
  return result;
}

std::vector<Scenario> levers_alone(const Scenario& scenario) {
  std::set<int> entries;
  for (const LeverDose& dose : scenario.doses) {
    if (dose.amount != 0.0) entries.insert(dose.entry);
  }
  std::vector<Scenario> alone;
  for (const int entry : entries) {
    Scenario& one = alone.emplace_back(scenario);
    std::erase_if(one.doses, [&](const LeverDose& dose) { return dose.entry != entry; });
  }
  return alone;
}

LeverCatalogue without_purchases(const LeverCatalogue& catalogue) {
  LeverCatalogue free = catalogue;
  for (LeverEntry& entry : free.entries) {
    entry.public_cost.value = 0.0;
    entry.public_cost.parameter.clear();
  }
  return free;
}

}  // namespace drivkraft
