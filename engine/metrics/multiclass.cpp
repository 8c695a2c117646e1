// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/classcurves.h"
#include "engine/metrics/confusionmetrics.h"
#include "engine/metrics/furthermulticlass.h"
#include "engine/metrics/intervals.h"
#include "engine/metrics/multiclassrescorer.h"
#include "engine/metrics/tasks.h"

#include <cmath>

namespace assay::engine {

namespace {

std::optional<double> defined(double value)
{
    return std::isnan(value) ? std::nullopt : std::optional(value);
}

std::vector<ClassMetrics> classMetrics(const std::vector<std::string> &labels, const MatrixRates &rates,
                                       const std::vector<double> &aucs)
{
    std::vector<ClassMetrics> classes;
    for (std::size_t k = 0; k < labels.size(); ++k) {
        const bool known = rates.support[k] > 0, said = rates.predicted[k] > 0;
        classes.push_back({.label = labels[k],
                           .support = rates.support[k],
                           .precision = said ? std::optional(rates.precision[k]) : std::nullopt,
                           .recall = known ? std::optional(rates.recall[k]) : std::nullopt,
                           .f1 = known || said ? std::optional(rates.f1[k]) : std::nullopt,
                           .rocAuc = defined(aucs[k])});
    }
    return classes;
}

void warnAboutClasses(const std::vector<std::string> &labels, const MatrixRates &rates, bool scored,
                      Evaluation &evaluation)
{
    std::vector<std::string> absent, unsaid;
    for (std::size_t k = 0; k < labels.size(); ++k) {
        if (rates.support[k] == 0)
            absent.push_back(labels[k]);
        else if (rates.predicted[k] == 0)
            unsaid.push_back(labels[k]);
    }
    if (!absent.empty())
        evaluation.warnings.push_back("No row is of class " + quotedList(absent) +
                                      ": averages of ROC AUC are undefined, recall counts as 0.");
    if (!unsaid.empty())
        evaluation.warnings.push_back("No row is predicted as " + quotedList(unsaid) +
                                      ": precision is undefined and counts as 0.");
    if (!rates.kappa)
        evaluation.warnings.emplace_back("Truth and prediction never vary: Cohen's kappa is undefined.");
    if (!scored)
        evaluation.warnings.emplace_back("There are no scores: ROC AUC and log loss are undefined.");
}

} // namespace

Result<void> evaluateMulticlass(const Predictions &predictions, const EvaluateOptions &options, const Context &context,
                                Evaluation &evaluation)
{
    const bool scored = predictions.scores.size() > 0;
    const DrawOrder order = drawByClass(predictions.truth, predictions.labels.size());
    const MulticlassRescorer rescorer(predictions, order);
    evaluation.labels = predictions.labels;
    evaluation.confusionMatrix = rescorer.confusion();
    const MatrixRates rates = matrixRates(evaluation.confusionMatrix);
    evaluation.perClass = classMetrics(predictions.labels, rates, rescorer.rocAucs());
    warnAboutClasses(predictions.labels, rates, scored, evaluation);
    const bool probabilities = !scored || (predictions.scores.minCoeff() >= 0 && predictions.scores.maxCoeff() <= 1);
    if (!probabilities)
        evaluation.warnings.emplace_back("Scores are not probabilities between 0 and 1: log loss is undefined.");
    const std::vector<double> values = scoreOnce(rescorer, order.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::string &name = rescorer.names()[i];
        evaluation.metrics.push_back({name, name == "log_loss" && !probabilities ? std::nullopt : defined(values[i])});
    }
    if (options.further) {
        addClassCurves(predictions, options.calibrationBins, evaluation);
        addFurtherMulticlass(predictions, rescorer, options.calibrationBins, evaluation);
    }
    if (!options.intervals)
        return {};
    addClassIntervals(predictions, rates, evaluation);
    const double trials =
        predictions.weights.empty() ? static_cast<double>(predictions.size()) : effectiveRows(predictions.weights);
    evaluation.intervals.emplace_back("accuracy", wilsonInterval(rates.accuracy, trials));
    return addBootstrapIntervals(rescorer, order, {"accuracy"}, options, context, evaluation);
}

} // namespace assay::engine
