// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/columnprofile.h"

#include <algorithm>
#include <cmath>

namespace assay::engine {

namespace {

constexpr std::size_t mostTop = 10;
constexpr std::size_t mostLevels = 20;
constexpr std::size_t mostBins = 40;

std::vector<double> presentNumbers(const Column &column)
{
    std::vector<double> values;
    values.reserve(column.rows() - column.missingCount());
    if (column.isNumeric()) {
        std::ranges::copy_if(column.numbers(), std::back_inserter(values), [](double v) { return !std::isnan(v); });
    } else {
        for (const std::int64_t time : column.times()) {
            if (time != Column::missingTime)
                values.push_back(static_cast<double>(time));
        }
    }
    std::ranges::sort(values);
    return values;
}

void addMoments(std::span<const double> sorted, ColumnProfile &profile)
{
    if (sorted.empty())
        return;
    const auto count = static_cast<long double>(sorted.size());
    long double sum = 0;
    for (const double value : sorted)
        sum += value;
    const long double mean = sum / count;
    long double squares = 0;
    for (const double value : sorted)
        squares += (value - mean) * (value - mean);
    profile.min = sorted.front();
    profile.max = sorted.back();
    profile.mean = static_cast<double>(mean);
    if (sorted.size() > 1)
        profile.std = static_cast<double>(std::sqrt(squares / (count - 1)));
    profile.q25 = quantile(sorted, 0.25);
    profile.median = quantile(sorted, 0.5);
    profile.q75 = quantile(sorted, 0.75);
}

std::vector<std::size_t> countsOf(const Column::Groups &groups)
{
    std::vector<std::size_t> counts(groups.labels.size());
    for (const std::int32_t code : groups.codes) {
        if (code != Column::missingCode)
            ++counts[code];
    }
    return counts;
}

// The labels in use, most frequent first. Labels are in order of value already.
std::vector<ValueCount> byFrequency(const Column::Groups &groups, const std::vector<std::size_t> &counts)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] > 0)
            order.push_back(i);
    }
    std::ranges::stable_sort(order, std::greater(), [&](std::size_t i) { return counts[i]; });
    std::vector<ValueCount> out;
    out.reserve(order.size());
    for (const std::size_t i : order)
        out.push_back({.value = groups.labels[i], .count = counts[i]});
    return out;
}

Histogram levelHistogram(const std::vector<ValueCount> &values)
{
    Histogram histogram;
    const std::size_t shown = std::min(values.size(), mostLevels);
    for (std::size_t i = 0; i < shown; ++i) {
        histogram.labels.push_back(values[i].value);
        histogram.counts.push_back(values[i].count);
    }
    std::size_t rest = 0;
    for (std::size_t i = shown; i < values.size(); ++i)
        rest += values[i].count;
    if (rest > 0) {
        histogram.labels.emplace_back("(other)");
        histogram.counts.push_back(rest);
    }
    return histogram;
}

// Freedman and Diaconis: bins of width 2·IQR/∛n.
std::size_t binCount(std::span<const double> sorted)
{
    const double range = sorted.back() - sorted.front();
    const double spread = quantile(sorted, 0.75) - quantile(sorted, 0.25);
    if (range <= 0)
        return 1;
    if (spread <= 0)
        return mostBins / 2;
    const double bins = std::ceil(range * std::cbrt(static_cast<double>(sorted.size())) / (2 * spread));
    return static_cast<std::size_t>(std::clamp(bins, 1.0, static_cast<double>(mostBins)));
}

void count(std::span<const double> sorted, Histogram &histogram)
{
    histogram.counts.assign(histogram.edges.size() - 1, 0);
    for (const double value : sorted) {
        const auto edge = std::ranges::upper_bound(histogram.edges, value) - histogram.edges.begin();
        const auto bin = std::clamp<std::ptrdiff_t>(edge - 1, 0, std::ssize(histogram.counts) - 1);
        ++histogram.counts[bin];
    }
}

} // namespace

double quantile(std::span<const double> sorted, double share)
{
    const double place = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    const double part = place - static_cast<double>(below);
    return part == 0 ? sorted[below] : sorted[below] + part * (sorted[above] - sorted[below]);
}

Histogram numberHistogram(std::span<const double> sorted, bool whole)
{
    Histogram histogram;
    if (sorted.empty())
        return histogram;
    const double low = sorted.front();
    const double high = sorted.back();
    const bool single = whole && high - low < static_cast<double>(mostBins);
    const std::size_t bins = single ? static_cast<std::size_t>(high - low) + 1 : binCount(sorted);
    const double start = single ? low - 0.5 : low == high ? low - 0.5 : low;
    const double end = single ? high + 0.5 : low == high ? high + 0.5 : high;
    for (std::size_t i = 0; i < bins; ++i)
        histogram.edges.push_back(start + (end - start) * static_cast<double>(i) / static_cast<double>(bins));
    histogram.edges.push_back(end);
    count(sorted, histogram);
    return histogram;
}

ColumnProfile profileColumn(const Column &column)
{
    ColumnProfile profile;
    profile.name = column.name();
    profile.kind = column.kind();
    profile.missing = column.missingCount();
    const auto groups = column.groups();
    const auto counts = countsOf(groups);
    const auto values = byFrequency(groups, counts);
    profile.distinct = values.size();
    profile.top.assign(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(std::min(values.size(), mostTop)));
    const auto used = [](std::size_t n) { return n > 0; };
    if (const auto first = std::ranges::find_if(counts, used); first != counts.end()) {
        profile.minText = groups.labels[first - counts.begin()];
        const auto last = std::find_if(counts.rbegin(), counts.rend(), used);
        profile.maxText = groups.labels[counts.rend() - last - 1];
    }
    if (column.storage() == Storage::Codes || column.kind() == Kind::Boolean)
        profile.histogram = levelHistogram(values);
    if (column.storage() == Storage::Codes)
        return profile;
    const std::vector<double> sorted = presentNumbers(column);
    if (column.isNumeric())
        addMoments(sorted, profile);
    if (column.kind() != Kind::Boolean) {
        std::vector<double> finite;
        std::ranges::copy_if(sorted, std::back_inserter(finite), [](double v) { return std::isfinite(v); });
        profile.histogram = numberHistogram(finite, column.kind() == Kind::Integer);
    }
    return profile;
}

} // namespace assay::engine
