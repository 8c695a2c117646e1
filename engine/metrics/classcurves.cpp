// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/classcurves.h"

#include "engine/metrics/calibrationcurve.h"
#include "engine/metrics/intervals.h"
#include "engine/metrics/placements.h"
#include "engine/metrics/probability.h"

#include <cmath>

namespace assay::engine {

namespace {

constexpr std::size_t longestCurve = 2000;

struct OneClass
{
    std::vector<double> scores, truth; // truth 1 for rows of the class
};

OneClass oneClass(const Predictions &p, std::size_t k)
{
    const auto column = p.scores.col(static_cast<Eigen::Index>(k));
    OneClass one{.scores = {column.begin(), column.end()}, .truth = {}};
    one.truth.reserve(p.size());
    for (const double code : p.truth)
        one.truth.push_back(code == static_cast<double>(k) ? 1 : 0);
    return one;
}

// Every k-th point, and both ends.
void thin(std::vector<double> &values, std::size_t points)
{
    const std::size_t stride = (points + longestCurve - 1) / longestCurve;
    if (stride <= 1)
        return;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < values.size(); i += stride)
        values[kept++] = values[i];
    if ((values.size() - 1) % stride != 0)
        values[kept++] = values.back();
    values.resize(kept);
    values.shrink_to_fit();
}

RocCurve thinned(RocCurve curve)
{
    const std::size_t points = curve.fpr.size();
    for (std::vector<double> *part : {&curve.fpr, &curve.tpr, &curve.thresholds})
        thin(*part, points);
    return curve;
}

// Thresholds are one fewer than points: the closing point stands apart.
PrCurve thinned(PrCurve curve)
{
    const std::size_t points = curve.thresholds.size();
    if (points == 0)
        return curve;
    for (std::vector<double> *part : {&curve.precision, &curve.recall}) {
        const double closing = part->back();
        part->pop_back();
        thin(*part, points);
        part->push_back(closing);
    }
    thin(curve.thresholds, points);
    return curve;
}

std::optional<Interval> rocAucInterval(const OneClass &one)
{
    const Placements own = placements(one.scores, one.truth);
    if (own.positives.size() < 2 || own.negatives.size() < 2)
        return std::nullopt;
    return delongInterval(own);
}

} // namespace

void addClassIntervals(const Predictions &p, const MatrixRates &rates, Evaluation &evaluation)
{
    double all = 0;
    for (const double support : rates.support)
        all += support;
    const double scale = p.weights.empty() ? 1 : effectiveRows(p.weights) / all;
    for (std::size_t k = 0; k < evaluation.perClass.size(); ++k) {
        ClassMetrics &entry = evaluation.perClass[k];
        const double hits = evaluation.confusionMatrix[k][k];
        const double either = rates.support[k] + rates.predicted[k] - hits;
        if (rates.predicted[k] > 0)
            entry.intervals.emplace_back("precision", wilsonInterval(rates.precision[k], rates.predicted[k] * scale));
        if (rates.support[k] > 0)
            entry.intervals.emplace_back("recall", wilsonInterval(rates.recall[k], rates.support[k] * scale));
        if (either > 0) {
            Interval f1 = wilsonInterval(hits / either, either * scale);
            f1.low = 2 * f1.low / (1 + f1.low);
            f1.high = 2 * f1.high / (1 + f1.high);
            entry.intervals.emplace_back("f1", f1);
        }
        const bool ranked = p.weights.empty() && p.scores.size() > 0 && entry.rocAuc;
        if (const auto auc = ranked ? rocAucInterval(oneClass(p, k)) : std::nullopt)
            entry.intervals.emplace_back("roc_auc", *auc);
    }
}

void addClassCurves(const Predictions &p, int calibrationBins, Evaluation &evaluation)
{
    if (p.scores.size() == 0)
        return;
    const double scale =
        p.weights.empty()
            ? 1
            : effectiveRows(p.weights) / Eigen::Map<const Vector>(p.weights.data(), std::ssize(p.weights)).sum();
    for (std::size_t k = 0; k < evaluation.perClass.size(); ++k) {
        ClassMetrics &entry = evaluation.perClass[k];
        const OneClass one = oneClass(p, k);
        const RankedScores ranked = rankScores(one.scores, one.truth, p.weights, false);
        const RankingMetrics totals = rankingMetrics(ranked);
        RankingCurves curves = rankingCurves(ranked, totals);
        entry.averagePrecision = totals.averagePrecision;
        entry.roc = thinned(std::move(curves.roc));
        entry.pr = thinned(std::move(curves.pr));
        if (ranked.scores.front() > 1 || ranked.scores.back() < 0)
            continue;
        entry.calibration = probabilityMetrics(ranked, calibrationBins).calibration;
        addBands(entry.calibration, scale);
    }
}

} // namespace assay::engine
