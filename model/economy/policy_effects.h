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

/// What policy moves in one year, for W paths; neutral until a lever sets it. [cell][lane]
template <int W>
struct PolicyEffects {
  explicit PolicyEffects(const Dimensions& d)
      : log_technology(d.regions.size() * d.industries.size(), Lanes<W>(0.0)),
        public_purchases(log_technology),
        labour_force_added(d.regions.size() * d.educations.size(), Lanes<W>(0.0)) {}
  std::vector<Lanes<W>> log_technology;      // [region, industry] rise of ln A
  std::vector<Lanes<W>> public_purchases;    // [region, product] volume, mio. DKK at base-year basic prices
  std::vector<Lanes<W>> labour_force_added;  // [region, education] persons, stock
  std::vector<Lanes<W>> adoption;  // [region, industry, practice] rise of adopters' share this year; empty: none
  PeoplePolicy<W> people;
};

}  // namespace drivkraft
