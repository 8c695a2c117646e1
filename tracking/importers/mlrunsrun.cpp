// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/importers/mlrunsrun.h"

#include "engine/core/json.h"

#include <QFileInfo>
#include <QRegularExpression>

namespace assay::tracking {

namespace {

std::map<QString, QString> textsOf(const YamlNode &map)
{
    std::map<QString, QString> texts;
    for (const auto &[key, value] : map.members)
        texts[key] = value.text;
    return texts;
}

/// An id is a part of a path here, and comes from a file anyone may have written.
bool isPlain(const QString &id)
{
    static const QRegularExpression plain(QStringLiteral("^[\\w-]+$"));
    return plain.match(id).hasMatch();
}

std::string dump(const Json &json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void readInputs(ImportedRun &run, const MlrunsRun &from, Problems &problems)
{
    for (const QString &one : foldersIn(from.folder + QStringLiteral("/inputs"))) {
        const auto use = readMeta(from.folder + QStringLiteral("/inputs/") + one, false, problems);
        if (!use)
            continue;
        const QString id = (*use)["source_id"].text;
        if ((*use)["source_type"].text != u"DATASET") {
            run.tags.insert({QStringLiteral("mlflow.inputModel.") + id, QString()});
            continue;
        }
        if (!isPlain(id))
            continue;
        const auto data = readMeta(from.experimentFolder + QStringLiteral("/datasets/") + id, false, problems);
        if (data)
            run.inputs.push_back(datasetInput({.name = (*data)["name"].text,
                                               .digest = (*data)["digest"].text,
                                               .sourceType = (*data)["source_type"].text,
                                               .source = (*data)["source"].text,
                                               .schema = (*data)["schema"].text,
                                               .profile = (*data)["profile"].text,
                                               .tags = textsOf((*use)["tags"])}));
    }
}

/// MLflow 3 keeps a run's models beside it: their files become the run's, what is known of them a tag.
void readLoggedModels(ImportedRun &run, const MlrunsRun &from, Problems &problems)
{
    for (const QString &id : foldersIn(from.folder + QStringLiteral("/outputs"))) {
        const QString folder = from.experimentFolder + QStringLiteral("/models/") + id;
        const auto meta = readMeta(folder, false, problems);
        if (!meta)
            continue;
        Json facts = {{"name", (*meta)["name"].text.toStdString()},
                      {"type", (*meta)["model_type"].text.toStdString()},
                      {"status", (*meta)["status"].integer()}};
        for (const char *kind : {"params", "tags"})
            for (const auto &[key, value] : readKeys(folder + u'/' + QLatin1String(kind), problems))
                facts[kind][key.toStdString()] = value.toStdString();
        run.tags.insert({QStringLiteral("mlflow.loggedModel.") + id, QString::fromStdString(dump(facts))});
        const auto files =
            artifactFiles(folder + QStringLiteral("/artifacts"), QStringLiteral("models/%1/").arg(id), problems);
        run.files.insert(run.files.end(), files.begin(), files.end());
    }
}

void readArtifacts(ImportedRun &run, const MlrunsRun &from, const QString &experiment, MlflowArtifacts &artifacts,
                   Problems &problems)
{
    const QString beside = from.folder + QStringLiteral("/artifacts");
    if (QFileInfo(beside).isDir() && !QFileInfo(beside).isSymLink())
        run.files = artifactFiles(beside, {}, problems);
    else
        artifacts.add(run, from.meta["artifact_uri"].text, QStringLiteral("%1/%2/artifacts").arg(experiment, from.id),
                      {}, problems);
}

} // namespace

ImportedRun readRun(const MlrunsRun &from, const MlflowExperiment &experiment, MlflowArtifacts &artifacts,
                    Problems &problems)
{
    const YamlNode &meta = from.meta;
    ImportedRun run;
    run.id = {from.id};
    run.source = mlflowSource(from.id);
    // Called `name` before MLflow 1.30.
    run.name = meta[meta.has("run_name") ? "run_name" : "name"].text;
    run.status = mlflowStatus(meta["status"].text);
    run.start = mlflowTime(meta["start_time"].integer());
    run.end = mlflowTime(meta["end_time"].integer());
    run.deleted = meta["lifecycle_stage"].text == u"deleted";
    run.provenance.user = meta["user_id"].text;
    run.provenance.program = meta["source_name"].text;
    run.provenance.gitCommit = meta["source_version"].text;
    run.tags = readKeys(from.folder + QStringLiteral("/tags"), problems);
    for (const auto &[key, value] : readKeys(from.folder + QStringLiteral("/params"), problems))
        run.params[key.toStdString()] = value.toStdString();
    for (const auto &[key, path] : keyFiles(from.folder + QStringLiteral("/metrics")))
        run.metrics[key] = readMetricFile(path, problems);
    takeFromTags(run);
    setExperiment(run, experiment);
    readInputs(run, from, problems);
    readArtifacts(run, from, experiment.id, artifacts, problems);
    readLoggedModels(run, from, problems);
    return run;
}

} // namespace assay::tracking
