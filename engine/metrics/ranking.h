// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/column.h"
#include "engine/metrics/evaluation.h"
#include "engine/metrics/scratch.h"

#include <optional>
#include <span>
#include <vector>

namespace assay::engine {

/// Scores in descending order with what belongs to them. Rows of weight zero are left out.
struct RankedScores
{
    ScratchVector<double> scores;
    ScratchVector<std::uint8_t> positive; ///< [scores] 1 for a row of the positive class
    std::vector<double> weights;          ///< [scores], or empty: all 1
    Rows rows;                            ///< [scores] where each came from; empty unless asked for

    std::size_t size() const { return scores.size(); }
    double weight(std::size_t i) const { return weights.empty() ? 1.0 : weights[i]; }
};

/// The one sort that every ranking metric and curve derives from. Scores must not be NaN; @p truth is 0 or 1; equal
/// scores keep the order of their rows when @p withRows. @p weights may be empty.
RankedScores rankScores(std::span<const double> scores, std::span<const double> truth, std::span<const double> weights,
                        bool withRows);

/// Calls `visit(score, weight of positives, weight of negatives, end)` for each distinct score, highest first.
template<class Visit>
void forEachScore(const RankedScores &ranked, Visit visit)
{
    const std::size_t n = ranked.size();
    const double *const scores = ranked.scores.data();
    const std::uint8_t *const positive = ranked.positive.data();
    if (ranked.weights.empty()) {
        for (std::size_t i = 0; i < n;) {
            const std::size_t begin = i;
            const double score = scores[i];
            std::uint32_t positives = positive[i++];
            while (i < n && scores[i] == score)
                positives += positive[i++];
            const auto rows = static_cast<std::uint32_t>(i - begin);
            visit(score, static_cast<double>(positives), static_cast<double>(rows - positives), i);
        }
        return;
    }
    for (std::size_t i = 0; i < n;) {
        const double score = scores[i];
        double positives = 0, negatives = 0;
        do {
            const double weight = ranked.weights[i];
            const double hit = positive[i] * weight;
            positives += hit;
            negatives += weight - hit;
            ++i;
        } while (i < n && scores[i] == score);
        visit(score, positives, negatives, i);
    }
}

struct RankingMetrics
{
    double positives = 0, negatives = 0;    ///< weights
    std::optional<double> rocAuc;           ///< needs both classes
    std::optional<double> averagePrecision; ///< needs positives
    std::optional<double> ks;               ///< largest |TPR − FPR|; needs both classes
};

RankingMetrics rankingMetrics(const RankedScores &ranked);

struct RankingCurves
{
    RocCurve roc; ///< empty with one class only
    PrCurve pr;   ///< empty without positives; runs of points that differ only in false positives keep their ends
    GainCurve gain;
};

RankingCurves rankingCurves(const RankedScores &ranked, const RankingMetrics &totals);

} // namespace assay::engine
