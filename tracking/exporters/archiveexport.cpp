// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/exporters/builtin.h"
#include "tracking/exporters/exportfiles.h"
#include "tracking/exporters/jsonrun.h"
#include "tracking/importers/archiveformat.h"
#include "tracking/importers/mlflowfacts.h"

#include "tracking/artifactstore.h"
#include "tracking/registry.h"

#include <QDir>
#include <QFileInfo>
#include <cmath>
#include <set>

namespace assay::tracking {

namespace {

class ArchiveWriter
{
public:
    ArchiveWriter(RunStore &store, QString folder, const Context &context, ExportReport &report)
        : m_store(store)
        , m_folder(std::move(folder))
        , m_context(context)
        , m_report(report)
    {
    }

    Result<void> addRun(const RunDetails &details, const std::map<QString, QString> &sources);
    Result<void> addModels();
    Result<void> finish();
    Result<void> readExperiments();

private:
    Result<ArchivedFile> write(const QString &name, const QByteArray &bytes) const;
    Result<Json> addSeries(const RunDetails &details);
    Result<ArchivedFile> addPoints(const RunId &run, const QString &key, const QString &name, qint64 &count);
    Result<void> addArtifacts(const RunDetails &details);
    void addExperiment(Json &json, const Run &run) const;
    Result<ImportedModel> model(const RegisteredModel &model, const ModelRegistry &registry) const;

    RunStore &m_store;
    QString m_folder;
    const Context &m_context;
    ExportReport &m_report;
    ArchiveManifest m_manifest;
    std::map<ExperimentId, Experiment> m_experiments;
    std::set<QString> m_runs, m_artifacts;
};

Result<ArchivedFile> ArchiveWriter::write(const QString &name, const QByteArray &bytes) const
{
    ExportFile file(m_folder + u'/' + name);
    file.write(bytes);
    if (auto closed = file.close(); !closed)
        return Failure(closed.error());
    return ArchivedFile{.name = name, .bytes = file.bytes(), .sha256 = file.digest()};
}

Result<void> ArchiveWriter::readExperiments()
{
    auto all = m_store.experiments();
    if (!all)
        return Failure(all.error());
    for (Experiment &experiment : *all)
        m_experiments[experiment.id] = std::move(experiment);
    return {};
}

void ArchiveWriter::addExperiment(Json &json, const Run &run) const
{
    const auto found = m_experiments.find(run.experimentId);
    if (found == m_experiments.end())
        return;
    json["experiment_note"] = found->second.note.toStdString();
    json["experiment_tags"] = textsJson(found->second.tags);
}

Result<ArchivedFile> ArchiveWriter::addPoints(const RunId &run, const QString &key, const QString &name, qint64 &count)
{
    const auto points = m_store.series(run, key);
    if (!points)
        return Failure(points.error());
    ExportFile file(m_folder + u'/' + name);
    QByteArray text = pointsHeader();
    for (const MetricPoint &point : *points) {
        appendPoint(text, point);
        if (text.size() > 1 << 16) {
            file.write(text);
            text.clear();
        }
    }
    file.write(text);
    if (auto closed = file.close(); !closed)
        return Failure(closed.error());
    count = static_cast<qint64>(points->size());
    m_report.points += count;
    return ArchivedFile{.name = name, .bytes = file.bytes(), .sha256 = file.digest()};
}

Result<Json> ArchiveWriter::addSeries(const RunDetails &details)
{
    Json list = Json::array();
    for (const auto &[key, summary] : details.series) {
        if (m_context.cancelled())
            return cancelled();
        const QString name = QStringLiteral("runs/%1/points/%2.csv").arg(details.run.id.value).arg(list.size());
        qint64 count = 0;
        const auto file = addPoints(details.run.id, key, name, count);
        if (!file)
            return Failure(file.error());
        Json json = archivedFileJson(*file);
        json["key"] = key.toStdString();
        json["count"] = count;
        list.push_back(std::move(json));
    }
    return list;
}

Result<void> ArchiveWriter::addArtifacts(const RunDetails &details)
{
    for (const Artifact &artifact : details.artifacts) {
        ++m_report.artifacts;
        if (!m_artifacts.insert(artifact.sha256).second)
            continue;
        const QString target = m_folder + u'/' + artifactFile(artifact).name;
        QDir().mkpath(QFileInfo(target).absolutePath());
        if (auto copied = m_store.artifacts().copyTo(artifact, target, m_context); !copied)
            return copied;
    }
    return {};
}

Json nonFinite(const Params &params)
{
    Json keys = Json::array();
    for (const auto &[key, value] : params)
        if (const auto *number = std::get_if<double>(&value); number && !std::isfinite(*number))
            keys.push_back(key);
    return keys;
}

Result<void> ArchiveWriter::addRun(const RunDetails &details, const std::map<QString, QString> &sources)
{
    const Run &run = details.run;
    Json json = runJson(details);
    json["archive_source"] = archiveSource(run).toStdString();
    if (const auto parent = sources.find(run.parent.value); parent != sources.end())
        json["parent_source"] = parent->second.toStdString();
    addExperiment(json, run);
    json["real_params"] = nonFinite(run.params);
    auto series = addSeries(details);
    if (!series)
        return Failure(series.error());
    json["series"] = std::move(*series);
    if (auto added = addArtifacts(details); !added)
        return added;
    const auto file = write(QStringLiteral("runs/%1/run.json").arg(run.id.value), jsonBytes(json));
    if (!file)
        return Failure(file.error());
    m_manifest.runs.push_back(*file);
    m_runs.insert(run.id.value);
    ++m_report.runs;
    return {};
}

/// With the versions that were made from the runs of the archive, and the aliases that point at those.
Result<ImportedModel> ArchiveWriter::model(const RegisteredModel &model, const ModelRegistry &registry) const
{
    ImportedModel kept{.source = model.source,
                       .name = model.name,
                       .note = model.note,
                       .created = model.created,
                       .updated = model.updated,
                       .tags = model.tags};
    if (kept.source.isEmpty())
        kept.source = QStringLiteral("assay:%1/%2").arg(model.created.toMSecsSinceEpoch()).arg(model.name);
    const auto versions = registry.versions(model.name);
    if (!versions)
        return Failure(versions.error());
    for (const ModelVersion &version : *versions) {
        if (!m_runs.contains(version.run.value))
            continue;
        kept.versions.push_back({.number = version.number,
                                 .run = version.run,
                                 .artifact = version.artifact,
                                 .stage = version.stage,
                                 .note = version.note,
                                 .source = version.source,
                                 .created = version.created,
                                 .updated = version.updated,
                                 .tags = version.tags});
        for (const QString &alias : version.aliases)
            kept.aliases[alias] = version.number;
    }
    return kept;
}

Result<void> ArchiveWriter::addModels()
{
    const ModelRegistry registry(m_store);
    const auto models = registry.models();
    if (!models)
        return Failure(models.error());
    std::vector<ImportedModel> kept;
    for (const RegisteredModel &one : *models) {
        auto found = model(one, registry);
        if (!found)
            return Failure(found.error());
        if (!found->versions.empty())
            kept.push_back(std::move(*found));
    }
    if (kept.empty())
        return {};
    const auto file = write(QStringLiteral("models.json"), jsonBytes(modelsJson(kept)));
    if (!file)
        return Failure(file.error());
    m_manifest.models = *file;
    m_report.models = static_cast<qint64>(kept.size());
    return {};
}

Result<void> ArchiveWriter::finish()
{
    m_manifest.created = QDateTime::currentDateTimeUtc();
    const auto file = write(QStringLiteral("manifest.json"), jsonBytes(manifestJson(m_manifest)));
    return file ? Result<void>() : Failure(file.error());
}

Result<void> write(RunStore &store, const std::vector<RunId> &runs, const QString &folder, const Context &context,
                   ExportReport &report)
{
    std::map<QString, QString> sources;
    QStringList ids, parents;
    for (const RunId &run : runs) {
        const auto details = store.details(run);
        if (!details)
            return Failure(details.error());
        sources[run.value] = archiveSource(details->run);
        ids << run.value;
        parents << details->run.parent.value;
    }
    ArchiveWriter writer(store, folder, context, report);
    if (auto read = writer.readExperiments(); !read)
        return read;
    for (const std::size_t i : parentsFirst(ids, parents)) {
        context.progress("Exporting", report.runs, static_cast<std::int64_t>(runs.size()));
        const auto details = store.details(runs[i]);
        if (!details)
            return Failure(details.error());
        if (auto added = writer.addRun(*details, sources); !added)
            return added;
    }
    if (auto added = writer.addModels(); !added)
        return added;
    return writer.finish();
}

} // namespace

ExporterInfo archiveExporter()
{
    return {.id = "assay", .label = "Assay archive, with everything", .write = write};
}

} // namespace assay::tracking
