// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/random.h"
#include "engine/explain/methods.h"
#include "engine/metrics/evaluation.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace assay::engine {

namespace {

struct Drop
{
    std::string feature;
    double mean = 0;
    double spread = 0;
};

Result<double> quality(const Model &model, const MatrixRef &X, const Vector &truth)
{
    Predictions predictions{.task = model.target().task,
                            .rowIds = {},
                            .labels = model.target().labels,
                            .truth = {truth.begin(), truth.end()},
                            .scores = model.estimator().predict(X),
                            .predicted = {},
                            .weights = {},
                            .attributes = {}};
    return headlineQuality(predictions);
}

// All encoded columns of a feature change rows together.
void shuffleFeature(Matrix &X, const Matrix &original, const std::vector<FeatureColumn> &columns, std::size_t feature,
                    Random random)
{
    std::vector<Eigen::Index> order(static_cast<std::size_t>(X.rows()));
    std::iota(order.begin(), order.end(), Eigen::Index(0));
    random.shuffle(std::span(order));
    for (std::size_t j = 0; j < columns.size(); ++j) {
        if (columns[j].feature == feature)
            X.col(static_cast<Eigen::Index>(j)) = original(order, static_cast<Eigen::Index>(j));
    }
}

Drop summarised(const std::string &feature, const std::vector<double> &drops)
{
    const auto n = static_cast<double>(drops.size());
    const double mean = std::accumulate(drops.begin(), drops.end(), 0.0) / n;
    double squares = 0;
    for (const double drop : drops)
        squares += (drop - mean) * (drop - mean);
    return {.feature = feature, .mean = mean, .spread = std::sqrt(squares / n)};
}

// Only rows whose truth is known can tell how good predictions are.
Rows labelledAmong(const ExplainedRows &explained, std::vector<Eigen::Index> &places)
{
    const Column *target = explained.table.find(explained.model.target().column);
    Rows rows;
    for (std::size_t i = 0; target && i < explained.rows.size(); ++i) {
        if (target->isMissing(explained.rows[i]))
            continue;
        rows.push_back(explained.rows[i]);
        places.push_back(static_cast<Eigen::Index>(i));
    }
    return rows;
}

} // namespace

Result<double> headlineQuality(const Predictions &predictions)
{
    const auto evaluation = evaluate(predictions, {.intervals = false});
    if (!evaluation)
        return Failure(evaluation.error());
    const Headline best = headline(predictions.task);
    const auto value = evaluation->metric(best.metric);
    if (!value)
        return failure(ErrorKind::BadInput, "undefined_metric",
                       "Permutation importance needs `{}`, which is undefined on these rows: they lack a class.",
                       {best.metric});
    return best.largerIsBetter ? *value : -*value;
}

Result<Attribution> explainByPermutation(const ExplainedRows &explained, int repeats, const Context &context)
{
    std::vector<Eigen::Index> places;
    const Rows rows = labelledAmong(explained, places);
    const auto truth = explained.model.target().values(explained.table, rows);
    if (!truth)
        return Failure(truth.error());
    if (rows.empty())
        return failure(ErrorKind::BadInput, "target_missing",
                       "None of the rows to explain has a value of the target `{}`.",
                       {explained.model.target().column});
    const Matrix original = explained.X(places, Eigen::all);
    const auto whole = quality(explained.model, original, *truth);
    if (!whole)
        return Failure(whole.error());
    const std::vector<std::string> &features = explained.model.preprocessor().features();
    const auto total = static_cast<std::int64_t>(features.size());
    std::vector<Drop> drops;
    Matrix X = original;
    for (std::size_t feature = 0; feature < features.size(); ++feature) {
        std::vector<double> values;
        for (int repeat = 0; repeat < std::max(1, repeats); ++repeat) {
            if (context.cancelled())
                return cancelled();
            shuffleFeature(X, original, explained.model.preprocessor().columns(), feature,
                           Random(context.seed, feature * 1'000'003 + static_cast<std::uint64_t>(repeat)));
            const auto shuffled = quality(explained.model, X, *truth);
            if (!shuffled)
                return Failure(shuffled.error());
            values.push_back(*whole - *shuffled);
        }
        X = original;
        drops.push_back(summarised(features[feature], values));
        context.progress("Shuffling features", static_cast<std::int64_t>(feature) + 1, total);
    }
    std::ranges::stable_sort(drops, std::ranges::greater{}, &Drop::mean);
    Attribution attribution = attributionBy("permutation", features);
    attribution.values = Matrix(0, static_cast<Eigen::Index>(features.size()));
    for (const Drop &drop : drops) {
        attribution.meanAbs.emplace_back(drop.feature, drop.mean);
        attribution.spread.push_back(drop.spread);
    }
    addCells(attribution, {.model = explained.model, .table = explained.table, .rows = rows, .X = original});
    return attribution;
}

} // namespace assay::engine
