#include "drivkraft/worth.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "drivkraft/lever_text.h"
#include "simulation/side_by_side.h"

namespace drivkraft {

namespace {

constexpr int usual_headline_year = 2030;  // the last one where the years end before

void add(const std::vector<double>& more, std::vector<double>& sum) {
  sum.resize(more.size(), 0.0);
  for (std::size_t k = 0; k < more.size(); ++k) sum[k] += more[k];
}

double change_in(const std::vector<double>& path, const std::vector<double>& baseline, std::size_t year,
                 std::size_t regions) {
  double sum = 0.0;
  for (std::size_t k = year * regions; k < (year + 1) * regions; ++k) sum += path.at(k) - baseline.at(k);
  return sum;
}

char grade_of_lever(const LeverCatalogue& catalogue, const std::string& id) {
  const auto entry = std::find_if(catalogue.entries.begin(), catalogue.entries.end(),
                                  [&](const LeverEntry& one) { return one.id == id; });
  return grade_of(*entry);
}

/// The package, then lever after lever, as they are and with nothing bought.
struct Runs {
  RegionSums baseline;
  std::vector<RegionSums> as_they_are;
  std::vector<RegionSums> nothing_bought;  // the package's alone where no lever's worth is asked for
};

/// The scenario up to a year: what comes later does not reach back.
Scenario until(Scenario scenario, int last_year) {
  scenario.last_year = last_year;
  std::erase_if(scenario.doses, [&](const LeverDose& dose) { return dose.year > last_year; });
  return scenario;
}

Runs run_all(const Model& model, const Draw& draw, const KnownBaseline& baseline, const Scenario& scenario,
             const LeverCatalogue& catalogue, LeverFigures figures, int headline_year) {
  const LeverCatalogue free = without_purchases(catalogue);
  std::vector<Scenario> alone = levers_alone(scenario);
  std::vector<Variant> together{{&scenario, &catalogue}, {&scenario, &free}}, each;
  for (Scenario& one : alone) {
    if (figures == LeverFigures::changes) one = until(std::move(one), headline_year);
    each.push_back({&one, &catalogue});
  }
  for (std::size_t k = 0; figures == LeverFigures::worth && k < alone.size(); ++k) each.push_back({&alone[k], &free});
  SideBySide package = run_side_by_side(model, draw, baseline, scenario.closures, together);
  const SideBySide levers = run_side_by_side(model, draw, baseline, scenario.closures, each);
  Runs runs{std::move(package.baseline), {package.variants[0]}, {package.variants[1]}};
  const auto middle = levers.variants.begin() + static_cast<std::ptrdiff_t>(alone.size());
  runs.as_they_are.insert(runs.as_they_are.end(), levers.variants.begin(), middle);
  runs.nothing_bought.insert(runs.nothing_bought.end(), middle, levers.variants.end());
  return runs;
}

void add_shares(EvaluationTable& table) {
  std::vector<Contribution> gdp, jobs;
  for (const EvaluatedLever& lever : table.levers) {
    gdp.push_back({lever.gdp_change, lever.grade});
    jobs.push_back({lever.jobs_change, lever.grade});
  }
  table.weak_gdp_share = weak_evidence_share(gdp);
  table.weak_jobs_share = weak_evidence_share(jobs);
}

}  // namespace

EvaluationTable evaluate_levers(const Model& model, const Draw& draw, const KnownBaseline& baseline,
                                const Scenario& scenario, const LeverCatalogue& catalogue,
                                const std::vector<LeverUse>& levers, const NoiseFloor& floor, LeverFigures figures) {
  EvaluationTable table;
  table.floor = floor;
  table.headline_year = std::min(usual_headline_year, scenario.last_year);
  table.dose_year = scenario.last_year;
  std::vector<double> public_cost, private_cost;
  for (const LeverUse& lever : levers) {
    table.dose_year = std::min(table.dose_year, lever.first_year);
    add(lever.public_costs, public_cost);
    add(lever.private_costs, private_cost);
  }
  const Runs runs = run_all(model, draw, baseline, scenario, catalogue, figures, table.headline_year);
  const int base_year = model.base().dimensions.base_year;
  const auto worth = [&](std::size_t k, const std::vector<double>& publicly, const std::vector<double>& privately) {
    return evaluate({.base_year = base_year,
                     .dose_year = table.dose_year,
                     .baseline = runs.baseline,
                     .scenario = runs.as_they_are.at(k),
                     .nothing_bought = runs.nothing_bought.at(k),
                     .public_cost = publicly,
                     .private_cost = privately,
                     .paid_from_budget = scenario.closures.financing == Financing::within_budget},
                    draw.equations, floor);
  };
  table.package = worth(0, public_cost, private_cost);
  const auto year = static_cast<std::size_t>(table.headline_year - base_year);
  for (std::size_t k = 0; k < levers.size(); ++k) {
    const RegionSums& path = runs.as_they_are.at(k + 1);
    table.levers.push_back({.id = levers[k].id,
                            .grade = grade_of_lever(catalogue, levers[k].id),
                            .gdp_change = change_in(path.real_gdp, runs.baseline.real_gdp, year, path.regions),
                            .jobs_change = change_in(path.employment, runs.baseline.employment, year, path.regions)});
    if (figures == LeverFigures::worth)
      table.levers.back().worth = worth(k + 1, levers[k].public_costs, levers[k].private_costs);
  }
  add_shares(table);
  return table;
}

}  // namespace drivkraft
