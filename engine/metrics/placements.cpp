// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/placements.h"

namespace assay::engine {

namespace {

// Where each row stands among the rows of its class.
std::vector<std::uint32_t> placeInClass(std::span<const double> truth)
{
    std::vector<std::uint32_t> place(truth.size());
    std::uint32_t next[2] = {0, 0};
    for (std::size_t i = 0; i < truth.size(); ++i)
        place[i] = next[truth[i] != 0 ? 1 : 0]++;
    return place;
}

double covariance(std::span<const double> a, double meanA, std::span<const double> b, double meanB)
{
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += (a[i] - meanA) * (b[i] - meanB);
    return sum / static_cast<double>(a.size() - 1);
}

} // namespace

Placements placements(std::span<const double> scores, std::span<const double> truth)
{
    const RankedScores ranked = rankScores(scores, truth, {}, true);
    const std::vector<std::uint32_t> place = placeInClass(truth);
    double positives = 0;
    for (const std::uint8_t positive : ranked.positive)
        positives += positive;
    const double negatives = static_cast<double>(ranked.size()) - positives;
    Placements result;
    result.positives.resize(static_cast<std::size_t>(positives));
    result.negatives.resize(static_cast<std::size_t>(negatives));
    double tp = 0, fp = 0, area = 0;
    std::size_t begin = 0;
    forEachScore(ranked, [&](double, double hits, double misses, std::size_t end) {
        const double below = (negatives - fp - 0.5 * misses) / negatives;
        const double above = (tp + 0.5 * hits) / positives;
        for (; begin < end; ++begin) {
            const std::uint32_t at = place[ranked.rows[begin]];
            (ranked.positive[begin] != 0 ? result.positives[at] : result.negatives[at]) =
                ranked.positive[begin] != 0 ? below : above;
        }
        area += misses * (tp + 0.5 * hits);
        tp += hits;
        fp += misses;
    });
    result.auc = area / positives / negatives;
    return result;
}

double aucCovariance(const Placements &a, const Placements &b)
{
    return covariance(a.positives, a.auc, b.positives, b.auc) / static_cast<double>(a.positives.size()) +
           covariance(a.negatives, a.auc, b.negatives, b.auc) / static_cast<double>(a.negatives.size());
}

} // namespace assay::engine
