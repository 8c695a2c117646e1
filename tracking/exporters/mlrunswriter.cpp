// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/exporters/mlrunswriter.h"

#include "tracking/exporters/mlrunskeys.h"
#include "tracking/exporters/mlrunsyaml.h"
#include "tracking/importers/mlflowfacts.h"
#include "tracking/keeping.h"
#include "tracking/runartifacts.h"

#include <QCryptographicHash>
#include <QDir>

namespace assay::tracking {

namespace {

/// MLflow's own id of the experiment that is there from the beginning.
QString mlflowId(const Experiment &experiment)
{
    const bool isFirst = experiment.name == NewRun().experiment && !experiment.deleted;
    return isFirst ? QStringLiteral("0") : QString::number(experiment.id.value);
}

int statusNumber(RunStatus status)
{
    switch (status) {
    case RunStatus::Running:
        return 1;
    case RunStatus::Finished:
        return 3;
    case RunStatus::Cancelled:
        return 5;
    case RunStatus::Failed:
    case RunStatus::Crashed:
        break;
    }
    return 4;
}

std::map<QString, QString> tagsOf(const RunDetails &run)
{
    std::map<QString, QString> tags = run.run.tags;
    const auto add = [&](const char *key, const QString &value) {
        if (!value.isEmpty())
            tags.insert({QLatin1String(key), value});
    };
    add("mlflow.runName", run.run.name);
    if (!run.run.note.isEmpty())
        tags[QStringLiteral("mlflow.note.content")] = run.run.note;
    add("mlflow.parentRunId", run.run.parent.value);
    add("mlflow.user", run.provenance.user);
    add("mlflow.source.name", run.provenance.program);
    add("mlflow.source.git.commit", run.provenance.gitCommit);
    add("estimator_name", run.run.model);
    add("assay.task", run.run.task);
    tags.insert({QStringLiteral("mlflow.source.type"), QStringLiteral("LOCAL")});
    return tags;
}

QString md5(const QString &text)
{
    return QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Md5).toHex());
}

/// Whether the run came from a model that no run made, and nothing was added to it since.
bool onlyStands(const RunDetails &own, const std::vector<MlflowModelParts> &models)
{
    const Run &run = own.run;
    if (!standsForModel(run) || models.size() != 1)
        return false;
    const MlflowModel &model = models.front().model;
    return run.name == (model.name.isEmpty() ? model.id : model.name) && run.note.isEmpty() && run.tags.empty() &&
           run.params.empty() && run.parent.value.isEmpty() && own.series.empty() && own.artifacts.empty() &&
           own.inputs.empty();
}

} // namespace

MlrunsWriter::MlrunsWriter(RunStore &store, const QString &folder, const QString &place)
    : m_store(store)
    , m_folder(folder)
    , m_place(place)
{
}

Result<void> MlrunsWriter::readExperiments()
{
    for (const bool deleted : {false, true}) {
        auto all = experiments(m_store, deleted);
        if (!all)
            return Failure(all.error());
        for (const Experiment &experiment : *all)
            m_experiments[experiment.id.value] = experiment;
    }
    return {};
}

/// MLflow moves what is deleted to a folder of its own, and leaves the addresses of its files as they were.
QString MlrunsWriter::folderOf(const Experiment &experiment) const
{
    return m_folder + (experiment.deleted ? QStringLiteral("/.trash/") : QStringLiteral("/")) + mlflowId(experiment);
}

QString MlrunsWriter::artifactPlace(const RunId &run) const
{
    return QStringLiteral("%1/%2/%3/artifacts").arg(m_place, m_runs.at(run.value), run.value);
}

Result<void> MlrunsWriter::writeExperiment(const Experiment &experiment)
{
    if (!m_written.insert(experiment.id.value).second)
        return {};
    const QString id = mlflowId(experiment), folder = folderOf(experiment);
    const qint64 created = experiment.created.isValid() ? experiment.created.toMSecsSinceEpoch() : 0;
    MlrunsYaml meta;
    meta.text("artifact_location", mlrunsAddress(m_place + u'/' + id));
    meta.number("creation_time", created);
    meta.text("experiment_id", id);
    meta.number("last_update_time", created);
    meta.text("lifecycle_stage", experiment.deleted ? QStringLiteral("deleted") : QStringLiteral("active"));
    meta.text("name", experiment.name);
    if (auto written = writeWhole(folder + QStringLiteral("/meta.yaml"), meta.done()); !written)
        return written;
    std::map<QString, QString> tags = experiment.tags;
    if (!experiment.note.isEmpty())
        tags[QStringLiteral("mlflow.note.content")] = experiment.note;
    return writeKeys(folder + QStringLiteral("/tags"), tags);
}

/// Runs that are given no experiment go there; MLflow makes it only together with the folder.
Result<void> MlrunsWriter::writeFirstExperiment()
{
    if (QFileInfo::exists(m_folder + QStringLiteral("/0/meta.yaml")))
        return {};
    Experiment first{.id = {}, .name = NewRun().experiment, .created = {}};
    for (const auto &[id, experiment] : m_experiments) {
        const bool earlier = !first.created.isValid() || experiment.created < first.created;
        first.created = earlier ? experiment.created : first.created;
    }
    return writeExperiment(first);
}

Result<void> MlrunsWriter::writeRun(const RunDetails &run, const Context &context)
{
    const auto known = m_experiments.find(run.run.experimentId.value);
    const Experiment experiment =
        known != m_experiments.end()
            ? known->second
            : Experiment{.id = run.run.experimentId, .name = run.run.experiment, .created = {}};
    const QString id = mlflowId(experiment), experimentFolder = folderOf(experiment);
    m_runs[run.run.id.value] = id;
    auto done = writeExperiment(experiment);
    RunDetails own = run;
    auto models = takeLoggedModels(own);
    const bool standsIn = onlyStands(own, models);
    if (standsIn)
        m_standIns.insert(run.run.id.value);
    else if (done)
        done = writeOwn(own, experimentFolder + u'/' + run.run.id.value, id, experimentFolder, context);
    for (MlflowModelParts &parts : models) {
        if (standsForModel(run.run))
            parts.model.deleted = run.run.deleted;
        if (parts.model.run.isEmpty() && !standsIn)
            parts.model.run = run.run.id.value;
        if (done)
            done = writeLoggedModel(run, parts, id, experimentFolder, context);
    }
    return done;
}

Result<void> MlrunsWriter::writeOwn(const RunDetails &run, const QString &folder, const QString &experiment,
                                    const QString &experimentFolder, const Context &context)
{
    std::map<QString, QString> params;
    for (const auto &[key, value] : run.run.params)
        params[QString::fromStdString(key)] = QString::fromStdString(toText(value));
    auto done = writeRunMeta(run, folder, experiment);
    if (done)
        done = writeKeys(folder + QStringLiteral("/params"), params);
    if (done)
        done = writeKeys(folder + QStringLiteral("/tags"), tagsOf(run));
    if (done)
        done = writeSeries(run, folder);
    if (done)
        done = writeInputs(run, folder, experimentFolder);
    return done ? writeFiles(run.artifacts, folder + QStringLiteral("/artifacts"), context) : done;
}

Result<void> MlrunsWriter::writeFiles(const std::vector<Artifact> &artifacts, const QString &folder,
                                      const Context &context)
{
    m_artifacts += static_cast<qint64>(artifacts.size());
    if (artifacts.empty()) // MLflow makes the folder with the first file
        return {};
    return saveArtifacts(m_store, artifacts, folder, false, context).map([](const QStringList &) {});
}

Result<void> MlrunsWriter::writeRunMeta(const RunDetails &run, const QString &folder, const QString &experiment)
{
    MlrunsYaml meta;
    meta.text("artifact_uri", mlrunsAddress(artifactPlace(run.run.id)));
    if (run.run.deleted)
        meta.number("deleted_time", run.run.end.isValid() ? run.run.end.toMSecsSinceEpoch() : 0);
    if (run.run.end.isValid())
        meta.number("end_time", run.run.end.toMSecsSinceEpoch());
    else
        meta.null("end_time");
    meta.text("entry_point_name", {});
    meta.text("experiment_id", experiment);
    meta.text("lifecycle_stage", run.run.deleted ? QStringLiteral("deleted") : QStringLiteral("active"));
    meta.text("run_id", run.run.id.value);
    meta.text("run_name", run.run.name);
    meta.text("run_uuid", run.run.id.value);
    meta.text("source_name", {});
    meta.number("source_type", 4);
    meta.text("source_version", {});
    meta.number("start_time", run.run.start.toMSecsSinceEpoch());
    meta.number("status", statusNumber(run.run.status));
    meta.emptyList("tags");
    meta.text("user_id", run.provenance.user);
    return writeWhole(folder + QStringLiteral("/meta.yaml"), meta.done());
}

Result<void> MlrunsWriter::writeSeries(const RunDetails &run, const QString &folder)
{
    QStringList keys;
    for (const auto &[key, summary] : run.series)
        keys << key;
    for (const auto &[key, name] : mlrunsKeys(keys)) {
        const auto points = m_store.series(run.run.id, key);
        if (!points)
            return Failure(points.error());
        QByteArray lines;
        for (const MetricPoint &point : *points)
            lines += mlrunsPoint(point) + '\n';
        if (auto written = writeWhole(folder + QStringLiteral("/metrics/") + name, lines); !written)
            return written;
        m_points += static_cast<qint64>(points->size());
    }
    return {};
}

Result<void> MlrunsWriter::writeInputs(const RunDetails &run, const QString &folder, const QString &experimentFolder)
{
    for (const DatasetInput &input : run.inputs) {
        const MlflowDataset dataset = mlflowDataset(input);
        const QString id = md5(dataset.name + u'\n' + dataset.digest);
        MlrunsYaml data, use;
        data.text("digest", dataset.digest);
        data.text("name", dataset.name);
        data.textOrNull("profile", dataset.profile);
        data.textOrNull("schema", dataset.schema);
        data.text("source", dataset.source);
        data.text("source_type", dataset.sourceType);
        use.text("destination_id", id);
        use.text("destination_type", QStringLiteral("RUN"));
        use.text("source_id", id);
        use.text("source_type", QStringLiteral("DATASET"));
        use.map("tags", dataset.tags);
        const QString place = folder + QStringLiteral("/inputs/") + md5(id + run.run.id.value + input.role);
        auto done = writeWhole(experimentFolder + QStringLiteral("/datasets/%1/meta.yaml").arg(id), data.done());
        if (done)
            done = writeWhole(place + QStringLiteral("/meta.yaml"), use.done());
        if (!done)
            return done;
    }
    return {};
}

} // namespace assay::tracking
