// Labour in the base year: what the specification says of wages, shares and the cap, on the delivered data.
#include <catch2/catch.hpp>
#include <cmath>

#include "support/real_economy.h"

using namespace drivkraft;

TEST_CASE("wages of cells above the labour share's cap are scaled down to it, in twelve cells",
          "[calibration][verification]") {
  const BaseYear& base = test::real_model().base();
  const BaseTables& tables = test::real_economy().tables;
  const Dimensions& d = base.dimensions;
  int capped = 0;
  for (int r = 0; r < d.region_count(); ++r) {
    for (int j = 0; j < d.industry_count(); ++j) {
      CAPTURE(d.regions[static_cast<std::size_t>(r)].id, d.industries[static_cast<std::size_t>(j)].id);
      double bill = 0.0, shares = 0.0;
      for (int e = 0; e < d.education_count(); ++e) {
        bill += base.wage({r}, {j}, {e}) * base.employment({r}, {j}, {e});
        shares += base.education_wage_share({r}, {j}, {e});
      }
      CHECK(shares == Approx(1.0).epsilon(1e-12));
      CHECK(base.labour_share({r}, {j}) == Approx(bill / base.value_added({r}, {j})).epsilon(1e-12));
      CHECK(base.labour_share({r}, {j}) <= 0.92 + 1e-12);
      const bool at_cap = std::abs(base.labour_share({r}, {j}) - 0.92) < 1e-9;
      capped += at_cap ? 1 : 0;
      for (int e = 0; e < d.education_count(); ++e) {
        const double published = tables.labour_income_per_job({r}, {j}, {e}), wage = base.wage({r}, {j}, {e});
        CHECK(base.education_wage_share({r}, {j}, {e}) ==
              Approx(wage * base.employment({r}, {j}, {e}) / bill).epsilon(1e-12));
        if (at_cap) {
          CHECK(wage < published);
        } else {
          CHECK(wage == published);
        }
      }
    }
  }
  CHECK(capped == 12);
}

TEST_CASE("people are counted by the ages that their accounts name", "[calibration][verification]") {
  const BaseYear& base = test::real_model().base();
  const BaseTables& tables = test::real_economy().tables;
  const auto persons = [&](int r, int from, int to) {
    double sum = 0.0;
    for (int g = 0; g < sex_count; ++g)
      for (int a = from; a <= to; ++a)
        for (int e = 0; e < base.dimensions.education_count(); ++e) sum += tables.population({r}, {g}, {a}, {e});
    return sum;
  };
  double all = 0.0;
  for (int r = 0; r < base.dimensions.region_count(); ++r) {
    CAPTURE(base.dimensions.regions[static_cast<std::size_t>(r)].id);
    CHECK(base.people({r}) == Approx(persons(r, 0, age_count - 1)).epsilon(1e-12));
    CHECK(base.adults({r}) == Approx(persons(r, 18, age_count - 1)).epsilon(1e-12));
    CHECK(base.people_15_64({r}) == Approx(persons(r, 15, 64)).epsilon(1e-12));
    CHECK(base.people_65({r}) == Approx(persons(r, 65, age_count - 1)).epsilon(1e-12));
    double force = 0.0;
    for (int e = 0; e < base.dimensions.education_count(); ++e) {
      force += base.labour_force({r}, {e});
      // the labour force is computed from people and participation; the delivered table has the same to its rounding
      CHECK(base.labour_force({r}, {e}) == Approx(tables.labour_force({r}, {e})).margin(1.0));
    }
    CHECK(base.labour_force_under_65({r}) < force);
    CHECK(base.labour_force_under_65({r}) > 0.9 * force);
    all += base.people({r});
  }
  CHECK(all == Approx(5'806'000.0).epsilon(1e-3));  // Denmark on 1 January 2019, 5.81 million
}
