#include "base/single_vectors.h"

#include <immintrin.h>

#include <algorithm>

namespace drivkraft {

namespace {

constexpr int block = 8;  // unknowns that are summed side by side

}  // namespace

template <int W>
SingleVectors<W>::SingleVectors(int vectors, int length)
    : vectors_(vectors), length_(length), stride_((length + block - 1) / block * block * W) {
  entries_.assign(static_cast<std::size_t>(vectors) * size(), 0.0F);
}

template <int W>
void SingleVectors<W>::set(int vector, int place, Lanes<W> x) {
  float* to = at(vector) + std::ptrdiff_t{place} * W;
  for (int k = 0; k < W; ++k) to[k] = static_cast<float>(x.lane(k));
}

template <int W>
void SingleVectors<W>::copy(int vector, const std::array<bool, W>& lanes, std::span<const float> from) {
  float* to = at(vector);
  if (std::all_of(lanes.begin(), lanes.end(), [](bool is) { return is; })) {
    std::copy(from.begin(), from.end(), to);
    return;
  }
  for (std::size_t k = 0; k < W; ++k) {
    if (!lanes[k]) continue;
    for (std::size_t i = k; i < size(); i += W) to[i] = from[i];
  }
}

template <int W>
Lanes<W> SingleVectors<W>::dot(std::span<const float> a, std::span<const float> b) {
  __m256 sums[W];  // W registers hold eight unknowns of W lanes
  for (__m256& sum : sums) sum = _mm256_setzero_ps();
  for (std::size_t i = 0; i < a.size(); i += std::size_t{block} * W) {
    for (std::size_t v = 0; v < W; ++v) {
      sums[v] = _mm256_fmadd_ps(_mm256_loadu_ps(a.data() + i + v * block), _mm256_loadu_ps(b.data() + i + v * block),
                                sums[v]);
    }
  }
  alignas(32) float parts[block * W];
  for (int v = 0; v < W; ++v) _mm256_store_ps(parts + v * block, sums[v]);
  Lanes<W> result;
  for (int k = 0; k < W; ++k) {
    const auto part = [&](int unknown) { return static_cast<double>(parts[unknown * W + k]); };
    result.set_lane(k, ((part(0) + part(1)) + (part(2) + part(3))) + ((part(4) + part(5)) + (part(6) + part(7))));
  }
  return result;
}

template <int W>
void SingleVectors<W>::subtract_combination(const std::vector<Lanes<W>>& weights, Lanes<W>* to) const {
  const auto count = static_cast<std::size_t>(vectors_);
  for (std::size_t i = 0; i < size(); i += std::size_t{block} * W) {
    __m256 sums[W];
    for (__m256& sum : sums) sum = _mm256_setzero_ps();
    for (std::size_t vector = 0; vector < count; ++vector) {
      alignas(32) float weight[block];
      for (int place = 0; place < block; ++place) weight[place] = static_cast<float>(weights[vector].lane(place % W));
      const __m256 factor = _mm256_load_ps(weight);
      const float* x = entries_.data() + vector * size() + i;
      for (std::size_t v = 0; v < W; ++v) {
        sums[v] = _mm256_fmadd_ps(factor, _mm256_loadu_ps(x + v * block), sums[v]);
      }
    }
    alignas(32) float parts[block * W];
    for (int v = 0; v < W; ++v) _mm256_store_ps(parts + v * block, sums[v]);
    const int first = static_cast<int>(i) / W, last = std::min(first + block, length_);
    for (int place = first; place < last; ++place) {
      Lanes<W> part;
      for (int k = 0; k < W; ++k) part.set_lane(k, static_cast<double>(parts[(place - first) * W + k]));
      to[place] -= part;
    }
  }
}

template class SingleVectors<1>;
template class SingleVectors<4>;
template class SingleVectors<8>;

}  // namespace drivkraft
