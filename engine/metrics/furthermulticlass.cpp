// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/furthermulticlass.h"

#include "engine/metrics/calibrationerrors.h"
#include "engine/metrics/ranking.h"

#include <array>
#include <cmath>

namespace assay::engine {

namespace {

using Value = std::optional<double>;
using Counts = std::vector<std::vector<double>>;

double weightOf(const Predictions &p, std::size_t row)
{
    return p.weights.empty() ? 1 : p.weights[row];
}

// Disagreement weighted by its distance in the order of the labels, to the power given.
Value weightedKappa(const Counts &matrix, int power)
{
    const std::size_t classes = matrix.size();
    std::vector<double> truth(classes, 0), said(classes, 0);
    double all = 0, observed = 0, expected = 0;
    for (std::size_t i = 0; i < classes; ++i) {
        for (std::size_t j = 0; j < classes; ++j) {
            truth[i] += matrix[i][j];
            said[j] += matrix[i][j];
            all += matrix[i][j];
        }
    }
    for (std::size_t i = 0; i < classes; ++i) {
        for (std::size_t j = 0; j < classes; ++j) {
            const double distance = std::pow(static_cast<double>(i > j ? i - j : j - i), power);
            observed += distance * matrix[i][j];
            expected += distance * truth[i] * said[j] / all;
        }
    }
    return expected > 0 ? Value(1 - observed / expected) : std::nullopt;
}

// The overlap of truth and prediction, over classes in either.
double macroJaccard(const Counts &matrix)
{
    double sum = 0, seen = 0;
    for (std::size_t k = 0; k < matrix.size(); ++k) {
        double either = -matrix[k][k];
        for (std::size_t j = 0; j < matrix.size(); ++j)
            either += matrix[k][j] + matrix[j][k];
        sum += either > 0 ? matrix[k][k] / either : 0;
        seen += either > 0 ? 1 : 0;
    }
    return sum / seen;
}

// Every score of every class as one binary task.
RankingMetrics flattened(const Predictions &p)
{
    const auto classes = static_cast<std::size_t>(p.scores.cols());
    std::vector<double> truth(p.size() * classes, 0), weights;
    for (std::size_t i = 0; i < p.size(); ++i) {
        truth[i * classes + static_cast<std::size_t>(p.truth[i])] = 1;
        if (!p.weights.empty())
            weights.insert(weights.end(), classes, p.weights[i]);
    }
    const std::span<const double> scores(p.scores.data(), truth.size());
    return rankingMetrics(rankScores(scores, truth, weights, false));
}

struct RowSums
{
    double all = 0, brier = 0;
    std::array<double, 3> hits{};
    std::vector<double> confidences, outcomes;
};

constexpr std::array<std::size_t, 3> tops{2, 3, 5};

// Classes that come before @p truth; of equal scores the later label comes first, as in scikit-learn.
std::size_t rankOfTruth(const Predictions &p, Eigen::Index row, Eigen::Index truth)
{
    std::size_t before = 0;
    for (Eigen::Index k = 0; k < p.scores.cols(); ++k) {
        const double other = p.scores(row, k), own = p.scores(row, truth);
        before += other > own || (other == own && k > truth) ? 1 : 0;
    }
    return before;
}

RowSums sumRows(const Predictions &p)
{
    RowSums sums;
    for (std::size_t i = 0; i < p.size(); ++i) {
        const auto row = static_cast<Eigen::Index>(i);
        const auto truth = static_cast<Eigen::Index>(p.truth[i]);
        const double weight = weightOf(p, i);
        sums.all += weight;
        for (Eigen::Index k = 0; k < p.scores.cols(); ++k)
            sums.brier += weight * std::pow(p.scores(row, k) - (k == truth ? 1 : 0), 2);
        const std::size_t rank = rankOfTruth(p, row, truth);
        for (std::size_t t = 0; t < tops.size(); ++t)
            sums.hits[t] += rank < tops[t] ? weight : 0;
        Eigen::Index best = 0;
        sums.confidences.push_back(p.scores.row(row).maxCoeff(&best));
        sums.outcomes.push_back(best == truth ? 1 : 0);
    }
    return sums;
}

void addAveragePrecision(const std::vector<ClassMetrics> &classes, Value micro, Evaluation &e)
{
    double sum = 0, weighted = 0, all = 0;
    bool complete = true;
    for (const ClassMetrics &entry : classes) {
        complete = complete && entry.averagePrecision;
        sum += entry.averagePrecision.value_or(0);
        weighted += entry.support * entry.averagePrecision.value_or(0);
        all += entry.support;
    }
    const auto count = static_cast<double>(classes.size());
    e.further.push_back({"average_precision_macro", complete ? Value(sum / count) : std::nullopt});
    e.further.push_back({"average_precision_weighted", complete ? Value(weighted / all) : std::nullopt});
    e.further.push_back({"average_precision_micro", micro});
}

void addProbabilities(const Predictions &p, int bins, Evaluation &e)
{
    const RowSums sums = sumRows(p);
    for (std::size_t t = 0; t < tops.size(); ++t) {
        if (tops[t] < p.labels.size())
            e.further.push_back({"top_" + std::to_string(tops[t]) + "_accuracy", sums.hits[t] / sums.all});
    }
    if (p.scores.minCoeff() < 0 || p.scores.maxCoeff() > 1)
        return;
    const CalibrationErrors errors = calibrationErrors(sums.confidences, sums.outcomes, p.weights, bins);
    e.further.push_back({"brier", sums.brier / sums.all});
    e.further.push_back({"ece_top_label", errors.mean});
    e.further.push_back({"mce_top_label", errors.largest});
}

} // namespace

void addFurtherMulticlass(const Predictions &predictions, const MulticlassRescorer &rescorer, int calibrationBins,
                          Evaluation &evaluation)
{
    const Counts &matrix = evaluation.confusionMatrix;
    evaluation.further = {{"jaccard_macro", macroJaccard(matrix)},
                          {"cohen_kappa_linear", weightedKappa(matrix, 1)},
                          {"cohen_kappa_quadratic", weightedKappa(matrix, 2)}};
    if (predictions.scores.size() == 0)
        return;
    const RankingMetrics all = flattened(predictions);
    evaluation.further.push_back({"roc_auc_ovo_weighted", rescorer.rocAucOvoWeighted()});
    evaluation.further.push_back({"roc_auc_micro", all.rocAuc});
    addAveragePrecision(evaluation.perClass, all.averagePrecision, evaluation);
    addProbabilities(predictions, calibrationBins, evaluation);
}

} // namespace assay::engine
