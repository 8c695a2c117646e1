// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace assay::engine {

/// A matrix in memory: element (i, j) at values[i · row + j · column].
template<class T>
struct Operand
{
    T *values = nullptr;
    std::ptrdiff_t row = 0;
    std::ptrdiff_t column = 1;
};

/// C += A·B with A [rows × depth], B [depth × columns] and C [rows × columns]. Rows of B and C lie contiguous, and
/// `columns` is a multiple of simdColumns. A row of C does not depend on which rows are computed with it. One thread.
struct ProductShape
{
    std::ptrdiff_t rows = 0;
    std::ptrdiff_t columns = 0;
    std::ptrdiff_t depth = 0;
};
inline constexpr std::ptrdiff_t simdColumns = 8;

void addProduct(const ProductShape &shape, Operand<const float> A, Operand<const float> B, Operand<float> C);
void addProduct(const ProductShape &shape, Operand<const double> A, Operand<const double> B, Operand<double> C);
/// The part of C += Aᵀ·A on and below the diagonal (and a little above it), A [depth × size], size a multiple of
/// simdColumns.
void addLowerGram(std::ptrdiff_t size, std::ptrdiff_t depth, Operand<const double> A, Operand<double> C);

/// The next multiple of simdColumns.
constexpr std::ptrdiff_t padded(std::ptrdiff_t columns)
{
    return (columns + simdColumns - 1) / simdColumns * simdColumns;
}

} // namespace assay::engine
