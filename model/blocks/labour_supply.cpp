#include "blocks/labour_supply.h"

#include <algorithm>
#include <vector>

#include "base/math.h"

namespace drivkraft {

template <int W>
void people_standing_still(const BaseYear& base, double people_scale, State<W>& this_year) {
  for (std::size_t k = 0; k < base.labour_force.cells(); ++k) {
    this_year[Field::labour_force][k] = Lanes<W>(people_scale * base.labour_force.data()[k]);
  }
  for (std::size_t r = 0; r < base.people.cells(); ++r) {
    this_year[Field::people][r] = Lanes<W>(people_scale * base.people.data()[r]);
    this_year[Field::adults][r] = Lanes<W>(people_scale * base.adults.data()[r]);
    this_year[Field::pensioners][r] = Lanes<W>(people_scale * base.people_65.data()[r]);
    this_year[Field::outside_labour_force][r] =
        Lanes<W>(people_scale * (base.people_15_64.data()[r] - base.labour_force_under_65.data()[r]));
  }
}

template <int W>
void advance_structural_unemployment(const BaseYear& base, Lanes<W> glide_years, int years_from_base,
                                     State<W>& this_year) {
  for (int lane = 0; lane < W; ++lane) {
    const double way = std::min(1.0, static_cast<double>(years_from_base) / glide_years.lane(lane));
    for (std::size_t k = 0; k < base.unemployment.cells(); ++k) {
      const double from = base.unemployment.data()[k], to = base.structural_unemployment.data()[k];
      this_year[Field::structural_unemployment_rate][k].set_lane(lane, from + (to - from) * way);
    }
  }
}

namespace {

/// Writes the education shares of one cell's wage bill from weights, renormalised, and the jobs they mean at base
/// prices.
template <int W>
void set_shares(const BaseYear& base, int region, int industry, const Lanes<W>* weights, State<W>& this_year) {
  const int educations = base.dimensions.education_count();
  Lanes<W> total(0.0);
  for (int e = 0; e < educations; ++e) total += weights[e];
  if (!(total.lane(0) > 0.0)) return;  // nobody works here
  for (int e = 0; e < educations; ++e) {
    const int k = (region * base.dimensions.industry_count() + industry) * educations + e;
    const Lanes<W> share = weights[e] / total;
    this_year[Field::education_wage_share][k] = share;
    const double wage = base.wage({region}, {industry}, {e});
    this_year[Field::employment_at_base_prices][k] =
        wage > 0.0
            ? share * Lanes<W>(base.labour_share({region}, {industry}) * base.value_added({region}, {industry})) /
                  Lanes<W>(wage)
            : Lanes<W>(0.0);
  }
}

}  // namespace

template <int W>
void advance_education_demand(const BaseYear& base, Lanes<W> skill_demand, State<W>& this_year) {
  const Dimensions& d = base.dimensions;
  const int regions = d.region_count(), industries = d.industry_count(), educations = d.education_count();
  Lanes<W>* shares = this_year[Field::education_wage_share];
  for (int q = 0; q < regions; ++q) {
    for (int e = 0; e < educations; ++e) {
      Lanes<W> now(0.0), then(0.0);
      for (int r = 0; r < regions; ++r) {
        const Lanes<W> share(base.commuting_share({q}, {r}, {e}));
        now += share * this_year[Field::labour_force][r * educations + e];
        then += share * Lanes<W>(base.labour_force({r}, {e}));
      }
      const Lanes<W> growth = then.lane(0) > 0.0 ? exp(skill_demand * log(now / then)) : Lanes<W>(1.0);
      for (int j = 0; j < industries; ++j)  // weights first, where the shares will stand
        shares[(q * industries + j) * educations + e] = Lanes<W>(base.education_wage_share({q}, {j}, {e})) * growth;
    }
    for (int j = 0; j < industries; ++j) set_shares(base, q, j, shares + (q * industries + j) * educations, this_year);
  }
}

template <int W>
void displace_basic_labour(const BaseYear& base, int automation, Lanes<W> displacement, const State<W>& baseline,
                           State<W>& this_year) {
  const Dimensions& d = base.dimensions;
  const std::size_t practices = d.practices.size(), educations = d.educations.size();
  const std::size_t cells = d.regions.size() * d.industries.size();
  const auto lowest = static_cast<std::size_t>(d.lowest_education);
  for (std::size_t cell = 0; cell < cells; ++cell) {
    const std::size_t at = cell * practices + static_cast<std::size_t>(automation), first = cell * educations;
    const Lanes<W> shift = expm1(-(displacement * (this_year[Field::adoption][at] - baseline[Field::adoption][at])));
    // Where nothing spread, the total is exactly one and the shares keep their bits.
    const Lanes<W> total = Lanes<W>(1.0) + baseline[Field::education_wage_share][first + lowest] * shift;
    for (std::size_t e = 0; e < educations; ++e) {
      const Lanes<W> factor = (e == lowest ? Lanes<W>(1.0) + shift : Lanes<W>(1.0)) / total;
      for (const Field field : {Field::education_wage_share, Field::employment_at_base_prices})
        this_year[field][first + e] = baseline[field][first + e] * factor;
    }
  }
}

template <int W>
void add_hires(const BaseYear& base, const std::vector<Lanes<W>>& hires, State<W>& this_year) {
  const std::size_t educations = base.dimensions.educations.size();
  for (std::size_t cell = 0; cell * educations < hires.size(); ++cell) {
    const double wages = base.labour_share.data()[cell] * base.value_added.data()[cell];
    if (wages == 0.0) continue;  // nobody works here
    const std::size_t first = cell * educations;
    Lanes<W> added(0.0);  // share of the wage bill
    for (std::size_t e = 0; e < educations; ++e)
      added += hires[first + e] * Lanes<W>(base.wage.data()[first + e] / wages);
    const Lanes<W> left = Lanes<W>(1.0) - added;
    for (std::size_t e = 0; e < educations; ++e) {
      Lanes<W>&share = this_year[Field::education_wage_share][first + e],
      &jobs = this_year[Field::employment_at_base_prices][first + e];
      share = share * left + hires[first + e] * Lanes<W>(base.wage.data()[first + e] / wages);
      jobs = jobs * left + hires[first + e];
    }
  }
}

#define DRIVKRAFT_INSTANTIATE(W)                                                                      \
  template void people_standing_still<W>(const BaseYear&, double, State<W>&);                         \
  template void advance_structural_unemployment<W>(const BaseYear&, Lanes<W>, int, State<W>&);        \
  template void advance_education_demand<W>(const BaseYear&, Lanes<W>, State<W>&);                    \
  template void displace_basic_labour<W>(const BaseYear&, int, Lanes<W>, const State<W>&, State<W>&); \
  template void add_hires<W>(const BaseYear&, const std::vector<Lanes<W>>&, State<W>&);
DRIVKRAFT_INSTANTIATE(1)
DRIVKRAFT_INSTANTIATE(4)
DRIVKRAFT_INSTANTIATE(8)
#undef DRIVKRAFT_INSTANTIATE

}  // namespace drivkraft
