// SPDX-License-Identifier: GPL-3.0-or-later
// The part of LocalWorkbench that does a run again.
#include "app/workbench/rerun.h"

#include "app/workbench/localworkbench.h"
#include "app/workbench/runfacts.h"
#include "app/workbench/trainer.h"
#include "app/workbench/trainerrecipe.h"

#include <QFileInfo>
#include <algorithm>

namespace assay::app {

namespace {

QString againName(const tracking::Run &run)
{
    const QString suffix = QStringLiteral(" (rerun)");
    return run.name.endsWith(suffix) ? run.name : run.name + suffix;
}

Failure dataMissing(const tracking::DatasetInput &input, const QString &path, const char *option)
{
    return at(failure(ErrorKind::NotFound, "data_missing",
                      "The {} data of the run are not at `{}` any more; say where they are with {}.",
                      {input.role.toStdString(), path.toStdString(), option}),
              path.toStdString());
}

Failure dataChanged(const tracking::DatasetInput &input, const ui::Dataset &data)
{
    const auto shape = [](qint64 rows, qint64 columns) {
        return std::to_string(rows) + " rows and " + std::to_string(columns) + " columns";
    };
    const auto rows = static_cast<qint64>(data.table().rows()),
               columns = static_cast<qint64>(data.table().columnCount());
    const bool sameShape = rows == input.rows && columns == input.columns;
    const std::string what = sameShape
                                 ? "has the same " + shape(rows, columns) + " but other values"
                                 : "has " + shape(rows, columns) + " instead of " + shape(input.rows, input.columns);
    return at(failure(ErrorKind::BadInput, "data_changed",
                      "The file `{}` is not the {} data of the run: it {} (digest {} instead of {}); put the original "
                      "back, or say where it is.",
                      {data.path.toStdString(), input.role.toStdString(), what, data.table().digest().substr(0, 19),
                       input.digest.left(19).toStdString()}),
              data.path.toStdString());
}

/// The tag is "1" for the first.
Result<std::size_t> foldIndex(const tracking::Run &run)
{
    bool ok = false;
    const int fold = tagOf(run, QStringLiteral("fold")).toInt(&ok);
    if (ok && fold > 0)
        return static_cast<std::size_t>(fold - 1);
    return failure(ErrorKind::Refused, "no_recipe", "The run `{}` does not say which fold it is.",
                   {run.name.toStdString()});
}

} // namespace

std::optional<ui::EnsembleRequest> ensembleRequestOf(const tracking::RunDetails &run)
{
    const auto method = run.run.params.find("method");
    if (run.run.model != QLatin1String("ensemble") || method == run.run.params.end())
        return {};
    ui::EnsembleRequest request;
    request.stacked = toText(method->second) == "stacking";
    request.name = againName(run.run);
    request.experiment = run.run.experiment;
    for (int i = 1;; ++i) {
        const QString member = tagOf(run.run, QStringLiteral("member.%1").arg(i));
        if (member.isEmpty())
            break;
        request.runs.push_back({member});
    }
    for (const QString &weight : tagOf(run.run, QStringLiteral("weights")).split(u',', Qt::SkipEmptyParts))
        request.weights.push_back(weight.toDouble());
    return request;
}

Result<ui::DatasetPtr> LocalWorkbench::inputAgain(const tracking::RunDetails &run, const QString &role,
                                                  const QString &given, const Context &context)
{
    const tracking::DatasetInput *input = inputOfRole(run, role);
    if (!input)
        return failure(ErrorKind::NotFound, "data_missing", "The run `{}` does not say which data it was made on.",
                       {run.run.name.toStdString()});
    const QString path = given.isEmpty() ? input->path : given;
    const bool isTest = role == QLatin1String("test");
    if (!QFileInfo::exists(path))
        return dataMissing(*input, path, isTest ? "--test FILE" : "--data FILE");
    const auto json = parseJson(input->readOptions.toStdString());
    auto data = m_datasets.import(path, json ? engine::readOptionsFromJson(*json) : engine::ReadOptions{}, context);
    if (data && QString::fromStdString((*data)->table().digest()) != input->digest)
        return dataChanged(*input, **data);
    return data;
}

Result<ui::TrainOutcome> LocalWorkbench::trainAgain(const tracking::RunDetails &run, const RerunFiles &files,
                                                    const Context &context, const RunOpened &opened)
{
    const bool isFold = !run.run.parent.isNull() && !tagOf(run.run, QStringLiteral("fold")).isEmpty();
    auto whole = isFold ? m_store->details(run.run.parent) : Result<tracking::RunDetails>(run);
    if (!whole)
        return Failure(whole.error());
    auto recipe = recipeOf(*m_store, *whole);
    if (!recipe)
        return Failure(recipe.error());
    ui::TrainRequest &request = recipe->request;
    auto data = inputAgain(run, QStringLiteral("train"), files.data, context);
    if (!data)
        return Failure(data.error());
    request.data = *data;
    if (inputOfRole(run, QStringLiteral("test"))) {
        auto test = inputAgain(run, QStringLiteral("test"), files.test, context);
        if (!test)
            return Failure(test.error());
        request.test = *test;
    }
    request.name = againName(run.run);
    request.experiment = run.run.experiment;
    request.parent = whole->run.parent.value;
    request.tags[QLatin1String(rerunTag)] = run.run.id.value;
    Context seeded = context;
    seeded.seed = recipe->seed;
    if (isFold) {
        // On its own, without the others.
        const auto fold = foldIndex(run.run);
        if (!fold)
            return Failure(fold.error());
        recipe->fold = *fold;
        request.tags[QStringLiteral("fold")] = QString::number(*fold + 1);
    }
    Trainer trainer(*m_store, request, seeded);
    return recipe->fold ? trainer.runFold(*recipe->fold, opened) : trainer.run(opened);
}

Result<ui::RerunOutcome> LocalWorkbench::rerun(const tracking::RunId &run, const Context &context,
                                               const std::function<void(const tracking::RunId &)> &opened)
{
    return rerun(run, {}, context, opened);
}

Result<ui::RerunOutcome> LocalWorkbench::rerun(const tracking::RunId &run, const RerunFiles &files,
                                               const Context &context, const RunOpened &opened)
{
    const auto before = m_store->details(run);
    if (!before)
        return Failure(before.error());
    const auto members = ensembleRequestOf(*before);
    auto outcome = members ? ensemble(*members, context, opened) : trainAgain(*before, files, context, opened);
    if (!outcome)
        return Failure(outcome.error());
    if (members)
        if (auto tagged = m_store->setTag(outcome->run, QLatin1String(rerunTag), run.value); !tagged)
            return Failure(tagged.error());
    const auto after = m_store->details(outcome->run);
    if (!after)
        return Failure(after.error());
    const auto changes = metricChanges(*m_store, *before, *after);
    if (!changes)
        return Failure(changes.error());
    ui::RerunOutcome result{.outcome = std::move(*outcome), .identical = changes->empty() && hasMetrics(*before)};
    for (const MetricChange &change : *changes)
        result.changedMetrics << change.metric;
    result.changedInputs = inputChanges(*before, *after);
    return result;
}

} // namespace assay::app
