#pragma once

#include <string>
#include <vector>

namespace drivkraft {

/// How a dose goes over the years.                                                                        (DO-1)
enum class ProfileShape { permanent, blip, linear, decay, s_curve };
inline const std::vector<std::string> profile_names{"permanent", "blip", "linear", "decay", "s_curve"};

struct Profile {
  ProfileShape shape = ProfileShape::permanent;
  double parameter = 0.0;  // linear, s_curve: years until the dose is full; decay: what is left after a year [share]
};

/// True where a profile is written with a number: { linear = 4 }.
[[nodiscard]] constexpr bool takes_number(ProfileShape shape) {
  return shape == ProfileShape::linear || shape == ProfileShape::decay || shape == ProfileShape::s_curve;
}

/// Share of the dose in each of `count` years from the first [1].                                         (DO-1)
///
///     permanent 1        blip 1, 0, 0 ...        decay d^k          k = 0, 1, 2 ... years after the first
///     linear    x        s_curve x^2 (3 - 2x)    x = min(1, (k + 1) / n)
[[nodiscard]] std::vector<double> profile_shares(const Profile& profile, int count);

}  // namespace drivkraft
