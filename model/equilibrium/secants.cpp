#include "equilibrium/secants.h"

#include <algorithm>

namespace drivkraft {

namespace {

constexpr double dependent = 1e-5;  // of a move's own square: the rest of it is explained by newer moves

}  // namespace

template <int W>
Secants<W>::Secants(int unknowns, double damping)
    : unknowns_(unknowns),
      damping_(damping),
      changes_(depth, unknowns),
      answers_(depth, unknowns),
      new_change_(1, unknowns),
      new_answer_(1, unknowns),
      products_(depth * depth, Lanes<W>(0.0)),
      right_(depth, Lanes<W>(0.0)),
      weights_(depth, Lanes<W>(0.0)) {}

template <int W>
void Secants<W>::learn(const std::array<bool, W>& lanes, const Lanes<W>* moved, const Lanes<W>* change_of_g,
                       const Lanes<W>* change_of_residual) {
  for (int i = 0; i < unknowns_; ++i) {
    new_change_.set(0, i, change_of_residual[i]);
    new_answer_.set(0, i, Lanes<W>(damping_) * change_of_g[i] + moved[i]);
  }
  for (int slot = 0; slot < depth; ++slot) {
    std::array<bool, W> here{};
    for (int k = 0; k < W; ++k) here[k] = lanes[k] && next_[k] == slot;
    if (std::none_of(here.begin(), here.end(), [](bool is) { return is; })) continue;
    changes_.copy(slot, here, new_change_[0]);
    answers_.copy(slot, here, new_answer_[0]);
  }
  for (int slot = 0; slot < depth; ++slot) {
    const Lanes<W> product = SingleVectors<W>::dot(new_change_[0], changes_[slot]);
    for (int k = 0; k < W; ++k) {
      if (!lanes[k]) continue;
      products_[slot * depth + next_[k]].set_lane(k, product.lane(k));
      products_[next_[k] * depth + slot].set_lane(k, product.lane(k));
    }
  }
  for (int k = 0; k < W; ++k) {
    if (!lanes[k]) continue;
    next_[k] = (next_[k] + 1) % depth;
    known_[k] = std::min(known_[k] + 1, depth);
  }
}

template <int W>
void Secants<W>::forget(int k) {
  known_[k] = next_[k] = 0;
}

/// Weights of the moves by the square-root-free Cholesky factors of the normal equations, newest first. A move that is
/// not known, or that newer ones explain, gets an inverse pivot of zero and so no weight.
template <int W>
void Secants<W>::find_weights() {
  std::array<std::array<int, W>, depth> slot;  // by age
  std::array<Lanes<W>, depth> inverse_pivot, value;
  std::array<std::array<Lanes<W>, depth>, depth> entry, factor;  // factor: entry over pivot
  for (int age = 0; age < depth; ++age) {
    for (int k = 0; k < W; ++k) slot[age][k] = (next_[k] - 1 - age + 2 * depth) % depth;
    for (int j = 0; j <= age; ++j) {
      Lanes<W> rest;
      for (int k = 0; k < W; ++k) rest.set_lane(k, products_[slot[age][k] * depth + slot[j][k]].lane(k));
      entry[age][j] = rest;
    }
    const Lanes<W> square = entry[age][age];
    Lanes<W> left = square;
    for (int k = 0; k < W; ++k) value[age].set_lane(k, right_[slot[age][k]].lane(k));
    for (int j = 0; j < age; ++j) {
      for (int i = 0; i < j; ++i) entry[age][j] -= factor[age][i] * entry[j][i];
      factor[age][j] = entry[age][j] * inverse_pivot[j];
      left -= factor[age][j] * entry[age][j];
      value[age] -= factor[age][j] * value[j];
    }
    for (int k = 0; k < W; ++k) {
      const bool counts = age < known_[k] && left.lane(k) > dependent * square.lane(k);
      inverse_pivot[age].set_lane(k, counts ? 1.0 / left.lane(k) : 0.0);
    }
  }
  for (int age = depth - 1; age >= 0; --age) {
    value[age] *= inverse_pivot[age];
    for (int older = age + 1; older < depth; ++older) value[age] -= factor[older][age] * value[older];
    for (int k = 0; k < W; ++k) weights_[slot[age][k]].set_lane(k, value[age].lane(k));
  }
}

template <int W>
void Secants<W>::step(const Lanes<W>* g, const Lanes<W>* residual, Lanes<W>* step) {
  for (int i = 0; i < unknowns_; ++i) {
    new_change_.set(0, i, residual[i]);
    step[i] = Lanes<W>(damping_) * g[i];
  }
  // All slots, also unknown ones at weight zero: what a lane does never depends on how much another knows.
  for (int slot = 0; slot < depth; ++slot) right_[slot] = SingleVectors<W>::dot(changes_[slot], new_change_[0]);
  find_weights();
  answers_.subtract_combination(weights_, step);
}

template class Secants<1>;
template class Secants<4>;
template class Secants<8>;

}  // namespace drivkraft
