// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/compare/comparison.h"

#include "engine/compare/foldtests.h"
#include "engine/compare/pairing.h"
#include "engine/compare/pairtests.h"
#include "engine/compare/resampling.h"
#include "engine/compare/rowlosses.h"
#include "engine/compare/verdict.h"
#include "engine/metrics/multiclassrescorer.h"
#include "engine/metrics/tasks.h"

#include <algorithm>
#include <cmath>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

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

std::vector<std::string> usualMetrics(Task task)
{
    switch (task) {
    case Task::Binary:
        return {"roc_auc", "average_precision", "log_loss", "brier", "accuracy", "f1", "mcc"};
    case Task::Multiclass:
        return {"roc_auc_ovr_macro", "accuracy", "balanced_accuracy", "f1_macro", "log_loss"};
    case Task::Regression:
        break;
    }
    return {"rmse", "mae", "r2"};
}

Result<void> checkMetrics(Task task, const std::vector<std::string> &metrics)
{
    const std::vector<std::string> known = resampledMetrics(task);
    for (const std::string &metric : metrics) {
        if (std::ranges::find(known, metric) == known.end())
            return failure(ErrorKind::Usage, "unknown_metric", "There is no metric `{}` of {} models; there are {}.",
                           {metric, name(task), quotedList(known, 30)});
    }
    return {};
}

std::vector<std::string> metricsToResample(const AlignedModels &aligned, const CompareOptions &options)
{
    std::vector<std::string> names = options.bootstrapMetrics;
    if (names.empty())
        names = usualMetrics(aligned.predictions[0].task);
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

bool isRight(const Predictions &p, std::size_t row, double threshold)
{
    if (p.task == Task::Multiclass)
        return static_cast<double>(MulticlassRescorer::predictedClass(p, row)) == p.truth[row];
    const bool positive =
        p.predicted.empty() ? p.scores(static_cast<Eigen::Index>(row), 0) >= threshold : p.predicted[row] != 0;
    return positive == (p.truth[row] != 0);
}

using RightRows = std::vector<std::uint8_t>;

// Empty for a regression.
RightRows rightRows(const Predictions &p, double threshold)
{
    RightRows right;
    for (std::size_t i = 0; p.task != Task::Regression && i < p.size(); ++i)
        right.push_back(isRight(p, i, threshold) ? 1 : 0);
    return right;
}

McNemar compareDecisions(const RightRows &a, const RightRows &b)
{
    std::size_t rightA = 0, rightB = 0, both = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        rightA += a[i];
        rightB += b[i];
        both += a[i] & b[i];
    }
    return mcNemarTest(static_cast<double>(rightB - both), static_cast<double>(rightA - both));
}

// What pairs need of a model, computed once however many pairs it is in.
struct Prepared
{
    std::optional<Placements> placements; // none where DeLong's test does not apply
    RightRows right;
    std::vector<double> losses;
};

Prepared prepare(const Predictions &p, const CompareOptions &options)
{
    const auto positives = std::ranges::count(p.truth, 1.0);
    const bool applies = p.task == Task::Binary && p.scores.size() > 0 && p.weights.empty() && positives > 1 &&
                         positives + 1 < static_cast<std::ptrdiff_t>(p.size());
    Prepared prepared{.placements = {}, .right = rightRows(p, options.threshold), .losses = lossesOfRows(p)};
    if (applies)
        prepared.placements = placements({p.scores.data(), p.size()}, p.truth);
    return prepared;
}

// All that is asked of a block of aligned models.
struct Block
{
    const AlignedModels &aligned;
    const CompareOptions &options;
    std::vector<std::string> metrics;
    std::vector<Prepared> prepared;
    Resampled resampled;
    bool wilcoxon = false;
};

PairComparison comparePair(const Block &block, std::size_t i, std::size_t j)
{
    PairComparison pair;
    pair.a = block.aligned.models[i];
    pair.b = block.aligned.models[j];
    pair.rows = block.aligned.predictions[i].size();
    const Prepared &a = block.prepared[i], &b = block.prepared[j];
    if (a.placements && b.placements)
        pair.delong = deLongTest(*a.placements, *b.placements, block.options.level);
    if (!a.right.empty() && block.aligned.predictions[i].weights.empty())
        pair.mcnemar = compareDecisions(a.right, b.right);
    if (!a.losses.empty() && !b.losses.empty())
        pair.rowLosses = compareLosses(block.aligned.predictions[i].task, a.losses, b.losses, block.wilcoxon);
    for (const std::string &metric : block.metrics) {
        if (const auto difference = block.resampled.difference(i, j, metric))
            pair.bootstrap[metric] = *difference;
    }
    return pair;
}

Result<std::vector<PairComparison>> compareAligned(const AlignedModels &aligned, const CompareOptions &options,
                                                   const Context &context, std::vector<std::string> &warnings)
{
    constexpr std::size_t rowsToSort = 10'000'000; // over all pairs, for Wilcoxon's test
    std::vector<std::string> metrics = metricsToResample(aligned, options);
    auto resampled = Resampled::draw(aligned, metrics, options, context, warnings);
    if (!resampled)
        return tl::unexpected(resampled.error());
    std::vector<std::pair<std::size_t, std::size_t>> places;
    for (std::size_t i = 0; i < aligned.models.size(); ++i) {
        for (std::size_t j = i + 1; j < aligned.models.size(); ++j)
            places.emplace_back(i, j);
    }
    Block block{.aligned = aligned,
                .options = options,
                .metrics = std::move(metrics),
                .prepared = std::vector<Prepared>(aligned.models.size()),
                .resampled = std::move(*resampled),
                .wilcoxon = places.size() * aligned.predictions[0].size() <= rowsToSort};
    std::vector<PairComparison> pairs(places.size());
    tbb::task_arena arena(context.threadCount());
    arena.execute([&] {
        tbb::parallel_for(std::size_t(0), block.prepared.size(),
                          [&](std::size_t i) { block.prepared[i] = prepare(aligned.predictions[i], options); });
        tbb::parallel_for(std::size_t(0), pairs.size(), [&](std::size_t i) {
            if (!context.cancelled())
                pairs[i] = comparePair(block, places[i].first, places[i].second);
        });
    });
    if (context.cancelled())
        return cancelled();
    return pairs;
}

bool sameFolds(const ComparedModel &a, const ComparedModel &b)
{
    return a.foldScores.size() > 1 && a.foldScores.size() == b.foldScores.size() && a.foldKey == b.foldKey;
}

// Five repeats of two folds: in halves, a fold tests on as many rows as it trains on.
bool isFiveByTwo(const ComparedModel &model)
{
    return model.foldScores.size() == 10 && std::abs(model.foldTestOverTrain - 1) < 1e-9;
}

void compareFolds(const std::vector<ComparedModel> &models, const CompareOptions &options, Comparison &comparison)
{
    bool folded = false, different = false;
    for (PairComparison &pair : comparison.pairs) {
        const ComparedModel &a = models[pair.a], &b = models[pair.b];
        folded |= a.foldScores.size() > 1 || b.foldScores.size() > 1;
        if (!sameFolds(a, b)) {
            different = true;
            continue;
        }
        const bool larger = largerIsBetter(comparison.metric);
        pair.crossValidation = correctedT(a.foldScores, b.foldScores, a.foldTestOverTrain, options.level);
        pair.bayesian = bayesianT(a.foldScores, b.foldScores, a.foldTestOverTrain, comparison.rope, larger);
        if (isFiveByTwo(a))
            pair.fiveByTwo = fiveByTwo(a.foldScores, b.foldScores);
    }
    if (folded && different)
        comparison.warnings.emplace_back("Not all models were scored on the same folds (data, split and seed): where "
                                         "two were not, their predictions of the same rows are compared instead.");
}

// Models that were all scored on the same folds, ranked fold by fold.
void rankModels(const std::vector<ComparedModel> &models, Comparison &comparison)
{
    if (models.size() < 3 ||
        !std::ranges::all_of(models, [&](const ComparedModel &model) { return sameFolds(models[0], model); }))
        return;
    std::vector<std::vector<double>> scores;
    for (std::size_t fold = 0; fold < models[0].foldScores.size(); ++fold) {
        std::vector<double> block;
        for (const ComparedModel &model : models)
            block.push_back(model.foldScores[fold]);
        if (std::ranges::all_of(block, [](double score) { return std::isfinite(score); }))
            scores.push_back(std::move(block));
    }
    if (auto test = rankTest(comparison.metric, scores, largerIsBetter(comparison.metric)))
        comparison.ranking = std::move(*test);
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
    const Task task = models[0].predictions.task;
    if (const auto known = checkMetrics(task, options.bootstrapMetrics); !known)
        return tl::unexpected(known.error());
    Comparison comparison;
    comparison.metric = options.bootstrapMetrics.empty() ? headline(task).metric : options.bootstrapMetrics.front();
    comparison.level = options.level;
    comparison.rope = options.rope.value_or(usualRope(models, comparison.metric));
    comparison.adjustment = options.adjustment;
    for (const ComparedModel &model : models)
        comparison.models.push_back(model.name);
    const auto work = blocks(models);
    for (std::size_t i = 0; i < work.size(); ++i) {
        context.progress("compare", static_cast<std::int64_t>(i), static_cast<std::int64_t>(work.size()));
        auto aligned = align(models, work[i], comparison.warnings);
        if (!aligned)
            return tl::unexpected(aligned.error());
        auto pairs = compareAligned(*aligned, options, context, comparison.warnings);
        if (!pairs)
            return tl::unexpected(pairs.error());
        std::ranges::move(*pairs, std::back_inserter(comparison.pairs));
    }
    if (models[0].predictions.task == Task::Binary && !models[0].predictions.weights.empty())
        comparison.warnings.emplace_back("Rows are weighted: DeLong's test does not apply, the bootstrap decides.");
    compareFolds(models, options, comparison);
    rankModels(models, comparison);
    decide(comparison);
    return comparison;
}

} // namespace assay::engine
