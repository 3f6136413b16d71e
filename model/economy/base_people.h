#pragma once

#include <span>
#include <vector>

#include "economy/dimensions.h"

namespace drivkraft {

/// Rates that move people from one 1 January to the next, ready to apply; built once by calibration, then constant.
/// Flat arrays, row-major, sizes from BasePeople::place: r region, g sex, a age on 1 January, e education.
struct BasePeople {
  int regions = 0;
  int educations = 0;
  int base_year = 2018;

  std::vector<double> population;         // [r,g,a,e] persons on 1 January of base_year + 1
  std::vector<double> death_probability;  // [r,g,a], of base_year
  std::vector<double> death_improvement;  // [r,g,a], yearly fall
  std::vector<double> newborn_death_probability, newborn_death_improvement;  // [r,g]
  std::vector<double> birth_rate;                                            // [r,a] births a woman
  double boys_share = 0.0;
  double fertility_change = 0.0;  // long-run over base-year fertility, less one
  double fertility_glide_years = 0.0;
  std::vector<double> emigration_rate;  // [r,a,e]
  std::vector<double> immigrants;       // [r,g,a,e] persons a year
  std::vector<double> move_rate;        // [a,o,d,e], o origin, d destination
  std::vector<double> move_away;        // [a,o,e], its sum over destinations

  /// One step of the education ladder.
  struct Step {
    int from = 0;
    int to = 0;
    double rate = 0.0;
  };
  std::vector<Step> steps;      // those that people can take, by [r,g,a], age before the birthday
  std::vector<int> first_step;  // [r,g,a] and the end of the last

  std::vector<double> participation;        // [g,a,e] national, of base_year
  std::vector<double> participation_odds;   // [r,e] factor on the odds
  std::vector<double> participation_there;  // [r,g,a,e] both together
  int pension_from_age = 0;                 // from this age on participation follows the pension age
  int first_birth_year = 0;
  std::vector<double> pension_age;  // by year of birth
  int lowest_education = 0;
  int educated_from = 0;                          // younger people hold the lowest education
  std::vector<std::vector<double>> need_weights;  // different age profiles of need a head, [profile][a]
  std::vector<int> need_profile;                  // by product

  [[nodiscard]] std::size_t cells() const { return population.size(); }
  /// Number of one region, sex and age among all.
  [[nodiscard]] static std::size_t person(int r, int g, int a) {
    return (static_cast<std::size_t>(r) * sex_count + static_cast<std::size_t>(g)) * age_count +
           static_cast<std::size_t>(a);
  }
  /// Educations that people of an age may hold: from `first` to before `end`.
  struct EducationRange {
    int first = 0, end = 0;
  };
  [[nodiscard]] EducationRange educations_at(int a) const {
    return a < educated_from ? EducationRange{lowest_education, lowest_education + 1} : EducationRange{0, educations};
  }
  /// Cell of one region, sex, age and the first education.
  [[nodiscard]] std::size_t place(int r, int g, int a) const {
    return person(r, g, a) * static_cast<std::size_t>(educations);
  }
  [[nodiscard]] std::span<const Step> steps_at(int r, int g, int a) const {
    const auto from = first_step.begin() + static_cast<std::ptrdiff_t>(person(r, g, a));
    return {steps.begin() + from[0], steps.begin() + from[1]};
  }
};

}  // namespace drivkraft
