#pragma once

#include <cmath>
#include <random>
#include <utility>
#include <vector>

#include "calibration/calibrate.h"
#include "equilibrium/equations.h"
#include "equilibrium/wage_rules.h"
#include "simulation/year_step.h"
#include "support/synthetic_economy.h"

// The year's equations as a textbook writes them: plain powers, one cell at a time, nothing shared or prepared. Slow,
// and written without looking at the program's order of work, so that the two can be held against each other.
namespace drivkraft::test::textbook {

inline constexpr int R = 3, S = 5, E = 4;
inline constexpr double world_price = 1.07;
inline constexpr double trend = 1.2;

inline int cell(int r, int j) {
  return r * S + j;
}
inline int cell(int r, int j, int e) {
  return cell(r, j) * E + e;
}
inline int person(int r, int e) {
  return r * E + e;
}

/// CES price of (share, price) pairs with weights that may not add to one.
inline double ces(double sigma, const std::vector<std::pair<double, double>>& goods) {
  if (sigma == 1.0) {
    double log_price = 0.0;
    for (const auto& [share, price] : goods) log_price += share * std::log(price);
    return std::exp(log_price);
  }
  double sum = 0.0;
  for (const auto& [share, price] : goods) sum += share * std::pow(price, 1.0 - sigma);
  return std::pow(sum, 1.0 / (1.0 - sigma));
}

/// The elasticities of one case, where they differ from the central ones.
struct Case {
  double sigma_va = 0.9, sigma_kl = 0.8, sigma_inner = 3.0, sigma_outer = 1.9, sigma_imports = 1.82;
  Financing financing = Financing::national;
};

inline Parameters parameters_of(const Case& c) {
  Parameters p = synthetic_parameters();
  p[Parameter::sigma_value_added] = c.sigma_va;
  for (const Parameter group :
       {Parameter::sigma_kl_agriculture, Parameter::sigma_kl_manufacturing, Parameter::sigma_kl_utilities_extraction,
        Parameter::sigma_kl_construction, Parameter::sigma_kl_services}) {
    p[group] = c.sigma_kl;
  }
  p[Parameter::sigma_education_inner] = c.sigma_inner;
  p[Parameter::sigma_education_outer] = c.sigma_outer;
  p[Parameter::sigma_imports] = c.sigma_imports;
  return p;
}

inline BaseYear base_with_shopping(const Parameters& parameters) {
  BaseYear base = calibrate(synthetic_tables(R, S, E, 3U), parameters, 0.011);
  for (int i = 0; i < S; ++i) {  // a tenth of what the first region buys is bought in the second
    base.shopping_share({0}, {0}, {i}) = 0.9;
    base.shopping_share({1}, {0}, {i}) = 0.1;
  }
  return base;
}

/// A year in which everything differs from the base year, and its sweep.
struct Disturbed {
  explicit Disturbed(const Case& c)
      : parameters(parameters_of(c)),
        base(base_with_shopping(parameters)),
        sizes(base),
        behaviour(behaviour_of<1>(base, &parameters)),
        layout(base.dimensions),
        last(first_state<1>(
            {.economy = Economy{.accounts = base}, .sizes = sizes, .behaviour = behaviour, .layout = layout})),
        baseline(last),
        baseline_last(last),
        now(last),
        work(sizes),
        y(static_cast<std::size_t>(Unknowns(sizes).count), Lanes<1>(0.0)) {
    for (State<1>* state : {&last, &baseline, &baseline_last, &now}) disturb(*state);
    for (Lanes<1>& unknown : y) unknown = Lanes<1>(0.3 * (uniform() - 0.5));
    for (int k = 0; k < R * S; ++k) y[Unknowns(sizes).outputs + k] -= Lanes<1>(0.5);  // so that people stay unemployed
  }

  double uniform() { return static_cast<double>(random() >> 11U) * 0x1.0p-53; }
  void disturb(State<1>& state) {
    for (const Field field :
         {Field::technology, Field::capital, Field::world_demand, Field::export_shifter, Field::variety_index,
          Field::resource_efficiency, Field::trade_access, Field::commuting_access, Field::public_consumption,
          Field::other_final_use, Field::labour_force, Field::people, Field::adults, Field::pensioners, Field::exports,
          Field::outside_labour_force, Field::structural_unemployment_rate, Field::wage_index}) {
      for (Lanes<1>& value : state.all(field)) value *= Lanes<1>(0.9 + 0.2 * uniform());
    }
    for (Lanes<1>& rate : state.all(Field::wage_subsidy_rate)) rate = Lanes<1>(0.2 * uniform());
    for (const Field field : {Field::policy_investment, Field::policy_demand})
      for (Lanes<1>& value : state.all(field)) value = Lanes<1>(50.0 * uniform());
    for (std::size_t k = 0; k < state.all(Field::policy_demand).size(); ++k)
      state[Field::public_purchases][k] = Lanes<1>(0.7) * state[Field::policy_demand][k];
    for (const Field field : {Field::unemployed_log_seen, Field::structural_log_seen, Field::productivity_growth,
                              Field::productivity_growth_national}) {
      for (Lanes<1>& value : state.all(field)) value += Lanes<1>(0.1 * (uniform() - 0.5));
    }
    state[Field::labour_efficiency][0] = Lanes<1>(1.0 + 0.2 * uniform());
  }

  void sweep_once(Financing financing, WageRule rule, bool mobile) {
    const Year<1> year{.base = base,
                       .sizes = sizes,
                       .behaviour = behaviour,
                       .wages = rule,
                       .mobile_capital = mobile,
                       .financing = financing,
                       .world_price = world_price,
                       .trend = Lanes<1>(trend),
                       .year = 2020,
                       .last = last,
                       .baseline = &baseline,
                       .baseline_last = &baseline_last,
                       .now = now};
    prepare_year(year, work);
    out.assign(y.size(), Lanes<1>(0.0));
    sweep(year, y.data(), work, out.data());
  }

  std::mt19937_64 random{11};
  Parameters parameters;
  BaseYear base;
  Sizes sizes;
  Behaviour<1> behaviour;
  StateLayout layout;
  State<1> last, baseline, baseline_last, now;
  Workspace<1> work;
  std::vector<Lanes<1>> y, out;
};

/// The same sweep as a textbook would write it.
struct Textbook {
  explicit Textbook(const Disturbed& disturbed) : d(disturbed), at(disturbed.sizes) {}

  [[nodiscard]] double now(Field field, int k) const { return d.now[field][k].v; }
  [[nodiscard]] double p(Parameter parameter) const { return d.parameters[parameter]; }
  [[nodiscard]] double wage(int r, int e) const { return std::exp(d.y[person(r, e)].v); }
  [[nodiscard]] double rental(int k) const { return std::exp(d.y[at.rental_rates + k].v); }
  [[nodiscard]] double output(int k) const { return std::exp(d.y[at.outputs + k].v); }
  [[nodiscard]] double price(int k) const { return std::exp(d.y[at.prices + k].v); }
  [[nodiscard]] double paid_wage(int r, int j, int e) const {
    return wage(r, e) * (1.0 - now(Field::wage_subsidy_rate, cell(r, j, e))) / now(Field::labour_efficiency, 0);
  }
  [[nodiscard]] double omega(int r, int j, int e) const { return now(Field::education_wage_share, cell(r, j, e)); }
  [[nodiscard]] double bundle_share(int r, int j, bool higher) const {
    double share = 0.0;
    for (int e = 0; e < E; ++e)
      if (d.base.dimensions.higher[static_cast<std::size_t>(e)] == higher) share += omega(r, j, e);
    return share;
  }
  [[nodiscard]] double bundle(int r, int j, bool higher) const {
    std::vector<std::pair<double, double>> goods;
    for (int e = 0; e < E; ++e)
      if (d.base.dimensions.higher[static_cast<std::size_t>(e)] == higher)
        goods.emplace_back(omega(r, j, e) / bundle_share(r, j, higher), paid_wage(r, j, e));
    return ces(p(Parameter::sigma_education_inner), goods);
  }
  [[nodiscard]] double labour(int r, int j) const {
    return ces(p(Parameter::sigma_education_outer),
               {{bundle_share(r, j, true), bundle(r, j, true)}, {bundle_share(r, j, false), bundle(r, j, false)}});
  }
  [[nodiscard]] double capital_labour(int r, int j) const {
    const double theta = d.base.labour_share({r}, {j});
    return ces(sigma_kl(j), {{1.0 - theta, rental(cell(r, j))}, {theta, labour(r, j)}});
  }
  [[nodiscard]] double sigma_kl(int j) const { return p(d.base.sigma_capital_labour[static_cast<std::size_t>(j)]); }
  [[nodiscard]] double unit_value_added(int r, int j) const {
    return capital_labour(r, j) / now(Field::technology, cell(r, j));
  }
  [[nodiscard]] double origin_share(int q, int r, int i) const {
    double all = 0.0;
    for (int k = 0; k < R; ++k)
      all += d.base.trade_share({k}, {r}, {i}) * now(Field::trade_access, (k * R + r) * S + i);
    return d.base.trade_share({q}, {r}, {i}) * now(Field::trade_access, (q * R + r) * S + i) / all;
  }
  [[nodiscard]] double domestic_price(int r, int i) const {
    std::vector<std::pair<double, double>> goods;
    for (int q = 0; q < R; ++q)
      goods.emplace_back(origin_share(q, r, i) * now(Field::variety_index, cell(q, i)), price(cell(q, i)));
    return ces(p(Parameter::sigma_regions), goods);
  }
  [[nodiscard]] double composite(int r, int i) const {
    const double mu = d.base.foreign_share({i});
    return ces(p(Parameter::sigma_imports), {{1.0 - mu, domestic_price(r, i)}, {mu, world_price}});
  }
  [[nodiscard]] double needed(int r, int i, int j) const {
    return d.base.input_coefficients({i}, {j}) * now(Field::resource_efficiency, (r * S + i) * S + j);
  }
  [[nodiscard]] double materials(int r, int j) const {
    double cost = 0.0, all = 0.0;
    for (int i = 0; i < S; ++i) {
      cost += needed(r, i, j) * composite(r, i);
      all += d.base.input_coefficients({i}, {j});
    }
    return cost / all;
  }
  [[nodiscard]] double unit_cost(int r, int j) const {
    const double m = d.base.materials_share({j});
    return ces(p(Parameter::sigma_value_added), {{m, materials(r, j)}, {1.0 - m, unit_value_added(r, j)}});
  }
  [[nodiscard]] double value_added(int r, int j) const {  // V / V0
    return output(cell(r, j)) * std::pow(unit_cost(r, j) / unit_value_added(r, j), p(Parameter::sigma_value_added));
  }
  [[nodiscard]] double capital(int r, int j) const {
    return d.base.capital({r}, {j}) * value_added(r, j) / now(Field::technology, cell(r, j)) *
           std::pow(capital_labour(r, j) / rental(cell(r, j)), sigma_kl(j));
  }
  [[nodiscard]] double jobs(int r, int j, int e) const {
    const double nest = bundle(r, j, d.base.dimensions.higher[static_cast<std::size_t>(e)]);
    return now(Field::employment_at_base_prices, cell(r, j, e)) * value_added(r, j) /
           now(Field::technology, cell(r, j)) / now(Field::labour_efficiency, 0) *
           std::pow(capital_labour(r, j) / labour(r, j), sigma_kl(j)) *
           std::pow(labour(r, j) / nest, p(Parameter::sigma_education_outer)) *
           std::pow(nest / paid_wage(r, j, e), p(Parameter::sigma_education_inner));
  }
  [[nodiscard]] double intermediate(int r, int i) const {
    double use = 0.0;
    for (int j = 0; j < S; ++j)
      use += needed(r, i, j) * d.base.output({r}, {j}) * output(cell(r, j)) *
             std::pow(unit_cost(r, j) / materials(r, j), p(Parameter::sigma_value_added));
    return use;
  }
  [[nodiscard]] double all_jobs(int q, int e) const {
    double sum = 0.0;
    for (int j = 0; j < S; ++j) sum += jobs(q, j, e);
    return sum;
  }
  [[nodiscard]] double all_earnings(int q, int e) const {
    double sum = 0.0;
    for (int j = 0; j < S; ++j) sum += jobs(q, j, e) * d.base.wage({q}, {j}, {e}) * wage(q, e);
    return sum;
  }
  [[nodiscard]] double subsidies(int q) const {
    double sum = 0.0;
    for (int j = 0; j < S; ++j)
      for (int e = 0; e < E; ++e)
        sum += jobs(q, j, e) * d.base.wage({q}, {j}, {e}) * wage(q, e) * now(Field::wage_subsidy_rate, cell(q, j, e));
    return sum;
  }
  [[nodiscard]] double attraction(int q, int r, int e) const {
    double reach = 0.0, employed = 0.0;
    for (int k = 0; k < R; ++k) {
      double base_jobs = 0.0;
      for (int j = 0; j < S; ++j) base_jobs += d.base.employment({k}, {j}, {e});
      reach += d.base.commuting_share({k}, {r}, {e}) * base_jobs * wage(k, e);
      employed += d.base.commuting_share({k}, {r}, {e}) * base_jobs;
    }
    return d.base.commuting_share({q}, {r}, {e}) * now(Field::commuting_access, (q * R + r) * E + e) *
           now(Field::labour_force, person(r, e)) / d.base.labour_force({r}, {e}) *
           std::pow(reach / employed, -p(Parameter::commuting_chi));
  }
  [[nodiscard]] double commuting(int q, int r, int e) const {
    double all = 0.0;
    for (int k = 0; k < R; ++k) all += attraction(q, k, e);
    return attraction(q, r, e) / all;
  }
  [[nodiscard]] double employed(int r, int e) const {
    double sum = 0.0;
    for (int q = 0; q < R; ++q) sum += commuting(q, r, e) * all_jobs(q, e);
    return sum;
  }
  [[nodiscard]] double unemployment(int r, int e) const {
    return 1.0 - employed(r, e) / now(Field::labour_force, person(r, e));
  }
  [[nodiscard]] double lever_cost(int r) const {
    double bought = 0.0;
    for (int i = 0; i < S; ++i) bought += now(Field::public_purchases, cell(r, i)) * composite(r, i);
    return (1.0 + d.base.final_tax_rate({1})) * bought + subsidies(r);
  }
  [[nodiscard]] double income(int r, Financing financing) const {
    double surplus = 0.0, base_bill = 0.0, bill = 0.0, labour_income = 0.0, unemployed = 0.0, cost = 0.0, adults = 0.0;
    for (int q = 0; q < R; ++q) {
      for (int j = 0; j < S; ++j) surplus += d.base.value_added({q}, {j}) * value_added(q, j) * unit_value_added(q, j);
      for (int e = 0; e < E; ++e) {
        surplus -= all_earnings(q, e);
        labour_income += commuting(q, r, e) * all_earnings(q, e);
        for (int j = 0; j < S; ++j) {
          base_bill += d.base.employment({q}, {j}, {e}) * d.base.wage({q}, {j}, {e});
          bill += d.base.employment({q}, {j}, {e}) * d.base.wage({q}, {j}, {e}) * wage(q, e);
        }
      }
      surplus += subsidies(q);
      cost += lever_cost(q);
      adults += now(Field::adults, q);
    }
    for (int e = 0; e < E; ++e) unemployed += now(Field::labour_force, person(r, e)) - employed(r, e);
    const double level = bill / base_bill;
    const double benefits = level * (d.base.benefit_unemployed * unemployed +
                                     d.base.benefit_other_15_64 * now(Field::outside_labour_force, r) +
                                     d.base.benefit_65({r}) * now(Field::pensioners, r));
    const double transfers = d.base.other_transfers({r}) * level * now(Field::people, r) / d.base.people({r});
    const double paid = financing == Financing::national ? cost * now(Field::adults, r) / adults : 0.0;
    return (1.0 - d.base.tax_rate({r})) * (labour_income + d.base.surplus_share({r}) * surplus + benefits) + transfers -
           paid;
  }
  [[nodiscard]] double consumption(int r, int i, Financing financing) const {
    return d.base.consumption_share({r}, {i}) * d.base.consumption_propensity({r}) * income(r, financing) /
           (composite(r, i) * (1.0 + d.base.final_tax_rate({0})));
  }
  [[nodiscard]] double purchased(int q, int i, Financing financing) const {
    double sum = 0.0;
    for (int r = 0; r < R; ++r) sum += d.base.shopping_share({q}, {r}, {i}) * consumption(r, i, financing);
    return sum;
  }
  [[nodiscard]] double investment_price(int r) const {
    double sum = 0.0;
    for (int i = 0; i < S; ++i) sum += d.base.capital_composition({i}) * composite(r, i);
    return sum;
  }
  [[nodiscard]] double investment(int r, int j, bool mobile) const {
    const int k = cell(r, j);
    if (mobile) return d.baseline[Field::investment][k].v * capital(r, j) / d.baseline[Field::capital][k].v;
    return d.base.investment({r}, {j}) * now(Field::capital, k) / d.base.capital({r}, {j}) *
           std::pow(rental(k) / investment_price(r), p(Parameter::investment_xi));
  }
  [[nodiscard]] double government(int r, int i, Financing financing) const {
    double budget = 0.0;
    for (int k = 0; k < S; ++k) budget += now(Field::public_consumption, cell(r, k)) * composite(r, k);
    const double cut = lever_cost(r) / ((1.0 + d.base.final_tax_rate({1})) * budget);
    return now(Field::public_consumption, cell(r, i)) * (financing == Financing::within_budget ? 1.0 - cut : 1.0);
  }
  [[nodiscard]] double drive(const State<1>& state, int q, int i) const {
    return state[Field::world_demand][i].v * state[Field::variety_index][cell(q, i)].v *
           state[Field::export_shifter][cell(q, i)].v;
  }
  [[nodiscard]] double exports(int q, int i) const {
    const double adjustment = p(Parameter::export_adjustment);
    const double wanted = d.base.exports({q}, {i}) * drive(d.now, q, i) *
                          std::pow(price(cell(q, i)) / world_price, -p(Parameter::export_elasticity));
    const double carried = d.last[Field::exports][cell(q, i)].v * drive(d.now, q, i) / drive(d.last, q, i);
    return std::pow(wanted, adjustment) * std::pow(carried, 1.0 - adjustment);
  }
  [[nodiscard]] double use(int r, int i, Financing financing, bool mobile) const {
    double invested = 0.0;
    for (int j = 0; j < S; ++j) invested += investment(r, j, mobile) + now(Field::policy_investment, cell(r, j));
    return intermediate(r, i) + purchased(r, i, financing) + government(r, i, financing) +
           now(Field::other_final_use, cell(r, i)) + now(Field::policy_demand, cell(r, i)) +
           d.base.capital_composition({i}) * invested;
  }
  [[nodiscard]] double supply(int q, int i, Financing financing, bool mobile) const {
    double sold = exports(q, i);
    for (int r = 0; r < R; ++r) {
      const double domestic = (1.0 - d.base.foreign_share({i})) *
                              std::pow(composite(r, i) / domestic_price(r, i), p(Parameter::sigma_imports)) *
                              use(r, i, financing, mobile);
      sold += origin_share(q, r, i) * now(Field::variety_index, cell(q, i)) *
              std::pow(price(cell(q, i)) / domestic_price(r, i), -p(Parameter::sigma_regions)) * domestic;
    }
    return sold;
  }
  /// U or U*: log unemployment seen from the workplace.
  [[nodiscard]] double log_seen(int q, int e, bool structural) const {
    double persons = 0.0, all = 0.0, local = 0.0;
    for (int r = 0; r < R; ++r) {
      const double rate = structural ? now(Field::structural_unemployment_rate, person(r, e)) : unemployment(r, e);
      persons += rate * now(Field::labour_force, person(r, e));
      all += now(Field::labour_force, person(r, e));
      local += commuting(q, r, e) * rate;
    }
    const double nu = p(Parameter::wage_national_weight);
    return nu * std::log(persons / all) + (1.0 - nu) * std::log(local);
  }
  [[nodiscard]] double wage_gap(int q, int e) const {
    const int k = person(q, e);
    const auto deviation = [&](const State<1>& mine, const State<1>& theirs, Field field, int place) {
      return mine[field][place].v - theirs[field][place].v;
    };
    const double h = p(Parameter::wage_regional_weight);
    const double growth = (1.0 - h) * deviation(d.last, d.baseline_last, Field::productivity_growth_national, 0) +
                          h * deviation(d.last, d.baseline_last, Field::productivity_growth, q);
    const double dU = log_seen(q, e, false) - d.baseline[Field::unemployed_log_seen][k].v;
    const double dU_structural = log_seen(q, e, true) - d.baseline[Field::structural_log_seen][k].v;
    const double dU_lag = deviation(d.last, d.baseline_last, Field::unemployed_log_seen, k);
    const double dw_lag = std::log(d.last[Field::wage_index][k].v / d.baseline_last[Field::wage_index][k].v);
    return std::log(wage(q, e) / d.baseline[Field::wage_index][k].v) - dw_lag -
           p(Parameter::wage_passthrough) * growth + p(Parameter::wage_epsilon) * (dU - dU_lag) +
           p(Parameter::wage_gamma) * (dU - dU_structural);
  }

  const Disturbed& d;
  Unknowns at;
};

}  // namespace drivkraft::test::textbook
