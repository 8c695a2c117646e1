// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/binaryrescorer.h"

#include "engine/metrics/confusionmetrics.h"
#include "engine/metrics/probability.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace assay::engine {

namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

} // namespace

struct BinaryRescorer::Sums
{
    double rocAuc = undefined, precision = 0, ks = 0, logLoss = 0, brier = 0, ece = 0, all = 0, positives = 0;
    BinaryRates rates;
};

BinaryRescorer::BinaryRescorer(const Predictions &predictions, const DrawOrder &order, std::vector<std::string> metrics,
                               const Options &options)
    : m_names(std::move(metrics))
{
    m_area = needs({"roc_auc"});
    m_ranking = needs({"average_precision", "ks"});
    m_probabilities = needs({"log_loss", "brier"});
    m_bins = needs({"ece"});
    m_confusion =
        needs({"accuracy", "balanced_accuracy", "precision", "recall", "specificity", "f1", "mcc", "cohen_kappa"});
    std::vector<std::uint32_t> placeOf(predictions.size());
    for (std::size_t place = 0; place < order.size(); ++place)
        placeOf[order.rows[place]] = static_cast<std::uint32_t>(place);
    const std::span<const double> scores(predictions.scores.data(),
                                         static_cast<std::size_t>(predictions.scores.size()));
    // Without scores every row ties; only the confusion may then be asked for.
    const std::vector<double> none(scores.empty() ? predictions.size() : 0, 0.0);
    const RankedScores ranked = rankScores(scores.empty() ? std::span<const double>(none) : scores, predictions.truth,
                                           predictions.weights, true);
    std::size_t i = 0;
    forEachScore(ranked, [&](double score, double, double, std::size_t end) {
        for (; i < end; ++i) {
            const Row row = ranked.rows[i];
            const bool positive = ranked.positive[i] != 0;
            const bool selected =
                predictions.predicted.empty() ? score >= options.threshold : predictions.predicted[row] != 0;
            addRow(positive ? m_positives : m_negatives, placeOf[row], score,
                   predictions.weights.empty() ? 1 : predictions.weights[row], positive, selected);
        }
        m_positiveEnds.push_back(static_cast<std::uint32_t>(m_positives.places.size()));
        m_negativeEnds.push_back(static_cast<std::uint32_t>(m_negatives.places.size()));
    });
    if (predictions.weights.empty()) {
        m_positives.weights.clear();
        m_negatives.weights.clear();
    }
    if (m_bins) {
        fillBinEnds(m_positives, options.calibrationBins);
        fillBinEnds(m_negatives, options.calibrationBins);
    }
}

bool BinaryRescorer::needs(std::initializer_list<const char *> metrics) const
{
    return std::ranges::any_of(
        metrics, [this](const char *metric) { return std::ranges::find(m_names, metric) != m_names.end(); });
}

void BinaryRescorer::addRow(Side &side, std::uint32_t place, double score, double weight, bool positive, bool selected)
{
    side.places.push_back(place);
    side.scores.push_back(score);
    side.weights.push_back(weight);
    side.selected.push_back(selected ? 1 : 0);
    if (!m_probabilities)
        return;
    const double error = score - (positive ? 1 : 0);
    side.losses.push_back(logLossTerm(score, positive));
    side.squares.push_back(error * error);
}

void BinaryRescorer::fillBinEnds(Side &side, int bins) const
{
    std::size_t end = 0;
    for (int bin = bins - 1; bin >= 0; --bin) {
        while (end < side.scores.size() && calibrationBin(side.scores[end], bins) >= bin)
            ++end;
        side.binEnds.push_back(end);
    }
}

// into[k] becomes the weight of the k best rows, so that the weight of any run of rows is one difference.
std::span<const double> BinaryRescorer::cumulate(const Side &side, std::span<const std::uint16_t> counts,
                                                 std::span<double> into) const
{
    const std::size_t n = side.places.size();
    double sum = 0;
    into[0] = 0;
    if (side.weights.empty()) {
        std::uint32_t whole = 0;
        for (std::size_t k = 0; k < n; ++k) {
            whole += counts[side.places[k]];
            into[k + 1] = whole;
        }
        return into.first(n + 1);
    }
    for (std::size_t k = 0; k < n; ++k) {
        sum += counts[side.places[k]] * side.weights[k];
        into[k + 1] = sum;
    }
    return into.first(n + 1);
}

void BinaryRescorer::addProbabilities(const Side &side, std::span<const double> cumulated, Sums &sums) const
{
    double losses = 0, squares = 0;
    for (std::size_t k = 0; k < side.losses.size(); ++k) {
        const double weight = cumulated[k + 1] - cumulated[k];
        losses += weight * side.losses[k];
        squares += weight * side.squares[k];
    }
    sums.logLoss += losses;
    sums.brier += squares;
}

double BinaryRescorer::rocAuc(std::span<const double> positives, std::span<const double> negatives) const
{
    double area = 0, tp = 0, fp = 0;
    for (std::size_t g = 0; g < m_positiveEnds.size(); ++g) {
        const double tpNow = positives[m_positiveEnds[g]];
        const double fpNow = negatives[m_negativeEnds[g]];
        area += (fpNow - fp) * (tpNow + tp);
        tp = tpNow;
        fp = fpNow;
    }
    return area / 2 / positives.back() / negatives.back();
}

void BinaryRescorer::rankingSums(std::span<const double> positives, std::span<const double> negatives, Sums &sums) const
{
    const double inversePositives = 1 / positives.back();
    const double inverseNegatives = 1 / negatives.back();
    double tp = 0;
    for (std::size_t g = 0; g < m_positiveEnds.size(); ++g) {
        const double tpNow = positives[m_positiveEnds[g]];
        const double fpNow = negatives[m_negativeEnds[g]];
        if (tpNow > tp)
            sums.precision += (tpNow - tp) * tpNow / (tpNow + fpNow);
        sums.ks = std::max(sums.ks, std::abs(tpNow * inversePositives - fpNow * inverseNegatives));
        tp = tpNow;
    }
}

double BinaryRescorer::calibrationError(std::span<const double> positives, std::span<const double> negatives) const
{
    const auto sumOfScores = [](const Side &side, std::span<const double> cumulated, std::size_t begin,
                                std::size_t end) {
        double sum = 0;
        for (std::size_t k = begin; k < end; ++k)
            sum += (cumulated[k + 1] - cumulated[k]) * side.scores[k];
        return sum;
    };
    double error = 0;
    std::size_t p = 0, n = 0;
    for (std::size_t bin = 0; bin < m_positives.binEnds.size(); ++bin) {
        const std::size_t pEnd = m_positives.binEnds[bin], nEnd = m_negatives.binEnds[bin];
        const double scores =
            sumOfScores(m_positives, positives, p, pEnd) + sumOfScores(m_negatives, negatives, n, nEnd);
        error += std::abs(scores - (positives[pEnd] - positives[p]));
        p = pEnd;
        n = nEnd;
    }
    return error;
}

double BinaryRescorer::value(const std::string &name, const Sums &sums) const
{
    if (name == "roc_auc")
        return sums.rocAuc;
    if (name == "average_precision")
        return sums.precision / sums.positives;
    if (name == "ks")
        return sums.ks;
    if (name == "log_loss")
        return sums.logLoss / sums.all;
    if (name == "brier")
        return sums.brier / sums.all;
    if (name == "ece")
        return sums.ece / sums.all;
    if (name == "accuracy")
        return sums.rates.accuracy;
    if (name == "balanced_accuracy")
        return sums.rates.balancedAccuracy;
    if (name == "precision")
        return sums.rates.precision;
    if (name == "recall")
        return sums.rates.recall;
    if (name == "specificity")
        return sums.rates.specificity;
    if (name == "f1")
        return sums.rates.f1;
    return name == "mcc" ? sums.rates.mcc : sums.rates.kappa.value_or(undefined);
}

void BinaryRescorer::score(std::span<const std::uint16_t> counts, std::vector<double> &scratch,
                           std::span<double> values) const
{
    const std::size_t positiveRows = m_positives.places.size(), negativeRows = m_negatives.places.size();
    scratch.resize(std::max(scratch.size(), positiveRows + negativeRows + 2));
    const auto positives = cumulate(m_positives, counts, std::span(scratch).first(positiveRows + 1));
    const auto negatives =
        cumulate(m_negatives, counts, std::span(scratch).subspan(positiveRows + 1, negativeRows + 1));
    Sums sums;
    sums.positives = positives.back();
    sums.all = positives.back() + negatives.back();
    if (m_area && positiveRows > 0 && negativeRows > 0)
        sums.rocAuc = rocAuc(positives, negatives);
    if (m_ranking)
        rankingSums(positives, negatives, sums);
    if (m_probabilities) {
        addProbabilities(m_positives, positives, sums);
        addProbabilities(m_negatives, negatives, sums);
    }
    if (m_bins)
        sums.ece = calibrationError(positives, negatives);
    if (m_confusion) {
        const auto selectedWeight = [](const Side &side, std::span<const double> cumulated) {
            double sum = 0;
            for (std::size_t k = 0; k < side.selected.size(); ++k)
                sum += side.selected[k] * (cumulated[k + 1] - cumulated[k]);
            return sum;
        };
        const double tp = selectedWeight(m_positives, positives), fp = selectedWeight(m_negatives, negatives);
        sums.rates = binaryRates({.tn = negatives.back() - fp, .fp = fp, .fn = positives.back() - tp, .tp = tp});
    }
    for (std::size_t i = 0; i < m_names.size(); ++i)
        values[i] = value(m_names[i], sums);
}

DrawOrder drawRanked(const Predictions &predictions)
{
    const std::span<const double> scores(predictions.scores.data(),
                                         static_cast<std::size_t>(predictions.scores.size()));
    if (scores.empty())
        return drawByClass(predictions.truth, 2);
    const RankedScores ranked = rankScores(scores, predictions.truth, {}, true);
    DrawOrder order;
    for (const std::uint8_t wanted : {std::uint8_t(0), std::uint8_t(1)}) {
        for (std::size_t i = 0; i < ranked.size(); ++i) {
            if (ranked.positive[i] == wanted)
                order.rows.push_back(ranked.rows[i]);
        }
        order.ends.push_back(order.rows.size());
    }
    return order;
}

} // namespace assay::engine
