// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace assay::engine {

// The inner loops of losses over rows of doubles, vectorised, one thread each.

/// out[i] = start + X[i]·w for @p rows rows of @p columns, one after the other in memory.
void rowDots(const double *X, std::ptrdiff_t rows, std::ptrdiff_t columns, const double *w, double start, double *out);
/// sum[j] += Σ factors[i] · X[i][j].
void addWeightedRows(const double *X, std::ptrdiff_t rows, std::ptrdiff_t columns, const double *factors, double *sum);
/// The weighted log loss of @p count margins against @p y in {0, 1}, and the probabilities, which may take the place of
/// the margins.
double logisticTerms(std::ptrdiff_t count, const double *margins, const double *y, const double *weights,
                     double *probabilities);

} // namespace assay::engine
