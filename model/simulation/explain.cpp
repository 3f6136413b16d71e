#include "simulation/explain.h"

#include <array>
#include <utility>

#include "base/errors.h"
#include "simulation/side_by_side.h"

namespace drivkraft {

namespace {

constexpr double smallest_scale = 1.0 / 64.0;  // of the doses; effects stay far above what the solver leaves

/// The four indicators of all regions in each year, scenario against baseline. [indicator][year]
using Changes = std::vector<std::vector<double>>;

double in_year(const std::vector<double>& cells, std::size_t year, std::size_t regions) {
  double sum = 0.0;
  for (std::size_t k = year * regions; k < (year + 1) * regions; ++k) sum += cells[k];
  return sum;
}

struct YearLevels {
  double productivity = 0.0, employment = 0.0, unemployment = 0.0, real_gdp = 0.0;
};

YearLevels levels_of(const RegionSums& path, std::size_t year) {
  const auto sum = [&](const std::vector<double>& cells) { return in_year(cells, year, path.regions); };
  const double jobs = sum(path.employment), force = sum(path.labour_force);
  return {.productivity = sum(path.value_added) / jobs,
          .employment = jobs,
          .unemployment = 100.0 * (force - sum(path.employed_residents)) / force,
          .real_gdp = sum(path.real_gdp)};
}

Changes changes_of(const RegionSums& path, const RegionSums& baseline) {
  Changes changes(change_indicators.size());
  for (std::size_t year = 0; year < path.years(); ++year) {
    const YearLevels now = levels_of(path, year), without = levels_of(baseline, year);
    changes[0].push_back(100.0 * (now.productivity / without.productivity - 1.0));
    changes[1].push_back(now.employment - without.employment);
    changes[2].push_back(now.unemployment - without.unemployment);
    changes[3].push_back(now.real_gdp - without.real_gdp);
  }
  return changes;
}

Changes run_one(const Model& model, const Draw& draw, const KnownBaseline& baseline, const Closures& closures,
                const Scenario& scenario, const LeverCatalogue& levers) {
  const Variant asked{&scenario, &levers};
  const SideBySide both = run_side_by_side(model, draw, baseline, closures, {&asked, 1});
  return changes_of(both.variants.front(), both.baseline);
}

/// The scenario's own closures with everything held still that later steps let go.
Closures everything_still(Closures closures) {
  Hold& hold = closures.hold;
  hold.wages = hold.capital = hold.investment = hold.consumption = hold.migration = hold.participation = true;
  closures.financing = Financing::none;
  return closures;
}

/// The first four steps: nothing answers, nothing is bought, and ever more of the chain counts.
std::vector<Changes> chain_steps(const Model& model, const Draw& draw, const KnownBaseline& baseline,
                                 const Scenario& scenario, const LeverCatalogue& catalogue) {
  const std::array catalogues{
      with_chain(catalogue, {.deadweight = false, .displacement = false, .substitution = false}),
      with_chain(catalogue, {.displacement = false, .substitution = false}),
      with_chain(catalogue, {.substitution = false}), catalogue};
  std::vector<Variant> variants;
  variants.reserve(catalogues.size());
  for (const LeverCatalogue& one : catalogues) variants.push_back({&scenario, &one});
  const SideBySide runs = run_side_by_side(model, draw, baseline, everything_still(scenario.closures), variants);
  std::vector<Changes> changes;
  for (const RegionSums& run : runs.variants) changes.push_back(changes_of(run, runs.baseline));
  return changes;
}

/// All steps but the last, run at a part of the doses and scaled up again.
std::vector<Changes> steps_at(double scale, const Model& model, const Draw& draw, const KnownBaseline& baseline,
                              Scenario scenario, const LeverCatalogue& catalogue) {
  for (LeverDose& dose : scenario.doses) dose.amount *= scale;
  const LeverCatalogue free = without_purchases(catalogue);
  std::vector<Changes> runs = chain_steps(model, draw, baseline, scenario, free);
  const Closures& own = scenario.closures;
  Closures closures = everything_still(own);
  const auto run = [&](const LeverCatalogue& levers) {
    runs.push_back(run_one(model, draw, baseline, closures, scenario, levers));
  };
  closures.hold.consumption = own.hold.consumption;
  closures.hold.investment = own.hold.investment;
  run(free);
  closures.hold.wages = own.hold.wages;
  run(free);
  closures.hold = own.hold;
  run(free);
  run(catalogue);
  closures.financing = own.financing;
  run(catalogue);
  for (Changes& changes : runs) {
    for (std::vector<double>& path : changes) {
      for (double& change : path) change /= scale;
    }
  }
  return runs;
}

/// The same at the largest of 1, 1/2, 1/4 ... of the doses at which the economy bears every run.
std::vector<Changes> bearable_steps(const Model& model, const Draw& draw, const KnownBaseline& baseline,
                                    const Scenario& scenario, const LeverCatalogue& catalogue, double& scale) {
  scale = 1.0;
  while (scale > smallest_scale) {
    try {
      return steps_at(scale, model, draw, baseline, scenario, catalogue);
    } catch (const ConvergenceError&) {
      scale /= 2.0;
    } catch (const InputError&) {
      scale /= 2.0;
    }
  }
  return steps_at(scale, model, draw, baseline, scenario, catalogue);
}

}  // namespace

LeverCatalogue with_chain(const LeverCatalogue& catalogue, const ChainShares& kept) {
  LeverCatalogue other = catalogue;
  for (LeverEntry& entry : other.entries) {
    for (ChannelUse& use : entry.channels) {
      for (const auto& [name, keep] :
           {std::pair{"deadweight", kept.deadweight}, std::pair{"displacement", kept.displacement},
            std::pair{"substitution", kept.substitution}}) {
        const auto share = use.parameters.find(name);
        if (keep || share == use.parameters.end()) continue;
        share->second.value = 0.0;
        share->second.parameter.clear();
      }
    }
  }
  return other;
}

GrossToNet gross_to_net(const Model& model, const Draw& draw, const KnownBaseline& baseline, const Scenario& scenario,
                        const LeverCatalogue& catalogue) {
  GrossToNet result;
  std::vector<Changes> runs = bearable_steps(model, draw, baseline, scenario, catalogue, result.dose_scale);
  runs.push_back(result.dose_scale == 1.0 ? runs.back()
                                          : run_one(model, draw, baseline, scenario.closures, scenario, catalogue));
  for (std::size_t step = 0; step < runs.size(); ++step) {
    for (std::size_t indicator = 0; indicator < change_indicators.size(); ++indicator) {
      for (std::size_t year = 0; year < runs[step][indicator].size(); ++year) {
        const double before = step == 0 ? 0.0 : runs[step - 1][indicator][year];
        result.values.push_back(runs[step][indicator][year] - before);
      }
    }
  }
  return result;
}

}  // namespace drivkraft
