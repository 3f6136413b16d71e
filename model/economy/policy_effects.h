#pragma once

#include <vector>

#include "base/lanes.h"
#include "economy/dimensions.h"

namespace drivkraft {

/// People whom levers move in one year. Ages are those after the birthday; persons a year. One entry a lever and cell.
template <int W>
struct PeoplePolicy {
  struct Upgrade {  // from one education to another
    int region = 0, from = 0, to = 0, age_from = 0, age_to = 0;
    Lanes<W> persons = Lanes<W>(0.0);
  };
  struct Retention {  // fewer movers out; ages before the birthday
    int region = 0, education = 0, age_from = 0, age_to = 0;
    Lanes<W> persons = Lanes<W>(0.0);
  };
  struct Recruitment {  // from abroad, and those of earlier years who go back
    int region = 0, education = 0, age_from = 0, age_to = 0;
    Lanes<W> arrivals = Lanes<W>(0.0), exits = Lanes<W>(0.0);
  };
  std::vector<Upgrade> upgrades;
  std::vector<Retention> retentions;
  std::vector<Recruitment> recruitments;
  [[nodiscard]] bool empty() const { return upgrades.empty() && retentions.empty() && recruitments.empty(); }
};

/// What policy moves in one year, for W paths; neutral until a lever sets it. A list that no lever of the scenario
/// moves is empty. [cell][lane]
template <int W>
struct PolicyEffects {
  using Cells = std::vector<Lanes<W>>;
  explicit PolicyEffects(const Dimensions& d)
      : log_technology(d.regions.size() * d.industries.size(), Lanes<W>(0.0)),
        public_purchases(log_technology),
        labour_force_added(d.regions.size() * d.educations.size(), Lanes<W>(0.0)) {}
  Cells log_technology;      // [region, industry] rise of ln A
  Cells public_purchases;    // [region, product] volume, mio. DKK at base-year basic prices
  Cells labour_force_added;  // [region, education] persons, stock
  PeoplePolicy<W> people;

  Cells adoption;             // [region, industry, practice] rise of adopters' share this year
  Cells exports;              // [region, product] rise of the export shifter
  Cells world_demand;         // [product] rise of demand abroad
  Cells matching;             // [region, education] rise of matching efficiency
  Cells wage_subsidy;         // [region, industry, education] subsidy that makes labour cheaper, share of the wage
  Cells subsidy_windfall;     // [region] subsidy for jobs that were there anyway, mio. DKK
  Cells hires;                // [region, industry, education] persons whom firms want beside their usual mix
  Cells investment;           // [region, industry] volume, mio. DKK at base-year basic prices
  Cells visitors_demand;      // [region, product] volume bought by visitors from abroad
  Cells construction_demand;  // [region, product] volume bought by firms that build
  Cells firms_added;          // [region, industry] firms beyond the baseline's, in units of the average firm
  Cells material_saving;      // [region, product, industry] fall of the input coefficient, share
  Cells emission_saving;      // [region, industry] fall of emissions a unit of output, share
  Cells commuting_access;     // [region, region of residence] factor on who fills the jobs
  Cells trade_access;         // [region of origin, region, product] factor on the origin's share
};

}  // namespace drivkraft
