#include "base/math.h"
#include "equilibrium/equations.h"

namespace drivkraft {

template <int W>
void labour_market(const Year<W>& year, Workspace<W>& work) {
  const Sizes& s = year.sizes;
  const Behaviour<W>& b = year.behaviour;
  const Lanes<W>* access = year.now[Field::commuting_access];
  const Lanes<W>* force = year.now[Field::labour_force];
  const double* base_share = year.base.commuting_share.data();
  const auto cell = [&](int region, int education) { return region * s.educations + education; };
  const auto pair = [&](int q, int r, int e) { return (q * s.regions + r) * s.educations + e; };

  // Who fills the jobs of q: residents in proportion to their labour force, less where better pay is in reach.
  for (int r = 0; r < s.regions; ++r) {
    for (int e = 0; e < s.educations; ++e) {
      const double employed = year.base.employed_residents.data()[cell(r, e)];
      if (employed == 0.0) continue;
      Lanes<W> reach(0.0);
      for (int q = 0; q < s.regions; ++q)
        reach += Lanes<W>(base_share[pair(q, r, e)] * s.base_jobs[cell(q, e)]) * work.wage[cell(q, e)];
      const Lanes<W> mean_wage = reach / Lanes<W>(employed);
      work.pull[cell(r, e)] = work.force_ratio[cell(r, e)] * exp(-(b.commuting_chi * log(mean_wage)));
    }
  }
  for (int k = 0; k < s.regions * s.educations; ++k) work.employed[k] = Lanes<W>(0.0);
  for (int r = 0; r < s.regions; ++r) work.labour_income[r] = Lanes<W>(0.0);
  for (int q = 0; q < s.regions; ++q) {
    for (int e = 0; e < s.educations; ++e) {
      if (!s.has_jobs[cell(q, e)]) continue;
      Lanes<W> total(0.0);
      for (int r = 0; r < s.regions; ++r) {
        Lanes<W> weight = Lanes<W>(base_share[pair(q, r, e)]) * work.pull[cell(r, e)];
        if (work.has_commuting_access) weight *= access[pair(q, r, e)];
        work.commuting[pair(q, r, e)] = weight;
        total += weight;
      }
      const Lanes<W> scale = Lanes<W>(1.0) / total;
      for (int r = 0; r < s.regions; ++r) {
        const Lanes<W> share = work.commuting[pair(q, r, e)] * scale;
        work.commuting[pair(q, r, e)] = share;
        work.employed[cell(r, e)] += share * work.jobs[cell(q, e)];
        work.labour_income[r] += share * work.earnings[cell(q, e)];
      }
    }
  }
  for (int e = 0; e < s.educations; ++e) {
    Lanes<W> employed(0.0), all(0.0);
    bool anywhere = false;
    for (int r = 0; r < s.regions; ++r) {
      const bool anybody = year.base.labour_force.data()[cell(r, e)] > 0.0;
      work.unemployment[cell(r, e)] =
          anybody ? Lanes<W>(1.0) - work.employed[cell(r, e)] / force[cell(r, e)] : Lanes<W>(0.0);
      employed += work.employed[cell(r, e)];
      all += force[cell(r, e)];
      anywhere = anywhere || anybody;
    }
    work.national_unemployment[e] = anywhere ? Lanes<W>(1.0) - employed / all : Lanes<W>(0.0);
    for (int q = 0; q < s.regions; ++q) {
      Lanes<W> seen(0.0);
      for (int r = 0; r < s.regions; ++r) seen += work.commuting[pair(q, r, e)] * work.unemployment[cell(r, e)];
      work.seen[cell(q, e)] = seen;
    }
  }
}

#define DRIVKRAFT_INSTANTIATE(W) template void labour_market<W>(const Year<W>&, Workspace<W>&);
DRIVKRAFT_INSTANTIATE(1)
DRIVKRAFT_INSTANTIATE(4)
DRIVKRAFT_INSTANTIATE(8)
#undef DRIVKRAFT_INSTANTIATE

}  // namespace drivkraft
