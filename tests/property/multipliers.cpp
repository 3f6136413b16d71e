// (l) With wages and rental rates at base and final demand given, the model is Leontief's: what a purchase makes is the
// input-output multiplier (model/README.md, section 8).
#include <catch2/catch.hpp>
#include <cmath>

#include "base/linear.h"
#include "support/shocks.h"

using namespace drivkraft;
using namespace drivkraft::test;

namespace {

/// S (I - mu) y: what regions and industries deliver when regions use y of each product.
std::vector<double> delivered(const BaseYear& base, const std::vector<double>& use) {
  const int regions = base.dimensions.region_count(), products = base.dimensions.industry_count();
  std::vector<double> supply(use.size(), 0.0);
  for (int q = 0; q < regions; ++q) {
    for (int r = 0; r < regions; ++r) {
      for (int i = 0; i < products; ++i) {
        supply[static_cast<std::size_t>(q * products + i)] += base.trade_share({q}, {r}, {i}) *
                                                              (1.0 - base.foreign_share({i})) *
                                                              use[static_cast<std::size_t>(r * products + i)];
      }
    }
  }
  return supply;
}

/// I - S (I - mu) alpha, row-major, cells [region, industry].
std::vector<double> leontief_matrix(const BaseYear& base) {
  const int products = base.dimensions.industry_count();
  const auto cells = base.output.cells();
  std::vector<double> matrix(cells * cells, 0.0);
  for (std::size_t column = 0; column < cells; ++column) {
    const int r = static_cast<int>(column) / products, j = static_cast<int>(column) % products;
    std::vector<double> use(cells, 0.0);
    for (int i = 0; i < products; ++i)
      use[static_cast<std::size_t>(r * products + i)] = base.input_coefficients({i}, {j});
    const std::vector<double> inputs = delivered(base, use);
    for (std::size_t row = 0; row < cells; ++row)
      matrix[row * cells + column] = (row == column ? 1.0 : 0.0) - inputs[row];
  }
  return matrix;
}

std::vector<double> transposed(const std::vector<double>& matrix, std::size_t n) {
  std::vector<double> turned(matrix.size());
  for (std::size_t row = 0; row < n; ++row) {
    for (std::size_t column = 0; column < n; ++column) turned[column * n + row] = matrix[row * n + column];
  }
  return turned;
}

}  // namespace

TEST_CASE("(l) a purchase makes what the input-output multiplier says", "[specification]") {
  const int region = GENERATE(range(0, 7));
  const BaseYear& base = steady_model().base();
  const auto cells = base.output.cells();
  const int products = base.dimensions.industry_count();
  static const LuFactors outputs(leontief_matrix(steady_model().base()), static_cast<int>(cells));
  static const LuFactors values(transposed(leontief_matrix(steady_model().base()), cells), static_cast<int>(cells));
  std::vector<double> value_in_demand(cells);  // lambda
  for (std::size_t k = 0; k < cells; ++k) value_in_demand[k] = base.value_added_ratio({static_cast<int>(k) % products});
  values.solve(value_in_demand);

  for (int product = 0; product < products; ++product) {
    constexpr double volume = 30.0;          // mio. DKK at basic prices: with much more Bornholm runs out of people
    constexpr double left_by_solver = 2e-3;  // mio. DKK: its tolerance of 1e-9 in national value added
    const auto cell = static_cast<std::size_t>(region * products + product);
    const test::Run run = test::steady_run(first_shock, everything_given(), [&](int year, PolicyEffects<1>& effects) {
      if (year >= first_shock) effects.public_purchases[cell] = Lanes<1>(volume);
    });
    std::vector<double> use(cells, 0.0);
    use[cell] = volume;
    const std::vector<double> demand = delivered(base, use);
    std::vector<double> output = demand;
    outputs.solve(output);
    CAPTURE(region, product);
    double value = 0.0, largest = 0.0;
    for (std::size_t k = 0; k < cells; ++k) {
      value += value_in_demand[k] * demand[k];
      const double change =
          run.scenario[first_shock][Field::output][k].v - run.baseline[first_shock][Field::output][k].v;
      largest = std::max(largest, std::abs(change - output[k]));
    }
    CHECK(largest <= left_by_solver);
    CHECK(test::change(run, Field::value_added, first_shock) == Approx(value).epsilon(0).margin(left_by_solver));
    CHECK(value > 0.05 * volume);
  }
}
