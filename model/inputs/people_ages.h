#pragma once

#include <string>
#include <vector>

#include "economy/dimensions.h"

namespace drivkraft {

// What the people tables hold by age. Below 15 everybody holds the first education and nobody works; the table of
// participation ends at 84. A birthday later a step of education shows: the first steps are those of people of 14.
inline constexpr int first_age_with_education = 15;
inline constexpr int first_age_of_a_step = first_age_with_education - 1;
inline constexpr int first_working_age = 15;
inline constexpr int last_working_age = 84;
inline constexpr int last_age = age_count - 1;  // and over
inline constexpr int age_of_newborn = -1;       // born during the year

/// Sexes as the tables write them, in the order of SexId: women, men.
[[nodiscard]] inline std::vector<std::string> sexes() {
  return {"F", "M"};
}

/// Single ages as the tables write them.
[[nodiscard]] inline std::vector<std::string> ages(int first, int last) {
  std::vector<std::string> texts;
  for (int age = first; age <= last; ++age) texts.push_back(std::to_string(age));
  return texts;
}

}  // namespace drivkraft
