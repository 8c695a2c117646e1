// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/compare/comparison.h"

#include "engine/compare/pairing.h"
#include "engine/compare/pairtests.h"
#include "engine/metrics/binaryrescorer.h"
#include "engine/metrics/multiclassrescorer.h"
#include "engine/metrics/tasks.h"

#include <algorithm>
#include <cmath>

namespace assay::engine {

namespace {

Result<void> checkModels(const std::vector<ComparedModel> &models)
{
    if (models.size() < 2)
        return failure(ErrorKind::Usage, "too_few_models", "Comparing needs at least two models, not {}.",
                       {std::to_string(models.size())});
    const Predictions &first = models[0].predictions;
    for (const ComparedModel &model : models) {
        if (model.predictions.task != first.task) {
            return failure(ErrorKind::BadInput, "different_tasks",
                           "{} is {} and {} is {}: only models of one task can be compared.",
                           {models[0].name, name(first.task), model.name, name(model.predictions.task)});
        }
        if (model.predictions.labels != first.labels) {
            return failure(
                ErrorKind::BadInput, "different_tasks",
                "{} predicts {} and {} predicts {}: the classes must be the same.",
                {models[0].name, quotedList(first.labels), model.name, quotedList(model.predictions.labels)});
        }
        if (const auto checked = checkPredictions(model.predictions); !checked)
            return checked;
    }
    return {};
}

bool areProbabilities(const Predictions &p)
{
    return p.scores.size() > 0 && p.scores.minCoeff() >= 0 && p.scores.maxCoeff() <= 1;
}

std::vector<std::string> metricsToResample(const AlignedModels &aligned, const CompareOptions &options)
{
    std::vector<std::string> names = options.bootstrapMetrics;
    if (names.empty()) {
        switch (aligned.predictions[0].task) {
        case Task::Binary:
            names = {"roc_auc", "average_precision", "log_loss", "brier", "accuracy", "f1", "mcc"};
            break;
        case Task::Multiclass:
            names = {"roc_auc_ovr_macro", "accuracy", "balanced_accuracy", "f1_macro", "log_loss"};
            break;
        case Task::Regression:
            names = {"rmse", "mae", "r2"};
            break;
        }
    }
    const bool probabilities = std::ranges::all_of(aligned.predictions, areProbabilities);
    std::erase_if(names, [&](const std::string &name) {
        return (name == "log_loss" || name == "brier" || name == "ece") && !probabilities;
    });
    const bool scored =
        std::ranges::all_of(aligned.predictions, [](const Predictions &p) { return p.scores.size() > 0; });
    std::erase_if(names, [&](const std::string &name) {
        return (name.starts_with("roc_auc") || name == "average_precision" || name == "ks") && !scored;
    });
    return names;
}

DrawOrder drawOrder(const Predictions &predictions)
{
    switch (predictions.task) {
    case Task::Binary:
        return drawRanked(predictions);
    case Task::Multiclass:
        return drawByClass(predictions.truth, predictions.labels.size());
    case Task::Regression:
        break;
    }
    return drawTogether(predictions.size());
}

// Every model's metrics once and on the same resamples: all pairs of aligned models read their differences from it.
struct Resampled
{
    std::vector<std::string> names;          ///< of a rescorer
    std::vector<std::vector<double>> points; ///< [models][names]
    Matrix values;                           ///< [resamples × models · names]

    std::vector<double> differences(std::size_t a, std::size_t b, std::size_t metric) const
    {
        const auto column = [&](std::size_t model) {
            return values.col(static_cast<Eigen::Index>(model * names.size() + metric));
        };
        const Vector difference = column(a) - column(b);
        return {difference.begin(), difference.end()};
    }
};

Result<Resampled> resample(const AlignedModels &aligned, const std::vector<std::string> &metrics,
                           const CompareOptions &options, const Context &context, std::vector<std::string> &warnings)
{
    const DrawOrder order = drawOrder(aligned.predictions[0]);
    std::vector<std::unique_ptr<Rescorer>> rescorers;
    std::vector<const Rescorer *> pointers;
    Resampled result;
    for (const Predictions &predictions : aligned.predictions) {
        rescorers.push_back(makeRescorer(predictions, order, metrics, options.threshold));
        pointers.push_back(rescorers.back().get());
        result.points.push_back(scoreOnce(*rescorers.back(), order.size()));
    }
    result.names = pointers[0]->names();
    const int resamples = affordableResamples(order.size(), options.resamples);
    if (resamples < options.resamples)
        warnings.push_back("Bootstrap differences come from " + std::to_string(resamples) +
                           " resamples, because there are many rows.");
    auto values = bootstrap(order, pointers, resamples, context);
    if (!values)
        return tl::unexpected(values.error());
    result.values = std::move(*values);
    return result;
}

bool isRight(const Predictions &p, std::size_t row, double threshold)
{
    if (p.task == Task::Multiclass)
        return static_cast<double>(MulticlassRescorer::predictedClass(p, row)) == p.truth[row];
    const bool positive =
        p.predicted.empty() ? p.scores(static_cast<Eigen::Index>(row), 0) >= threshold : p.predicted[row] != 0;
    return positive == (p.truth[row] != 0);
}

McNemar compareDecisions(const Predictions &a, const Predictions &b, double threshold)
{
    double n01 = 0, n10 = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const bool rightA = isRight(a, i, threshold), rightB = isRight(b, i, threshold);
        n01 += !rightA && rightB ? 1 : 0;
        n10 += rightA && !rightB ? 1 : 0;
    }
    return mcNemarTest(n01, n10);
}

// Empty for a model that DeLong's test does not apply to.
std::vector<std::optional<Placements>> placementsOf(const AlignedModels &aligned)
{
    std::vector<std::optional<Placements>> all;
    for (const Predictions &p : aligned.predictions) {
        const auto positives = std::ranges::count(p.truth, 1.0);
        const bool applies = p.task == Task::Binary && p.scores.size() > 0 && p.weights.empty() && positives > 1 &&
                             positives + 1 < static_cast<std::ptrdiff_t>(p.size());
        all.push_back(applies ? std::optional(placements({p.scores.data(), p.size()}, p.truth)) : std::nullopt);
    }
    return all;
}

Result<std::vector<PairComparison>> compareAligned(const std::vector<ComparedModel> &models,
                                                   const AlignedModels &aligned, const CompareOptions &options,
                                                   const Context &context, std::vector<std::string> &warnings)
{
    const std::vector<std::string> metrics = metricsToResample(aligned, options);
    const auto resampled = resample(aligned, metrics, options, context, warnings);
    if (!resampled)
        return tl::unexpected(resampled.error());
    const auto placed = placementsOf(aligned);
    std::vector<PairComparison> pairs;
    for (std::size_t i = 0; i < aligned.models.size(); ++i) {
        for (std::size_t j = i + 1; j < aligned.models.size(); ++j) {
            const ComparedModel &a = models[aligned.models[i]], &b = models[aligned.models[j]];
            PairComparison pair;
            pair.a = aligned.models[i];
            pair.b = aligned.models[j];
            pair.rows = aligned.predictions[i].size();
            if (placed[i] && placed[j])
                pair.delong = deLongTest(*placed[i], *placed[j], options.level);
            if (aligned.predictions[i].task != Task::Regression)
                pair.mcnemar = compareDecisions(aligned.predictions[i], aligned.predictions[j], options.threshold);
            pair.crossValidation = correctedT(a.foldScores, b.foldScores, a.foldTestOverTrain);
            for (std::size_t m = 0; m < resampled->names.size(); ++m) {
                const double difference = resampled->points[i][m] - resampled->points[j][m];
                if (std::ranges::find(metrics, resampled->names[m]) != metrics.end() && !std::isnan(difference))
                    pair.bootstrap[resampled->names[m]] =
                        bootstrapDifference(difference, resampled->differences(i, j, m), options.level);
            }
            pairs.push_back(std::move(pair));
        }
    }
    return pairs;
}

void adjust(std::vector<PairComparison> &pairs, const std::string &headlineMetric)
{
    std::vector<double> pValues;
    std::vector<PairComparison *> adjustable;
    for (PairComparison &pair : pairs) {
        const auto resampled = pair.bootstrap.find(headlineMetric);
        if (!pair.delong && resampled == pair.bootstrap.end())
            continue;
        pValues.push_back(pair.delong ? pair.delong->pValue : resampled->second.pValue);
        adjustable.push_back(&pair);
    }
    const std::vector<double> adjusted = holm(pValues);
    for (std::size_t i = 0; i < adjusted.size(); ++i)
        adjustable[i]->adjustedPValue = adjusted[i];
}

// All models at once where they share their rows, else pair by pair.
std::vector<std::vector<std::size_t>> blocks(const std::vector<ComparedModel> &models)
{
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < models.size(); ++i)
        all.push_back(i);
    if (sameRows(models))
        return {all};
    std::vector<std::vector<std::size_t>> pairs;
    for (std::size_t i = 0; i < models.size(); ++i) {
        for (std::size_t j = i + 1; j < models.size(); ++j)
            pairs.push_back({i, j});
    }
    return pairs;
}

} // namespace

Result<Comparison> compare(const std::vector<ComparedModel> &models, const CompareOptions &options,
                           const Context &context)
{
    if (const auto checked = checkModels(models); !checked)
        return tl::unexpected(checked.error());
    Comparison comparison;
    for (const ComparedModel &model : models)
        comparison.models.push_back(model.name);
    const auto work = blocks(models);
    for (std::size_t i = 0; i < work.size(); ++i) {
        context.progress("compare", static_cast<std::int64_t>(i), static_cast<std::int64_t>(work.size()));
        auto aligned = align(models, work[i], comparison.warnings);
        if (!aligned)
            return tl::unexpected(aligned.error());
        auto pairs = compareAligned(models, *aligned, options, context, comparison.warnings);
        if (!pairs)
            return tl::unexpected(pairs.error());
        std::ranges::move(*pairs, std::back_inserter(comparison.pairs));
    }
    if (models[0].predictions.task == Task::Binary && !models[0].predictions.weights.empty())
        comparison.warnings.emplace_back("Rows are weighted: DeLong's test does not apply, the bootstrap decides.");
    adjust(comparison.pairs, headline(models[0].predictions.task).metric);
    return comparison;
}

} // namespace assay::engine
