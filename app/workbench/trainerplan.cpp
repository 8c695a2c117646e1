// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/trainerplan.h"

#include <QStringList>
#include <algorithm>

namespace assay::app {

namespace {

Failure unsupportedTask(const engine::EstimatorInfo &estimator, engine::Task task)
{
    std::vector<std::string> able;
    for (const engine::EstimatorInfo &info : engine::estimators()) {
        if (std::ranges::find(info.tasks, task) != info.tasks.end())
            able.push_back(info.id);
    }
    return failure(ErrorKind::BadInput, "task_not_supported", "The model `{}` does not do {}; {} do.",
                   {estimator.id, engine::name(task), quotedList(able)});
}

Result<void> checkGrid(const TrainPlan &plan)
{
    constexpr std::size_t most = 500;
    const auto &grid = plan.request->grid;
    const bool nested = !plan.request->test && plan.request->split.rule == engine::SplitRule::Nested;
    if (nested && grid.empty())
        return failure(ErrorKind::Usage, "bad_grid",
                       "A nested split chooses parameters in its inner folds: give a grid of values to choose from.");
    if (!nested && !grid.empty())
        return failure(ErrorKind::Usage, "bad_grid",
                       "A grid of values needs a nested split, such as nested:5x3, so that choosing and judging use "
                       "different rows.");
    std::size_t size = 1;
    for (const auto &[name, values] : grid) {
        if (values.empty())
            return failure(ErrorKind::Usage, "bad_grid", "The grid has no value of `{}` to choose from.", {name});
        size *= values.size();
        if (size > most)
            return failure(ErrorKind::Usage, "bad_grid", "The grid has more than {} combinations.",
                           {std::to_string(most)});
    }
    for (const Params &choice : combinations(grid)) {
        Params given = plan.request->params;
        for (const auto &[name, value] : choice)
            given[name] = value;
        if (auto resolved = resolveParams(plan.estimator->params, given); !resolved)
            return Failure(resolved.error());
    }
    return {};
}

Result<void> resolveData(TrainPlan &plan)
{
    const ui::TrainRequest &request = *plan.request;
    const std::string file = request.data->path.toStdString();
    auto target = engine::resolveTarget(plan.table(), request.task);
    if (!target)
        return Failure(at(Failure(target.error()), file));
    plan.target = std::move(*target);
    if (std::ranges::find(plan.estimator->tasks, plan.target.task) == plan.estimator->tasks.end())
        return unsupportedTask(*plan.estimator, plan.target.task);
    if (auto balance = engine::checkBalance(request.fit.balance, plan.target.task); !balance)
        return balance;
    auto features = engine::featureColumns(plan.table(), request.task);
    if (!features)
        return Failure(at(Failure(features.error()), file));
    plan.features = std::move(*features);
    return {};
}

Result<void> divide(TrainPlan &plan)
{
    const ui::TrainRequest &request = *plan.request;
    const engine::Rows rows = engine::labelledRows(plan.table(), plan.target.column);
    if (request.test) {
        if (const auto column = request.test->table().require(plan.target.column); !column)
            return Failure(at(Failure(column.error()), request.test->path.toStdString()));
        plan.folds = {{.train = rows, .test = engine::labelledRows(request.test->table(), plan.target.column)}};
        return {};
    }
    const auto strata = plan.strata(rows);
    if (!strata)
        return Failure(strata.error());
    auto folds = engine::split(plan.table(), rows, *strata, request.split, plan.seed);
    if (!folds)
        return Failure(at(Failure(folds.error()), request.data->path.toStdString()));
    plan.folds = std::move(*folds);
    return {};
}

} // namespace

Result<TrainPlan> planOf(const ui::TrainRequest &request, std::uint64_t seed)
{
    TrainPlan plan;
    plan.request = &request;
    plan.seed = seed;
    const auto estimator = engine::findEstimator(request.model.toStdString());
    if (!estimator)
        return Failure(estimator.error());
    plan.estimator = *estimator;
    auto params = resolveParams(plan.estimator->params, request.params);
    if (!params)
        return Failure(params.error());
    plan.params = std::move(*params);
    return checkGrid(plan).and_then([&] { return resolveData(plan); }).and_then([&] { return divide(plan); }).map([&] {
        return std::move(plan);
    });
}

Result<std::vector<std::int32_t>> TrainPlan::strata(const engine::Rows &rows) const
{
    std::vector<std::int32_t> codes;
    if (target.task == engine::Task::Regression)
        return codes;
    const auto values = target.values(table(), rows);
    if (!values)
        return Failure(values.error());
    codes.assign(values->begin(), values->end());
    return codes;
}

Result<std::shared_ptr<const engine::Model>> TrainPlan::fit(const Params &chosen, const engine::Rows &train,
                                                            const engine::Rows &watched, const Context &context) const
{
    engine::FitOptions options = request->fit;
    options.weight = request->task.weight;
    return engine::fitModel(*estimator, chosen, table(), target, features, train, watched, options, context);
}

Result<double> TrainPlan::score(const engine::Model &model, const engine::Table &from, const engine::Rows &rows,
                                const std::string &metric) const
{
    const auto predictions = model.predictions(from, rows, {}, request->task.weight);
    if (!predictions)
        return Failure(predictions.error());
    const auto evaluation = engine::evaluate(*predictions, {.threshold = request->threshold, .intervals = false});
    if (!evaluation)
        return Failure(evaluation.error());
    if (const auto value = evaluation->metric(metric))
        return *value;
    std::vector<std::string> known;
    for (const engine::Metric &one : evaluation->metrics) {
        if (one.value)
            known.push_back(one.name);
    }
    return failure(ErrorKind::BadInput, "undefined_metric", "The metric `{}` is undefined on these rows; there are {}.",
                   {metric, quotedList(known, 30)});
}

std::vector<Params> combinations(const std::map<std::string, std::vector<ParamValue>> &grid)
{
    std::vector<Params> all{{}};
    for (const auto &[name, values] : grid) {
        std::vector<Params> longer;
        for (const Params &start : all) {
            for (const ParamValue &value : values) {
                longer.push_back(start);
                longer.back()[name] = value;
            }
        }
        all = std::move(longer);
    }
    return all;
}

QString assignmentsText(const Params &params)
{
    QStringList words;
    for (const auto &[name, value] : params)
        words << QString::fromStdString(name + '=' + toText(value));
    return words.join(QStringLiteral(", "));
}

} // namespace assay::app
