// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/evaluation.h"

#include "engine/metrics/binaryrescorer.h"
#include "engine/metrics/intervals.h"
#include "engine/metrics/multiclassrescorer.h"
#include "engine/metrics/regressionrescorer.h"
#include "engine/metrics/tasks.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace assay::engine {

namespace {

Failure badRow(const Predictions &predictions, std::size_t row, const std::string &what)
{
    const std::string id =
        predictions.rowIds.size() == predictions.size() ? predictions.rowIds[row] : std::to_string(row + 1);
    return failure(ErrorKind::BadInput, "bad_predictions", "Row {} of the predictions {}.", {id, what});
}

bool isClass(double value, std::size_t classes)
{
    return value >= 0 && value < static_cast<double>(classes) && value == std::floor(value);
}

// Without a branch a row; which row it is only matters when one is wrong.
template<class Valid>
bool allOf(std::span<const double> values, Valid valid)
{
    bool good = true;
    for (const double value : values)
        good &= valid(value);
    return good;
}

bool isSound(const Predictions &p, std::size_t classes)
{
    const std::span<const double> scores(p.scores.data(), static_cast<std::size_t>(p.scores.size()));
    const auto finite = [](double value) { return std::abs(value) < HUGE_VAL; };
    const auto known = [](double value) { return value == value; };
    const auto weight = [](double value) { return (value >= 0) & (value < HUGE_VAL); };
    const auto binary = [](double value) { return (value == 0) | (value == 1); };
    if (classes == 0)
        return allOf(p.truth, finite) && allOf(p.predicted, finite) && allOf(scores, finite) &&
               allOf(p.weights, weight);
    return classes == 2 && allOf(p.truth, binary) && allOf(p.predicted, binary) && allOf(scores, known) &&
           allOf(p.weights, weight);
}

Result<void> checkShape(const Predictions &p)
{
    const auto n = static_cast<Eigen::Index>(p.size());
    if (p.size() == 0)
        return failure(ErrorKind::BadInput, "no_rows",
                       "There are no predictions to evaluate: at least one row is needed.");
    const Eigen::Index columns = p.task == Task::Multiclass ? static_cast<Eigen::Index>(p.labels.size()) : 1;
    if (p.scores.size() > 0 && (p.scores.rows() != n || p.scores.cols() != columns)) {
        return failure(ErrorKind::BadInput, "bad_predictions",
                       "There are {} × {} scores where {} × {} are needed, one row a row of the truth.",
                       {std::to_string(p.scores.rows()), std::to_string(p.scores.cols()), std::to_string(n),
                        std::to_string(columns)});
    }
    const bool fits =
        (p.predicted.empty() || p.predicted.size() == p.size()) && (p.weights.empty() || p.weights.size() == p.size());
    if (!fits)
        return failure(ErrorKind::BadInput, "bad_predictions",
                       "Predictions and weights need one value a row of the truth.");
    if (p.scores.size() == 0 && p.predicted.empty())
        return failure(ErrorKind::BadInput, "bad_predictions",
                       "The predictions have neither scores nor predicted values.");
    if (p.task == Task::Multiclass && p.labels.size() < 2)
        return failure(ErrorKind::BadInput, "bad_predictions", "A multiclass task needs at least two labels.");
    return {};
}

} // namespace

Result<void> checkPredictions(const Predictions &p)
{
    if (const auto shape = checkShape(p); !shape)
        return shape;
    const std::size_t classes = p.task == Task::Regression ? 0 : std::max<std::size_t>(2, p.labels.size());
    if (isSound(p, classes))
        return {};
    const auto valid = [&](double value) { return classes == 0 ? std::isfinite(value) : isClass(value, classes); };
    const std::string wanted = classes == 0 ? "a finite number" : "one of the classes";
    for (std::size_t i = 0; i < p.size(); ++i) {
        if (!valid(p.truth[i]))
            return badRow(p, i, "has no usable truth: it must be " + wanted);
        if (!p.predicted.empty() && !valid(p.predicted[i]))
            return badRow(p, i, "has no usable prediction: it must be " + wanted);
        if (!p.weights.empty() && !(std::isfinite(p.weights[i]) && p.weights[i] >= 0))
            return badRow(p, i, "has no usable weight: it must be a finite number of at least 0");
    }
    for (Eigen::Index i = 0; i < p.scores.size(); ++i) {
        const double score = p.scores.data()[i];
        if (std::isnan(score) || (p.task == Task::Regression && std::isinf(score)))
            return badRow(p, static_cast<std::size_t>(i / p.scores.cols()), "has no usable score: it must be a number");
    }
    return {};
}

Predictions selectRows(const Predictions &p, const Rows &rows)
{
    const auto pick = [&rows](const auto &values) {
        std::remove_cvref_t<decltype(values)> picked;
        if (values.empty())
            return picked;
        picked.reserve(rows.size());
        for (const Row row : rows)
            picked.push_back(values[row]);
        return picked;
    };
    Predictions selected{.task = p.task,
                         .rowIds = pick(p.rowIds),
                         .labels = p.labels,
                         .truth = pick(p.truth),
                         .scores = {},
                         .predicted = pick(p.predicted),
                         .weights = pick(p.weights),
                         .attributes = {}};
    if (p.scores.size() > 0) {
        selected.scores.resize(static_cast<Eigen::Index>(rows.size()), p.scores.cols());
        for (std::size_t i = 0; i < rows.size(); ++i)
            selected.scores.row(static_cast<Eigen::Index>(i)) = p.scores.row(rows[i]);
    }
    for (const Column &column : p.attributes)
        selected.attributes.push_back(column.select(rows));
    return selected;
}

std::optional<Predictions> withoutZeroWeights(const Predictions &predictions)
{
    if (std::ranges::find(predictions.weights, 0.0) == predictions.weights.end())
        return std::nullopt;
    Rows rows;
    for (std::size_t i = 0; i < predictions.size(); ++i) {
        if (predictions.weights[i] > 0)
            rows.push_back(static_cast<Row>(i));
    }
    return selectRows(predictions, rows);
}

std::unique_ptr<Rescorer> makeRescorer(const Predictions &predictions, const DrawOrder &order,
                                       std::vector<std::string> metrics, double threshold, int calibrationBins)
{
    switch (predictions.task) {
    case Task::Binary:
        return std::make_unique<BinaryRescorer>(
            predictions, order, std::move(metrics),
            BinaryRescorer::Options{.threshold = threshold, .calibrationBins = calibrationBins});
    case Task::Multiclass:
        return std::make_unique<MulticlassRescorer>(predictions, order);
    case Task::Regression:
        break;
    }
    return std::make_unique<RegressionRescorer>(predictions, order);
}

Result<void> addBootstrapIntervals(const Rescorer &rescorer, const DrawOrder &order,
                                   const std::vector<std::string> &without, const EvaluateOptions &options,
                                   const Context &context, Evaluation &evaluation)
{
    const int resamples = affordableResamples(order.size(), options.bootstrapResamples);
    if (resamples < options.bootstrapResamples)
        evaluation.warnings.push_back("Bootstrap intervals come from " + std::to_string(resamples) +
                                      " resamples, because there are many rows.");
    const std::array<const Rescorer *, 1> one{&rescorer};
    const auto values = bootstrap(order, one, resamples, context);
    if (!values)
        return tl::unexpected(values.error());
    for (std::size_t i = 0; i < rescorer.names().size(); ++i) {
        const std::string &name = rescorer.names()[i];
        if (std::ranges::find(without, name) != without.end() || !evaluation.metric(name))
            continue;
        const auto column = values->col(static_cast<Eigen::Index>(i));
        if (const auto interval = percentileInterval(std::vector<double>(column.begin(), column.end())))
            evaluation.intervals.emplace_back(name, *interval);
    }
    return {};
}

std::optional<double> Evaluation::metric(std::string_view name) const
{
    for (const std::vector<Metric> *list : {&metrics, &further}) {
        const auto it = std::ranges::find(*list, name, [](const Metric &m) { return std::string_view(m.name); });
        if (it != list->end())
            return it->value;
    }
    return std::nullopt;
}

const Interval *Evaluation::interval(std::string_view name) const
{
    const auto it = std::ranges::find(intervals, name, [](const auto &entry) { return std::string_view(entry.first); });
    return it == intervals.end() ? nullptr : &it->second;
}

Result<Evaluation> evaluate(const Predictions &predictions, const EvaluateOptions &options, const Context &context)
{
    if (const auto checked = checkPredictions(predictions); !checked)
        return tl::unexpected(checked.error());
    const std::optional<Predictions> kept = withoutZeroWeights(predictions);
    const Predictions &used = kept ? *kept : predictions;
    if (used.size() == 0)
        return failure(ErrorKind::BadInput, "no_rows",
                       "All rows of the predictions have weight 0: at least one must weigh more.");
    Evaluation evaluation;
    evaluation.task = used.task;
    evaluation.n = used.size();
    evaluation.threshold = options.threshold;
    const auto run = used.task == Task::Binary       ? evaluateBinary
                     : used.task == Task::Multiclass ? evaluateMulticlass
                                                     : evaluateRegression;
    if (const auto done = run(used, options, context, evaluation); !done)
        return tl::unexpected(done.error());
    return evaluation;
}

Headline headline(Task task)
{
    switch (task) {
    case Task::Binary:
        return {.metric = "roc_auc", .largerIsBetter = true};
    case Task::Multiclass:
        return {.metric = "roc_auc_ovr_macro", .largerIsBetter = true};
    case Task::Regression:
        break;
    }
    return {.metric = "rmse", .largerIsBetter = false};
}

} // namespace assay::engine
