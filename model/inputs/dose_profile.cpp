#include "inputs/dose_profile.h"

#include <algorithm>

namespace drivkraft {

std::vector<double> profile_shares(const Profile& profile, int count) {
  std::vector<double> shares;
  double left = 1.0;  // of a decaying dose
  for (int k = 0; k < count; ++k) {
    const double risen = std::min(1.0, (k + 1) / profile.parameter);
    switch (profile.shape) {
      case ProfileShape::permanent: shares.push_back(1.0); break;
      case ProfileShape::blip: shares.push_back(k == 0 ? 1.0 : 0.0); break;
      case ProfileShape::linear: shares.push_back(risen); break;
      case ProfileShape::decay: shares.push_back(left); break;
      case ProfileShape::s_curve: shares.push_back(risen * risen * (3.0 - 2.0 * risen)); break;
    }
    left *= profile.parameter;
  }
  return shares;
}

}  // namespace drivkraft
