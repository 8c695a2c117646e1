// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/intervals.h"

#include "engine/metrics/placements.h"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>

namespace assay::engine {

double normalSpread(double level)
{
    return boost::math::quantile(boost::math::normal(), 0.5 + level / 2);
}

Interval wilsonInterval(double proportion, double trials, double level)
{
    const double z = normalSpread(level);
    const double shrink = 1 + z * z / trials;
    const double centre = (proportion + z * z / (2 * trials)) / shrink;
    const double half = z / shrink * std::sqrt(proportion * (1 - proportion) / trials + z * z / (4 * trials * trials));
    return {.low = proportion <= 0 ? 0.0 : std::max(0.0, centre - half),
            .high = proportion >= 1 ? 1.0 : std::min(1.0, centre + half),
            .level = level,
            .method = "wilson"};
}

double effectiveRows(std::span<const double> weights)
{
    double sum = 0, squares = 0;
    for (const double weight : weights) {
        sum += weight;
        squares += weight * weight;
    }
    return squares > 0 ? sum * sum / squares : 0;
}

double quantileOf(std::span<const double> sorted, double probability)
{
    const double place = probability * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    if (below + 1 >= sorted.size())
        return sorted.back();
    const double fraction = place - static_cast<double>(below);
    return sorted[below] + fraction * (sorted[below + 1] - sorted[below]);
}

std::optional<Interval> percentileInterval(std::vector<double> values, double level)
{
    const std::size_t all = values.size();
    std::erase_if(values, [](double value) { return std::isnan(value); });
    if (values.empty() || (all - values.size()) * 20 > all)
        return std::nullopt;
    std::ranges::sort(values);
    return Interval{.low = quantileOf(values, (1 - level) / 2),
                    .high = quantileOf(values, (1 + level) / 2),
                    .level = level,
                    .method = "bootstrap-percentile"};
}

Interval delongInterval(const Placements &own, double level)
{
    const double half = normalSpread(level) * std::sqrt(aucCovariance(own, own));
    return {.low = std::max(0.0, own.auc - half),
            .high = std::min(1.0, own.auc + half),
            .level = level,
            .method = "delong"};
}

} // namespace assay::engine
