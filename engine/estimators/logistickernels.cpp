// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/logistickernels.h"

#include "engine/estimators/simd.h"

#include <algorithm>

namespace assay::engine {

namespace {

using V = simd::Wide<double>::Type;
constexpr std::ptrdiff_t lanes = simd::Wide<double>::lanes;

template<int Rows>
ASSAY_KERNEL void dots(const double *X, std::ptrdiff_t columns, const double *w, double start, double *out)
{
    V sums[Rows] = {};
    std::ptrdiff_t j = 0;
    for (; j + lanes <= columns; j += lanes) {
        V weight;
        simd::load<double>(weight, w + j);
#pragma GCC unroll 4
        for (int r = 0; r < Rows; ++r) {
            V x;
            simd::load<double>(x, X + r * columns + j);
            sums[r] += x * weight;
        }
    }
#pragma GCC unroll 4
    for (int r = 0; r < Rows; ++r) {
        double sum = start + ((sums[r][0] + sums[r][1]) + (sums[r][2] + sums[r][3]));
        for (std::ptrdiff_t k = j; k < columns; ++k)
            sum += X[r * columns + k] * w[k];
        out[r] = sum;
    }
}

ASSAY_KERNEL void allDots(const double *X, std::ptrdiff_t rows, std::ptrdiff_t columns, const double *w, double start,
                          double *out)
{
    std::ptrdiff_t i = 0;
    for (; i + 4 <= rows; i += 4)
        dots<4>(X + i * columns, columns, w, start, out + i);
    for (; i < rows; ++i)
        dots<1>(X + i * columns, columns, w, start, out + i);
}

template<int Rows>
ASSAY_KERNEL void addRows(const double *X, std::ptrdiff_t columns, const double *factors, double *sum)
{
    std::ptrdiff_t j = 0;
    for (; j + lanes <= columns; j += lanes) {
        V total;
        simd::load<double>(total, sum + j);
#pragma GCC unroll 4
        for (int r = 0; r < Rows; ++r) {
            V x;
            simd::load<double>(x, X + r * columns + j);
            total += factors[r] * x;
        }
        simd::store<double>(sum + j, total);
    }
    for (; j < columns; ++j) {
        for (int r = 0; r < Rows; ++r)
            sum[j] += factors[r] * X[r * columns + j];
    }
}

ASSAY_KERNEL void addAllRows(const double *X, std::ptrdiff_t rows, std::ptrdiff_t columns, const double *factors,
                             double *sum)
{
    std::ptrdiff_t i = 0;
    for (; i + 4 <= rows; i += 4)
        addRows<4>(X + i * columns, columns, factors + i, sum);
    for (; i < rows; ++i)
        addRows<1>(X + i * columns, columns, factors + i, sum);
}

// With e = exp(−|margin|): log(1 + e) + max(margin, 0) − y · margin, and the probability 1 or e over 1 + e.
ASSAY_KERNEL void terms(const V &margin, const V &y, const V &weight, V &loss, V &probability)
{
    const V zero{};
    V small = margin > 0.0 ? -margin : margin;
    simd::exponential<double>(small);
    V excess = small;
    simd::logOnePlus(excess);
    loss += weight * (excess + (margin > 0.0 ? margin : zero) - y * margin);
    probability = (margin >= 0.0 ? zero + 1.0 : small) / (1.0 + small);
}

ASSAY_KERNEL double allTerms(std::ptrdiff_t count, const double *margins, const double *y, const double *weights,
                             double *probabilities)
{
    V loss{};
    std::ptrdiff_t i = 0;
    V margin;
    V label;
    V weight;
    V probability;
    for (; i + lanes <= count; i += lanes) {
        simd::load<double>(margin, margins + i);
        simd::load<double>(label, y + i);
        simd::load<double>(weight, weights + i);
        terms(margin, label, weight, loss, probability);
        simd::store<double>(probabilities + i, probability);
    }
    if (i < count) {
        margin = label = weight = V{};
        for (std::ptrdiff_t k = 0; k < count - i; ++k) {
            margin[k] = margins[i + k];
            label[k] = y[i + k];
            weight[k] = weights[i + k];
        }
        terms(margin, label, weight, loss, probability);
        for (std::ptrdiff_t k = 0; k < count - i; ++k)
            probabilities[i + k] = probability[k];
    }
    return (loss[0] + loss[1]) + (loss[2] + loss[3]);
}

ASSAY_AVX2 void allDotsAvx2(const double *X, std::ptrdiff_t rows, std::ptrdiff_t columns, const double *w, double start,
                            double *out)
{
    allDots(X, rows, columns, w, start, out);
}

ASSAY_AVX2 void addAllRowsAvx2(const double *X, std::ptrdiff_t rows, std::ptrdiff_t columns, const double *factors,
                               double *sum)
{
    addAllRows(X, rows, columns, factors, sum);
}

ASSAY_AVX2 double allTermsAvx2(std::ptrdiff_t count, const double *margins, const double *y, const double *weights,
                               double *probabilities)
{
    return allTerms(count, margins, y, weights, probabilities);
}

} // namespace

void rowDots(const double *X, std::ptrdiff_t rows, std::ptrdiff_t columns, const double *w, double start, double *out)
{
    if (simd::hasAvx2())
        allDotsAvx2(X, rows, columns, w, start, out);
    else
        allDots(X, rows, columns, w, start, out);
}

void addWeightedRows(const double *X, std::ptrdiff_t rows, std::ptrdiff_t columns, const double *factors, double *sum)
{
    if (simd::hasAvx2())
        addAllRowsAvx2(X, rows, columns, factors, sum);
    else
        addAllRows(X, rows, columns, factors, sum);
}

double logisticTerms(std::ptrdiff_t count, const double *margins, const double *y, const double *weights,
                     double *probabilities)
{
    if (simd::hasAvx2())
        return allTermsAvx2(count, margins, y, weights, probabilities);
    return allTerms(count, margins, y, weights, probabilities);
}

} // namespace assay::engine
