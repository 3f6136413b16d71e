#include "equilibrium/wage_rules.h"

#include "base/lane_vectors.h"
#include "base/math.h"
#include "equilibrium/equations.h"

namespace drivkraft {

template <int W>
Lanes<W> workplace_price_log(const Year<W>& year, const Lanes<W>* log_composite, int region) {
  const Sizes& s = year.sizes;
  Lanes<W> sum(0.0);
  for (int i = 0; i < s.industries; ++i) {
    sum += Lanes<W>(year.base.consumption_share.data()[region * s.industries + i]) *
           log_composite[region * s.industries + i];
  }
  return sum;
}

namespace {

template <int W>
void national_structural_unemployment(const Year<W>& year, Workspace<W>& work) {
  const Sizes& s = year.sizes;
  const Lanes<W>*structural = year.now[Field::structural_unemployment_rate], *force = year.now[Field::labour_force];
  for (int e = 0; e < s.educations; ++e) {
    Lanes<W> persons(0.0), all(0.0);
    for (int k = e; k < s.regions * s.educations; k += s.educations) {
      persons += structural[k] * force[k];
      all += force[k];
    }
    work.log_national_structural[e] = log(persons / all);
  }
}

}  // namespace

template <int W>
void prepare_wage_rule(const Year<W>& year, Workspace<W>& work) {
  const Sizes& s = year.sizes;
  const Behaviour<W>& b = year.behaviour;
  national_structural_unemployment(year, work);
  for (int q = 0; q < s.regions; ++q) {
    for (int e = 0; e < s.educations; ++e) {
      const int k = q * s.educations + e;
      if (!s.has_jobs[k]) continue;
      switch (year.wages) {
        case WageRule::structural_unemployment: break;  // the target moves with who fills the jobs: see residuals
        case WageRule::held: work.wage_target[k] = log((*year.baseline)[Field::wage_index][k]); break;
        case WageRule::flexible: work.wage_target[k] = (*year.baseline)[Field::unemployment_seen][k]; break;
        case WageRule::fixed_real:
          work.wage_target[k] =
              log((*year.baseline)[Field::wage_index][k] / (*year.baseline)[Field::consumer_price_index][q]);
          break;
        case WageRule::curve: {
          // Deviations from the baseline: dw_lag + phi ((1-h) dprod_nat + h dprod_q) + eps dU_lag; the rest is this
          // year's.
          const Lanes<W> last_wage = log(year.last[Field::wage_index][k] / (*year.baseline_last)[Field::wage_index][k]);
          const Lanes<W> national = year.last[Field::productivity_growth_national][0] -
                                    (*year.baseline_last)[Field::productivity_growth_national][0];
          const Lanes<W> regional =
              year.last[Field::productivity_growth][q] - (*year.baseline_last)[Field::productivity_growth][q];
          const Lanes<W> unemployment =
              year.last[Field::unemployed_log_seen][k] - (*year.baseline_last)[Field::unemployed_log_seen][k];
          const Lanes<W> h = b.wage_regional_weight;
          work.wage_target[k] = log((*year.baseline)[Field::wage_index][k]) + last_wage +
                                b.wage_passthrough * ((Lanes<W>(1.0) - h) * national + h * regional) +
                                b.wage_epsilon * unemployment;
          break;
        }
      }
    }
  }
}

template <int W>
void structural_unemployment_seen(const Year<W>& year, Workspace<W>& work) {
  const Sizes& s = year.sizes;
  const Lanes<W>* structural = year.now[Field::structural_unemployment_rate];
  for (int k = 0; k < s.regions * s.educations; ++k) work.structural_seen[k] = Lanes<W>(0.0);
  for (int q = 0; q < s.regions; ++q) {
    for (int r = 0; r < s.regions; ++r) {
      add_products(work.commuting.data() + (q * s.regions + r) * s.educations, structural + r * s.educations,
                   work.structural_seen.data() + q * s.educations, s.educations);
    }
  }
}

template <int W>
void log_unemployment_seen(const Year<W>& year, Workspace<W>& work) {
  const Sizes& s = year.sizes;
  structural_unemployment_seen(year, work);
  const Lanes<W> national = year.behaviour.wage_national_weight, local = Lanes<W>(1.0) - national;
  const int people = s.regions * s.educations;
  for (int e = 0; e < s.educations; ++e) work.log_national[e] = work.national_unemployment[e];
  for (int k = 0; k < people; ++k) {
    work.log_seen[k] = s.has_jobs[k] ? work.seen[k] : Lanes<W>(1.0);
    work.log_structural_seen[k] = s.has_jobs[k] ? work.structural_seen[k] : Lanes<W>(1.0);
  }
  log_each(work.log_national.data(), s.educations);
  log_each(work.log_seen.data(), people);
  log_each(work.log_structural_seen.data(), people);
  for (int k = 0; k < people; ++k) {
    if (!s.has_jobs[k]) continue;
    const int e = k % s.educations;
    work.log_seen[k] = national * work.log_national[e] + local * work.log_seen[k];
    work.log_structural_seen[k] = national * work.log_national_structural[e] + local * work.log_structural_seen[k];
  }
}

template <int W>
Lanes<W> wage_residual(const Year<W>& year, const Lanes<W>* y, const Workspace<W>& work, int region, int education) {
  const int k = region * year.sizes.educations + education;
  const Behaviour<W>& b = year.behaviour;
  switch (year.wages) {
    case WageRule::structural_unemployment: return (work.seen[k] - work.structural_seen[k]) / work.structural_seen[k];
    case WageRule::flexible: return (work.seen[k] - work.wage_target[k]) / work.wage_target[k];
    case WageRule::held: return y[k] - work.wage_target[k];
    case WageRule::fixed_real:
      return y[k] - workplace_price_log(year, work.log_composite.data(), region) - work.wage_target[k];
    case WageRule::curve: break;
  }
  const Lanes<W> gap = work.log_seen[k] - (*year.baseline)[Field::unemployed_log_seen][k];
  const Lanes<W> structural_gap = work.log_structural_seen[k] - (*year.baseline)[Field::structural_log_seen][k];
  return y[k] - work.wage_target[k] + b.wage_epsilon * gap + b.wage_gamma * (gap - structural_gap);
}

#define DRIVKRAFT_INSTANTIATE(W)                                                  \
  template Lanes<W> workplace_price_log<W>(const Year<W>&, const Lanes<W>*, int); \
  template void prepare_wage_rule<W>(const Year<W>&, Workspace<W>&);              \
  template void structural_unemployment_seen<W>(const Year<W>&, Workspace<W>&);   \
  template void log_unemployment_seen<W>(const Year<W>&, Workspace<W>&);          \
  template Lanes<W> wage_residual<W>(const Year<W>&, const Lanes<W>*, const Workspace<W>&, int, int);
DRIVKRAFT_INSTANTIATE(1)
DRIVKRAFT_INSTANTIATE(4)
DRIVKRAFT_INSTANTIATE(8)
#undef DRIVKRAFT_INSTANTIATE

}  // namespace drivkraft
