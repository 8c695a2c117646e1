// SPDX-License-Identifier: GPL-3.0-or-later
// The part of LocalWorkbench that looks back at runs: everything here derives from what a run kept, and from its data
// where rows are needed.
#include "app/workbench/localworkbench.h"

#include "app/workbench/predictionsjson.h"
#include "engine/fairness/bands.h"

#include <QCoreApplication>
#include <algorithm>
#include <set>

namespace assay::app {

namespace {

struct Sentences
{
    Q_DECLARE_TR_FUNCTIONS(assay::app::Workbench)
};

double threshold(const tracking::Run &run)
{
    const auto tag = run.tags.find(QStringLiteral("threshold"));
    return tag == run.tags.end() ? 0.5 : tag->second.toDouble();
}

const tracking::DatasetInput *inputOfRole(const tracking::RunDetails &details, const QString &role)
{
    const auto it = std::ranges::find(details.inputs, role, &tracking::DatasetInput::role);
    return it == details.inputs.end() ? nullptr : &*it;
}

QString tagOf(const tracking::Run &run, const QString &key)
{
    const auto it = run.tags.find(key);
    return it == run.tags.end() ? QString() : it->second;
}

/// Parameter names, `model` among them, whose values are not the same in all runs.
std::vector<QString> differingParams(const std::vector<ui::RunAnalysis> &runs)
{
    std::set<QString> names;
    for (const ui::RunAnalysis &run : runs) {
        for (const auto &[name, value] : run.details.run.params)
            names.insert(QString::fromStdString(name));
    }
    const auto value = [](const ui::RunAnalysis &run, const QString &name) {
        const auto it = run.details.run.params.find(name.toStdString());
        return it == run.details.run.params.end() ? std::string("\x01") : toText(it->second);
    };
    std::vector<QString> differing;
    if (std::ranges::any_of(runs,
                            [&](const auto &run) { return run.details.run.model != runs.front().details.run.model; }))
        differing.push_back(QStringLiteral("model"));
    for (const QString &name : names) {
        if (std::ranges::any_of(runs, [&](const auto &run) { return value(run, name) != value(runs.front(), name); }))
            differing.push_back(name);
    }
    return differing;
}

std::vector<QString> caveats(const std::vector<ui::RunAnalysis> &runs)
{
    const auto digest = [](const ui::RunAnalysis &run, const QString &role) {
        const auto *input = inputOfRole(run.details, role);
        return input ? input->digest : QString();
    };
    const auto differs = [&](auto what) {
        return std::ranges::any_of(runs, [&](const auto &run) { return what(run) != what(runs.front()); });
    };
    std::vector<QString> out;
    if (differs([&](const auto &run) { return digest(run, QStringLiteral("train")); }))
        out.push_back(Sentences::tr("These runs learned from different data."));
    if (differs([&](const auto &run) { return digest(run, QStringLiteral("test")); }) ||
        differs([&](const auto &run) { return tagOf(run.details.run, QStringLiteral("split")); }))
        out.push_back(
            Sentences::tr("These runs were split or tested differently; only the rows they share are compared."));
    if (differs([](const auto &run) { return run.details.provenance.seed; }))
        out.push_back(Sentences::tr("These runs used different seeds."));
    if (differs([&](const auto &run) { return tagOf(run.details.run, QStringLiteral("target")); }))
        out.push_back(Sentences::tr("These runs predict different targets."));
    return out;
}

QString label(const ui::RunAnalysis &run)
{
    return run.details.run.name.isEmpty() ? run.details.run.model : run.details.run.name;
}

engine::ComparedModel compared(const ui::RunAnalysis &run)
{
    engine::ComparedModel model{
        .name = label(run).toStdString(), .predictions = run.predictions, .evaluation = run.evaluation};
    const QString metric = QString::fromStdString(engine::headline(run.predictions.task).metric);
    for (const tracking::Run &fold : run.details.children) {
        const auto it = fold.metrics.find(metric);
        if (it != fold.metrics.end())
            model.foldScores.push_back(it->second);
    }
    // Of k folds, each tests on one part and trains on k − 1.
    if (model.foldScores.size() > 1) {
        const auto split = engine::parseSplit(tagOf(run.details.run, QStringLiteral("split")).toStdString());
        const int folds = split ? split->folds : static_cast<int>(model.foldScores.size());
        model.foldTestOverTrain = 1.0 / (folds - 1);
    }
    return model;
}

/// At most @p count of @p n places, evenly spaced.
std::vector<std::size_t> evenly(std::size_t n, int count)
{
    std::vector<std::size_t> places;
    const std::size_t taken = std::min(n, static_cast<std::size_t>(std::max(1, count)));
    for (std::size_t i = 0; i < taken; ++i)
        places.push_back(i * n / taken);
    return places;
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
    return parseJson(bytes->toStdString()).and_then(predictionsFromJson);
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
    return parseJson(bytes->toStdString()).and_then(engine::Model::fromJson);
}

Result<ui::RunAnalysis> LocalWorkbench::analysis(const tracking::RunId &run, const Context &context)
{
    auto details = m_store->details(run);
    if (!details)
        return Failure(details.error());
    auto kept = predictions(*details);
    if (!kept)
        return Failure(kept.error());
    auto evaluation = engine::evaluate(*kept, {.threshold = threshold(details->run)}, context);
    if (!evaluation)
        return Failure(evaluation.error());
    return ui::RunAnalysis{
        .details = std::move(*details), .predictions = std::move(*kept), .evaluation = std::move(*evaluation)};
}

Result<ui::RunComparison> LocalWorkbench::compare(const std::vector<tracking::RunId> &runs, const Context &context,
                                                  const engine::CompareOptions &options)
{
    ui::RunComparison result;
    std::vector<engine::ComparedModel> models;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        context.progress("evaluate", static_cast<std::int64_t>(i), static_cast<std::int64_t>(runs.size()));
        auto one = analysis(runs[i], context);
        if (!one)
            return Failure(one.error());
        models.push_back(compared(*one));
        result.runs.push_back(std::move(*one));
    }
    engine::CompareOptions atThreshold = options;
    atThreshold.threshold = result.runs.empty() ? 0.5 : threshold(result.runs.front().details.run);
    auto comparison = engine::compare(models, atThreshold, context);
    if (!comparison)
        return Failure(comparison.error());
    result.comparison = std::move(*comparison);
    result.differingParams = differingParams(result.runs);
    result.caveats = caveats(result.runs);
    return result;
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
    engine::FairnessOptions options{.threshold = threshold(details->run)};
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
