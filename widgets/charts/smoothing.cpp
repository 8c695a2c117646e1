// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/smoothing.h"

#include <algorithm>
#include <cmath>

namespace assay::ui {

namespace {

std::vector<double> exponential(std::span<const double> y, double weight)
{
    std::vector<double> out(y.begin(), y.end());
    double sum = 0, power = 1;
    for (double &value : out) {
        if (!std::isfinite(value))
            continue;
        sum = weight * sum + (1 - weight) * value;
        power *= weight;
        value = sum / (1 - power);
    }
    return out;
}

std::vector<double> gaussian(std::span<const double> y, double sigma)
{
    std::vector<double> out(y.begin(), y.end());
    const auto reach = static_cast<std::ptrdiff_t>(std::ceil(3 * sigma));
    std::vector<double> weights;
    for (std::ptrdiff_t d = 0; d <= reach; ++d)
        weights.push_back(std::exp(-0.5 * static_cast<double>(d * d) / (sigma * sigma)));
    const std::ptrdiff_t n = std::ssize(out);
    for (std::ptrdiff_t i = 0; i < n; ++i) {
        if (!std::isfinite(y[static_cast<std::size_t>(i)]))
            continue;
        double sum = 0, all = 0;
        for (std::ptrdiff_t j = std::max<std::ptrdiff_t>(0, i - reach); j <= std::min(n - 1, i + reach); ++j) {
            const double value = y[static_cast<std::size_t>(j)];
            const double weight = weights[static_cast<std::size_t>(std::abs(i - j))];
            if (std::isfinite(value)) {
                sum += weight * value;
                all += weight;
            }
        }
        out[static_cast<std::size_t>(i)] = sum / all;
    }
    return out;
}

/// Linear between the two values around a place, as numpy's default.
double percentile(std::vector<double> &values, double share)
{
    const double place = share * static_cast<double>(values.size() - 1);
    const auto at = static_cast<std::ptrdiff_t>(place);
    std::nth_element(values.begin(), values.begin() + at, values.end());
    const double low = values[static_cast<std::size_t>(at)];
    if (at + 1 == std::ssize(values))
        return low;
    const double high = *std::min_element(values.begin() + at + 1, values.end());
    return low + (place - static_cast<double>(at)) * (high - low);
}

} // namespace

std::vector<double> smoothed(std::span<const double> y, const SmoothingOptions &options)
{
    if (options.kind == Smoothing::Exponential)
        return exponential(y, std::clamp(options.weight, 0.0, 0.9999));
    if (options.kind == Smoothing::Gaussian)
        return gaussian(y, std::max(options.sigma, 1e-6));
    return {y.begin(), y.end()};
}

RobustRange robustRange(std::vector<double> &values)
{
    std::erase_if(values, [](double value) { return !std::isfinite(value); });
    if (values.empty())
        return {.low = 1, .high = 0};
    const auto [least, greatest] = std::ranges::minmax_element(values);
    const double lowest = *least, highest = *greatest;
    const double low = percentile(values, 0.02), high = percentile(values, 0.98);
    RobustRange range{.low = std::max(lowest, low - 0.1 * (high - low)),
                      .high = std::min(highest, high + 0.1 * (high - low)),
                      .count = values.size()};
    range.outside = static_cast<std::size_t>(
        std::ranges::count_if(values, [&](double v) { return v < range.low || v > range.high; }));
    return range;
}

} // namespace assay::ui
