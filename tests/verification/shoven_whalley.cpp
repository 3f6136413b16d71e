// Shoven and Whalley (1984), J. Econ. Lit. 22(3), pp. 1007-1051: the two-sector example with rich and poor households,
// before and after a tax of a half on capital in manufacturing, every figure as printed there to three decimals; the
// solutions were computed again apart from this code. Here the economy is calibrated to the first equilibrium, in the
// form that the model uses, and the second is found with the model's own CES index.
#include <array>
#include <boost/math/tools/roots.hpp>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdint>

#include "equilibrium/equations.h"

using namespace drivkraft;

namespace {

constexpr double capital_of_rich = 25.0, labour_of_poor = 60.0;
constexpr std::array revenue_share{0.4, 0.6};  // rich, poor

struct Sector {  // manufacturing, the rest
  double scale, labour_weight, sigma;
};
constexpr std::array<Sector, 2> sectors{{{1.5, 0.6, 2.0}, {2.0, 0.7, 0.5}}};

struct Household {  // rich, poor
  std::array<double, 2> weight;
  double sigma;
};
constexpr std::array<Household, 2> households{{{{0.5, 0.5}, 1.5}, {{0.3, 0.7}, 0.75}}};

/// A CES in calibrated-share form: its price index, relative to the calibration.
double index(std::array<double, 2> share, std::array<double, 2> log_price, double sigma) {
  const double power = 1.0 - sigma;
  const Lanes<1> sum(share[0] * std::expm1(power * log_price[0]) + share[1] * std::expm1(power * log_price[1]));
  return ces_log_index(sum, Lanes<1>(power)).v;
}

/// The first equilibrium: prices, factor use and demand, no tax; wages are the numeraire.
struct Benchmark {
  double rental = 0.0;
  std::array<double, 2> price{}, output{}, capital{}, labour{};
  std::array<std::array<double, 2>, 2> bought{};  // household, good
};

/// From the printed functions, as a check on the reading: unit cost and demands in levels.
Benchmark first_equilibrium(double rental) {
  Benchmark b;
  b.rental = rental;
  std::array<double, 2> labour_a_unit{}, capital_a_unit{};
  for (std::size_t i = 0; i < 2; ++i) {
    const auto [scale, weight, sigma] = sectors[i];
    const double cost =
        std::pow(std::pow(weight, sigma) + std::pow(1.0 - weight, sigma) * std::pow(rental, 1.0 - sigma),
                 1.0 / (1.0 - sigma)) /
        scale;
    b.price[i] = cost;
    labour_a_unit[i] = std::pow(scale, sigma - 1.0) * std::pow(weight * cost, sigma);
    capital_a_unit[i] = std::pow(scale, sigma - 1.0) * std::pow((1.0 - weight) * cost / rental, sigma);
  }
  const std::array income{capital_of_rich * rental, labour_of_poor};
  for (std::size_t h = 0; h < 2; ++h) {
    double size = 0.0;
    for (std::size_t i = 0; i < 2; ++i)
      size += households[h].weight[i] * std::pow(b.price[i], 1.0 - households[h].sigma);
    for (std::size_t i = 0; i < 2; ++i) {
      b.bought[h][i] = households[h].weight[i] * income[h] / (std::pow(b.price[i], households[h].sigma) * size);
      b.output[i] += b.bought[h][i];
    }
  }
  for (std::size_t i = 0; i < 2; ++i) {
    b.labour[i] = labour_a_unit[i] * b.output[i];
    b.capital[i] = capital_a_unit[i] * b.output[i];
  }
  return b;
}

/// The same economy at another rental rate and tax, by calibrated shares; revenue is what households are told.
struct Taxed : Benchmark {
  double revenue = 0.0;
};

Taxed taxed_economy(const Benchmark& base, double rental, double tax, double revenue) {
  Taxed now;
  now.rental = rental;
  std::array<double, 2> log_price{}, log_rental{};
  for (std::size_t i = 0; i < 2; ++i) {
    log_rental[i] = std::log(rental / base.rental) + (i == 0 ? std::log1p(tax) : 0.0);
    const double labour_share = base.labour[i] / (base.price[i] * base.output[i]);
    log_price[i] = index({1.0 - labour_share, labour_share}, {log_rental[i], 0.0}, sectors[i].sigma);
    now.price[i] = base.price[i] * std::exp(log_price[i]);
  }
  const std::array before{capital_of_rich * base.rental, labour_of_poor};
  const std::array income{capital_of_rich * rental + revenue_share[0] * revenue,
                          labour_of_poor + revenue_share[1] * revenue};
  for (std::size_t h = 0; h < 2; ++h) {
    const double share = base.price[0] * base.bought[h][0] / before[h];
    const double log_index = index({share, 1.0 - share}, log_price, households[h].sigma);
    for (std::size_t i = 0; i < 2; ++i) {
      now.bought[h][i] = base.bought[h][i] * income[h] / before[h] *
                         std::exp(-log_index + households[h].sigma * (log_index - log_price[i]));
      now.output[i] += now.bought[h][i];
    }
  }
  for (std::size_t i = 0; i < 2; ++i) {
    const double scale = now.output[i] / base.output[i];
    now.capital[i] = base.capital[i] * scale * std::exp(sectors[i].sigma * (log_price[i] - log_rental[i]));
    now.labour[i] = base.labour[i] * scale * std::exp(sectors[i].sigma * log_price[i]);
  }
  now.revenue = tax * rental * now.capital[0];
  return now;
}

/// Revenue feeds demand, which feeds revenue: a contraction.
Taxed with_revenue(const Benchmark& base, double rental, double tax) {
  Taxed now = taxed_economy(base, rental, tax, 0.0);
  for (int round = 0; round < 60; ++round) now = taxed_economy(base, rental, tax, now.revenue);
  return now;
}

template <class Excess>
double root(const Excess& excess) {
  std::uintmax_t steps = 100;
  const auto bracket =
      boost::math::tools::toms748_solve(excess, 0.5, 3.0, boost::math::tools::eps_tolerance<double>(50), steps);
  return 0.5 * (bracket.first + bracket.second);
}

Benchmark without_tax() {
  return first_equilibrium(root([](double rental) {
    const Benchmark b = first_equilibrium(rental);
    return b.capital[0] + b.capital[1] - capital_of_rich;
  }));
}

void check_printed(double value, double printed) {
  CHECK(std::abs(value - printed) <= 0.0006);  // printed to three decimals
}

}  // namespace

TEST_CASE("Shoven and Whalley's example without a tax", "[verification]") {
  const Benchmark b = without_tax();
  check_printed(b.price[0], 1.399);
  check_printed(b.price[1], 1.093);
  check_printed(b.rental, 1.373);
  check_printed(b.output[0], 24.942);
  check_printed(b.output[1], 54.378);
  check_printed(b.capital[0], 6.212);
  check_printed(b.capital[1], 18.788);
  check_printed(b.labour[0], 26.366);
  check_printed(b.labour[1], 33.634);
}

TEST_CASE("Shoven and Whalley's tax on capital in manufacturing", "[verification]") {
  const Benchmark base = without_tax();
  constexpr double tax = 0.5;
  const double rental = root([&](double trial) {
    const Taxed now = with_revenue(base, trial, tax);
    return now.capital[0] + now.capital[1] - capital_of_rich;
  });
  const Taxed now = with_revenue(base, rental, tax);
  check_printed(now.price[0], 1.467);
  check_printed(now.price[1], 1.006);
  check_printed(now.rental, 1.128);
  check_printed(now.output[0], 22.387);
  check_printed(now.output[1], 57.307);
  check_printed(now.capital[0], 4.039);
  check_printed(now.capital[1], 20.961);
  check_printed(now.labour[0], 25.999);
  check_printed(now.labour[1], 34.001);
  CHECK(now.labour[0] + now.labour[1] == Approx(labour_of_poor).epsilon(1e-9));  // Walras
}
