#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace drivkraft {

/// Flows of the two accounts of people, signed: opening plus all flows is closing. The skills account uses the first
/// ten and the last; the labour-force account entered to moved, and what both share.
enum class Flow {
  opening,
  born,
  completed,
  left_for_higher,
  moved_in,
  moved_out,
  entered,
  retired,
  other_participation,
  education,
  moved,
  immigrated,
  emigrated,
  died,
  policy,
  closing
};
inline constexpr std::array<std::string_view, 16> flow_names{"opening",         "born",     "completed",
                                                             "left_for_higher", "moved_in", "moved_out",
                                                             "entered",         "retired",  "other_participation",
                                                             "education",       "moved",    "immigrated",
                                                             "emigrated",       "died",     "policy",
                                                             "closing"};
inline constexpr std::size_t flow_count = flow_names.size();
constexpr std::size_t place_of(Flow flow) {
  return static_cast<std::size_t>(flow);
}

}  // namespace drivkraft
