// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/explore/boxes.h"

#include <algorithm>
#include <cmath>

namespace assay::engine {

namespace {

double quantile(const std::vector<double> &sorted, double share)
{
    const double place = share * static_cast<double>(sorted.size() - 1);
    const auto at = static_cast<std::size_t>(place);
    const std::size_t next = std::min(at + 1, sorted.size() - 1);
    return sorted[at] + (place - static_cast<double>(at)) * (sorted[next] - sorted[at]);
}

void sortFinite(std::vector<double> &values)
{
    std::erase_if(values, [](double value) { return !std::isfinite(value); });
    std::ranges::sort(values);
}

} // namespace

std::optional<BoxStatistics> boxStatistics(std::vector<double> values)
{
    sortFinite(values);
    if (values.empty())
        return std::nullopt;
    BoxStatistics box{.lowerQuartile = quantile(values, 0.25),
                      .median = quantile(values, 0.5),
                      .upperQuartile = quantile(values, 0.75),
                      .n = values.size()};
    const double reach = 1.5 * (box.upperQuartile - box.lowerQuartile);
    const auto first = std::ranges::lower_bound(values, box.lowerQuartile - reach);
    const auto last = std::ranges::upper_bound(values, box.upperQuartile + reach);
    box.low = *first;
    box.high = *std::prev(last);
    box.outliers.assign(values.begin(), first);
    box.outliers.insert(box.outliers.end(), last, values.end());
    return box;
}

std::vector<std::pair<double, double>> equalStretches(std::vector<double> values, std::size_t count)
{
    sortFinite(values);
    std::vector<std::pair<double, double>> out;
    for (std::size_t i = 0; i < count && !values.empty(); ++i) {
        const double low = out.empty() ? values.front() : out.back().second;
        const double high = quantile(values, static_cast<double>(i + 1) / static_cast<double>(count));
        if (high > low || out.empty())
            out.emplace_back(low, high);
    }
    return out;
}

} // namespace assay::engine
