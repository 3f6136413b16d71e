#include "policy/dose_chain.h"

#include <algorithm>

#include "base/math.h"

namespace drivkraft {

double effect_share(int age, double delay, double ramp, double half_life) {
  const double years = static_cast<double>(age) - delay + 1.0;
  const double risen = std::min(1.0, std::max(0.0, years / ramp));
  return risen * exp(-log(2.0) * std::max(0.0, years - ramp) / half_life);
}

double staying_share(int age, double yearly_exit) {
  if (age == 0) return 1.0;  // nobody has left yet, even where all leave within a year
  return exp(static_cast<double>(age) * log1p(-yearly_exit));
}

}  // namespace drivkraft
