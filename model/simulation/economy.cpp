#include "simulation/economy.h"

#include "blocks/demography.h"
#include "blocks/migration.h"
#include "blocks/participation.h"
#include "calibration/calibrate.h"
#include "calibration/people_rates.h"
#include "calibration/technology_rates.h"

namespace drivkraft {

namespace {

/// The baseline's labour force by education in the base year and `years` later.
std::vector<std::vector<double>> project_labour_force(const BasePeople& people, const Dimensions& dimensions,
                                                      Lanes<1> passthrough, int years) {
  const StateLayout layout(dimensions);
  State<1> last(layout), now(layout);
  PeopleWorkspace<1> work(people);
  const auto by_education = [&](const State<1>& state) {
    std::vector<double> force(static_cast<std::size_t>(people.educations), 0.0);
    const auto cells = state.all(Field::labour_force);
    for (std::size_t k = 0; k < cells.size(); ++k) force[k % force.size()] += cells[k].v;
    return force;
  };
  first_people(people, last);
  set_participation(people, passthrough, 0, last);
  count_people(people, last);
  std::vector<std::vector<double>> force{by_education(last)};
  for (int year = 1; year <= years; ++year) {
    set_participation(people, passthrough, year, now);
    advance_people(people, {}, year, last, now, work);
    std::swap(last, now);
  }
  count_people(people, last);
  force.push_back(by_education(last));
  return force;
}

}  // namespace

Economy build_economy(const BaseTables& tables, const PeopleTables& people, const Parameters& central) {
  Economy economy;
  economy.people = people_rates(tables, people, central);
  const int years = tables.dimensions.trend_year - tables.dimensions.base_year;
  const std::vector<double> wages = mean_wages(labour_accounts(tables, central));
  const auto force = project_labour_force(*economy.people, tables.dimensions,
                                          people_parameters<1>(&central).pension_passthrough, years);
  const SolvedTrend solved = solve_trend(central[Parameter::productivity_growth], years, wages, force[0], force[1]);
  economy.trend = solved.trend;
  economy.accounts = calibrate(tables, central, solved.capital_growth);
  economy.technology = technology_rates(economy.accounts, people, central);
  return economy;
}

}  // namespace drivkraft
