// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/residuals.h"

#include "engine/metrics/radixsort.h"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>

namespace assay::engine {

namespace {

// Over n − 1 where every row counts once.
double spreadOf(const std::vector<double> &values, const std::vector<double> &weights)
{
    double all = 0, sum = 0, squares = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        all += weights[i];
        sum += weights[i] * values[i];
    }
    for (std::size_t i = 0; i < values.size(); ++i)
        squares += weights[i] * (values[i] - sum / all) * (values[i] - sum / all);
    return std::sqrt(squares / (all - all / static_cast<double>(values.size())));
}

struct OrderedResiduals
{
    std::vector<double> values, weights;
};

// Ascending, without rows of weight 0.
OrderedResiduals ordered(const Predictions &predictions)
{
    const std::vector<double> all = residuals(predictions);
    std::vector<KeyedRow> items;
    items.reserve(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (predictions.weights.empty() || predictions.weights[i] > 0)
            items.push_back({.key = orderedBits(all[i]), .row = static_cast<std::uint32_t>(i)});
    }
    radixSort(items);
    OrderedResiduals result;
    for (const KeyedRow &item : items) {
        result.values.push_back(all[item.row]);
        result.weights.push_back(predictions.weights.empty() ? 1 : predictions.weights[item.row]);
    }
    return result;
}

} // namespace

std::vector<double> residuals(const Predictions &p)
{
    std::vector<double> errors;
    if (p.task != Task::Regression)
        return errors;
    errors.reserve(p.size());
    for (std::size_t i = 0; i < p.size(); ++i)
        errors.push_back(p.truth[i] -
                         (p.predicted.empty() ? p.scores(static_cast<Eigen::Index>(i), 0) : p.predicted[i]));
    return errors;
}

NormalQuantiles residualQuantiles(const Predictions &predictions, std::size_t points)
{
    const OrderedResiduals own = ordered(predictions);
    const std::size_t n = own.values.size();
    NormalQuantiles result;
    if (n < 2)
        return result;
    const double spread = spreadOf(own.values, own.weights);
    if (!(spread > 0))
        return result;
    double all = 0;
    for (const double weight : own.weights)
        all += weight;
    const std::size_t kept = std::min(n, std::max<std::size_t>(2, points));
    const boost::math::normal normal;
    double below = 0;
    for (std::size_t i = 0, k = 0; i < n; ++i) {
        if (i == k * (n - 1) / (kept - 1)) {
            result.theoretical.push_back(boost::math::quantile(normal, (below + own.weights[i] / 2) / all));
            result.sample.push_back(own.values[i] / spread);
            ++k;
        }
        below += own.weights[i];
    }
    return result;
}

} // namespace assay::engine
