#pragma once

#include <compare>

namespace drivkraft {

/// A position along one named dimension; ids of different dimensions cannot be swapped by accident.
template <class Tag>
struct Id {
  int index = -1;
  friend constexpr auto operator<=>(Id, Id) = default;
};

using RegionId = Id<struct RegionTag>;
using IndustryId = Id<struct IndustryTag>;  // one product an industry: the same id names the product
using EducationId = Id<struct EducationTag>;
using SexId = Id<struct SexTag>;
using AgeId = Id<struct AgeTag>;  // single years 0..99, the last one is 99 and over

}  // namespace drivkraft
