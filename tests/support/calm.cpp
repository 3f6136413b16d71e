#include "support/calm.h"

#include <algorithm>
#include <cmath>

namespace drivkraft::test {

int turns(const std::vector<double>& series, std::size_t first, double least) {
  int count = 0, direction = 0;
  for (std::size_t t = first + 1; t < series.size(); ++t) {
    const double step = series[t] - series[t - 1];
    if (std::abs(step) < least) continue;
    const int now = step > 0.0 ? 1 : -1;
    if (direction != 0 && now != direction) ++count;
    direction = now;
  }
  return count;
}

Calm calm_of(const Run& run, double least_change) {
  constexpr std::size_t first_year = 5;
  Calm calm;
  for (std::size_t k = 0; k < run.baseline[0].all(Field::unemployment_rate).size(); ++k) {
    std::vector<double> deviation;
    for (std::size_t t = 0; t < run.scenario.size(); ++t) {
      const double rate = run.scenario[t][Field::unemployment_rate][k].v;
      calm.lowest_rate = std::min(calm.lowest_rate, rate);
      deviation.push_back(rate - run.baseline[t][Field::unemployment_rate][k].v);
    }
    calm.most_turns = std::max(calm.most_turns, turns(deviation, first_year, least_change));
  }
  return calm;
}

}  // namespace drivkraft::test
