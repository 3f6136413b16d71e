// The made-up economies must keep the accounts of model/README.md, section 2, or tests that rest on them prove nothing.
#include "support/synthetic_economy.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

using namespace drivkraft;
using test::synthetic_tables;
using test::ZeroCells;

namespace {

using Uses = std::vector<const BaseTables::FinalUse*>;

Uses uses_without_visitors(const BaseTables& t) {
  return {&t.private_consumption, &t.public_consumption, &t.investment, &t.inventories};
}

struct Sizes {
  int regions, industries, educations;
  ZeroCells zero;
};

struct Product {
  double supply = 0.0;
  double use = 0.0;
};

double value_added_of(const BaseTables& t, int j) {
  double sum = 0.0;
  for (int r = 0; r < t.dimensions.region_count(); ++r) sum += t.value_added({r}, {j});
  return sum;
}

/// Supply: what the industry's inputs, taxes and value added cost. Use: everybody who takes the product.
Product national_product(const BaseTables& t, int i) {
  const int S = t.dimensions.industry_count();
  Product p;
  p.supply = value_added_of(t, i) + t.product_taxes_on_inputs({i});
  p.use = t.exports({i}) + t.visitors.domestic({i});
  for (int k = 0; k < S; ++k) {
    p.supply += t.domestic_inputs({k}, {i}) + t.imported_inputs({k}, {i});
    p.use += t.domestic_inputs({i}, {k});
  }
  for (const auto* use : uses_without_visitors(t)) p.use += use->domestic({i});
  return p;
}

/// What region r needs of product i for its industries, per krone of their output at home and abroad together.
double intermediate_use(const BaseTables& t, int r, int i) {
  double sum = 0.0;
  for (int j = 0; j < t.dimensions.industry_count(); ++j) {
    const double ratio = (t.domestic_inputs({i}, {j}) + t.imported_inputs({i}, {j})) / value_added_of(t, j);
    sum += ratio * t.value_added({r}, {j});
  }
  return sum;
}

double logistic_shift(double p, double shift) {
  return p == 0.0 ? 0.0 : 1.0 / (1.0 + std::exp(-(std::log(p / (1.0 - p)) + shift)));
}

}  // namespace

TEST_CASE("synthetic economies of any size keep the base-year accounts", "[synthetic][unit]") {
  const auto sizes = GENERATE(Sizes{1, 3, 1, {}}, Sizes{2, 3, 2, {}}, Sizes{3, 6, 2, {true, true, true}},
                              Sizes{7, 21, 6, {}}, Sizes{5, 10, 4, {true, true, true}}, Sizes{98, 69, 6, {}});
  const unsigned seed = GENERATE(1U, 2018U);
  const auto [R, S, E, zero] = sizes;
  CAPTURE(R, S, E, zero.industry, zero.product, zero.education, seed);
  const BaseTables t = synthetic_tables(R, S, E, seed, zero);

  SECTION("supply equals use, regional exports add to the nation's") {
    for (int i = 0; i < S; ++i) {
      const Product p = national_product(t, i);
      CAPTURE(i);
      CHECK(std::abs(p.supply - p.use) <= 1e-12 * p.supply);
      double exports = 0.0;
      for (int r = 0; r < R; ++r) exports += t.regional_exports({r}, {i});
      CHECK(std::abs(exports - t.exports({i})) <= 1e-12 * t.exports({i}));
    }
  }
  SECTION("exports leave something of every region's output, local products suffice at home") {
    double visitors = 0.0;
    for (int r = 0; r < R; ++r) visitors += t.visitors_spending({r});
    for (int i = 0; i < S; ++i) {
      const double output_per_va = national_product(t, i).supply / value_added_of(t, i);
      double imported = 0.0;
      double used = 0.0;
      for (int j = 0; j < S; ++j) {
        imported += t.imported_inputs({i}, {j});
        used += t.domestic_inputs({i}, {j}) + t.imported_inputs({i}, {j});
      }
      for (const auto* use : uses_without_visitors(t)) {
        imported += use->imported({i});
        used += use->domestic({i}) + use->imported({i});
      }
      imported += t.visitors.imported({i});
      used += t.visitors.imported({i});
      const double foreign = imported / used;
      CHECK(foreign < 0.6);
      for (int r = 0; r < R; ++r) {
        CAPTURE(i, r);
        const double output = output_per_va * t.value_added({r}, {i});
        const double exports =
            t.regional_exports({r}, {i}) + t.visitors.domestic({i}) * t.visitors_spending({r}) / visitors;
        if (output > 0.0) CHECK(exports < 0.97 * output);
        if (!t.local_product[static_cast<std::size_t>(i)]) continue;
        CHECK((output - exports) / (1.0 - foreign) > 1.05 * intermediate_use(t, r, i));
        CHECK(t.investment.domestic({i}) + t.inventories.domestic({i}) + t.visitors.imported({i}) == 0.0);
      }
    }
  }
  SECTION("labour shares, jobs, commuters, labour force and people agree") {
    for (int r = 0; r < R; ++r) {
      for (int j = 0; j < S; ++j) {
        double pay = 0.0;
        double jobs = 0.0;
        for (int e = 0; e < E; ++e) {
          jobs += t.jobs_by_education({r}, {j}, {e});
          pay += t.jobs_by_education({r}, {j}, {e}) * t.labour_income_per_job({r}, {j}, {e});
        }
        CHECK(jobs == Approx(t.jobs({r}, {j})).epsilon(1e-12));
        if (t.value_added({r}, {j}) > 0.0) CHECK(pay < 0.86 * t.value_added({r}, {j}));
      }
      for (int e = 0; e < E; ++e) {
        double jobs = 0.0;
        double filled = 0.0;
        double employed = 0.0;
        for (int j = 0; j < S; ++j) jobs += t.jobs_by_education({r}, {j}, {e});
        for (int q = 0; q < R; ++q) {
          filled += t.commuters({r}, {q}, {e});
          employed += t.commuters({q}, {r}, {e});
        }
        CHECK(filled == Approx(jobs).epsilon(1e-12));
        double active = 0.0;
        for (int s = 0; s < sex_count; ++s) {
          for (int a = 0; a < age_count; ++a) {
            active += t.population({r}, {s}, {a}, {e}) *
                      logistic_shift(t.participation_national({s}, {a}, {e}), t.participation_shift({r}, {e}));
          }
        }
        CHECK(active == Approx(t.labour_force({r}, {e})).epsilon(1e-12));
        if (active == 0.0) continue;
        const double unemployment = 1.0 - employed / t.labour_force({r}, {e});
        CHECK(unemployment > 0.03);
        CHECK(unemployment < 0.06);
      }
    }
  }
  SECTION("households have more primary income than labour income and pay taxes on it") {
    for (int r = 0; r < R; ++r) {
      double labour_income = 0.0;
      for (int q = 0; q < R; ++q) {
        for (int e = 0; e < E; ++e) {
          double jobs = 0.0;
          double pay = 0.0;
          for (int j = 0; j < S; ++j) {
            jobs += t.jobs_by_education({q}, {j}, {e});
            pay += t.jobs_by_education({q}, {j}, {e}) * t.labour_income_per_job({q}, {j}, {e});
          }
          if (jobs > 0.0) labour_income += t.commuters({q}, {r}, {e}) * pay / jobs;
        }
      }
      const auto& h = t.households;
      CHECK(h.primary_income({r}) > labour_income);
      const double rate =
          (h.income_taxes({r}) + h.social_contributions({r})) / (h.primary_income({r}) + h.social_benefits({r}));
      CHECK(rate > 0.3);
      CHECK(rate < 0.5);
      CHECK(h.disposable_income({r}) > 0.0);
    }
  }
  SECTION("travel times are a metric with short ways inside a region") {
    for (int q = 0; q < R; ++q) {
      for (int r = 0; r < R; ++r) {
        CHECK(t.travel_minutes({q}, {r}) > 0.0);
        CHECK(t.travel_minutes({q}, {r}) == t.travel_minutes({r}, {q}));
        if (q != r) CHECK(t.travel_minutes({q}, {q}) < t.travel_minutes({q}, {r}));
        double detour = 1e9;
        for (int s = 0; s < R; ++s) detour = std::min(detour, t.travel_minutes({q}, {s}) + t.travel_minutes({s}, {r}));
        if (q != r) CHECK(t.travel_minutes({q}, {r}) <= detour * (1.0 + 1e-12));
      }
    }
  }
}

TEST_CASE("synthetic economies have the zero cells asked for", "[synthetic][unit]") {
  const BaseTables t = synthetic_tables(3, 6, 3, 7U, {true, true, true});
  const int last = 2;
  CHECK(t.value_added({last}, {0}) == 0.0);
  CHECK(t.jobs({last}, {0}) == 0.0);
  CHECK(intermediate_use(t, last, 1) == 0.0);
  CHECK(intermediate_use(t, 0, 1) > 0.0);
  for (const auto* use : uses_without_visitors(t)) CHECK(use->domestic({1}) + use->imported({1}) == 0.0);
  CHECK(t.labour_force({last}, {2}) == 0.0);
  for (int q = 0; q < 3; ++q) CHECK(t.commuters({q}, {last}, {2}) + t.commuters({last}, {q}, {2}) == 0.0);

  const BaseTables full = synthetic_tables(3, 6, 3, 7U);
  CHECK(*std::min_element(full.value_added.values().begin(), full.value_added.values().end()) > 0.0);
  CHECK(*std::min_element(full.labour_force.values().begin(), full.labour_force.values().end()) > 0.0);
  CHECK_THROWS_AS(synthetic_tables(2, 6, 2, 7U, {true, false, false}), std::invalid_argument);
}

TEST_CASE("a synthetic economy is the same for the same seed and another for another", "[synthetic][unit]") {
  const BaseTables a = synthetic_tables(7, 21, 6, 5U);
  const BaseTables b = synthetic_tables(7, 21, 6, 5U);
  const BaseTables c = synthetic_tables(7, 21, 6, 6U);
  CHECK(a.value_added == b.value_added);
  CHECK(a.population == b.population);
  CHECK(a.households.disposable_income == b.households.disposable_income);
  CHECK_FALSE(a.value_added == c.value_added);
}
