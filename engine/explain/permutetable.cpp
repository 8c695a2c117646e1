// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/random.h"
#include "engine/explain/methods.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace assay::engine {

namespace {

// Columns that any member of an ensemble, or of one inside it, reads.
void addFeatures(const Model &model, std::vector<std::string> &features)
{
    for (const auto &member : model.members())
        addFeatures(*member, features);
    for (const std::string &feature : model.preprocessor().sources()) {
        if (std::ranges::find(features, feature) == features.end())
            features.push_back(feature);
    }
}

Result<double> quality(const Model &model, const Table &table)
{
    Rows rows(table.rows());
    std::iota(rows.begin(), rows.end(), Row(0));
    const auto predictions = model.predictions(table, rows, {});
    if (!predictions)
        return Failure(predictions.error());
    return headlineQuality(*predictions);
}

Table withShuffled(const Table &table, const std::string &feature, Random random)
{
    Rows order(table.rows());
    std::iota(order.begin(), order.end(), Row(0));
    random.shuffle(std::span(order));
    std::vector<Column> columns;
    for (std::size_t i = 0; i < table.columnCount(); ++i)
        columns.push_back(table.column(i).name() == feature ? table.column(i).select(order) : table.column(i));
    return Table(std::move(columns));
}

} // namespace

Result<Attribution> explainByShuffledColumns(const Model &model, const Table &all, const Rows &rows, int repeats,
                                             const Context &context)
{
    const Table table = all.select(rows);
    const auto whole = quality(model, table);
    if (!whole)
        return Failure(whole.error());
    std::vector<std::string> features;
    addFeatures(model, features);
    struct Drop
    {
        std::string feature;
        double mean = 0, spread = 0;
    };
    std::vector<Drop> drops;
    for (std::size_t feature = 0; feature < features.size(); ++feature) {
        Vector values(std::max(1, repeats));
        for (Eigen::Index repeat = 0; repeat < values.size(); ++repeat) {
            if (context.cancelled())
                return cancelled();
            const auto shuffled = quality(
                model, withShuffled(table, features[feature],
                                    Random(context.seed, feature * 1'000'003 + static_cast<std::uint64_t>(repeat))));
            if (!shuffled)
                return Failure(shuffled.error());
            values[repeat] = *whole - *shuffled;
        }
        const double mean = values.mean();
        drops.push_back(
            {.feature = features[feature], .mean = mean, .spread = std::sqrt((values.array() - mean).square().mean())});
        context.progress("Shuffling features", static_cast<std::int64_t>(feature) + 1,
                         static_cast<std::int64_t>(features.size()));
    }
    std::ranges::stable_sort(drops, std::ranges::greater{}, &Drop::mean);
    Attribution attribution = attributionBy("permutation", features);
    attribution.values = Matrix(0, static_cast<Eigen::Index>(features.size()));
    for (const Drop &drop : drops) {
        attribution.meanAbs.emplace_back(drop.feature, drop.mean);
        attribution.spread.push_back(drop.spread);
    }
    addCells(attribution, all, rows);
    return attribution;
}

} // namespace assay::engine
