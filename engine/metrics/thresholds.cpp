// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/thresholds.h"

#include "engine/metrics/ranking.h"
#include "engine/metrics/tasks.h"

#include <algorithm>
#include <cmath>

namespace assay::engine {

namespace {

Confusion confusionAt(const ThresholdSweep &sweep, std::size_t entry)
{
    const double tp = sweep.tp[entry], fp = sweep.fp[entry];
    return {.tn = std::max(0.0, sweep.negatives - fp), .fp = fp, .fn = std::max(0.0, sweep.positives - tp), .tp = tp};
}

// What a rule makes of an entry, larger is better; no value where the rule does not allow it.
std::optional<double> merit(const ThresholdSweep &sweep, std::size_t entry, ThresholdRule rule, const CostMatrix &costs,
                            double floor)
{
    const double tp = sweep.tp[entry], selected = tp + sweep.fp[entry];
    switch (rule) {
    case ThresholdRule::BestF1:
        return 2 * tp / (selected + sweep.positives);
    case ThresholdRule::Youden:
        return tp / sweep.positives - sweep.fp[entry] / sweep.negatives;
    case ThresholdRule::LowestCost:
        return -expectedCost(confusionAt(sweep, entry), costs);
    case ThresholdRule::PrecisionFloor:
        if (selected > 0 && tp / selected >= floor)
            return tp / sweep.positives;
        return std::nullopt;
    case ThresholdRule::RecallFloor:
        break;
    }
    if (selected > 0 && tp / sweep.positives >= floor)
        return tp / selected;
    return std::nullopt;
}

bool hasNeededClasses(const ThresholdSweep &sweep, ThresholdRule rule)
{
    if (rule == ThresholdRule::LowestCost)
        return sweep.positives + sweep.negatives > 0;
    return sweep.positives > 0 && (rule != ThresholdRule::Youden || sweep.negatives > 0);
}

// Entries on the upper hull of the ROC curve, from (0, 0) to (1, 1): no other can cost least under any conditions.
std::vector<std::size_t> upperHull(const ThresholdSweep &sweep)
{
    std::vector<std::size_t> hull;
    const auto below = [&](std::size_t a, std::size_t b, std::size_t c) {
        return (sweep.fp[b] - sweep.fp[a]) * (sweep.tp[c] - sweep.tp[a]) -
                   (sweep.tp[b] - sweep.tp[a]) * (sweep.fp[c] - sweep.fp[a]) >=
               0;
    };
    for (std::size_t i = 0; i < sweep.thresholds.size(); ++i) {
        while (hull.size() > 1 && below(hull[hull.size() - 2], hull.back(), i))
            hull.pop_back();
        hull.push_back(i);
    }
    return hull;
}

} // namespace

Confusion ThresholdSweep::at(double threshold) const
{
    const auto end = std::ranges::partition_point(thresholds, [threshold](double t) { return t >= threshold; });
    if (end == thresholds.begin()) // without entries, or not a number
        return {.tn = negatives, .fp = 0, .fn = positives, .tp = 0};
    return confusionAt(*this, static_cast<std::size_t>(end - thresholds.begin()) - 1);
}

ThresholdSweep thresholdSweep(const RankedScores &ranked)
{
    ThresholdSweep sweep{.thresholds = {HUGE_VAL}, .tp = {0}, .fp = {0}};
    forEachScore(ranked, [&](double score, double positives, double negatives, std::size_t) {
        sweep.positives += positives;
        sweep.negatives += negatives;
        sweep.thresholds.push_back(score);
        sweep.tp.push_back(sweep.positives);
        sweep.fp.push_back(sweep.negatives);
    });
    return sweep;
}

Result<ThresholdSweep> thresholdSweep(const Predictions &predictions)
{
    if (predictions.task != Task::Binary)
        return failure(ErrorKind::BadInput, "bad_task", "Thresholds belong to binary tasks; this is a {} task.",
                       {name(predictions.task)});
    if (const auto checked = checkPredictions(predictions); !checked)
        return tl::unexpected(checked.error());
    if (predictions.scores.size() == 0)
        return failure(ErrorKind::BadInput, "bad_predictions",
                       "The predictions have no scores, so there is no threshold to choose.");
    const std::span<const double> scores(predictions.scores.data(), predictions.size());
    const RankedScores ranked = rankScores(scores, predictions.truth, predictions.weights, false);
    if (ranked.size() == 0)
        return failure(ErrorKind::BadInput, "no_rows",
                       "All rows of the predictions have weight 0: at least one must weigh more.");
    return thresholdSweep(ranked);
}

double expectedCost(const Confusion &c, const CostMatrix &costs)
{
    const double all = c.tn + c.fp + c.fn + c.tp;
    return all > 0 ? (c.tn * costs.tn + c.fp * costs.fp + c.fn * costs.fn + c.tp * costs.tp) / all : 0;
}

std::optional<ThresholdChoice> bestThreshold(const ThresholdSweep &sweep, ThresholdRule rule, const CostMatrix &costs,
                                             double floor)
{
    if (!hasNeededClasses(sweep, rule))
        return std::nullopt;
    std::optional<std::size_t> best;
    double most = -HUGE_VAL;
    for (std::size_t i = 0; i < sweep.thresholds.size(); ++i) {
        const std::optional<double> value = merit(sweep, i, rule, costs, floor);
        if (!value || !(*value > most))
            continue;
        most = *value;
        best = i;
    }
    if (!best)
        return std::nullopt;
    return ThresholdChoice{.threshold = sweep.thresholds[*best],
                           .confusion = confusionAt(sweep, *best),
                           .value = rule == ThresholdRule::LowestCost ? -most : most};
}

std::vector<double> costCurve(const ThresholdSweep &sweep, const CostMatrix &costs)
{
    std::vector<double> curve(sweep.thresholds.size());
    for (std::size_t i = 0; i < curve.size(); ++i)
        curve[i] = expectedCost(confusionAt(sweep, i), costs);
    return curve;
}

NetBenefitCurve netBenefit(const ThresholdSweep &sweep, int points)
{
    NetBenefitCurve curve;
    const double all = sweep.positives + sweep.negatives;
    for (int i = 1; i <= points && all > 0; ++i) {
        const double p = static_cast<double>(i) / (points + 1);
        const double odds = p / (1 - p);
        const Confusion c = sweep.at(p);
        curve.thresholds.push_back(p);
        curve.model.push_back(c.tp / all - c.fp / all * odds);
        curve.treatAll.push_back(sweep.positives / all - sweep.negatives / all * odds);
    }
    return curve;
}

CostEnvelope costEnvelope(const ThresholdSweep &sweep, int points)
{
    CostEnvelope envelope;
    if (sweep.positives == 0 || sweep.negatives == 0 || points < 2)
        return envelope;
    const std::vector<std::size_t> hull = upperHull(sweep);
    for (int i = 0; i < points; ++i) {
        const double pc = static_cast<double>(i) / (points - 1);
        double least = HUGE_VAL;
        for (const std::size_t entry : hull) {
            const double missed = 1 - sweep.tp[entry] / sweep.positives;
            least = std::min(least, missed * pc + sweep.fp[entry] / sweep.negatives * (1 - pc));
        }
        envelope.probabilityCost.push_back(pc);
        envelope.model.push_back(least);
        envelope.trivial.push_back(std::min(pc, 1 - pc));
    }
    return envelope;
}

} // namespace assay::engine
