// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/importers/mlrunstree.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>

namespace assay::tracking {

namespace {

bool hasMeta(const QString &folder)
{
    return QFileInfo(folder + QStringLiteral("/meta.yaml")).isFile();
}

/// By its description, so that some other program's `meta.yaml` is not taken for it.
bool isExperiment(const QString &folder)
{
    Problems ignored;
    const auto meta = hasMeta(folder) ? readMeta(folder, false, ignored) : std::nullopt;
    return meta && meta->has("experiment_id") && !meta->has("run_id") && !meta->has("run_uuid") &&
           !meta->has("model_id");
}

/// Whether a folder of an experiment is a run's, be its description there or not.
bool isRun(const QString &folder)
{
    for (const char *part : {"/meta.yaml", "/metrics", "/params", "/tags"})
        if (QFileInfo::exists(folder + QLatin1String(part)))
            return true;
    return false;
}

/// Something that holds experiments; one with a damaged description still holds runs.
bool isRoot(const QString &folder)
{
    for (const QString &place : {folder, folder + QStringLiteral("/.trash")})
        for (const QString &one : foldersIn(place))
            if (isExperiment(place + u'/' + one))
                return true;
    return false;
}

} // namespace

QString mlrunsRoot(const QString &path)
{
    if (!QFileInfo(path).isDir())
        return {};
    const QString clean = QDir::cleanPath(path);
    if (isExperiment(clean))
        return QFileInfo(clean).absolutePath();
    for (const QString &one : {clean, clean + QStringLiteral("/mlruns")})
        if (isRoot(one))
            return one;
    QStringList found;
    for (const QString &one : foldersIn(clean))
        if (isRoot(clean + u'/' + one))
            found << clean + u'/' + one;
    return found.size() == 1 ? found.first() : QString();
}

MlrunsTree::MlrunsTree(const QString &root, const QString &only, const QString &artifactRoot)
    : m_root(root)
    , m_only(only)
    , m_artifacts(QFileInfo(root).absolutePath(), artifactRoot)
{
}

void MlrunsTree::list(Problems &problems)
{
    if (!m_only.isEmpty()) {
        listExperiment(m_only, QFileInfo(m_root).fileName() == u".trash", problems);
    } else {
        listIn(m_root, false, problems);
        listIn(m_root + QStringLiteral("/.trash"), true, problems);
    }
    giveModels();
}

void MlrunsTree::listModels(const QString &experimentFolder, Problems &problems)
{
    for (const QString &id : foldersIn(experimentFolder + QStringLiteral("/models"))) {
        const QString folder = experimentFolder + QStringLiteral("/models/") + id;
        if (auto meta = readMeta(folder, false, problems))
            m_models.push_back(
                {.run = {.folder = folder, .experimentFolder = experimentFolder, .meta = std::move(*meta), .id = id},
                 .experiment = m_experiments.size() - 1,
                 .isModel = true});
    }
}

void MlrunsTree::giveModels()
{
    std::map<QString, std::size_t> made; // which run made what
    std::map<QString, std::size_t> runs;
    for (std::size_t i = 0; i < m_runs.size(); ++i) {
        runs[m_runs[i].run.id] = i;
        for (const QString &id : foldersIn(m_runs[i].run.folder + QStringLiteral("/outputs")))
            made.insert({m_runs[i].run.experimentFolder + u'/' + id, i});
    }
    for (Listed &model : m_models) {
        const auto named = runs.find(model.run.meta["source_run_id"].text);
        const auto listed = made.find(model.run.experimentFolder + u'/' + model.run.id);
        if (named != runs.end() && m_runs[named->second].run.experimentFolder == model.run.experimentFolder)
            m_runs[named->second].run.models << model.run.id;
        else if (listed != made.end())
            m_runs[listed->second].run.models << model.run.id;
        else
            m_runs.push_back(std::move(model));
    }
    m_models.clear();
}

void MlrunsTree::listIn(const QString &folder, bool deleted, Problems &problems)
{
    for (const QString &name : foldersIn(folder))
        if (name != u".trash" && name != u"models")
            listExperiment(folder + u'/' + name, deleted, problems);
}

void MlrunsTree::listExperiment(const QString &folder, bool deleted, Problems &problems)
{
    const QStringList inside = foldersIn(folder);
    const bool holdsRuns =
        std::any_of(inside.begin(), inside.end(), [&](const QString &name) { return hasMeta(folder + u'/' + name); });
    if (!hasMeta(folder) && !holdsRuns)
        return;
    // Without its description an experiment is called as its folder is; its runs are as good as ever.
    const YamlNode meta = readMeta(folder, false, problems).value_or(YamlNode());
    const QString id = QFileInfo(folder).fileName();
    m_experiments.push_back({.id = meta.has("experiment_id") ? meta["experiment_id"].text : id,
                             .name = meta.has("name") ? meta["name"].text : id,
                             .created = meta["creation_time"].integer(),
                             .deleted = deleted || meta["lifecycle_stage"].text == u"deleted",
                             .tags = readKeys(folder + QStringLiteral("/tags"), problems)});
    for (const QString &name : inside)
        if (name != u"tags" && name != u"datasets" && name != u"models" && name != u"traces" && name != u".trash")
            listRun(folder + u'/' + name, folder, problems);
    listModels(folder, problems);
}

void MlrunsTree::listRun(const QString &folder, const QString &experimentFolder, Problems &problems)
{
    if (!isRun(folder))
        return;
    auto meta = readMeta(folder, true, problems);
    if (!meta)
        return;
    QString id = (*meta)[meta->has("run_id") ? "run_id" : "run_uuid"].text;
    if (id.isEmpty())
        id = QFileInfo(folder).fileName();
    Problems told;
    const QString parentFile = folder + QStringLiteral("/tags/mlflow.parentRunId");
    const auto parent = QFileInfo::exists(parentFile) ? readSmallFile(parentFile, told) : std::nullopt;
    m_runs.push_back({.run = {.folder = folder,
                              .experimentFolder = experimentFolder,
                              .meta = std::move(*meta),
                              .id = id,
                              .parent = QString::fromUtf8(parent.value_or(QByteArray()))},
                      .experiment = m_experiments.size() - 1});
}

std::vector<std::size_t> MlrunsTree::order() const
{
    QStringList ids, parents;
    for (const Listed &listed : m_runs) {
        ids << listed.run.id;
        parents << listed.run.parent;
    }
    return parentsFirst(ids, parents);
}

ImportedRun MlrunsTree::read(std::size_t run, Problems &problems)
{
    const Listed &listed = m_runs[run];
    if (listed.isModel)
        return readLoneModel(listed.run, m_experiments[listed.experiment], problems);
    return readRun(listed.run, m_experiments[listed.experiment], m_artifacts, problems);
}

} // namespace assay::tracking
