#include "calibration/gravity.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <utility>

#include "base/linear.h"
#include "base/math.h"

namespace drivkraft {

namespace {

/// One active product: places with supply and places with use.
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

/// The dual of one product: ln a and ln b, and the flows they give.
class Dual {
 public:
  /// kernel: row-major [place with supply][place with use].
  Dual(const Margins& m, std::vector<double> kernel)
      : m_(m),
        kernel_(std::move(kernel)),
        total_(sum_of(m.supply)),
        log_a_(m.supply.size()),
        log_b_(m.use.size(), 0.0),
        row_sum_(m.supply.size()),
        column_sum_(m.use.size()),
        flow_(kernel_.size()) {}

  [[nodiscard]] const std::vector<double>& flow() const { return flow_; }

  /// Some rounds of proportional fitting, so that Newton begins inside its region of convergence.
  void fit() {
    for (int round = 0; round < 5; ++round) {
      for (std::size_t i = 0; i < rows(); ++i) {
        double reach = 0.0;
        for (std::size_t k = 0; k < columns(); ++k) reach += kernel_at(i, k) * exp(log_b_[k]);
        log_a_[i] = log(m_.supply[i] / reach);
      }
      for (std::size_t k = 0; k < columns(); ++k) {
        double reach = 0.0;
        for (std::size_t i = 0; i < rows(); ++i) reach += kernel_at(i, k) * exp(log_a_[i]);
        log_b_[k] = log(m_.use[k] / reach);
      }
    }
  }

  /// With twice the distance everywhere the logarithms are about twice as large.
  void start_from_half_the_distance(const Dual& half) {
    for (std::size_t i = 0; i < rows(); ++i) log_a_[i] = 2.0 * half.log_a_[i];
    for (std::size_t k = 0; k < columns(); ++k) log_b_[k] = 2.0 * half.log_b_[k];
  }

  /// Newton with halved steps; true when every sum is met to 1e-13 of the total.
  bool solve() {
    constexpr int most_steps = 60;
    double error = fill();
    for (int step = 0; step < most_steps && !(error <= 1e-15); ++step) {
      const std::vector<double> change = newton_step();
      const std::vector<double> old_a = log_a_, old_b = log_b_;
      const double old_error = error;
      double shorten = 1.0;
      for (int attempt = 0; attempt < 30; ++attempt, shorten *= 0.5) {
        for (std::size_t i = 0; i < rows(); ++i) log_a_[i] = old_a[i] + shorten * change[i];
        for (std::size_t k = 0; k + 1 < columns(); ++k) log_b_[k] = old_b[k] + shorten * change[rows() + k];
        error = fill();
        if (error < old_error) break;
      }
      if (!(error < old_error)) {  // the last digit is reached, or nothing helps
        log_a_ = old_a, log_b_ = old_b;
        error = fill();
        break;
      }
    }
    return error <= 1e-13;
  }

 private:
  [[nodiscard]] std::size_t rows() const { return log_a_.size(); }
  [[nodiscard]] std::size_t columns() const { return log_b_.size(); }
  [[nodiscard]] double kernel_at(std::size_t i, std::size_t k) const { return kernel_[i * columns() + k]; }

  /// Flows and their sums; the largest miss of a sum, over the total.
  double fill() {
    std::fill(row_sum_.begin(), row_sum_.end(), 0.0);
    std::fill(column_sum_.begin(), column_sum_.end(), 0.0);
    for (std::size_t i = 0; i < rows(); ++i) {
      for (std::size_t k = 0; k < columns(); ++k) {
        const double t = exp(log_a_[i] + log_b_[k]) * kernel_at(i, k);
        flow_[i * columns() + k] = t;
        row_sum_[i] += t;
        column_sum_[k] += t;
      }
    }
    double error = 0.0;
    for (std::size_t i = 0; i < rows(); ++i) error = std::max(error, std::abs(row_sum_[i] - m_.supply[i]));
    for (std::size_t k = 0; k < columns(); ++k) error = std::max(error, std::abs(column_sum_[k] - m_.use[k]));
    return error / total_;
  }

  /// The last b is fixed: a and b are known up to a factor.
  [[nodiscard]] std::vector<double> newton_step() const {
    const std::size_t n = rows() + columns() - 1;
    std::vector<double> hessian(n * n, 0.0), right(n);
    for (std::size_t i = 0; i < rows(); ++i) {
      hessian[i * n + i] = row_sum_[i];
      right[i] = m_.supply[i] - row_sum_[i];
      for (std::size_t k = 0; k + 1 < columns(); ++k)
        hessian[i * n + rows() + k] = hessian[(rows() + k) * n + i] = flow_[i * columns() + k];
    }
    for (std::size_t k = 0; k + 1 < columns(); ++k) {
      hessian[(rows() + k) * n + rows() + k] = column_sum_[k];
      right[rows() + k] = m_.use[k] - column_sum_[k];
    }
    LuFactors(std::move(hessian), static_cast<int>(n)).solve(right);
    return right;
  }

  const Margins& m_;
  std::vector<double> kernel_;
  double total_;
  std::vector<double> log_a_, log_b_, row_sum_, column_sum_, flow_;
};

/// Where distance is too much for a cold start, half of it is solved first, again and again.
bool solve(Dual& dual, const Margins& m, const std::vector<double>& kernel, int halvings) {
  dual.fit();
  if (dual.solve()) return true;
  if (halvings == 0) return false;
  std::vector<double> nearer = kernel;
  for (double& k : nearer) k = std::sqrt(k);
  Dual half(m, nearer);
  if (!solve(half, m, nearer, halvings - 1)) return false;
  dual.start_from_half_the_distance(half);
  return dual.solve();
}

}  // namespace

std::vector<double> gravity_trade(const std::vector<double>& supply, const std::vector<double>& use,
                                  const std::vector<double>& kernel) {
  constexpr int most_halvings = 6;
  const std::size_t places = supply.size();
  std::vector<double> trade(places * places, 0.0);
  if (sum_of(supply) == 0.0 && sum_of(use) == 0.0) return trade;
  const Margins m = active_margins(supply, use);
  std::vector<double> between;
  for (const std::size_t q : m.origins) {
    for (const std::size_t r : m.destinations) between.push_back(kernel[q * places + r]);
  }
  Dual dual(m, between);
  if (!solve(dual, m, between, most_halvings)) throw std::domain_error("gravity: no balanced trade found");
  std::size_t next = 0;
  for (const std::size_t q : m.origins) {
    for (const std::size_t r : m.destinations) trade[q * places + r] = dual.flow()[next++];
  }
  return trade;
}

}  // namespace drivkraft
