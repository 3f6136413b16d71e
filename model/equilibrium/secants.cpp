#include "equilibrium/secants.h"

#include <algorithm>

#include "base/lane_vectors.h"

namespace drivkraft {

template <int W>
Secants<W>::Secants(int unknowns, double damping)
    : unknowns_(unknowns),
      damping_(damping),
      changes_(static_cast<std::size_t>(unknowns) * static_cast<std::size_t>(depth), Lanes<W>(0.0)),
      answers_(changes_),
      products_(static_cast<std::size_t>(depth) * static_cast<std::size_t>(depth), Lanes<W>(0.0)) {}

template <int W>
void Secants<W>::learn(const std::array<bool, W>& lanes, const Lanes<W>* moved, const Lanes<W>* change_of_g) {
  std::array<bool, depth> touched{};
  for (int k = 0; k < W; ++k) {
    if (!lanes[k]) continue;
    const int slot = next_[k];
    Lanes<W>*to = change(slot), *answered = answer(slot);
    for (int i = 0; i < unknowns_; ++i) {
      const double c = change_of_g[i].lane(k);
      to[i].set_lane(k, c);
      answered[i].set_lane(k, damping_ * c + moved[i].lane(k));
    }
    touched[static_cast<std::size_t>(slot)] = true;
    next_[k] = (slot + 1) % depth;
    known_[k] = std::min(known_[k] + 1, depth);
  }
  for (int i = 0; i < depth; ++i) {
    if (!touched[static_cast<std::size_t>(i)]) continue;
    for (int j = 0; j < depth; ++j) {
      products_[i * depth + j] = products_[j * depth + i] = dot(change(i), change(j), unknowns_);
    }
  }
}

template <int W>
void Secants<W>::forget(int k) {
  known_[k] = next_[k] = 0;
}

/// Weights of one lane's moves, newest first, by the square-root-free Cholesky factors of the normal equations.
template <int W>
void Secants<W>::weights(int lane, const Lanes<W>* right, Lanes<W>* weight) const {
  constexpr double dependent = 1e-8;  // of a move's own square: the rest of it is explained by newer moves
  std::array<int, depth> slot{};
  std::array<double, depth> pivot{}, value{};
  std::array<std::array<double, depth>, depth> factor{};
  int used = 0;
  for (int age = 0; age < known_[lane]; ++age) {
    const int s = (next_[lane] - 1 - age + 2 * depth) % depth;
    const double square = products_[s * depth + s].lane(lane);
    double left = square, target = right[s].lane(lane);
    for (int j = 0; j < used; ++j) {
      double entry = products_[s * depth + slot[j]].lane(lane);
      for (int i = 0; i < j; ++i) entry -= factor[used][i] * pivot[i] * factor[j][i];
      factor[used][j] = entry / pivot[j];
      left -= factor[used][j] * entry;
      target -= factor[used][j] * value[j];
    }
    if (!(left > dependent * square)) continue;
    slot[used] = s;
    pivot[used] = left;
    value[used] = target;
    ++used;
  }
  for (int j = used - 1; j >= 0; --j) {
    double result = value[j] / pivot[j];
    for (int i = j + 1; i < used; ++i) result -= factor[i][j] * value[i];
    value[j] = result;
    weight[slot[j]].set_lane(lane, result);
  }
}

template <int W>
void Secants<W>::step(const Lanes<W>* g, Lanes<W>* step) {
  std::array<Lanes<W>, depth> right, weight;
  // All slots, also unknown ones at weight zero: what a lane does never depends on how much another knows.
  for (int i = 0; i < depth; ++i) {
    right[i] = dot(change(i), g, unknowns_);
    weight[i] = Lanes<W>(0.0);
  }
  for (int k = 0; k < W; ++k) weights(k, right.data(), weight.data());
  for (int i = 0; i < unknowns_; ++i) step[i] = Lanes<W>(damping_) * g[i];
  for (int i = 0; i < depth; ++i) add_multiple(-weight[i], answer(i), step, unknowns_);
}

template class Secants<1>;
template class Secants<4>;
template class Secants<8>;

}  // namespace drivkraft
