// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/compare/ranking.h"

#include "engine/compare/ranktests.h"
#include "engine/compare/studentizedrange.h"

#include <algorithm>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>

namespace assay::engine {

namespace {

struct RankSums
{
    std::vector<double> sums; ///< [models]
    double ties = 0;          ///< sum of t³ − t over the ties of each block
};

RankSums rankSums(const std::vector<std::vector<double>> &scores, bool largerIsBetter)
{
    RankSums all{.sums = std::vector<double>(scores[0].size(), 0.0)};
    for (std::vector<double> block : scores) {
        if (largerIsBetter)
            std::ranges::transform(block, block.begin(), std::negate());
        const MidRanks ranks = midRanks(block);
        for (std::size_t m = 0; m < block.size(); ++m)
            all.sums[m] += ranks.ranks[m];
        all.ties += ranks.ties;
    }
    return all;
}

// Friedman's statistic corrected for ties (Conover 1999, 5.8), then Iman and Davenport's F of it.
void addTests(const RankSums &ranks, RankTest &test)
{
    const auto k = static_cast<double>(ranks.sums.size());
    const auto n = static_cast<double>(test.blocks);
    double squares = 0;
    for (const double sum : ranks.sums)
        squares += sum * sum;
    const double correction = 1 - ranks.ties / (k * (k * k - 1) * n);
    if (correction <= 0)
        return; // every block is one tie
    test.chiSquare = std::max(0.0, (12 / (k * n * (k + 1)) * squares - 3 * n * (k + 1)) / correction);
    test.pValue = boost::math::cdf(boost::math::complement(boost::math::chi_squared(k - 1), test.chiSquare));
    const double rest = n * (k - 1) - test.chiSquare;
    if (rest <= 1e-12 * n * k) {
        test.imanDavenportF = std::numeric_limits<double>::infinity();
        test.imanDavenportP = 0;
        return;
    }
    test.imanDavenportF = (n - 1) * test.chiSquare / rest;
    const boost::math::fisher_f distribution(k - 1, (k - 1) * (n - 1));
    test.imanDavenportP = boost::math::cdf(boost::math::complement(distribution, test.imanDavenportF));
}

void addNemenyi(RankTest &test)
{
    const std::size_t models = test.meanRanks.size();
    const auto k = static_cast<double>(models);
    const int groups = static_cast<int>(models);
    const double error = std::sqrt(k * (k + 1) / (6 * static_cast<double>(test.blocks)));
    test.criticalDifference = rangeQuantile(0.05, groups) / std::numbers::sqrt2 * error;
    test.nemenyi.assign(models, std::vector<double>(models, 1.0));
    for (std::size_t a = 0; a < models; ++a) {
        for (std::size_t b = a + 1; b < models; ++b) {
            const double z = std::abs(test.meanRanks[a] - test.meanRanks[b]) / error;
            test.nemenyi[a][b] = test.nemenyi[b][a] = rangeExceeds(z * std::numbers::sqrt2, groups);
        }
    }
}

// Runs of models in order of rank that lie within the critical difference and are not part of a longer run.
std::vector<std::vector<std::size_t>> cliques(const RankTest &test)
{
    std::vector<std::size_t> order(test.meanRanks.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::stable_sort(order, {}, [&](std::size_t m) { return test.meanRanks[m]; });
    std::vector<std::vector<std::size_t>> groups;
    std::size_t reached = 0;
    for (std::size_t first = 0; first < order.size(); ++first) {
        std::size_t end = first + 1;
        while (end < order.size() &&
               test.meanRanks[order[end]] - test.meanRanks[order[first]] <= test.criticalDifference)
            ++end;
        if (end - first > 1 && end > reached)
            groups.emplace_back(order.begin() + static_cast<std::ptrdiff_t>(first),
                                order.begin() + static_cast<std::ptrdiff_t>(end));
        reached = std::max(reached, end);
    }
    return groups;
}

} // namespace

Result<RankTest> rankTest(const std::string &metric, const std::vector<std::vector<double>> &scores,
                          bool largerIsBetter)
{
    const std::size_t models = scores.empty() ? 0 : scores[0].size();
    if (models < 3)
        return failure(ErrorKind::BadInput, "too_few_models", "Ranking needs at least three models; there are {}.",
                       {std::to_string(models)});
    if (scores.size() < 2)
        return failure(ErrorKind::BadInput, "too_few_blocks",
                       "Ranking needs at least two folds or data sets on which all models were scored; there are {}.",
                       {std::to_string(scores.size())});
    const RankSums ranks = rankSums(scores, largerIsBetter);
    RankTest test{.metric = metric, .blocks = scores.size(), .meanRanks = {}, .nemenyi = {}};
    for (const double sum : ranks.sums)
        test.meanRanks.push_back(sum / static_cast<double>(test.blocks));
    addTests(ranks, test);
    addNemenyi(test);
    test.groups = cliques(test);
    return test;
}

} // namespace assay::engine
