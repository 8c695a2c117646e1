// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/ranking.h"

#include "engine/metrics/radixsort.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace assay::engine {

namespace {

constexpr auto oneBits = std::bit_cast<std::uint64_t>(1.0);

bool areProbabilities(std::span<const double> scores)
{
    bool inside = true;
    for (const double score : scores)
        inside &= score >= 0 && score <= 1;
    return inside;
}

// Bits of scores in [0, 1] leave the two highest clear, so a label fits beside them and the sort moves eight bytes a
// row.
RankedScores rankProbabilities(std::span<const double> scores, std::span<const double> truth)
{
    ScratchVector<std::uint64_t> keys(scores.size());
    for (std::size_t i = 0; i < scores.size(); ++i)
        keys[i] = (oneBits - std::bit_cast<std::uint64_t>(scores[i] + 0.0)) << 1 | static_cast<std::uint64_t>(truth[i]);
    radixSort(keys);
    RankedScores ranked;
    ranked.scores.resize(keys.size());
    ranked.positive.resize(keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i) {
        ranked.scores[i] = std::bit_cast<double>(oneBits - (keys[i] >> 1));
        ranked.positive[i] = static_cast<std::uint8_t>(keys[i] & 1);
    }
    return ranked;
}

RankedScores rankAny(std::span<const double> scores, std::span<const double> truth, std::span<const double> weights,
                     bool withRows)
{
    ScratchVector<KeyedRow> items;
    items.reserve(scores.size());
    for (std::size_t i = 0; i < scores.size(); ++i) {
        if (weights.empty() || weights[i] > 0)
            items.push_back({.key = ~orderedBits(scores[i]), .row = static_cast<Row>(i)});
    }
    radixSort(items);
    RankedScores ranked;
    ranked.scores.reserve(items.size());
    ranked.positive.reserve(items.size());
    for (const KeyedRow &item : items) {
        ranked.scores.push_back(scores[item.row]);
        ranked.positive.push_back(truth[item.row] != 0 ? 1 : 0);
        if (!weights.empty())
            ranked.weights.push_back(weights[item.row]);
        if (withRows)
            ranked.rows.push_back(item.row);
    }
    return ranked;
}

// A point of a curve stays when the step into it differs from the step out of it; the first and the last always stay.
// Whether one stays is as good as random from point to point, so nothing here branches on it.
struct CurveSteps
{
    double positives = -1, negatives = -1; // of the last step
    std::size_t steps = 0;

    struct Kept
    {
        bool roc = false, pr = false;
    };

    // Whether the point before this step stays.
    Kept keeps(double nextPositives, double nextNegatives)
    {
        const bool second = steps == 1;
        const bool differs = (nextPositives != positives) | (nextNegatives != negatives);
        const bool found = (nextPositives != 0) | (positives != 0);
        const bool any = steps > 0;
        positives = nextPositives;
        negatives = nextNegatives;
        ++steps;
        return {.roc = (any & (second | differs)) != 0, .pr = (any & (second | found)) != 0};
    }
};

struct CurveSizes
{
    std::size_t roc = 1, pr = 1; // the closing point
};

CurveSizes curveSizes(const RankedScores &ranked)
{
    CurveSizes sizes;
    CurveSteps steps;
    forEachScore(ranked, [&](double, double positives, double negatives, std::size_t) {
        const CurveSteps::Kept kept = steps.keeps(positives, negatives);
        sizes.roc += kept.roc;
        sizes.pr += kept.pr;
    });
    return sizes;
}

// Writes every point where the next one that stays will go: the ROC curve from (0, 0) on, the precision-recall curve
// from its end back. Counts become shares once all are there.
class CurveWriter
{
public:
    CurveWriter(RankingCurves &curves, const RankingMetrics &totals, const CurveSizes &sizes)
        : m_roc(curves.roc)
        , m_pr(curves.pr)
        , m_totals(totals)
    {
        for (std::vector<double> *part : {&m_roc.fpr, &m_roc.tpr, &m_roc.thresholds})
            part->resize(sizes.roc + 1);
        for (std::vector<double> *part : {&m_pr.precision, &m_pr.recall})
            part->resize(sizes.pr + 1);
        m_pr.thresholds.resize(sizes.pr);
        m_roc.thresholds[0] = HUGE_VAL;
        m_pr.precision.back() = 1;
        m_prNext = sizes.pr - 1;
    }

    void step(double score, double positives, double negatives)
    {
        const CurveSteps::Kept kept = m_steps.keeps(positives, negatives);
        m_rocNext += kept.roc;
        m_prNext -= kept.pr;
        m_tp += positives;
        m_fp += negatives;
        m_roc.fpr[m_rocNext] = m_fp;
        m_roc.tpr[m_rocNext] = m_tp;
        m_roc.thresholds[m_rocNext] = score;
        m_pr.precision[m_prNext] = m_tp / (m_tp + m_fp);
        m_pr.recall[m_prNext] = m_tp;
        m_pr.thresholds[m_prNext] = score;
    }

    void finish()
    {
        for (double &share : m_roc.fpr)
            share /= m_totals.negatives;
        for (double &share : m_roc.tpr)
            share /= m_totals.positives;
        for (double &share : m_pr.recall)
            share /= m_totals.positives;
    }

private:
    RocCurve &m_roc;
    PrCurve &m_pr;
    const RankingMetrics &m_totals;
    CurveSteps m_steps;
    std::size_t m_rocNext = 1, m_prNext = 0;
    double m_tp = 0, m_fp = 0;
};

// One point a percent of the rows; inside a group of equal scores the gain grows evenly, as on average over their
// orders.
class GainBuilder
{
public:
    GainBuilder(GainCurve &curve, const RankingMetrics &totals)
        : m_curve(curve)
        , m_all(totals.positives + totals.negatives)
        , m_positives(totals.positives)
    {
        m_curve.share.push_back(0);
        m_curve.gain.push_back(0);
    }

    void step(double positives, double negatives)
    {
        const double rows = positives + negatives;
        while (m_percent < 100 && m_percent * m_all <= (m_rows + rows) * 100) {
            const double inside = (m_percent * m_all / 100 - m_rows) / rows;
            add(m_percent / 100.0, (m_found + inside * positives) / m_positives);
            ++m_percent;
        }
        m_rows += rows;
        m_found += positives;
    }

    void finish() { add(1, 1); }

private:
    void add(double share, double gain)
    {
        m_curve.share.push_back(share);
        m_curve.gain.push_back(gain);
    }

    GainCurve &m_curve;
    double m_all, m_positives;
    double m_rows = 0, m_found = 0;
    int m_percent = 1;
};

} // namespace

RankedScores rankScores(std::span<const double> scores, std::span<const double> truth, std::span<const double> weights,
                        bool withRows)
{
    if (weights.empty() && !withRows && areProbabilities(scores))
        return rankProbabilities(scores, truth);
    return rankAny(scores, truth, weights, withRows);
}

RankingMetrics rankingMetrics(const RankedScores &ranked)
{
    RankingMetrics result;
    if (ranked.weights.empty()) {
        const auto positives = std::reduce(ranked.positive.begin(), ranked.positive.end(), std::uint32_t(0));
        result.positives = positives;
        result.negatives = static_cast<double>(ranked.size()) - positives;
    }
    for (std::size_t i = 0; i < ranked.weights.size(); ++i)
        (ranked.positive[i] != 0 ? result.positives : result.negatives) += ranked.weights[i];
    const double inversePositives = 1 / result.positives;
    const double inverseNegatives = 1 / result.negatives;
    double tp = 0, fp = 0, area = 0, precision = 0, gap = 0;
    forEachScore(ranked, [&](double, double positives, double negatives, std::size_t) {
        area += negatives * (tp + 0.5 * positives);
        tp += positives;
        fp += negatives;
        precision += positives * (tp / (tp + fp));
        gap = std::max(gap, std::abs(tp * inversePositives - fp * inverseNegatives));
    });
    if (result.positives > 0)
        result.averagePrecision = precision / result.positives;
    if (result.positives > 0 && result.negatives > 0) {
        result.rocAuc = area / result.positives / result.negatives;
        result.ks = gap;
    }
    return result;
}

RankingCurves rankingCurves(const RankedScores &ranked, const RankingMetrics &totals)
{
    RankingCurves curves;
    if (totals.positives == 0)
        return curves;
    CurveWriter writer(curves, totals, curveSizes(ranked));
    GainBuilder gain(curves.gain, totals);
    forEachScore(ranked, [&](double score, double positives, double negatives, std::size_t) {
        writer.step(score, positives, negatives);
        gain.step(positives, negatives);
    });
    writer.finish();
    gain.finish();
    if (totals.negatives == 0)
        curves.roc = {};
    return curves;
}

} // namespace assay::engine
