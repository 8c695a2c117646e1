// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/bestrows.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace assay::engine {

namespace {

double positivesBetween(const RankedScores &ranked, std::size_t begin, std::size_t end)
{
    return std::accumulate(ranked.positive.begin() + static_cast<std::ptrdiff_t>(begin),
                           ranked.positive.begin() + static_cast<std::ptrdiff_t>(end), 0.0);
}

// Positives among the first @p rows rows of the predictions that have this score.
double positivesAmongFirst(const Predictions &predictions, double score, std::size_t rows)
{
    double positives = 0;
    for (std::size_t i = 0; i < predictions.size() && rows > 0; ++i) {
        if (predictions.scores(static_cast<Eigen::Index>(i), 0) != score)
            continue;
        positives += predictions.truth[i];
        --rows;
    }
    return positives;
}

struct Run
{
    std::size_t begin = 0, end = 0;
};

// The rows with the score of the one at @p place.
Run runAt(const RankedScores &ranked, std::size_t place)
{
    const auto range = std::ranges::equal_range(ranked.scores, ranked.scores[place], std::ranges::greater());
    return {static_cast<std::size_t>(range.begin() - ranked.scores.begin()),
            static_cast<std::size_t>(range.end() - ranked.scores.begin())};
}

// As positivesAmongBest(), counted from the lowest score up.
double positivesAmongLowest(const RankedScores &ranked, const Predictions &predictions, std::size_t rows)
{
    const std::size_t n = ranked.size();
    if (rows == 0)
        return 0;
    if (rows == n)
        return positivesBetween(ranked, 0, n);
    const Run run = runAt(ranked, n - rows);
    const double lower = positivesBetween(ranked, run.end, n);
    return lower + positivesAmongFirst(predictions, ranked.scores[run.begin], run.end - (n - rows));
}

} // namespace

double positivesAmongBest(const RankedScores &ranked, const Predictions &predictions, std::size_t rows)
{
    if (rows >= ranked.size())
        return positivesBetween(ranked, 0, ranked.size());
    const Run run = runAt(ranked, rows);
    return positivesBetween(ranked, 0, run.begin) +
           positivesAmongFirst(predictions, ranked.scores[run.begin], rows - run.begin);
}

double equalCountError(const RankedScores &ranked, const Predictions &predictions, int groups)
{
    const std::size_t n = ranked.size(), parts = static_cast<std::size_t>(groups);
    double error = 0, positivesBefore = 0;
    std::size_t before = 0;
    for (std::size_t g = 0; g < parts; ++g) {
        const std::size_t end = std::min(n, 1 + (n - 1) * (g + 1) / parts);
        const double positives = positivesAmongLowest(ranked, predictions, end);
        const double scores = std::accumulate(ranked.scores.begin() + static_cast<std::ptrdiff_t>(n - end),
                                              ranked.scores.begin() + static_cast<std::ptrdiff_t>(n - before), 0.0);
        error += std::abs(scores - (positives - positivesBefore));
        positivesBefore = positives;
        before = end;
    }
    return error / static_cast<double>(n);
}

} // namespace assay::engine
