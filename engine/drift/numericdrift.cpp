// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/drift/columndrift.h"
#include "engine/drift/kolmogorov.h"
#include "engine/metrics/radixsort.h"

#include <algorithm>
#include <cmath>

namespace assay::engine {

namespace {

constexpr std::size_t exactRows = 10'000; // per sample, as SciPy's ks_2samp chooses
constexpr std::size_t fewValues = 5;
constexpr int histogramBins = 20;

// A sample as sorted integers that order as its doubles do.
using Sorted = std::vector<std::uint64_t>;

Sorted sorted(const std::vector<double> &values)
{
    Sorted keys(values.size());
    std::ranges::transform(values, keys.begin(), orderedBits);
    radixSort(keys);
    return keys;
}

double standardDeviation(const std::vector<double> &values)
{
    const auto n = static_cast<double>(values.size());
    double mean = 0, squares = 0;
    for (const double value : values)
        mean += value / n;
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    return std::sqrt(squares / n);
}

// What one merge of both sorted samples tells.
struct Merged
{
    std::uint64_t gap = 0; ///< largest |i · n2 − j · n1|
    double distance = 0;   ///< Wasserstein
    std::size_t distinct = 0;
    BinnedSamples values; ///< counts of each value, while there are few
};

Merged merge(const Sorted &a, const Sorted &b)
{
    Merged merged;
    const std::size_t n1 = a.size(), n2 = b.size();
    const double scale = 1 / (static_cast<double>(n1) * static_cast<double>(n2));
    std::size_t i = 0, j = 0;
    double last = 0, height = 0;
    while (i < n1 || j < n2) {
        const std::uint64_t key = j == n2 || (i < n1 && a[i] <= b[j]) ? a[i] : b[j];
        const double value = fromOrderedBits(key);
        merged.distance += height == 0 ? 0 : height * (value - last);
        last = value;
        const std::size_t beforeI = i, beforeJ = j;
        while (i < n1 && a[i] == key)
            ++i;
        while (j < n2 && b[j] == key)
            ++j;
        const std::uint64_t x = i * n2, y = j * n1;
        const std::uint64_t gap = x > y ? x - y : y - x;
        merged.gap = std::max(merged.gap, gap);
        height = static_cast<double>(gap) * scale;
        if (++merged.distinct <= fewValues) {
            merged.values.reference.push_back(static_cast<double>(i - beforeI));
            merged.values.current.push_back(static_cast<double>(j - beforeJ));
        }
    }
    merged.values.referenceTotal = static_cast<double>(n1);
    merged.values.currentTotal = static_cast<double>(n2);
    return merged;
}

// numpy's linear quantile, to the last bit: interpolated from the nearer side.
double linearQuantile(const Sorted &values, double probability)
{
    const double place = probability * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const double fraction = place - std::floor(place);
    const double a = fromOrderedBits(values[below]),
                 b = fromOrderedBits(values[std::min(below + 1, values.size() - 1)]);
    return fraction >= 0.5 ? b - (b - a) * (1 - fraction) : a + (b - a) * fraction;
}

std::vector<double> quantileEdges(const Sorted &reference, int bins)
{
    std::vector<double> edges;
    for (int k = 1; k < bins; ++k) {
        const double edge = linearQuantile(reference, static_cast<double>(k) / bins);
        if (edges.empty() || edge != edges.back())
            edges.push_back(edge);
    }
    return edges;
}

// Right-closed bins between inner @p edges, the outer ones open.
std::vector<double> countRightClosed(const Sorted &values, const std::vector<double> &edges)
{
    std::vector<double> counts;
    auto begin = values.begin();
    for (const double edge : edges) {
        const auto end = std::upper_bound(begin, values.end(), orderedBits(edge));
        counts.push_back(static_cast<double>(end - begin));
        begin = end;
    }
    counts.push_back(static_cast<double>(values.end() - begin));
    return counts;
}

// Equal bins over the range of both samples, [lo, hi), the last one closed.
DriftHistogram histogramOf(const Sorted &reference, const Sorted &current)
{
    const double low = fromOrderedBits(std::min(reference.front(), current.front()));
    const double high = fromOrderedBits(std::max(reference.back(), current.back()));
    DriftHistogram histogram;
    const int bins = low < high ? histogramBins : 1;
    for (int k = 0; k <= bins; ++k)
        histogram.edges.push_back(k == bins ? high : low + (high - low) * k / bins);
    const auto shares = [&](const Sorted &values) {
        std::vector<double> result;
        auto begin = values.begin();
        for (int k = 1; k <= bins; ++k) {
            const auto end = k == bins ? values.end()
                                       : std::lower_bound(begin, values.end(),
                                                          orderedBits(histogram.edges[static_cast<std::size_t>(k)]));
            result.push_back(static_cast<double>(end - begin) / static_cast<double>(values.size()));
            begin = end;
        }
        return result;
    };
    histogram.reference = shares(reference);
    histogram.current = shares(current);
    return histogram;
}

TestResult ksTest(const Merged &merged, std::size_t n1, std::size_t n2)
{
    const double statistic = static_cast<double>(merged.gap) / (static_cast<double>(n1) * static_cast<double>(n2));
    const bool exact = std::max(n1, n2) <= exactRows;
    const double pValue = exact ? ksExactPValue(n1, n2, merged.gap)
                                : ksAsymptoticPValue(static_cast<double>(n1), static_cast<double>(n2), statistic);
    return {.statistic = statistic, .pValue = pValue};
}

void judgeNumbers(const Merged &merged, ColumnDrift &drift)
{
    if (merged.distinct <= fewValues) {
        judgeCategories(merged.values, drift);
        return;
    }
    if (merged.values.referenceTotal <= fewReferenceRows) {
        drift.test = "ks";
        drift.score = drift.ks->pValue;
        drift.threshold = 0.05;
        drift.drifted = drift.score <= drift.threshold;
        return;
    }
    drift.test = "wasserstein_normed";
    drift.score = *drift.wassersteinNormed;
    drift.threshold = 0.1;
    drift.drifted = drift.score >= drift.threshold;
}

} // namespace

void measureNumbers(const std::vector<double> &reference, const std::vector<double> &current, int psiBins,
                    ColumnDrift &drift)
{
    const Sorted a = sorted(reference), b = sorted(current);
    const Merged merged = merge(a, b);
    const std::vector<double> edges = quantileEdges(a, psiBins);
    const BinnedSamples bins{.reference = countRightClosed(a, edges),
                             .current = countRightClosed(b, edges),
                             .referenceTotal = static_cast<double>(a.size()),
                             .currentTotal = static_cast<double>(b.size())};
    drift.psi = populationStability(bins);
    drift.jensenShannon = jensenShannonDistance(bins, 2);
    drift.hellinger = hellingerDistance(bins);
    drift.movement = *drift.jensenShannon;
    drift.wassersteinNormed = merged.distance / std::max(standardDeviation(reference), 0.001);
    drift.ks = ksTest(merged, a.size(), b.size());
    drift.histogram = histogramOf(a, b);
    judgeNumbers(merged, drift);
}

} // namespace assay::engine
