// SPDX-License-Identifier: GPL-3.0-or-later
// The part of LocalWorkbench that holds runs against each other.
#include "app/workbench/localworkbench.h"

#include "app/workbench/runfacts.h"

#include <QCoreApplication>
#include <algorithm>
#include <set>

namespace assay::app {

namespace {

struct Sentences
{
    Q_DECLARE_TR_FUNCTIONS(assay::app::Workbench)
};

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

QString digestOf(const tracking::RunDetails &run, const QString &role)
{
    const auto *input = inputOfRole(run, role);
    return input ? input->digest : QString();
}

std::vector<QString> caveats(const std::vector<ui::RunAnalysis> &runs)
{
    const auto differs = [&](auto what) {
        return std::ranges::any_of(runs, [&](const auto &run) { return what(run) != what(runs.front()); });
    };
    std::vector<QString> out;
    if (differs([](const auto &run) { return digestOf(run.details, QStringLiteral("train")); }))
        out.push_back(Sentences::tr("These runs learned from different data."));
    if (differs([](const auto &run) { return digestOf(run.details, QStringLiteral("test")); }) ||
        differs([](const auto &run) { return tagOf(run.details.run, QStringLiteral("split")); }))
        out.push_back(
            Sentences::tr("These runs were split or tested differently; only the rows they share are compared."));
    if (differs([](const auto &run) { return run.details.provenance.seed; }))
        out.push_back(Sentences::tr("These runs used different seeds."));
    if (differs([](const auto &run) { return tagOf(run.details.run, QStringLiteral("target")); }))
        out.push_back(Sentences::tr("These runs predict different targets."));
    return out;
}

QString label(const ui::RunAnalysis &run)
{
    return run.details.run.name.isEmpty() ? run.details.run.model : run.details.run.name;
}

/// What made the folds of a run: runs that agree on it were scored on the same ones.
QString foldKey(const tracking::RunDetails &run)
{
    const QStringList parts{digestOf(run, QStringLiteral("train")), tagOf(run.run, QStringLiteral("target")),
                            tagOf(run.run, QStringLiteral("positive")), tagOf(run.run, QStringLiteral("split")),
                            QString::number(run.provenance.seed)};
    return parts.join(QLatin1Char('\n'));
}

/// Finished folds in their order.
std::vector<const tracking::Run *> foldsOf(const tracking::RunDetails &details)
{
    std::vector<const tracking::Run *> folds;
    for (const tracking::Run &child : details.children) {
        if (child.status == tracking::RunStatus::Finished && !tagOf(child, QStringLiteral("fold")).isEmpty())
            folds.push_back(&child);
    }
    std::ranges::stable_sort(folds, {},
                             [](const tracking::Run *run) { return tagOf(*run, QStringLiteral("fold")).toInt(); });
    return folds;
}

engine::ComparedModel compared(const ui::RunAnalysis &run, const QString &metric)
{
    engine::ComparedModel model{
        .name = label(run).toStdString(), .predictions = run.predictions, .evaluation = run.evaluation};
    for (const tracking::Run *fold : foldsOf(run.details)) {
        const auto it = fold->metrics.find(metric);
        model.foldScores.push_back(it == fold->metrics.end() ? std::nan("") : it->second);
    }
    const auto split = engine::parseSplit(tagOf(run.details.run, QStringLiteral("split")).toStdString());
    if (!split || model.foldScores.size() < 2)
        model.foldScores.clear();
    else
        model.foldTestOverTrain = engine::testOverTrain(*split);
    model.foldKey = foldKey(run.details).toStdString();
    return model;
}

} // namespace

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
        const std::string metric = options.bootstrapMetrics.empty() ? engine::headline(one->predictions.task).metric
                                                                    : options.bootstrapMetrics.front();
        models.push_back(compared(*one, QString::fromStdString(metric)));
        result.runs.push_back(std::move(*one));
    }
    engine::CompareOptions atThreshold = options;
    atThreshold.threshold = result.runs.empty() ? 0.5 : thresholdOf(result.runs.front().details.run);
    auto comparison = engine::compare(models, atThreshold, context);
    if (!comparison)
        return Failure(comparison.error());
    result.comparison = std::move(*comparison);
    result.differingParams = differingParams(result.runs);
    result.caveats = caveats(result.runs);
    return result;
}

} // namespace assay::app
