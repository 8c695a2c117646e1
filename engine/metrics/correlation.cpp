// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/correlation.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <vector>

namespace assay::engine {

namespace {

using Order = std::vector<std::uint32_t>;

Order orderOf(std::size_t n)
{
    Order order(n);
    std::iota(order.begin(), order.end(), 0U);
    return order;
}

std::vector<double> midRanks(std::span<const double> values)
{
    Order order = orderOf(values.size());
    std::ranges::sort(order, {}, [values](std::uint32_t i) { return values[i]; });
    std::vector<double> ranks(values.size());
    for (std::size_t begin = 0, end = 0; begin < order.size(); begin = end) {
        while (end < order.size() && values[order[end]] == values[order[begin]])
            ++end;
        for (std::size_t i = begin; i < end; ++i)
            ranks[order[i]] = static_cast<double>(begin + end + 1) / 2;
    }
    return ranks;
}

double pairs(double n)
{
    return n * (n - 1) / 2;
}

// Pairs within runs of equal entries of a sorted order.
template<class Same>
double tiedPairs(std::size_t n, Same same)
{
    double tied = 0;
    for (std::size_t begin = 0, end = 0; begin < n; begin = end) {
        while (end < n && same(begin, end))
            ++end;
        tied += pairs(static_cast<double>(end - begin));
    }
    return tied;
}

// Sorts and counts how many pairs stood the wrong way round.
double countInversions(std::vector<double> &values)
{
    std::vector<double> buffer(values.size());
    double inversions = 0;
    for (std::size_t width = 1; width < values.size(); width *= 2) {
        for (std::size_t low = 0; low < values.size(); low += 2 * width) {
            const std::size_t middle = std::min(values.size(), low + width);
            const std::size_t high = std::min(values.size(), low + 2 * width);
            for (std::size_t i = low, j = middle, out = low; out < high; ++out) {
                if (j == high || (i < middle && values[i] <= values[j])) {
                    buffer[out] = values[i++];
                } else {
                    buffer[out] = values[j++];
                    inversions += static_cast<double>(middle - i);
                }
            }
        }
        values.swap(buffer);
    }
    return inversions;
}

} // namespace

std::optional<double> pearsonCorrelation(std::span<const double> a, std::span<const double> b,
                                         std::span<const double> weights)
{
    const auto weight = [weights](std::size_t i) { return weights.empty() ? 1.0 : weights[i]; };
    double all = 0, meanA = 0, meanB = 0, aa = 0, bb = 0, ab = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        all += weight(i);
        meanA += weight(i) * a[i];
        meanB += weight(i) * b[i];
    }
    meanA /= all;
    meanB /= all;
    for (std::size_t i = 0; i < a.size(); ++i) {
        aa += weight(i) * (a[i] - meanA) * (a[i] - meanA);
        bb += weight(i) * (b[i] - meanB) * (b[i] - meanB);
        ab += weight(i) * (a[i] - meanA) * (b[i] - meanB);
    }
    if (!(aa > 0 && bb > 0))
        return std::nullopt;
    return std::clamp(ab / std::sqrt(aa) / std::sqrt(bb), -1.0, 1.0);
}

std::optional<double> spearmanCorrelation(std::span<const double> a, std::span<const double> b)
{
    return pearsonCorrelation(midRanks(a), midRanks(b), {});
}

std::optional<double> kendallTau(std::span<const double> a, std::span<const double> b)
{
    const std::size_t n = a.size();
    Order order = orderOf(n);
    std::ranges::sort(order,
                      [&](std::uint32_t i, std::uint32_t j) { return a[i] < a[j] || (a[i] == a[j] && b[i] < b[j]); });
    const auto sameA = [&](std::size_t i, std::size_t j) { return a[order[i]] == a[order[j]]; };
    const double tiedA = tiedPairs(n, sameA);
    const double tiedBoth =
        tiedPairs(n, [&](std::size_t i, std::size_t j) { return sameA(i, j) && b[order[i]] == b[order[j]]; });
    std::vector<double> second(n);
    for (std::size_t i = 0; i < n; ++i)
        second[i] = b[order[i]];
    const double discordant = countInversions(second); // leaves them sorted
    const double tiedB = tiedPairs(n, [&](std::size_t i, std::size_t j) { return second[i] == second[j]; });
    const double all = pairs(static_cast<double>(n));
    if (!(all > tiedA && all > tiedB))
        return std::nullopt;
    const double concordantLess = all - tiedA - tiedB + tiedBoth - 2 * discordant;
    return std::clamp(concordantLess / std::sqrt(all - tiedA) / std::sqrt(all - tiedB), -1.0, 1.0);
}

} // namespace assay::engine
