#include "base/packed_matrix.h"

#include <immintrin.h>

#include <algorithm>

namespace drivkraft {

namespace {

constexpr int row_block = 8;

/// Sums of `Blocks` blocks of rows for `L` lanes; x: [column][stride], out: [block][lane][8].
template <int Blocks, int L>
void multiply_blocks(const float* entries, int columns, const float* x, int stride, float* out) {
  __m256 sums[Blocks][L];
  for (auto& block : sums) {
    for (__m256& sum : block) sum = _mm256_setzero_ps();
  }
  const std::ptrdiff_t next = static_cast<std::ptrdiff_t>(columns) * row_block;
  for (int column = 0; column < columns; ++column, entries += row_block, x += stride) {
    __m256 rows[Blocks];
    for (int b = 0; b < Blocks; ++b) rows[b] = _mm256_loadu_ps(entries + b * next);
    for (int k = 0; k < L; ++k) {
      const __m256 lane = _mm256_broadcast_ss(x + k);
      for (int b = 0; b < Blocks; ++b) sums[b][k] = _mm256_fmadd_ps(rows[b], lane, sums[b][k]);
    }
  }
  for (int b = 0; b < Blocks; ++b) {
    for (int k = 0; k < L; ++k) _mm256_storeu_ps(out + std::ptrdiff_t{b * L + k} * row_block, sums[b][k]);
  }
}

/// As many blocks at once as the sixteen registers hold.
template <int L>
constexpr int blocks_at_once = L == 1 ? 8 : 3;

}  // namespace

PackedMatrix::PackedMatrix(const std::vector<double>& row_major, int rows, int columns)
    : rows_(rows), columns_(columns), blocks_((rows + row_block - 1) / row_block) {
  const auto width = static_cast<std::size_t>(columns);
  entries_.assign(static_cast<std::size_t>(blocks_) * width * row_block, 0.0F);
  for (std::size_t row = 0; row < static_cast<std::size_t>(rows); ++row) {
    for (std::size_t column = 0; column < width; ++column) {
      entries_[(row / row_block * width + column) * row_block + row % row_block] =
          static_cast<float>(row_major[row * width + column]);
    }
  }
}

template <int W>
void PackedMatrix::multiply(const Lanes<W>* x, Lanes<W>* out, std::vector<float>& scratch) const {
  constexpr int together = W == 1 ? 1 : 4, at_once = blocks_at_once<together>;
  const auto places = static_cast<std::size_t>(columns_) * W;
  scratch.resize(places);
  for (int column = 0; column < columns_; ++column) {
    for (int k = 0; k < W; ++k)
      scratch[static_cast<std::size_t>(column * W + k)] = static_cast<float>(x[column].lane(k));
  }
  alignas(32) float sums[at_once * together * row_block];
  for (int block = 0; block < blocks_; block += at_once) {
    const int blocks = std::min(at_once, blocks_ - block);
    const float* entries = entries_.data() + static_cast<std::ptrdiff_t>(block) * columns_ * row_block;
    for (int first = 0; first < W; first += together) {
      const float* lanes = scratch.data() + first;
      if (blocks == at_once) {
        multiply_blocks<at_once, together>(entries, columns_, lanes, W, sums);
      } else {
        for (int b = 0; b < blocks; ++b) {
          multiply_blocks<1, together>(entries + static_cast<std::ptrdiff_t>(b) * columns_ * row_block, columns_, lanes,
                                       W, sums + b * together * row_block);
        }
      }
      const int begin = block * row_block, rows = std::min(blocks * row_block, rows_ - begin);
      for (int row = 0; row < rows; ++row) {
        for (int k = 0; k < together; ++k) {
          const int place = (row / row_block * together + k) * row_block + row % row_block;
          out[begin + row].set_lane(first + k, static_cast<double>(sums[place]));
        }
      }
    }
  }
}

template void PackedMatrix::multiply<1>(const Lanes<1>*, Lanes<1>*, std::vector<float>&) const;
template void PackedMatrix::multiply<4>(const Lanes<4>*, Lanes<4>*, std::vector<float>&) const;
template void PackedMatrix::multiply<8>(const Lanes<8>*, Lanes<8>*, std::vector<float>&) const;

}  // namespace drivkraft
