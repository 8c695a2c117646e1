// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/trainersearch.h"

namespace assay::app {

namespace {

Result<double> meanScore(const TrainPlan &plan, const Params &params, const std::vector<engine::Fold> &folds,
                         const Context &context)
{
    const std::string metric = engine::headline(plan.target.task).metric;
    double sum = 0;
    for (const engine::Fold &fold : folds) {
        if (context.cancelled())
            return cancelled();
        const auto model = plan.fit(params, fold.train, {}, context);
        if (!model)
            return Failure(model.error());
        const auto score = plan.score(**model, plan.table(), fold.test, metric);
        if (!score)
            return Failure(score.error());
        sum += *score / static_cast<double>(folds.size());
    }
    return sum;
}

} // namespace

Result<Choice> searchGrid(const TrainPlan &plan, const engine::Rows &train, const Context &context)
{
    const auto strata = plan.strata(train);
    if (!strata)
        return Failure(strata.error());
    const engine::SplitSpec inner{
        .rule = engine::SplitRule::KFold, .folds = plan.request->split.innerFolds, .column = {}};
    const auto folds = engine::split(plan.table(), train, *strata, inner, plan.seed);
    if (!folds)
        return Failure(folds.error());
    const auto all = combinations(plan.request->grid);
    const bool larger = engine::headline(plan.target.task).largerIsBetter;
    // What candidates tell while they are fitted is no part of the run, which is that of the one chosen.
    const Context silent{.observer = nullptr, .stop = context.stop, .threads = context.threads, .seed = context.seed};
    Choice best;
    std::optional<double> highest;
    for (std::size_t i = 0; i < all.size(); ++i) {
        context.progress("search", static_cast<std::int64_t>(i), static_cast<std::int64_t>(all.size()));
        Params params = plan.params;
        for (const auto &[name, value] : all[i])
            params[name] = value;
        auto resolved = resolveParams(plan.estimator->params, params);
        if (!resolved)
            return Failure(resolved.error());
        const auto score = meanScore(plan, *resolved, *folds, silent);
        if (!score)
            return Failure(score.error());
        best.scores.push_back(*score);
        if (highest && !(larger ? *score > *highest : *score < *highest))
            continue;
        highest = *score;
        best.values = all[i];
        best.params = std::move(*resolved);
    }
    return best;
}

} // namespace assay::app
