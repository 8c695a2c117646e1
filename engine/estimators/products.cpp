// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/products.h"

#include "engine/estimators/simd.h"

#include <algorithm>

namespace assay::engine {

namespace {

using simd::Wide;

// Rows of a tile: with two vectors a row, twelve sums stay in registers.
constexpr int tileRows = 6;
// Rows of B that stay in the first-level cache, sixteen floats wide.
constexpr std::ptrdiff_t cachedDepth = 256;

template<class T, int Rows, int Vectors>
ASSAY_KERNEL void addTile(const T *a, std::ptrdiff_t aRow, std::ptrdiff_t aColumn, const T *b, std::ptrdiff_t bRow,
                          T *c, std::ptrdiff_t cRow, std::ptrdiff_t depth)
{
    using V = typename Wide<T>::Type;
    constexpr int lanes = Wide<T>::lanes;
    V sums[Rows][Vectors] = {};
    for (std::ptrdiff_t k = 0; k < depth; ++k) {
        V right[Vectors];
#pragma GCC unroll 8
        for (int v = 0; v < Vectors; ++v)
            simd::load<T>(right[v], b + k * bRow + v * lanes);
#pragma GCC unroll 8
        for (int r = 0; r < Rows; ++r) {
            const T left = a[r * aRow + k * aColumn];
#pragma GCC unroll 8
            for (int v = 0; v < Vectors; ++v)
                sums[r][v] += left * right[v];
        }
    }
#pragma GCC unroll 8
    for (int r = 0; r < Rows; ++r) {
#pragma GCC unroll 8
        for (int v = 0; v < Vectors; ++v) {
            V old;
            simd::load<T>(old, c + r * cRow + v * lanes);
            simd::store<T>(c + r * cRow + v * lanes, old + sums[r][v]);
        }
    }
}

template<class T, int Vectors>
ASSAY_KERNEL void addPanel(std::ptrdiff_t rows, std::ptrdiff_t depth, Operand<const T> A, const T *b,
                           std::ptrdiff_t bRow, T *c, std::ptrdiff_t cRow)
{
    std::ptrdiff_t i = 0;
    for (; i + tileRows <= rows; i += tileRows)
        addTile<T, tileRows, Vectors>(A.values + i * A.row, A.row, A.column, b, bRow, c + i * cRow, cRow, depth);
    for (; i + 2 <= rows; i += 2)
        addTile<T, 2, Vectors>(A.values + i * A.row, A.row, A.column, b, bRow, c + i * cRow, cRow, depth);
    for (; i < rows; ++i)
        addTile<T, 1, Vectors>(A.values + i * A.row, A.row, A.column, b, bRow, c + i * cRow, cRow, depth);
}

template<class T>
ASSAY_KERNEL void addAll(const ProductShape &shape, Operand<const T> A, Operand<const T> B, Operand<T> C)
{
    constexpr int lanes = Wide<T>::lanes;
    for (std::ptrdiff_t k = 0; k < shape.depth; k += cachedDepth) {
        const std::ptrdiff_t depth = std::min(cachedDepth, shape.depth - k);
        const Operand<const T> left{A.values + k * A.column, A.row, A.column};
        const T *right = B.values + k * B.row;
        std::ptrdiff_t j = 0;
        for (; j + 2 * lanes <= shape.columns; j += 2 * lanes)
            addPanel<T, 2>(shape.rows, depth, left, right + j, B.row, C.values + j, C.row);
        for (; j + lanes <= shape.columns; j += lanes)
            addPanel<T, 1>(shape.rows, depth, left, right + j, B.row, C.values + j, C.row);
    }
}

ASSAY_KERNEL void addLower(std::ptrdiff_t size, std::ptrdiff_t depth, Operand<const double> A, Operand<double> C)
{
    for (std::ptrdiff_t j = 0; j < size; j += simdColumns) {
        const Operand<const double> left{A.values + j, 1, A.row};
        addPanel<double, 2>(size - j, depth, left, A.values + j, A.row, C.values + j * C.row + j, C.row);
    }
}

ASSAY_AVX2 void addAllAvx2(const ProductShape &shape, Operand<const float> A, Operand<const float> B, Operand<float> C)
{
    addAll<float>(shape, A, B, C);
}

ASSAY_AVX2 void addAllAvx2(const ProductShape &shape, Operand<const double> A, Operand<const double> B,
                           Operand<double> C)
{
    addAll<double>(shape, A, B, C);
}

ASSAY_AVX2 void addLowerAvx2(std::ptrdiff_t size, std::ptrdiff_t depth, Operand<const double> A, Operand<double> C)
{
    addLower(size, depth, A, C);
}

} // namespace

void addProduct(const ProductShape &shape, Operand<const float> A, Operand<const float> B, Operand<float> C)
{
    if (simd::hasAvx2())
        addAllAvx2(shape, A, B, C);
    else
        addAll<float>(shape, A, B, C);
}

void addProduct(const ProductShape &shape, Operand<const double> A, Operand<const double> B, Operand<double> C)
{
    if (simd::hasAvx2())
        addAllAvx2(shape, A, B, C);
    else
        addAll<double>(shape, A, B, C);
}

void addLowerGram(std::ptrdiff_t size, std::ptrdiff_t depth, Operand<const double> A, Operand<double> C)
{
    if (simd::hasAvx2())
        addLowerAvx2(size, depth, A, C);
    else
        addLower(size, depth, A, C);
}

} // namespace assay::engine
