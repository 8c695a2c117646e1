// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/binaryrescorer.h"
#include "engine/metrics/calibrationcurve.h"
#include "engine/metrics/confusionmetrics.h"
#include "engine/metrics/furtherbinary.h"
#include "engine/metrics/intervals.h"
#include "engine/metrics/placements.h"
#include "engine/metrics/probability.h"
#include "engine/metrics/tasks.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace assay::engine {

namespace {

std::span<const double> scoresOf(const Predictions &predictions)
{
    return {predictions.scores.data(), static_cast<std::size_t>(predictions.scores.size())};
}

Confusion countConfusion(const Predictions &p, double threshold)
{
    const std::span<const double> scores = scoresOf(p);
    double all = 0, positives = 0, selected = 0, tp = 0;
    for (std::size_t i = 0; i < p.size(); ++i) {
        const double weight = p.weights.empty() ? 1 : p.weights[i];
        const bool chosen = p.predicted.empty() ? scores[i] >= threshold : p.predicted[i] != 0;
        const double chosenWeight = chosen ? weight : 0;
        all += weight;
        positives += weight * p.truth[i];
        selected += chosenWeight;
        tp += chosenWeight * p.truth[i];
    }
    // Differences of sums of uneven weights may end a rounding error below zero.
    const auto atLeastZero = [](double value) { return std::max(0.0, value); };
    return {.tn = atLeastZero(all - positives - (selected - tp)),
            .fp = atLeastZero(selected - tp),
            .fn = atLeastZero(positives - tp),
            .tp = tp};
}

void warnAboutClasses(const RankingMetrics &ranking, Evaluation &evaluation)
{
    if (ranking.positives == 0)
        evaluation.warnings.emplace_back("No row is positive: ROC AUC, average precision and KS are undefined.");
    else if (ranking.negatives == 0)
        evaluation.warnings.emplace_back("No row is negative: ROC AUC and KS are undefined.");
}

// A weighted share is as sure as one of the effective number of rows.
double effectiveScale(const Predictions &p)
{
    if (p.weights.empty())
        return 1;
    return effectiveRows(p.weights) / std::accumulate(p.weights.begin(), p.weights.end(), 0.0);
}

std::optional<ProbabilityMetrics> probabilities(const RankedScores &ranked, int bins, Evaluation &evaluation)
{
    // Descending, so the ends tell the range.
    if (ranked.scores.front() <= 1 && ranked.scores.back() >= 0)
        return probabilityMetrics(ranked, bins);
    evaluation.warnings.emplace_back(
        "Scores are not probabilities between 0 and 1: log loss, Brier score and calibration are undefined.");
    return std::nullopt;
}

void addCalibration(const Predictions &predictions, const RankedScores &ranked, int bins, CalibrationCurve &uniform,
                    Evaluation &evaluation)
{
    const double scale = effectiveScale(predictions);
    evaluation.calibration = std::move(uniform);
    evaluation.quantileCalibration = quantileCalibration(ranked, bins);
    addBands(evaluation.calibration, scale);
    addBands(evaluation.quantileCalibration, scale);
}

void addWilson(const Confusion &c, const Predictions &predictions, Evaluation &evaluation)
{
    const double all = c.tn + c.fp + c.fn + c.tp;
    const double scale = effectiveScale(predictions);
    const auto add = [&](const char *name, double hits, double trials) {
        if (trials > 0)
            evaluation.intervals.emplace_back(name, wilsonInterval(hits / trials, trials * scale));
    };
    add("accuracy", c.tp + c.tn, all);
    add("precision", c.tp, c.tp + c.fp);
    add("recall", c.tp, c.tp + c.fn);
    add("specificity", c.tn, c.tn + c.fp);
}

void addDeLong(const Predictions &predictions, Evaluation &evaluation)
{
    const Placements own = placements(scoresOf(predictions), predictions.truth);
    if (own.positives.size() < 2 || own.negatives.size() < 2) {
        evaluation.warnings.emplace_back("ROC AUC has no interval: DeLong's variance needs two rows of each class.");
        return;
    }
    evaluation.intervals.emplace_back("roc_auc", delongInterval(own));
}

Result<void> addIntervals(const Predictions &predictions, const EvaluateOptions &options, const Context &context,
                          Evaluation &evaluation)
{
    addWilson(evaluation.confusion, predictions, evaluation);
    std::vector<std::string> resampled;
    for (const char *name :
         {"balanced_accuracy", "f1", "mcc", "cohen_kappa", "log_loss", "brier", "average_precision", "ks", "ece"}) {
        if (evaluation.metric(name))
            resampled.emplace_back(name);
    }
    if (evaluation.metric("roc_auc") && predictions.weights.empty())
        addDeLong(predictions, evaluation);
    else if (evaluation.metric("roc_auc"))
        resampled.emplace_back("roc_auc");
    const DrawOrder order = drawRanked(predictions);
    const auto rescorer = makeRescorer(predictions, order, resampled, options.threshold, options.calibrationBins);
    return addBootstrapIntervals(*rescorer, order, {}, options, context, evaluation);
}

} // namespace

Result<void> evaluateBinary(const Predictions &predictions, const EvaluateOptions &options, const Context &context,
                            Evaluation &evaluation)
{
    evaluation.positive = predictions.labels.size() == 2 ? predictions.labels[1] : "1";
    evaluation.labels = predictions.labels;
    evaluation.confusion = countConfusion(predictions, options.threshold);
    const BinaryRates rates = binaryRates(evaluation.confusion);
    evaluation.warnings = undefinedRates(evaluation.confusion);
    RankingMetrics ranking;
    RankedScores ranked;
    std::optional<ProbabilityMetrics> probability;
    const bool scored = predictions.scores.size() > 0;
    if (scored) {
        ranked = rankScores(scoresOf(predictions), predictions.truth, predictions.weights, false);
        ranking = rankingMetrics(ranked);
        RankingCurves curves = rankingCurves(ranked, ranking);
        evaluation.roc = std::move(curves.roc);
        evaluation.pr = std::move(curves.pr);
        evaluation.gain = std::move(curves.gain);
        warnAboutClasses(ranking, evaluation);
        probability = probabilities(ranked, options.calibrationBins, evaluation);
        if (probability)
            addCalibration(predictions, ranked, options.calibrationBins, probability->calibration, evaluation);
    } else {
        evaluation.warnings.emplace_back("There are no scores: ranking and probability metrics are undefined.");
    }
    const auto from = [&probability](double ProbabilityMetrics::*member) {
        return probability ? std::optional((*probability).*member) : std::nullopt;
    };
    evaluation.metrics = {{"accuracy", rates.accuracy},
                          {"balanced_accuracy", rates.balancedAccuracy},
                          {"precision", rates.precision},
                          {"recall", rates.recall},
                          {"specificity", rates.specificity},
                          {"f1", rates.f1},
                          {"mcc", rates.mcc},
                          {"cohen_kappa", rates.kappa},
                          {"log_loss", from(&ProbabilityMetrics::logLoss)},
                          {"brier", from(&ProbabilityMetrics::brier)},
                          {"roc_auc", ranking.rocAuc},
                          {"average_precision", ranking.averagePrecision},
                          {"ks", ranking.ks},
                          {"ece", from(&ProbabilityMetrics::ece)}};
    if (options.further)
        addFurtherBinary(predictions, scored ? &ranked : nullptr, options, evaluation);
    if (!options.intervals)
        return {};
    return addIntervals(predictions, options, context, evaluation);
}

} // namespace assay::engine
