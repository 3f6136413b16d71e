#include <cmath>

#include "base/math.h"
#include "equilibrium/equations.h"
#include "equilibrium/wage_rules.h"

namespace drivkraft {

namespace {

/// The price indices of an industry that a region lacks are one: nothing is made there that a price could belong to.
template <int W>
void write_prices_of_absent(State<W>& now, int cell) {
  for (const Field price : {Field::output_price, Field::value_added_price, Field::intermediate_price,
                            Field::labour_cost_index, Field::rental_rate}) {
    now[price][cell] = Lanes<W>(1.0);
  }
}

template <int W>
void write_production(const Year<W>& year, const Lanes<W>* y, const Workspace<W>& work) {
  const Sizes& s = year.sizes;
  const BaseYear& base = year.base;
  State<W>& now = year.now;
  const Unknowns at(s);
  const Lanes<W>* subsidy = now[Field::wage_subsidy_rate];
  for (int r = 0; r < s.regions; ++r) {
    for (int j = 0; j < s.industries; ++j) {
      const int cell = r * s.industries + j;
      now[Field::output][cell] = Lanes<W>(base.output.data()[cell]) * exp(y[at.outputs + cell]);
      now[Field::output_price][cell] = exp(y[at.prices + cell]);
      now[Field::value_added][cell] = Lanes<W>(base.value_added.data()[cell]) * exp(work.log_value_added[cell]);
      now[Field::value_added_price][cell] = exp(work.log_value_added_cost[cell]);
      now[Field::intermediate_price][cell] = exp(work.log_materials[cell]);
      now[Field::labour_cost_index][cell] = exp(work.log_labour_cost[cell]);
      now[Field::rental_rate][cell] = exp(y[at.rental_rates + cell]);
      if (!s.alive[cell]) write_prices_of_absent(now, cell);
      const Lanes<W>* weights = work.labour_weight.data() + r * s.educations;
      Lanes<W> jobs(0.0), bill(0.0), subsidies(0.0);
      for (int e = 0; e < s.educations; ++e) {
        const int k = cell * s.educations + e;
        Lanes<W> factor = (s.higher[e] > 0.0 ? work.factor_higher[cell] : work.factor_lower[cell]) * weights[e];
        if (work.subsidised) factor *= work.subsidy_weight[k];
        const Lanes<W> persons = work.jobs_at_base_prices[k] * factor;
        const Lanes<W> earned = work.wage_weight[k] * factor * work.wage[r * s.educations + e];
        now[Field::employment_by_education][k] = persons;
        jobs += persons;
        bill += earned;
        subsidies += earned * subsidy[k];
      }
      now[Field::employment][cell] = jobs;
      now[Field::wage_bill][cell] = bill;
      now[Field::operating_surplus][cell] = work.value_added_value[cell] - bill + subsidies;
      Lanes<W> productivity(0.0);
      for (int k = 0; k < W; ++k) {
        if (jobs.lane(k) > 0.0) productivity.set_lane(k, now[Field::value_added][cell].lane(k) / jobs.lane(k));
      }
      now[Field::labour_productivity][cell] = productivity;
      if (year.mobile_capital && s.has_capital[cell]) {
        now[Field::capital][cell] =
            Lanes<W>(base.capital.data()[cell]) *
            exp(work.log_value_added[cell] - work.log_technology[cell] +
                year.behaviour.sigma_kl[j] * (work.log_bundle[cell] - y[at.rental_rates + cell]));
      }
    }
  }
}

template <int W>
void write_demand(const Year<W>& year, const Workspace<W>& work) {
  const Sizes& s = year.sizes;
  State<W>& now = year.now;
  const Behaviour<W>& b = year.behaviour;
  for (int cell = 0; cell < s.cells; ++cell) {
    now[Field::composite_price][cell] = work.composite[cell];
    now[Field::domestic_price][cell] = exp(work.log_domestic_price[cell]);
    now[Field::intermediate_use][cell] = work.intermediate[cell];
    now[Field::private_consumption][cell] = work.consumption[cell];
    now[Field::consumption_purchased][cell] = work.purchased[cell];
    now[Field::public_consumption][cell] = work.government[cell];
    now[Field::investment][cell] = work.investment[cell];
    now[Field::exports][cell] = work.exports[cell];
    now[Field::total_use][cell] = work.use[cell];
    now[Field::imports][cell] = Lanes<W>(year.base.foreign_share.data()[cell % s.industries]) * work.use[cell] *
                                exp(b.sigma_imports * (work.log_composite[cell] - work.log_world_price));
  }
}

template <int W>
void write_people(const Year<W>& year, const Workspace<W>& work) {
  const Sizes& s = year.sizes;
  State<W>& now = year.now;
  for (int k = 0; k < s.regions * s.educations; ++k) {
    now[Field::wage_index][k] = work.wage[k];
    now[Field::employed_residents][k] = work.employed[k];
    now[Field::unemployment_rate][k] = work.unemployment[k];
    now[Field::unemployment_seen][k] = work.seen[k];
    now[Field::unemployed_log_seen][k] = work.log_seen[k];
    now[Field::structural_log_seen][k] = work.log_structural_seen[k];
  }
  for (int e = 0; e < s.educations; ++e) now[Field::national_unemployment_rate][e] = work.national_unemployment[e];
  for (std::size_t k = 0; k < work.commuting.size(); ++k) now[Field::commuting_share][k] = work.commuting[k];
}

template <int W>
void write_income(const Year<W>& year, const Workspace<W>& work) {
  const Sizes& s = year.sizes;
  State<W>& now = year.now;
  for (int r = 0; r < s.regions; ++r) {
    now[Field::labour_income][r] = work.labour_income[r];
    now[Field::property_income][r] = work.property_income[r];
    now[Field::social_benefits][r] = work.benefits[r];
    now[Field::other_transfers][r] = work.transfers[r];
    now[Field::income_tax][r] = work.income_tax[r];
    now[Field::financing][r] = work.financing[r];
    now[Field::disposable_income][r] = work.income[r];
    now[Field::lever_cost_value][r] = work.lever_cost[r];
    now[Field::consumer_price_index][r] = exp(workplace_price_log(year, work.log_composite.data(), r));
    now[Field::real_disposable_income][r] = work.income[r] / now[Field::consumer_price_index][r];
  }
}

/// Log productivity in wage-weighted units, by region and for all, and its growth since last year.    (LM-7)
template <int W>
void write_productivity(const Year<W>& year) {
  const Sizes& s = year.sizes;
  const BaseYear& base = year.base;
  State<W>& now = year.now;
  Lanes<W> all(0.0);
  double all_base = 0.0;
  for (int r = 0; r < s.regions; ++r) {
    Lanes<W> sum(0.0);
    double regional_base = 0.0;
    for (int j = 0; j < s.industries; ++j) {
      const int cell = r * s.industries + j;
      Lanes<W> labour(0.0);
      double base_labour = 0.0;
      for (int e = 0; e < s.educations; ++e) {
        const int k = cell * s.educations + e;
        labour += Lanes<W>(base.wage.data()[k]) * now[Field::employment_by_education][k];
        base_labour += base.wage.data()[k] * base.employment.data()[k];
      }
      if (base_labour == 0.0) continue;
      sum += now[Field::value_added][cell] * Lanes<W>(base_labour) / labour;
      regional_base += base.value_added.data()[cell];
    }
    all += sum;
    all_base += regional_base;
    now[Field::log_productivity][r] = regional_base > 0.0 ? log(sum / Lanes<W>(regional_base)) : Lanes<W>(0.0);
    now[Field::productivity_growth][r] = now[Field::log_productivity][r] - year.last[Field::log_productivity][r];
  }
  now[Field::log_productivity_national][0] = log(all / Lanes<W>(all_base));
  now[Field::productivity_growth_national][0] =
      now[Field::log_productivity_national][0] - year.last[Field::log_productivity_national][0];
}

}  // namespace

template <int W>
void write_solution(const Year<W>& year, const Lanes<W>* y, Workspace<W>& work) {
  log_unemployment_seen(year, work);
  write_production(year, y, work);
  write_demand(year, work);
  write_people(year, work);
  write_income(year, work);
  write_productivity(year);
  write_accounts(year, work);
}

#define DRIVKRAFT_INSTANTIATE(W) template void write_solution<W>(const Year<W>&, const Lanes<W>*, Workspace<W>&);
DRIVKRAFT_INSTANTIATE(1)
DRIVKRAFT_INSTANTIATE(4)
DRIVKRAFT_INSTANTIATE(8)
#undef DRIVKRAFT_INSTANTIATE

}  // namespace drivkraft
