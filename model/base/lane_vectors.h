#pragma once

#include "base/math.h"

// Whole arrays of lanes. Every sum has one order of additions, whatever W is, and each of its terms one rounding.
namespace drivkraft {

/// to_i += weight_i x_i
template <int W>
void add_products(const double* weights, const Lanes<W>* x, Lanes<W>* to, int count);
template <int W>
void add_products(const Lanes<W>* weights, const Lanes<W>* x, Lanes<W>* to, int count);

/// out_c = sum_r matrix[r, c] x_r, in the order of the rows; `matrix` is row-major, rows x columns.
template <int W>
void weighted_sums(const double* matrix, int rows, int columns, const Lanes<W>* x, Lanes<W>* out);

}  // namespace drivkraft
