// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/predictionfile.h"

#include "app/commands/columnvalues.h"
#include "app/commands/labels.h"
#include "engine/fairness/bands.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_set>

namespace assay::app {

namespace {

using engine::Column;
using engine::Predictions;
using engine::Row;
using engine::Table;
using engine::Task;

constexpr const char *ownScorePrefix = "score_";

engine::Matrix oneColumn(const std::vector<double> &values)
{
    return Eigen::Map<const engine::Vector>(values.data(), static_cast<Eigen::Index>(values.size()));
}

Task guessTask(const Column &truth, const PredictionColumns &columns)
{
    if (!columns.probaPrefix.empty())
        return Task::Multiclass;
    if (!columns.score.empty() || truth.kind() == engine::Kind::Boolean)
        return Task::Binary;
    if (truth.kind() == engine::Kind::Real)
        return Task::Regression;
    if (truth.groups().labels.size() <= 2)
        return Task::Binary;
    return truth.isNumeric() ? Task::Regression : Task::Multiclass;
}

/// {negative, positive}, of the labels that occur.
Result<std::vector<std::string>> binaryLabels(const std::vector<std::string> &found, const PredictionColumns &columns)
{
    const std::string &wanted = columns.positive;
    if (found.size() > 2)
        return badColumn(
            "too_many_labels", columns.truth,
            "The column `{}` has {} labels ({}); a binary task has two: give --task multiclass or regression.",
            {columns.truth, std::to_string(found.size()), quotedList(found, 6)});
    const auto index = wanted.empty() ? found.size() - 1 : findLabel(found, wanted);
    if (found.size() == 2) {
        if (!index)
            return badColumn("unknown_label", columns.truth,
                             "The column `{}` has no label `{}` to be the positive one; it has {}.",
                             {columns.truth, wanted, quotedList(found)});
        return std::vector{found[1 - *index], found[*index]};
    }
    const std::string &only = found.front();
    const std::string opposite = oppositeLabel(only);
    if (wanted.empty() && opposite.starts_with("not "))
        return badColumn(
            "one_class", columns.truth,
            "The column `{}` has only the label `{}`: say with --positive which label is the positive one.",
            {columns.truth, only});
    const bool onlyIsPositive = wanted.empty() ? only == "1" || only == "true" : index.has_value();
    return onlyIsPositive ? std::vector{opposite, only} : std::vector{only, wanted.empty() ? opposite : wanted};
}

/// The score column, else the positive label's probability, else the predicted labels themselves.
Result<std::vector<double>> binaryScores(const Table &table, const PredictionColumns &columns,
                                         const Predictions &predictions)
{
    if (!columns.score.empty())
        return numbersOf(table, columns.score);
    if (!columns.probaPrefix.empty())
        return numbersOf(table, columns.probaPrefix + predictions.labels[1]);
    return predictions.predicted;
}

Result<void> fillBinary(const Table &table, const PredictionColumns &columns, Predictions &predictions)
{
    const auto truth = labelsOf(table, columns.truth);
    if (!truth)
        return Failure(truth.error());
    std::optional<Column::Groups> predicted;
    if (!columns.predicted.empty()) {
        auto groups = labelsOf(table, columns.predicted);
        if (!groups)
            return Failure(groups.error());
        predicted = std::move(*groups);
    }
    const bool extend = predicted && truth->labels.size() < 2;
    const auto labels = binaryLabels(extend ? unitedLabels(truth->labels, predicted->labels) : truth->labels, columns);
    if (!labels)
        return Failure(labels.error());
    predictions.labels = *labels;
    const auto codes = indicesOf(*truth, *labels, columns.truth);
    if (!codes)
        return Failure(codes.error());
    predictions.truth = *codes;
    if (predicted) {
        const auto chosen = indicesOf(*predicted, *labels, columns.predicted);
        if (!chosen)
            return Failure(chosen.error());
        predictions.predicted = *chosen;
    }
    const auto scores = binaryScores(table, columns, predictions);
    if (!scores)
        return Failure(scores.error());
    predictions.scores = oneColumn(*scores);
    return {};
}

Result<void> fillProbabilities(const Table &table, const PredictionColumns &columns, Predictions &predictions)
{
    const auto classes = static_cast<Eigen::Index>(predictions.labels.size());
    predictions.scores = engine::Matrix::Zero(static_cast<Eigen::Index>(table.rows()), classes);
    for (const std::string &name : columnsWithPrefix(table, columns.probaPrefix)) {
        const auto values = numbersOf(table, name);
        if (!values)
            return Failure(values.error());
        const auto label = findLabel(predictions.labels, name.substr(columns.probaPrefix.size()));
        predictions.scores.col(static_cast<Eigen::Index>(*label)) = oneColumn(*values);
    }
    return {};
}

Result<void> fillMulticlass(const Table &table, const PredictionColumns &columns, Predictions &predictions)
{
    const auto truth = labelsOf(table, columns.truth);
    if (!truth)
        return Failure(truth.error());
    std::vector<std::string> scored;
    for (const std::string &name :
         columns.probaPrefix.empty() ? std::vector<std::string>() : columnsWithPrefix(table, columns.probaPrefix))
        scored.push_back(name.substr(columns.probaPrefix.size()));
    predictions.labels = unitedLabels(truth->labels, scored);
    std::optional<Column::Groups> predicted;
    if (!columns.predicted.empty()) {
        auto groups = labelsOf(table, columns.predicted);
        if (!groups)
            return Failure(groups.error());
        predictions.labels = unitedLabels(predictions.labels, groups->labels);
        predicted = std::move(*groups);
    }
    predictions.truth = *indicesOf(*truth, predictions.labels, columns.truth);
    if (predicted)
        predictions.predicted = *indicesOf(*predicted, predictions.labels, columns.predicted);
    if (!columns.probaPrefix.empty())
        return fillProbabilities(table, columns, predictions);
    const auto rows = static_cast<Eigen::Index>(table.rows());
    predictions.scores = engine::Matrix::Zero(rows, static_cast<Eigen::Index>(predictions.labels.size()));
    for (Eigen::Index row = 0; row < rows; ++row)
        predictions.scores(row, static_cast<Eigen::Index>(predictions.predicted[static_cast<std::size_t>(row)])) = 1;
    return {};
}

Result<void> fillRegression(const Table &table, const PredictionColumns &columns, Predictions &predictions)
{
    const auto truth = numbersOf(table, columns.truth);
    if (!truth)
        return Failure(truth.error());
    const auto values = numbersOf(table, columns.predicted.empty() ? columns.score : columns.predicted);
    if (!values)
        return Failure(values.error());
    predictions.truth = *truth;
    predictions.scores = oneColumn(*values);
    return {};
}

Result<void> fillRowIds(const Table &table, const std::string &key, Predictions &predictions)
{
    const auto column = key.empty() ? Result<const Column *>(nullptr) : completeColumn(table, key);
    if (!column)
        return Failure(column.error());
    std::unordered_set<std::string> seen;
    predictions.rowIds.reserve(table.rows());
    for (std::size_t row = 0; row < table.rows(); ++row) {
        predictions.rowIds.push_back(*column ? (*column)->text(static_cast<Row>(row)) : std::to_string(row));
        if (*column && !seen.insert(predictions.rowIds.back()).second)
            return badColumn("duplicate_key", key,
                             "The key column `{}` has `{}` twice (again in data row {}); keys must be distinct.",
                             {key, predictions.rowIds.back(), std::to_string(row + 1)});
    }
    return {};
}

Result<void> fillWeights(const Table &table, const std::string &name, Predictions &predictions)
{
    if (name.empty())
        return {};
    auto weights = numbersOf(table, name);
    if (!weights)
        return Failure(weights.error());
    const auto bad = std::ranges::find_if(*weights, [](double w) { return !(w >= 0) || std::isinf(w); });
    if (bad != weights->end())
        return badColumn("bad_weight", name, "Data row {} has the weight {}; weights must be finite and not negative.",
                         {std::to_string(bad - weights->begin() + 1), std::to_string(*bad)});
    predictions.weights = std::move(*weights);
    return {};
}

Result<void> fillAttributes(const Table &table, const std::vector<std::string> &names, Predictions &predictions)
{
    for (const std::string &name : names) {
        const auto column = table.require(name);
        if (!column)
            return Failure(column.error());
        predictions.attributes.push_back(engine::banded(**column)); // ages are groups only in bands
    }
    return {};
}

/// Whether the columns that were named say what this task predicts.
Result<void> checkOutputs(const PredictionColumns &columns, Task task)
{
    const bool multiclass = task == Task::Multiclass && columns.probaPrefix.empty() && columns.predicted.empty();
    const bool regression = task == Task::Regression && columns.score.empty() && columns.predicted.empty();
    if (multiclass || regression)
        return failure(ErrorKind::Usage, "no_predictions",
                       "A {} task needs {} to say which column holds the predictions.",
                       {engine::name(task), multiclass ? "--proba or --y-pred" : "--y-pred"});
    return {};
}

Result<void> fillTask(const Table &table, const PredictionColumns &columns, Predictions &predictions)
{
    switch (predictions.task) {
    case Task::Binary:
        return fillBinary(table, columns, predictions);
    case Task::Multiclass:
        return fillMulticlass(table, columns, predictions);
    case Task::Regression:
        break;
    }
    return fillRegression(table, columns, predictions);
}

/// Whether a metric says how rows are ranked or how sure the model was.
bool needsScore(std::string_view name)
{
    constexpr std::array starts{"roc_",        "average_precision",
                                "ks",          "ece",
                                "mce",         "log_loss",
                                "brier",       "gini",
                                "pr_auc",      "youden",
                                "f1_best",     "precision_top",
                                "lift_top",    "recall_top",
                                "calibration", "top_"};
    return std::ranges::any_of(starts, [name](const char *start) { return name.starts_with(start); });
}

} // namespace

Result<PredictionColumns> withDefaults(const Table &table, PredictionColumns columns)
{
    if (columns.truth.empty())
        columns.truth = "y_true";
    if (!columns.score.empty() || !columns.predicted.empty() || !columns.probaPrefix.empty())
        return columns;
    if (table.find("y_score"))
        columns.score = "y_score";
    else if (!columnsWithPrefix(table, ownScorePrefix).empty())
        columns.probaPrefix = ownScorePrefix;
    else if (table.find("y_pred"))
        columns.predicted = "y_pred";
    else
        return failure(
            ErrorKind::Usage, "no_predictions",
            "Say which column holds the predictions, with --y-score, --y-pred or --proba; the columns are {}.",
            {quotedList(table.columnNames())});
    return columns;
}

Result<Predictions> predictionsFrom(const Table &table, const PredictionColumns &given)
{
    const auto columns = withDefaults(table, given);
    if (!columns)
        return Failure(columns.error());
    const auto truth = table.require(columns->truth);
    if (!truth)
        return Failure(truth.error());
    Predictions predictions;
    predictions.task = columns->task.value_or(guessTask(**truth, *columns));
    return checkOutputs(*columns, predictions.task)
        .and_then([&] { return fillTask(table, *columns, predictions); })
        .and_then([&] { return fillRowIds(table, columns->key, predictions); })
        .and_then([&] { return fillWeights(table, columns->weight, predictions); })
        .and_then([&] { return fillAttributes(table, columns->attributes, predictions); })
        .map([&] { return std::move(predictions); });
}

void removeScoreMetrics(engine::Evaluation &evaluation)
{
    if (evaluation.task == Task::Regression)
        return;
    for (engine::Metric &metric : evaluation.metrics) {
        if (needsScore(metric.name))
            metric.value.reset();
    }
    std::erase_if(evaluation.further, [](const engine::Metric &metric) { return needsScore(metric.name); });
    std::erase_if(evaluation.intervals, [](const auto &interval) { return needsScore(interval.first); });
    for (engine::ClassMetrics &metrics : evaluation.perClass) {
        metrics.rocAuc.reset();
        metrics.averagePrecision.reset();
        metrics.roc = {};
        metrics.pr = {};
        metrics.calibration = {};
        std::erase_if(metrics.intervals, [](const auto &interval) { return needsScore(interval.first); });
    }
    evaluation.roc = {};
    evaluation.pr = {};
    evaluation.calibration = {};
    evaluation.quantileCalibration = {};
    evaluation.gain = {};
    evaluation.warnings.push_back("Metrics and curves of scores are undefined: the file holds predicted labels only.");
}

} // namespace assay::app
