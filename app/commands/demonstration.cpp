// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/demonstration.h"

#include <algorithm>
#include <array>

namespace assay::app {

namespace {

constexpr const char *target = "approved";
constexpr std::array models{"baseline", "logistic", "random_forest", "xgboost"};
constexpr int explainedRows = 1000;

const QStringList &protectedColumns()
{
    static const QStringList columns{QStringLiteral("sex"), QStringLiteral("age")};
    return columns;
}

/// Moves @p result into @p place, or keeps its error in @p error; true while all went well.
template<class T>
bool take(Result<T> result, T &place, Error &error)
{
    if (result)
        place = std::move(*result);
    else
        error = std::move(result.error());
    return result.has_value();
}

ui::TrainRequest request(const ui::DatasetPtr &data, const char *model)
{
    ui::TrainRequest request;
    request.data = data;
    request.task.target = target;
    request.task.drop = {"application_id", "applied_on"}; // they number and date the rows, and will not come again
    for (const QString &column : protectedColumns())
        request.task.protectedColumns.push_back(column.toStdString());
    request.model = QString::fromLatin1(model);
    request.experiment = QStringLiteral("Demo");
    return request;
}

Result<void> train(LocalWorkbench &workbench, const Context &context, Demonstration &demo)
{
    for (const char *model : models) {
        auto outcome = workbench.train(request(demo.data, model), context);
        if (!outcome)
            return Failure(outcome.error());
        demo.trained.push_back(std::move(*outcome));
    }
    return {};
}

std::vector<tracking::RunId> ids(const std::vector<ui::TrainOutcome> &outcomes)
{
    std::vector<tracking::RunId> runs;
    for (const ui::TrainOutcome &outcome : outcomes)
        runs.push_back(outcome.run);
    return runs;
}

std::size_t best(const ui::RunComparison &comparison)
{
    const std::string metric = engine::headline(engine::Task::Binary).metric;
    const auto score = [&](const ui::RunAnalysis &run) { return run.evaluation.metric(metric).value_or(0); };
    return static_cast<std::size_t>(std::ranges::max_element(comparison.runs, {}, score) - comparison.runs.begin());
}

} // namespace

Result<Demonstration> demonstrate(LocalWorkbench &workbench, const Context &context)
{
    Demonstration demo;
    Error error;
    const bool imported =
        take(workbench.import(QStringLiteral(":/samples/loans.csv"), {}, context), demo.data, error) &&
        take(workbench.import(QStringLiteral(":/samples/loans_later.csv"), {}, context), demo.later, error) &&
        take(workbench.profile(demo.data, QString::fromLatin1(target), context), demo.profile, error);
    if (!imported)
        return Failure(error);
    if (const auto trained = train(workbench, context, demo); !trained)
        return Failure(trained.error());
    const std::vector<tracking::RunId> runs = ids(demo.trained);
    if (!take(workbench.compare(runs, context), demo.comparison, error))
        return Failure(error);
    demo.best = best(demo.comparison);
    const tracking::RunId &winner = runs[demo.best];
    const ui::ReportRequest report{.runs = runs,
                                   .title = QStringLiteral("Who gets a loan?"),
                                   .protectedColumns = protectedColumns(),
                                   .driftReference = demo.data,
                                   .driftCurrent = demo.later};
    const bool looked =
        take(workbench.explain(winner, engine::ExplainMethod::Auto, explainedRows, context), demo.attribution, error) &&
        take(workbench.fairness(winner, protectedColumns(), {}, context), demo.fairness, error) &&
        take(workbench.drift(demo.data, demo.later, context), demo.drift, error) &&
        take(workbench.report(report, context), demo.report, error);
    if (!looked)
        return Failure(error);
    return demo;
}

} // namespace assay::app
