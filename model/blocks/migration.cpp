#include "blocks/migration.h"

#include "base/math.h"

namespace drivkraft {

template <int W>
PeopleParameters<W> people_parameters(const Parameters* lanes) {
  PeopleParameters<W> p;
  for (int k = 0; k < W; ++k) {
    p.pension_passthrough.set_lane(k, lanes[k][Parameter::pension_passthrough]);
    p.discouraged_worker.set_lane(k, lanes[k][Parameter::discouraged_worker]);
    p.migration_wage.set_lane(k, lanes[k][Parameter::migration_wage]);
    p.migration_unemployment.set_lane(k, lanes[k][Parameter::migration_unemployment]);
  }
  return p;
}

namespace {

/// ln of the real wage within reach of one residence.
template <int W>
Lanes<W> log_real_wage(const BaseYear& base, const State<W>& state, int r, int e) {
  const int regions = base.dimensions.region_count(), educations = base.dimensions.education_count();
  Lanes<W> reach(0.0);
  for (int q = 0; q < regions; ++q) {
    reach += Lanes<W>(base.commuting_share({q}, {r}, {e}) * base.jobs_by_workplace({q}, {e})) *
             state[Field::wage_index][q * educations + e];
  }
  return log(reach / Lanes<W>(base.employed_residents({r}, {e})) / state[Field::consumer_price_index][r]);
}

}  // namespace

template <int W>
void set_pull(const BaseYear& base, const PeopleParameters<W>& parameters, const State<W>& baseline_last,
              const State<W>& last_year, std::vector<Lanes<W>>& pull) {
  const int regions = base.dimensions.region_count(), educations = base.dimensions.education_count();
  for (int r = 0; r < regions; ++r) {
    for (int e = 0; e < educations; ++e) {
      const auto k = static_cast<std::size_t>(r * educations + e);
      pull[k] = Lanes<W>(1.0);
      if (base.employed_residents({r}, {e}) == 0.0) continue;  // nobody works: nothing attracts
      const Lanes<W> wage = log_real_wage(base, last_year, r, e) - log_real_wage(base, baseline_last, r, e);
      const Lanes<W> unemployment = last_year[Field::unemployment_rate][k] - baseline_last[Field::unemployment_rate][k];
      pull[k] = exp(parameters.migration_wage * wage - parameters.migration_unemployment * unemployment);
    }
  }
}

#define DRIVKRAFT_INSTANTIATE(W)                                                                           \
  template PeopleParameters<W> people_parameters<W>(const Parameters*);                                    \
  template void set_pull<W>(const BaseYear&, const PeopleParameters<W>&, const State<W>&, const State<W>&, \
                            std::vector<Lanes<W>>&);
DRIVKRAFT_INSTANTIATE(1)
DRIVKRAFT_INSTANTIATE(4)
DRIVKRAFT_INSTANTIATE(8)
#undef DRIVKRAFT_INSTANTIATE

}  // namespace drivkraft
