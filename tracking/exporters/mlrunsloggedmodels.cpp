// SPDX-License-Identifier: GPL-3.0-or-later
// Logged models of an exported `mlruns` folder, as MLflow 3 keeps them: beside the runs that made them.
#include "tracking/exporters/mlrunskeys.h"
#include "tracking/exporters/mlrunswriter.h"
#include "tracking/exporters/mlrunsyaml.h"

#include <QRegularExpression>

namespace assay::tracking {

Result<void> MlrunsWriter::writeLoggedModel(const RunDetails &run, const MlflowModelParts &parts,
                                            const QString &experiment, const QString &experimentFolder,
                                            const Context &context)
{
    const MlflowModel &model = parts.model;
    const QString folder = experimentFolder + QStringLiteral("/models/") + model.id;
    m_loggedModels.insert({run.run.id.value, model.id});
    MlrunsYaml meta;
    meta.text("artifact_location",
              mlrunsAddress(QStringLiteral("%1/%2/models/%3/artifacts").arg(m_place, experiment, model.id)));
    meta.number("creation_timestamp", model.created);
    meta.text("experiment_id", experiment);
    meta.number("last_updated_timestamp", model.updated);
    meta.text("lifecycle_stage", model.deleted ? QStringLiteral("deleted") : QStringLiteral("active"));
    meta.text("model_id", model.id);
    meta.textOrNull("model_type", model.type);
    meta.text("name", model.name);
    meta.textOrNull("source_run_id", model.run);
    meta.number("status", model.status);
    meta.textOrNull("status_message", model.message);
    auto done = writeWhole(folder + QStringLiteral("/meta.yaml"), meta.done());
    if (done)
        done = writeKeys(folder + QStringLiteral("/params"), model.params);
    if (done)
        done = writeKeys(folder + QStringLiteral("/tags"), model.tags);
    if (done)
        done = writeModelSeries(run, parts, folder);
    if (done && !m_standIns.contains(run.run.id.value))
        done = writeOutput(run, model, experimentFolder);
    return done ? writeFiles(parts.artifacts, folder + QStringLiteral("/artifacts"), context) : done;
}

Result<void> MlrunsWriter::writeOutput(const RunDetails &run, const MlflowModel &model, const QString &experimentFolder)
{
    MlrunsYaml output;
    output.text("destination_id", model.id);
    output.text("destination_type", QStringLiteral("MODEL_OUTPUT"));
    output.text("source_id", run.run.id.value);
    output.text("source_type", QStringLiteral("RUN_OUTPUT"));
    output.number("step", model.step);
    output.map("tags", {});
    return writeWhole(experimentFolder + u'/' + run.run.id.value + QStringLiteral("/outputs/") + model.id +
                          QStringLiteral("/meta.yaml"),
                      output.done());
}

/// Every line tells which run measured the point, and on which data.
Result<void> MlrunsWriter::writeModelSeries(const RunDetails &run, const MlflowModelParts &parts, const QString &folder)
{
    static const QRegularExpression space(QStringLiteral("\\s"));
    std::map<QString, QByteArray> lines;
    for (std::size_t i = 0; i < parts.model.series.size(); ++i) {
        const MlflowModelSeries &series = parts.model.series[i];
        const auto points = m_store.series(run.run.id, parts.seriesHere[static_cast<qsizetype>(i)]);
        if (!points)
            return Failure(points.error());
        QByteArray rest = ' ' + (series.run.isEmpty() ? run.run.id.value : QString(series.run).remove(space)).toUtf8();
        // MLflow takes a line whose name of the data has a space for malformed.
        if (!series.dataset.isEmpty())
            rest += ' ' + QString(series.dataset).replace(space, QStringLiteral("_")).toUtf8() + ' ' +
                    (series.digest.isEmpty() ? QStringLiteral("-") : QString(series.digest).remove(space)).toUtf8();
        QByteArray &text = lines[series.key];
        for (const MetricPoint &point : *points)
            text += mlrunsPoint(point) + rest + '\n';
        m_points += static_cast<qint64>(points->size());
    }
    QStringList keys;
    for (const auto &[key, text] : lines)
        keys << key;
    for (const auto &[key, name] : mlrunsKeys(keys))
        if (auto done = writeWhole(folder + QStringLiteral("/metrics/") + name, lines.at(key)); !done)
            return done;
    return {};
}

} // namespace assay::tracking
