#pragma once

#include <vector>

#include "base/ids.h"
#include "base/quantity.h"
#include "base/table.h"
#include "economy/people_tables.h"

namespace drivkraft {

/// What technology and adoption start from; built once by calibration, then constant.
struct BaseTechnology {
  Table<RatioUnit, RegionId> productivity_drift;  // history's deviation from the nation, log growth a year
  Table<RatioUnit, RegionId> drift_weight;        // share of national value added
  Table<RatioUnit, RegionId, IndustryId> gap;     // gap0, log points behind the frontier, 0 where nothing catches up
  Table<RatioUnit, RegionId, IndustryId> frontier_weight;       // weights of an industry's best regions, adding to 1
  std::vector<bool> catches_up;                                 // by industry
  Table<RatioUnit, RegionId, IndustryId, PracticeId> adoption;  // D0, employment share of adopters
  std::vector<double> mean_wage;                                // w0bar by education, mio. DKK a person
};

}  // namespace drivkraft
