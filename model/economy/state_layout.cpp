#include "economy/state_layout.h"

#include "economy/people_flows.h"

namespace drivkraft {

std::size_t StateLayout::length(Axis axis, const Dimensions& dimensions) {
  switch (axis) {
    case Axis::none: return 1;
    case Axis::region:
    case Axis::region_origin:
    case Axis::region_residence: return dimensions.regions.size();
    case Axis::industry:
    case Axis::product: return dimensions.industries.size();
    case Axis::education: return dimensions.educations.size();
    case Axis::sector: return sector_count;
    case Axis::sex: return sex_count;
    case Axis::age: return age_count;
    case Axis::practice: return dimensions.practices.size();
    case Axis::flow: return flow_names.size();
  }
  return 1;
}

StateLayout::StateLayout(const Dimensions& dimensions) {
  for (const FieldInfo& info : state_fields) {
    const auto f = static_cast<std::size_t>(info.field);
    offsets_[f] = size_;
    cells_[f] = 1;
    for (const Axis axis : info.axes) cells_[f] *= length(axis, dimensions);
    size_ += cells_[f];
  }
}

}  // namespace drivkraft
