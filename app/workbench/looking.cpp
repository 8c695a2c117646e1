// SPDX-License-Identifier: GPL-3.0-or-later
// The part of LocalWorkbench that looks back at runs: everything here derives from what a run kept, and from its data
// where rows are needed.
#include "app/workbench/localworkbench.h"

#include "app/workbench/predictionsjson.h"
#include "app/workbench/runfacts.h"
#include "engine/fairness/bands.h"

#include <algorithm>

namespace assay::app {

namespace {

/// At most @p count of @p n places, evenly spaced.
std::vector<std::size_t> evenly(std::size_t n, int count)
{
    std::vector<std::size_t> places;
    const std::size_t taken = std::min(n, static_cast<std::size_t>(std::max(1, count)));
    for (std::size_t i = 0; i < taken; ++i)
        places.push_back(i * n / taken);
    return places;
}

/// What was read of a file of the run; a mistake in it names the file.
template<class Value>
Result<Value> keptWhole(Result<Value> read, const char *file, const tracking::RunId &run)
{
    if (read)
        return read;
    return at(failure(read.error().kind, read.error().code,
                      "The artifact {} of the run {} is not what training wrote: {}",
                      {file, run.value.left(8).toStdString(), read.error().message}),
              file);
}

} // namespace

Result<engine::Predictions> LocalWorkbench::predictions(const tracking::RunDetails &details) const
{
    if (std::ranges::find(details.artifacts, QStringLiteral("predictions.json"), &tracking::Artifact::name) ==
        details.artifacts.end())
        return failure(ErrorKind::NotFound, "no_predictions", "The run `{}` keeps no predictions: it is {}.",
                       {details.run.name.toStdString(), name(details.run.status).toStdString()});
    const auto bytes = m_store->artifact(details.run.id, QStringLiteral("predictions.json"));
    if (!bytes)
        return Failure(bytes.error());
    return keptWhole(parseJson(bytes->toStdString()).and_then(predictionsFromJson), "predictions.json", details.run.id);
}

Result<std::shared_ptr<const engine::Model>> LocalWorkbench::model(const tracking::RunId &run) const
{
    const auto bytes = m_store->artifact(run, QStringLiteral("model.json"));
    if (!bytes && bytes.error().code == "unknown_artifact")
        return failure(ErrorKind::NotFound, "no_model",
                       "The run {} keeps no model; choose one of its folds, or a run trained on one split.",
                       {run.value.left(8).toStdString()});
    if (!bytes)
        return Failure(bytes.error());
    auto model = parseJson(bytes->toStdString()).and_then(engine::Model::fromJson);
    return keptWhole(std::move(model), "model.json", run);
}

Result<ui::RunAnalysis> LocalWorkbench::analysis(const tracking::RunId &run, const Context &context)
{
    auto details = m_store->details(run);
    if (!details)
        return Failure(details.error());
    auto kept = predictions(*details);
    if (!kept)
        return Failure(kept.error());
    auto evaluation = engine::evaluate(*kept, {.threshold = thresholdOf(details->run), .further = true}, context);
    if (!evaluation)
        return Failure(evaluation.error());
    return ui::RunAnalysis{
        .details = std::move(*details), .predictions = std::move(*kept), .evaluation = std::move(*evaluation)};
}

Result<engine::FairnessReport> LocalWorkbench::fairness(const tracking::RunId &run, const QStringList &attributes,
                                                        const std::map<QString, QString> &privileged, const Context &)
{
    const auto details = m_store->details(run);
    if (!details)
        return Failure(details.error());
    auto kept = predictions(*details);
    if (!kept)
        return Failure(kept.error());
    engine::FairnessOptions options{.threshold = thresholdOf(details->run)};
    for (const auto &[attribute, group] : privileged)
        options.privileged[attribute.toStdString()] = group.toStdString();
    std::vector<std::string> names;
    for (const QString &attribute : attributes)
        names.push_back(attribute.toStdString());
    for (engine::Column &column : kept->attributes) {
        if (std::ranges::find(names, column.name()) != names.end())
            column = engine::banded(column);
    }
    return engine::fairness(*kept, names, options);
}

Result<ui::DatasetPtr> LocalWorkbench::input(const tracking::RunDetails &details, const QString &role,
                                             const Context &context)
{
    if (const auto *input = inputOfRole(details, role))
        return m_datasets.reread(*input, context);
    return failure(ErrorKind::NotFound, "no_data", "The run `{}` does not say which data it was made on.",
                   {details.run.name.toStdString()});
}

Result<ui::DatasetPtr> LocalWorkbench::trainingData(const tracking::RunId &run, const Context &context)
{
    const auto details = m_store->details(run);
    if (!details)
        return Failure(details.error());
    return input(*details, QStringLiteral("train"), context);
}

Result<std::vector<engine::TreeNode>> LocalWorkbench::tree(const tracking::RunId &run)
{
    const auto fitted = model(run);
    if (!fitted)
        return Failure(fitted.error());
    if (const auto *viewer = dynamic_cast<const engine::TreeViewer *>(&(*fitted)->estimator()))
        return viewer->nodes();
    return failure(ErrorKind::BadInput, "no_tree", "The model `{}` is not a single tree; `decision_tree` is.",
                   {(*fitted)->estimatorId()});
}

Result<engine::Attribution> LocalWorkbench::explain(const tracking::RunId &run, engine::ExplainMethod method,
                                                    int maxRows, const Context &context)
{
    const auto details = m_store->details(run);
    if (!details)
        return Failure(details.error());
    const auto fitted = model(run);
    if (!fitted)
        return Failure(fitted.error());
    const auto kept = predictions(*details);
    if (!kept)
        return Failure(kept.error());
    const bool ownTest = inputOfRole(*details, QStringLiteral("test")) != nullptr;
    const auto data = input(*details, ownTest ? QStringLiteral("test") : QStringLiteral("train"), context);
    if (!data)
        return Failure(data.error());
    engine::Rows rows;
    for (const std::size_t place : evenly(kept->size(), maxRows))
        rows.push_back(static_cast<engine::Row>(std::stoul(kept->rowIds[place])));
    return engine::explain(**fitted, (*data)->table(), rows, {.method = method}, context);
}

} // namespace assay::app
