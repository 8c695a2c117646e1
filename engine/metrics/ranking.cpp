// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/ranking.h"

#include "engine/metrics/radixsort.h"

#include <algorithm>
#include <cmath>

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
    std::vector<std::uint64_t> keys(scores.size());
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
    std::vector<KeyedRow> items;
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
class RocBuilder
{
public:
    RocBuilder(RocCurve &curve, const RankingMetrics &totals)
        : m_curve(curve)
        , m_totals(totals)
    {
        add(0, 0, HUGE_VAL);
    }

    void step(double score, double positives, double negatives)
    {
        if (m_steps < 2 || positives != m_positives || negatives != m_negatives)
            flush();
        m_tp += positives;
        m_fp += negatives;
        m_score = score;
        m_positives = positives;
        m_negatives = negatives;
        ++m_steps;
    }

    void flush()
    {
        if (m_steps > 0)
            add(m_fp, m_tp, m_score);
    }

private:
    void add(double fp, double tp, double threshold)
    {
        m_curve.fpr.push_back(fp / m_totals.negatives);
        m_curve.tpr.push_back(tp / m_totals.positives);
        m_curve.thresholds.push_back(threshold);
    }

    RocCurve &m_curve;
    const RankingMetrics &m_totals;
    double m_tp = 0, m_fp = 0, m_score = 0, m_positives = 0, m_negatives = 0;
    std::size_t m_steps = 0;
};

class PrBuilder
{
public:
    PrBuilder(PrCurve &curve, double positives)
        : m_curve(curve)
        , m_positives(positives)
    {
    }

    void step(double score, double positives, double negatives)
    {
        if (m_steps < 2 || positives != 0 || m_step != 0)
            flush();
        m_tp += positives;
        m_fp += negatives;
        m_score = score;
        m_step = positives;
        ++m_steps;
    }

    void flush()
    {
        if (m_steps == 0)
            return;
        m_curve.precision.push_back(m_tp / (m_tp + m_fp));
        m_curve.recall.push_back(m_tp / m_positives);
        m_curve.thresholds.push_back(m_score);
    }

    void finish()
    {
        flush();
        std::ranges::reverse(m_curve.precision);
        std::ranges::reverse(m_curve.recall);
        std::ranges::reverse(m_curve.thresholds);
        m_curve.precision.push_back(1);
        m_curve.recall.push_back(0);
    }

private:
    PrCurve &m_curve;
    double m_positives;
    double m_tp = 0, m_fp = 0, m_score = 0, m_step = 0;
    std::size_t m_steps = 0;
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
    for (std::size_t i = 0; i < ranked.size(); ++i)
        (ranked.positive[i] != 0 ? result.positives : result.negatives) += ranked.weight(i);
    const double inversePositives = 1 / result.positives;
    const double inverseNegatives = 1 / result.negatives;
    double tp = 0, fp = 0, area = 0, precision = 0, gap = 0;
    forEachScore(ranked, [&](double, double positives, double negatives, std::size_t) {
        area += negatives * (tp + 0.5 * positives);
        tp += positives;
        fp += negatives;
        if (positives > 0)
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
    PrBuilder pr(curves.pr, totals.positives);
    GainBuilder gain(curves.gain, totals);
    if (totals.negatives > 0) {
        RocBuilder roc(curves.roc, totals);
        forEachScore(ranked, [&](double score, double positives, double negatives, std::size_t) {
            roc.step(score, positives, negatives);
            pr.step(score, positives, negatives);
            gain.step(positives, negatives);
        });
        roc.flush();
    } else {
        forEachScore(ranked, [&](double score, double positives, double negatives, std::size_t) {
            pr.step(score, positives, negatives);
            gain.step(positives, negatives);
        });
    }
    pr.finish();
    gain.finish();
    return curves;
}

} // namespace assay::engine
