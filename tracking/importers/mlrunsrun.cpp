// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/importers/mlrunsrun.h"

#include "tracking/importers/mlflowmodel.h"

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

MlflowModel readModel(const QString &folder, const QString &id, const YamlNode &meta, Problems &problems)
{
    MlflowModel model{.id = id,
                      .run = meta["source_run_id"].text,
                      .name = meta["name"].text,
                      .type = meta["model_type"].text,
                      .message = meta["status_message"].text,
                      .status = meta["status"].integer(),
                      .created = meta["creation_timestamp"].integer(),
                      .updated = meta["last_updated_timestamp"].integer(),
                      .deleted = meta["lifecycle_stage"].text == u"deleted",
                      .params = readKeys(folder + QStringLiteral("/params"), problems),
                      .tags = readKeys(folder + QStringLiteral("/tags"), problems)};
    for (const auto &[key, path] : keyFiles(folder + QStringLiteral("/metrics"))) {
        const auto series = readModelMetricFile(key, path, problems);
        model.series.insert(model.series.end(), series.begin(), series.end());
    }
    return model;
}

/// The model @p id with its files, into the run that made it or stands for it.
void takeModelFiles(ImportedRun &run, const QString &folder, const MlflowModel &model, Problems &problems)
{
    addModel(run, model);
    const auto files = artifactFiles(folder + QStringLiteral("/artifacts"), mlflowModelPrefix(model.id), problems);
    run.files.insert(run.files.end(), files.begin(), files.end());
}

/// The models that the run's folder says it made, and that are not there.
void tellLostModels(const MlrunsRun &from, Problems &problems)
{
    for (const QString &id : foldersIn(from.folder + QStringLiteral("/outputs"))) {
        const QString folder = from.experimentFolder + QStringLiteral("/models/") + id;
        if (isMlflowModelId(id) && !QFileInfo(folder).isDir())
            problems.push_back(
                {.path = folder,
                 .what = QStringLiteral("This logged model, which the run %1 made, is not there.").arg(from.id)});
    }
}

/// MLflow 3 keeps a run's models beside it.
void readLoggedModels(ImportedRun &run, const MlrunsRun &from, Problems &problems)
{
    tellLostModels(from, problems);
    for (const QString &id : from.models) {
        const QString folder = from.experimentFolder + QStringLiteral("/models/") + id;
        const auto meta = readMeta(folder, false, problems);
        if (!meta)
            continue;
        MlflowModel model = readModel(folder, id, *meta, problems);
        const QString output = from.folder + QStringLiteral("/outputs/") + id;
        if (QFileInfo::exists(output + QStringLiteral("/meta.yaml")))
            if (const auto made = readMeta(output, false, problems))
                model.step = (*made)["step"].integer();
        model.run = from.id;
        takeModelFiles(run, folder, model, problems);
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

ImportedRun readLoneModel(const MlrunsRun &from, const MlflowExperiment &experiment, Problems &problems)
{
    const MlflowModel model = readModel(from.folder, from.id, from.meta, problems);
    ImportedRun run = runOfModel(model);
    setExperiment(run, experiment);
    takeModelFiles(run, from.folder, model, problems);
    return run;
}

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
