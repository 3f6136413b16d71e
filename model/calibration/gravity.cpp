#include "calibration/gravity.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

#include "base/linear.h"
#include "base/math.h"

namespace drivkraft {

namespace {

/// One active product: places with supply, places with use, and the kernel between them.
struct Margins {
  std::vector<std::size_t> origins;
  std::vector<std::size_t> destinations;
  std::vector<double> supply;
  std::vector<double> use;
};

double sum_of(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

Margins active_margins(const std::vector<double>& supply, const std::vector<double>& use) {
  Margins m;
  for (std::size_t q = 0; q < supply.size(); ++q) {
    if (supply[q] < 0.0 || use[q] < 0.0) throw std::domain_error("gravity: negative supply or use");
    if (supply[q] > 0.0) m.origins.push_back(q), m.supply.push_back(supply[q]);
    if (use[q] > 0.0) m.destinations.push_back(q), m.use.push_back(use[q]);
  }
  // The last digits of the two totals differ; the origin's side keeps its own.
  const double scale = sum_of(m.supply) / sum_of(m.use);
  if (!(std::abs(scale - 1.0) < 1e-9)) throw std::domain_error("gravity: supply and use do not add to the same total");
  for (double& value : m.use) value *= scale;
  return m;
}

}  // namespace

std::vector<double> gravity_trade(const std::vector<double>& supply, const std::vector<double>& use,
                                  const std::vector<double>& kernel) {
  const std::size_t places = supply.size();
  std::vector<double> trade(places * places, 0.0);
  if (sum_of(supply) == 0.0 && sum_of(use) == 0.0) return trade;
  const Margins m = active_margins(supply, use);
  const std::size_t rows = m.origins.size();
  const std::size_t columns = m.destinations.size();
  const double total = sum_of(m.supply);

  // Start: one round of proportional fitting, so that Newton begins inside its region of convergence.
  std::vector<double> log_a(rows), log_b(columns, 0.0), flow(rows * columns), row_sum(rows), column_sum(columns);
  const auto kernel_at = [&](std::size_t i, std::size_t k) {
    return kernel[m.origins[i] * places + m.destinations[k]];
  };
  for (int round = 0; round < 5; ++round) {
    for (std::size_t i = 0; i < rows; ++i) {
      double reach = 0.0;
      for (std::size_t k = 0; k < columns; ++k) reach += kernel_at(i, k) * exp(log_b[k]);
      log_a[i] = log(m.supply[i] / reach);
    }
    for (std::size_t k = 0; k < columns; ++k) {
      double reach = 0.0;
      for (std::size_t i = 0; i < rows; ++i) reach += kernel_at(i, k) * exp(log_a[i]);
      log_b[k] = log(m.use[k] / reach);
    }
  }

  const auto fill = [&] {
    std::fill(row_sum.begin(), row_sum.end(), 0.0);
    std::fill(column_sum.begin(), column_sum.end(), 0.0);
    for (std::size_t i = 0; i < rows; ++i) {
      for (std::size_t k = 0; k < columns; ++k) {
        const double t = exp(log_a[i] + log_b[k]) * kernel_at(i, k);
        flow[i * columns + k] = t;
        row_sum[i] += t;
        column_sum[k] += t;
      }
    }
    double error = 0.0;
    for (std::size_t i = 0; i < rows; ++i) error = std::max(error, std::abs(row_sum[i] - m.supply[i]));
    for (std::size_t k = 0; k < columns; ++k) error = std::max(error, std::abs(column_sum[k] - m.use[k]));
    return error / total;
  };

  constexpr int most_steps = 60;
  const std::size_t n = rows + columns - 1;  // the last b is fixed: a and b are known up to a factor
  double error = fill();
  for (int step = 0; step < most_steps && !(error <= 1e-15); ++step) {
    std::vector<double> hessian(n * n, 0.0), right(n);
    for (std::size_t i = 0; i < rows; ++i) {
      hessian[i * n + i] = row_sum[i];
      right[i] = m.supply[i] - row_sum[i];
      for (std::size_t k = 0; k + 1 < columns; ++k) {
        hessian[i * n + rows + k] = hessian[(rows + k) * n + i] = flow[i * columns + k];
      }
    }
    for (std::size_t k = 0; k + 1 < columns; ++k) {
      hessian[(rows + k) * n + rows + k] = column_sum[k];
      right[rows + k] = m.use[k] - column_sum[k];
    }
    LuFactors(std::move(hessian), static_cast<int>(n)).solve(right);
    const std::vector<double> old_a = log_a, old_b = log_b;
    const double old_error = error;
    double shorten = 1.0;
    for (int attempt = 0; attempt < 30; ++attempt, shorten *= 0.5) {
      for (std::size_t i = 0; i < rows; ++i) log_a[i] = old_a[i] + shorten * right[i];
      for (std::size_t k = 0; k + 1 < columns; ++k) log_b[k] = old_b[k] + shorten * right[rows + k];
      error = fill();
      if (error < old_error) break;
    }
    if (!(error < old_error)) {  // the last digit is reached, or nothing helps
      log_a = old_a, log_b = old_b;
      error = fill();
      break;
    }
  }
  if (!(error <= 1e-13)) throw std::domain_error("gravity: no balanced trade found");
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::size_t k = 0; k < columns; ++k) {
      trade[m.origins[i] * places + m.destinations[k]] = flow[i * columns + k];
    }
  }
  return trade;
}

}  // namespace drivkraft
