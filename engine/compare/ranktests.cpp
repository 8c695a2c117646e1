// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/compare/ranktests.h"

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <cmath>
#include <numbers>
#include <numeric>

namespace assay::engine {

namespace {

// Share of the 2ⁿ choices of signs whose positive ranks sum to at most `sum`: each rank is in the sum or not.
double shareAtMost(double sum, int n)
{
    const auto most = static_cast<std::size_t>(n * (n + 1) / 2);
    std::vector<double> share(most + 1, 0.0);
    share[0] = 1;
    for (std::size_t rank = 1; rank <= static_cast<std::size_t>(n); ++rank) {
        for (std::size_t s = most; s >= rank; --s)
            share[s] = 0.5 * (share[s] + share[s - rank]);
        for (std::size_t s = 0; s < rank; ++s)
            share[s] *= 0.5;
    }
    const auto end = share.begin() + static_cast<std::ptrdiff_t>(std::floor(sum)) + 1;
    return std::accumulate(share.begin(), end, 0.0);
}

} // namespace

MidRanks midRanks(std::span<const double> values)
{
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::sort(order, {}, [&](std::size_t i) { return values[i]; });
    MidRanks result{.ranks = std::vector<double>(values.size())};
    for (std::size_t begin = 0; begin < order.size();) {
        std::size_t end = begin + 1;
        while (end < order.size() && values[order[end]] == values[order[begin]])
            ++end;
        const auto size = static_cast<double>(end - begin);
        for (std::size_t i = begin; i < end; ++i)
            result.ranks[order[i]] = 0.5 * static_cast<double>(begin + 1 + end);
        result.ties += size * size * size - size;
        begin = end;
    }
    return result;
}

SignedRank signedRankTest(std::span<const double> differences)
{
    constexpr int exactUpTo = 50;
    std::vector<double> sizes;
    std::vector<bool> positive;
    for (const double difference : differences) {
        if (difference == 0)
            continue;
        sizes.push_back(std::abs(difference));
        positive.push_back(difference > 0);
    }
    SignedRank test{.pairs = static_cast<int>(sizes.size())};
    if (sizes.empty())
        return test;
    const MidRanks ranks = midRanks(sizes);
    double plus = 0;
    for (std::size_t i = 0; i < sizes.size(); ++i)
        plus += positive[i] ? ranks.ranks[i] : 0;
    const auto n = static_cast<double>(sizes.size());
    test.statistic = std::min(plus, n * (n + 1) / 2 - plus);
    const double distance = n * (n + 1) / 4 - test.statistic;
    const double spread = std::sqrt((n * (n + 1) * (2 * n + 1) - ranks.ties / 2) / 24);
    test.normalP = std::erfc(distance / spread / std::numbers::sqrt2);
    test.correctedP = std::erfc(std::max(0.0, distance - 0.5) / spread / std::numbers::sqrt2);
    test.exact = test.pairs <= exactUpTo && ranks.ties == 0;
    if (test.exact)
        test.exactP = std::min(1.0, 2 * shareAtMost(test.statistic, test.pairs));
    test.pValue = test.exact ? test.exactP : test.normalP;
    return test;
}

SignTest signTest(std::span<const double> differences)
{
    SignTest test;
    for (const double difference : differences) {
        test.positive += difference > 0 ? 1 : 0;
        test.negative += difference < 0 ? 1 : 0;
    }
    const int all = test.positive + test.negative;
    if (all == 0)
        return test;
    const boost::math::binomial coin(all, 0.5);
    test.pValue = std::min(1.0, 2 * boost::math::cdf(coin, std::min(test.positive, test.negative)));
    return test;
}

} // namespace assay::engine
