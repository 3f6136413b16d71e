// Every closure does what its name says and every block that is held stays on its baseline path; what cannot be is an
// error that names year and place.
#include <catch2/catch.hpp>
#include <cmath>
#include <cstring>

#include "base/errors.h"
#include "support/real_economy.h"

using namespace drivkraft;
using Catch::Matchers::Contains;
using test::real_economy;
using test::real_model;
using test::Run;
using test::total;

namespace {

constexpr int years = 8;
constexpr int fyn = 3, bornholm = 6;

const Dimensions& dimensions() {
  return real_model().base().dimensions;
}

/// Technology, purchases and people at once, so that every block would move.
void shock(int year, PolicyEffects<1>& effects) {
  if (year < 2) return;
  const int industries = dimensions().industry_count(), educations = dimensions().education_count();
  for (int j = 0; j < industries; ++j)
    effects.log_technology[static_cast<std::size_t>(fyn * industries + j)] = Lanes<1>(0.01);
  for (int i = 10; i < 14; ++i)
    effects.public_purchases[static_cast<std::size_t>(fyn * industries + i)] = Lanes<1>(30.0);
  for (int e = 0; e < educations; ++e)
    effects.labour_force_added[static_cast<std::size_t>(bornholm * educations + e)] = Lanes<1>(5.0);
}

Run shocked(const Closures& closures) {
  return test::run(real_model(), real_economy().draw, years, closures, shock);
}

bool same_bits(const State<1>& a, const State<1>& b, Field field) {
  const auto x = a.all(field), y = b.all(field);
  return std::memcmp(x.data(), y.data(), x.size_bytes()) == 0;
}

double largest_difference(const State<1>& a, const State<1>& b, Field field) {
  double largest = 0.0;
  for (std::size_t k = 0; k < a.all(field).size(); ++k)
    largest = std::max(largest, std::abs(a[field][k].v / b[field][k].v - 1.0));
  return largest;
}

double adults_of(int region) {
  return real_model().base().adults({region});
}

}  // namespace

TEST_CASE("what is held stays on its baseline path, bit for bit", "[closures][property]") {
  struct Held {
    bool Hold::*block;
    Field field;
  };
  const Held held =
      GENERATE(Held{&Hold::wages, Field::wage_index}, Held{&Hold::capital, Field::capital},
               Held{&Hold::investment, Field::investment}, Held{&Hold::consumption, Field::private_consumption},
               Held{&Hold::government, Field::public_consumption}, Held{&Hold::exports, Field::exports},
               Held{&Hold::labour_force, Field::labour_force}, Held{&Hold::technology, Field::technology});
  Closures closures;
  closures.financing = Financing::within_budget;  // so that public consumption would move
  static const Run free = shocked(closures);
  closures.hold.*held.block = true;
  const Run run = shocked(closures);
  CAPTURE(state_fields[static_cast<std::size_t>(held.field)].name);
  for (std::size_t year = 0; year <= years; ++year) {
    CAPTURE(year);
    CHECK(same_bits(run.scenario[year], run.baseline[year], held.field));
    CHECK(std::abs(run.scenario[year][Field::residual_gdp][0].v) < 1e-9);
    if (year >= 3) CHECK(!same_bits(free.scenario[year], free.baseline[year], held.field));
  }
  // Holding one block does not hold the economy.
  CHECK(!same_bits(run.scenario[years], run.baseline[years], Field::output));
}

TEST_CASE("with all blocks held nothing is made but what is bought", "[closures][property]") {
  Closures closures;
  Hold& hold = closures.hold;
  hold.wages = hold.capital = hold.investment = hold.consumption = hold.government = hold.exports = true;
  hold.labour_force = hold.technology = true;
  const Run run = shocked(closures);
  const State<1>&now = run.scenario[years], &then = run.baseline[years];
  // The purchases alone are left: 120 mio. DKK of products made in Fyn and elsewhere.
  const double output = total(now, Field::output) - total(then, Field::output);
  CHECK(output > 80.0);
  CHECK(output < 300.0);
}

TEST_CASE("mobile capital earns what it earns in the baseline", "[closures][property]") {
  Closures closures;
  closures.capital = CapitalClosure::mobile;
  const Run run = shocked(closures), adjusting = shocked({});
  const BaseYear& base = real_model().base();
  const auto price_of_investment = [&](const State<1>& state, int region) {
    double price = 0.0;
    for (int i = 0; i < dimensions().industry_count(); ++i)
      price +=
          base.capital_composition({i}) * state[Field::composite_price][region * dimensions().industry_count() + i].v;
    return price;
  };
  double worst = 0.0, adjusted = 0.0;
  for (std::size_t year = 1; year <= years; ++year) {
    for (int r = 0; r < dimensions().region_count(); ++r) {
      for (int j = 0; j < dimensions().industry_count(); ++j) {
        const int cell = r * dimensions().industry_count() + j;
        const auto earns = [&](const State<1>& state) {
          return state[Field::rental_rate][cell].v / price_of_investment(state, r);
        };
        worst = std::max(worst, std::abs(earns(run.scenario[year]) / earns(run.baseline[year]) - 1.0));
        adjusted = std::max(adjusted, std::abs(earns(adjusting.scenario[year]) / earns(run.baseline[year]) - 1.0));
        // I = I_b Kd / K_b
        CHECK(run.scenario[year][Field::investment][cell].v / run.baseline[year][Field::investment][cell].v ==
              Approx(run.scenario[year][Field::capital][cell].v / run.baseline[year][Field::capital][cell].v)
                  .epsilon(1e-12));
      }
    }
  }
  CHECK(worst < 1e-8);
  CHECK(adjusted > 1e-3);
  // The capital that the adjusting closure builds over years is there in the first.
  CHECK(total(real_model(), run.scenario[2], Field::capital, {fyn}) >
        1.002 * total(real_model(), run.baseline[2], Field::capital, {fyn}));
}

TEST_CASE("fixed real wages and flexible wages keep what they name", "[closures][property]") {
  Closures closures;
  closures.wages = WageClosure::fixed_real;
  const Run fixed = shocked(closures);
  closures.wages = WageClosure::flexible;
  const Run flexible = shocked(closures);
  double real_wage = 0.0;
  for (std::size_t year = 1; year <= years; ++year) {
    const State<1>&now = fixed.scenario[year], &then = fixed.baseline[year];
    for (int q = 0; q < dimensions().region_count(); ++q) {
      for (int e = 0; e < dimensions().education_count(); ++e) {
        const int k = q * dimensions().education_count() + e;
        const double mine = now[Field::wage_index][k].v / now[Field::consumer_price_index][q].v;
        const double theirs = then[Field::wage_index][k].v / then[Field::consumer_price_index][q].v;
        real_wage = std::max(real_wage, std::abs(mine / theirs - 1.0));
      }
    }
    CHECK(largest_difference(flexible.scenario[year], flexible.baseline[year], Field::unemployment_seen) < 1e-8);
  }
  CHECK(real_wage < 1e-8);
  CHECK(largest_difference(fixed.scenario[years], fixed.baseline[years], Field::unemployment_seen) > 1e-3);
  CHECK(largest_difference(flexible.scenario[years], flexible.baseline[years], Field::wage_index) > 1e-3);
}

TEST_CASE("the public purse is filled as its closure says", "[closures][property]") {
  Closures closures;
  const Run national = shocked(closures);
  closures.financing = Financing::none;
  const Run none = shocked(closures);
  closures.financing = Financing::within_budget;
  const Run within = shocked(closures);
  const double tax = 1.0 + real_model().base().final_tax_rate({static_cast<int>(Use::government)});
  const int industries = dimensions().industry_count();
  for (std::size_t year = 2; year <= years; ++year) {
    CAPTURE(year);
    // every adult the same, in all what the levers cost at the year's prices
    const State<1>& paid = national.scenario[year];
    double bought = 0.0;
    for (int i = 0; i < industries; ++i)
      bought += tax * paid[Field::public_purchases][fyn * industries + i].v *
                paid[Field::composite_price][fyn * industries + i].v;
    CHECK(bought > 100.0);
    CHECK(total(paid, Field::lever_cost_value) == Approx(bought).epsilon(1e-12));
    CHECK(total(paid, Field::financing) == Approx(bought).epsilon(1e-12));
    for (int r = 1; r < dimensions().region_count(); ++r) {
      CHECK(paid[Field::financing][r].v / adults_of(r) ==
            Approx(paid[Field::financing][0].v / adults_of(0)).epsilon(1e-12));
    }
    CHECK(total(none.scenario[year], Field::financing) == 0.0);
    CHECK(total(within.scenario[year], Field::financing) == 0.0);
    CHECK(same_bits(none.scenario[year], none.baseline[year], Field::public_consumption));

    // within the budget: Fyn buys less of everything, worth what its levers cost; the others buy as planned
    const State<1>&cut = within.scenario[year], &planned = within.baseline[year];
    double less = 0.0;
    for (int i = 0; i < industries; ++i) {
      const int cell = fyn * industries + i;
      less += tax * cut[Field::composite_price][cell].v *
              (planned[Field::public_consumption][cell].v - cut[Field::public_consumption][cell].v);
      const int other = bornholm * industries + i;
      CHECK(cut[Field::public_consumption][other].v == planned[Field::public_consumption][other].v);
    }
    CHECK(less == Approx(cut[Field::lever_cost_value][fyn].v).epsilon(1e-9));
  }
}

TEST_CASE("a budget that its levers exceed is refused with year and region", "[closures][errors]") {
  Closures closures;
  closures.financing = Financing::within_budget;
  double budget = 0.0;
  for (int i = 0; i < dimensions().industry_count(); ++i)
    budget += real_model().base().public_consumption({bornholm}, {i});
  const auto buy = [&](double times) {
    return [=](int year, PolicyEffects<1>& effects) {
      if (year == 2)
        effects.public_purchases[static_cast<std::size_t>(bornholm * dimensions().industry_count() + 14)] =
            Lanes<1>(times * budget);
    };
  };
  CHECK_THROWS_WITH(test::run(real_model(), real_economy().draw, 3, closures, buy(1.1)),
                    Contains("bornholm") && Contains("2020") && Contains("cost more than all public consumption"));
  CHECK_THROWS_AS(test::run(real_model(), real_economy().draw, 3, closures, buy(1.1)), InputError);
  CHECK_NOTHROW(test::run(real_model(), real_economy().draw, 3, closures, buy(0.02)));
}

TEST_CASE("too few unemployed is an error with year, region and education", "[closures][errors]") {
  // Everywhere people with vocational education leave the labour force: a share of the unemployed.
  const auto leave = [](double share) {
    return [share](int year, PolicyEffects<1>& effects) {
      if (year < 2) return;
      const BaseYear& base = real_model().base();
      for (int r = 0; r < dimensions().region_count(); ++r) {
        effects.labour_force_added[static_cast<std::size_t>(r * dimensions().education_count() + 2)] =
            Lanes<1>(-share * base.unemployment({r}, {2}) * base.labour_force({r}, {2}));
      }
    };
  };
  CHECK_NOTHROW(test::run(real_model(), real_economy().draw, 3, {}, leave(0.1)));
  CHECK_THROWS_WITH(test::run(real_model(), real_economy().draw, 3, {}, leave(3.0)),
                    Contains("2020") && Contains("vocational"));
}
