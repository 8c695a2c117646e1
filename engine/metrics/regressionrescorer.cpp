// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/regressionrescorer.h"

#include "engine/metrics/radixsort.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace assay::engine {

namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
constexpr double smallestTruth = 2.220446049250313e-16; // scikit-learn's guard of MAPE against division by zero

} // namespace

RegressionRescorer::RegressionRescorer(const Predictions &predictions, const DrawOrder &order)
{
    std::vector<KeyedRow> bySize;
    bySize.reserve(order.size());
    for (const Row row : order.rows) {
        const double said = predictions.predicted.empty() ? predictions.scores(row, 0) : predictions.predicted[row];
        m_truth.push_back(predictions.truth[row]);
        m_errors.push_back(predictions.truth[row] - said);
        m_weights.push_back(predictions.weights.empty() ? 1 : predictions.weights[row]);
        bySize.push_back({.key = orderedBits(std::abs(m_errors.back())), .row = static_cast<Row>(bySize.size())});
    }
    radixSort(bySize);
    for (const KeyedRow &item : bySize)
        m_bySize.push_back(item.row);
}

const std::vector<std::string> &RegressionRescorer::names() const
{
    static const std::vector<std::string> names{
        "mae", "mse", "rmse", "r2", "mape", "median_absolute_error", "explained_variance", "max_error"};
    return names;
}

// Half of the weight lies on either side; where it divides exactly between two rows, the mean of both.
double RegressionRescorer::medianError(double all, std::span<const double> weights) const
{
    double below = 0;
    for (std::size_t i = 0; i < m_bySize.size(); ++i) {
        below += weights[m_bySize[i]];
        if (2 * below < all)
            continue;
        const double size = std::abs(m_errors[m_bySize[i]]);
        if (2 * below > all)
            return size;
        while (++i < m_bySize.size() && weights[m_bySize[i]] == 0) {
        }
        return i < m_bySize.size() ? (size + std::abs(m_errors[m_bySize[i]])) / 2 : size;
    }
    return undefined;
}

void RegressionRescorer::score(std::span<const std::uint16_t> counts, std::vector<double> &scratch,
                               std::span<double> values) const
{
    const std::size_t n = m_truth.size();
    scratch.resize(std::max(scratch.size(), n));
    const std::span<double> weights = std::span(scratch).first(n);
    double all = 0, truth = 0, errors = 0, sizes = 0, squares = 0, shares = 0, largest = 0;
    for (std::size_t i = 0; i < n; ++i) {
        weights[i] = counts[i] * m_weights[i];
        const double size = std::abs(m_errors[i]);
        all += weights[i];
        truth += weights[i] * m_truth[i];
        errors += weights[i] * m_errors[i];
        sizes += weights[i] * size;
        squares += weights[i] * size * size;
        shares += weights[i] * size / std::max(std::abs(m_truth[i]), smallestTruth);
        if (weights[i] > 0)
            largest = std::max(largest, size);
    }
    const double meanTruth = truth / all, meanError = errors / all;
    double truthSpread = 0, errorSpread = 0;
    for (std::size_t i = 0; i < n; ++i) {
        truthSpread += weights[i] * (m_truth[i] - meanTruth) * (m_truth[i] - meanTruth);
        errorSpread += weights[i] * (m_errors[i] - meanError) * (m_errors[i] - meanError);
    }
    const bool varies = truthSpread > 0;
    const double results[] = {sizes / all,
                              squares / all,
                              std::sqrt(squares / all),
                              varies ? 1 - squares / truthSpread : undefined,
                              shares / all,
                              medianError(all, weights),
                              varies ? 1 - errorSpread / truthSpread : undefined,
                              largest};
    std::ranges::copy(results, values.begin());
}

} // namespace assay::engine
