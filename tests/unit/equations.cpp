// One sweep of the year's equations against the same equations written as in a textbook (support/textbook.h), with
// every lever pulled and prices far from one. What a result file cannot show (subsidies, varieties, travel times,
// foreign prices, shopping trips) is compared here too.
#include <catch2/catch.hpp>
#include <cmath>

#include "support/textbook.h"

using namespace drivkraft;
using namespace drivkraft::test::textbook;

namespace {

/// Equal to rounding, and to what stands between sigma = 1 and the nearest sigma that the equations use.
void same(double mine, double textbook) {
  REQUIRE(std::isfinite(textbook));
  CHECK(mine == Approx(textbook).epsilon(1e-10).margin(1e-10));
}

}  // namespace

TEST_CASE("a CES index by hand", "[equations][unit]") {
  const auto index = [](double sigma) {
    Lanes<1> power = Behaviour<1>::one_less(Lanes<1>(sigma)), sum(0.0);
    const double shares[] = {0.25, 0.75}, prices[] = {4.0, 1.0};
    for (int k = 0; k < 2; ++k) sum += Lanes<1>(shares[k] * std::expm1(power.v * std::log(prices[k])));
    return std::exp(ces_log_index(sum, power).v);
  };
  CHECK(index(0.0) == Approx(1.75).epsilon(1e-14));                // arithmetic mean: 4/4 + 3/4
  CHECK(index(2.0) == Approx(1.0 / 0.8125).epsilon(1e-14));        // harmonic mean: 1 / (1/16 + 3/4)
  CHECK(index(0.5) == Approx(1.5625).epsilon(1e-14));              // (2/4 + 3/4)^2
  CHECK(index(1.0) == Approx(std::pow(4.0, 0.25)).epsilon(1e-8));  // geometric mean
  CHECK(std::abs(index(1.0 + 1e-7) - index(1.0 - 1e-7)) < 1e-7);   // no jump at one
  CHECK(index(1.0 - 1e-7) > index(1.0 + 1e-7));                    // the more substitution, the cheaper
}

TEST_CASE("a sweep is the textbook's, with every lever pulled", "[equations][unit]") {
  const Case c = GENERATE(Case{}, Case{0.0, 0.5, 1.5, 4.0, 1.0, Financing::within_budget},
                          Case{1.0, 1.0, 3.0, 1.9, 1.82, Financing::none});
  const bool mobile = c.financing == Financing::within_budget;
  CAPTURE(c.sigma_va, c.sigma_kl, c.sigma_imports);
  Disturbed d(c);
  d.sweep_once(c.financing, WageRule::curve, mobile);
  const Textbook book(d);
  const Unknowns at(d.sizes);
  REQUIRE(d.base.dimensions.higher == std::vector<bool>{false, false, true, true});
  for (int r = 0; r < R; ++r) {
    CAPTURE(r);
    same(d.work.income[r].v, book.income(r, c.financing));
    same(d.work.lever_cost[r].v, book.lever_cost(r));
    same(d.work.subsidy_paid[r].v, book.subsidies(r));
    same(d.work.investment_price[r].v, book.investment_price(r));
    for (int e = 0; e < E; ++e) {
      const int k = person(r, e);
      CAPTURE(e);
      same(d.work.jobs[k].v, book.all_jobs(r, e));
      same(d.work.employed[k].v, book.employed(r, e));
      same(d.work.log_seen[k].v, book.log_seen(r, e, false));
      same(d.work.log_structural_seen[k].v, book.log_seen(r, e, true));
      same(d.out[at.wages + k].v, book.wage_gap(r, e));
      for (int q = 0; q < R; ++q) same(d.work.commuting[(q * R + r) * E + e].v, book.commuting(q, r, e));
    }
    for (int j = 0; j < S; ++j) {
      const int k = cell(r, j);
      CAPTURE(j);
      same(std::exp(d.work.log_labour_cost[k].v), book.labour(r, j));
      same(std::exp(d.work.log_value_added_cost[k].v), book.unit_value_added(r, j));
      same(std::exp(d.work.log_domestic_price[k].v), book.domestic_price(r, j));
      same(d.work.composite[k].v, book.composite(r, j));
      same(std::exp(d.work.log_materials[k].v), book.materials(r, j));
      same(std::exp(d.work.log_unit_cost[k].v), book.unit_cost(r, j));
      same(d.work.intermediate[k].v, book.intermediate(r, j));
      same(d.work.consumption[k].v, book.consumption(r, j, c.financing));
      same(d.work.purchased[k].v, book.purchased(r, j, c.financing));
      same(d.work.government[k].v, book.government(r, j, c.financing));
      same(d.work.investment[k].v, book.investment(r, j, mobile));
      same(d.work.exports[k].v, book.exports(r, j));
      same(d.work.use[k].v, book.use(r, j, c.financing, mobile));
      same(d.work.supply[k].v, book.supply(r, j, c.financing, mobile));
      same(d.out[at.prices + k].v, std::log(book.unit_cost(r, j) / book.price(k)));
      same(d.out[at.outputs + k].v,
           std::log(book.supply(r, j, c.financing, mobile) / d.base.output({r}, {j}) / book.output(k)));
      if (!mobile) same(d.out[at.rental_rates + k].v, std::log(book.capital(r, j) / d.now[Field::capital][k].v));
    }
  }
}

TEST_CASE("the other wage rules are the textbook's", "[equations][unit]") {
  Disturbed d(Case{});
  const Textbook book(d);
  const auto local = [&](int q, int e, bool structural) {
    double sum = 0.0;
    for (int r = 0; r < R; ++r)
      sum += book.commuting(q, r, e) *
             (structural ? d.now[Field::structural_unemployment_rate][person(r, e)].v : book.unemployment(r, e));
    return sum;
  };
  for (const WageRule rule :
       {WageRule::structural_unemployment, WageRule::flexible, WageRule::fixed_real, WageRule::held}) {
    d.sweep_once(Financing::none, rule, false);
    for (int q = 0; q < R; ++q) {
      double log_prices = 0.0;
      for (int i = 0; i < S; ++i) log_prices += d.base.consumption_share({q}, {i}) * std::log(book.composite(q, i));
      for (int e = 0; e < E; ++e) {
        const int k = person(q, e);
        const double log_wage = d.y[k].v, theirs = std::log(d.baseline[Field::wage_index][k].v);
        const double before = d.baseline[Field::unemployment_seen][k].v;
        CAPTURE(static_cast<int>(rule), q, e);
        switch (rule) {
          case WageRule::structural_unemployment: same(d.out[k].v, local(q, e, false) / local(q, e, true) - 1.0); break;
          case WageRule::flexible: same(d.out[k].v, local(q, e, false) / before - 1.0); break;
          case WageRule::fixed_real:
            same(d.out[k].v, log_wage - log_prices - theirs + std::log(d.baseline[Field::consumer_price_index][q].v));
            break;
          default: same(d.out[k].v, log_wage - theirs);
        }
      }
    }
  }
}

TEST_CASE("jobs go to residents with less pay in reach", "[equations][unit]") {
  // Two regions, half of the jobs of each held from the other; pay in the first rises by a tenth. Everybody's reach is
  // the same mix, so shares stay; where residents reach their own region alone, the better paid take fewer.
  Parameters parameters = test::synthetic_parameters();
  BaseYear base = calibrate(test::synthetic_tables(2, 3, 1, 4U), parameters, 0.0);
  const double jobs[] = {1000.0, 1000.0};
  for (const bool mixed : {true, false}) {
    for (int q = 0; q < 2; ++q) {
      for (int r = 0; r < 2; ++r) base.commuting_share({q}, {r}, {0}) = mixed ? 0.5 : (q == r ? 0.9 : 0.1);
      base.labour_force({q}, {0}) = 1050.0;
      base.employed_residents({q}, {0}) = jobs[q];
      for (int j = 0; j < 3; ++j) base.employment({q}, {j}, {0}) = jobs[q] / 3.0;
    }
    const Sizes sizes(base);
    const Behaviour<1> behaviour = behaviour_of<1>(base, &parameters);
    const StateLayout layout(base.dimensions);
    State<1> now = first_state<1>(
        {.economy = Economy{.accounts = base}, .sizes = sizes, .behaviour = behaviour, .layout = layout});
    const State<1> last = now;
    const Year<1> year{.base = base, .sizes = sizes, .behaviour = behaviour, .last = last, .now = now};
    Workspace<1> work(sizes);
    prepare_year(year, work);
    work.wage = {Lanes<1>(1.1), Lanes<1>(1.0)};
    work.jobs = {Lanes<1>(1000.0), Lanes<1>(1000.0)};
    work.earnings = {Lanes<1>(440.0), Lanes<1>(400.0)};
    labour_market(year, work);
    // mean pay in reach: 1.05 and 1.05, or 1.09 and 1.01; chi = 2
    const double pull_0 = 1.0 / (1.09 * 1.09), pull_1 = 1.0 / (1.01 * 1.01);
    const double share = mixed ? 0.5 : 0.9 * pull_0 / (0.9 * pull_0 + 0.1 * pull_1);
    const double from_other = mixed ? 0.5 : 0.1 * pull_0 / (0.1 * pull_0 + 0.9 * pull_1);
    CHECK(work.commuting[0].v == Approx(share).epsilon(1e-12));
    CHECK(work.employed[0].v == Approx(1000.0 * (share + from_other)).epsilon(1e-12));
    CHECK(work.employed[0].v + work.employed[1].v == Approx(2000.0).epsilon(1e-14));
    CHECK(work.unemployment[0].v == Approx(1.0 - 1000.0 * (share + from_other) / 1050.0).epsilon(1e-12));
    CHECK(work.labour_income[0].v == Approx(440.0 * share + 400.0 * from_other).epsilon(1e-12));
    CHECK(work.national_unemployment[0].v == Approx(1.0 - 2000.0 / 2100.0).epsilon(1e-12));
  }
}
