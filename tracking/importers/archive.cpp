// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/importers/archivesource.h"
#include "tracking/importers/builtin.h"
#include "tracking/importers/importedmodel.h"
#include "tracking/importers/importwriter.h"

#include "tracking/artifacts/artifactname.h"
#include "tracking/exporters/exportfiles.h"
#include "tracking/registry.h"

#include <QFileInfo>
#include <set>

namespace assay::tracking {

namespace {

class ArchiveImport
{
public:
    ArchiveImport(RunStore &store, ArchiveSource &source, const QString &path, const ImportOptions &options,
                  const Context &context, ImportReport &report)
        : m_store(store)
        , m_source(source)
        , m_path(path)
        , m_options(options)
        , m_context(context)
        , m_report(report)
        , m_writer(store, options, context, report)
    {
    }

    Result<void> takeAll(const ArchiveManifest &manifest);

private:
    Result<void> takeRun(const ArchivedFile &file);
    Result<ImportedRun> whole(ArchivedRun archived);
    Result<std::set<QString>> knownArtifacts(const ImportedRun &run) const;
    Result<void> addFiles(ArchivedRun &archived);
    Result<void> takeModels(const ArchivedFile &file);
    Result<bool> isOurs(const ImportedModel &model) const;
    void tell(const QString &name, const Error &error, bool fatal);
    QString place(const QString &name) const { return m_path + u'/' + name; }

    RunStore &m_store;
    ArchiveSource &m_source;
    QString m_path;
    const ImportOptions &m_options;
    const Context &m_context;
    ImportReport &m_report;
    ImportWriter m_writer;
};

void ArchiveImport::tell(const QString &name, const Error &error, bool fatal)
{
    m_writer.problem({.path = place(name), .what = QString::fromStdString(error.message), .fatal = fatal});
}

/// Names of the artifacts that the store has of the run, whose bytes need not be unpacked.
Result<std::set<QString>> ArchiveImport::knownArtifacts(const ImportedRun &run) const
{
    const auto known = findImported(m_store, run.source);
    if (!known)
        return Failure(known.error());
    std::set<QString> names;
    if (const auto there = m_store.details(*known ? **known : run.id))
        for (const Artifact &artifact : there->artifacts)
            names.insert(artifact.name);
    return names;
}

/// An artifact that cannot be had is left out, and told; the run is worth having without it.
Result<void> ArchiveImport::addFiles(ArchivedRun &archived)
{
    const auto there = knownArtifacts(archived.run);
    if (!there)
        return Failure(there.error());
    for (const Artifact &artifact : archived.artifacts) {
        if (there->contains(artifact.name))
            continue;
        const auto name = checkedName(artifact.name);
        if (!name) {
            tell(artifact.name, name.error(), false);
            continue;
        }
        auto file = m_source.unpacked(artifactFile(artifact), m_context);
        if (!file && file.error().kind != ErrorKind::BadInput)
            return Failure(file.error());
        if (!file)
            tell(artifactFile(artifact).name, file.error(), false);
        else
            archived.run.files.push_back({.name = *name, .path = *file, .kind = artifact.kind});
    }
    return {};
}

Result<ImportedRun> ArchiveImport::whole(ArchivedRun archived)
{
    for (const ArchivedSeries &series : archived.series) {
        const auto bytes = m_source.read(series.file, m_context);
        if (!bytes)
            return at(Failure(bytes.error()), place(series.file.name).toStdString());
        auto points = parsePoints(*bytes);
        if (!points)
            return at(Failure(points.error()), place(series.file.name).toStdString());
        archived.run.metrics[series.key] = std::move(*points);
    }
    if (auto added = addFiles(archived); !added)
        return Failure(added.error());
    return std::move(archived.run);
}

Result<void> ArchiveImport::takeRun(const ArchivedFile &file)
{
    const auto bytes = m_source.read(file, m_context);
    auto archived = bytes ? parseArchivedRun(*bytes) : Failure(bytes.error());
    if (!archived && archived.error().kind != ErrorKind::BadInput)
        return Failure(archived.error());
    if (!archived) {
        tell(file.name, archived.error(), true);
        return {};
    }
    ImportPlanRun plan = planOf(archived->run);
    for (const ArchivedSeries &series : archived->series)
        plan.points += series.count;
    for (const Artifact &artifact : archived->artifacts) {
        ++plan.files;
        plan.fileBytes += artifact.bytes;
    }
    auto taken = m_writer.take(plan, [&] { return whole(std::move(*archived)); });
    m_source.removeUnpacked();
    return taken;
}

/// A model that came from this very store stands there already.
Result<bool> ArchiveImport::isOurs(const ImportedModel &model) const
{
    if (!model.source.startsWith(QLatin1String("assay:")))
        return false;
    const auto all = ModelRegistry(m_store).models();
    if (!all)
        return Failure(all.error());
    return std::any_of(all->begin(), all->end(), [&](const RegisteredModel &one) {
        return one.source.isEmpty() && one.name == model.name && one.created == model.created;
    });
}

Result<void> ArchiveImport::takeModels(const ArchivedFile &file)
{
    const auto bytes = m_source.read(file, m_context);
    const auto models = bytes ? parseModels(*bytes) : Failure(bytes.error());
    if (!models && models.error().kind != ErrorKind::BadInput)
        return Failure(models.error());
    if (!models) {
        tell(file.name, models.error(), false);
        return {};
    }
    for (const ImportedModel &model : *models) {
        const auto ours = isOurs(model);
        if (!ours)
            return Failure(ours.error());
        if (*ours)
            continue;
        ++m_report.models;
        m_report.modelVersions += static_cast<qint64>(model.versions.size());
        if (m_options.dryRun)
            continue;
        if (auto written = writeModel(m_store, model, place(file.name), m_report); !written)
            return written;
    }
    return {};
}

Result<void> ArchiveImport::takeAll(const ArchiveManifest &manifest)
{
    m_writer.setTotal(static_cast<qint64>(manifest.runs.size()));
    for (const ArchivedFile &run : manifest.runs)
        if (auto taken = takeRun(run); !taken)
            return taken;
    if (manifest.models && m_options.sources.isEmpty())
        if (auto taken = takeModels(*manifest.models); !taken)
            return taken;
    return m_writer.finish();
}

Result<ArchiveManifest> manifestOf(ArchiveSource &source, const QString &path)
{
    const auto bytes = source.manifest();
    auto manifest = bytes ? parseManifest(*bytes) : Failure(bytes.error());
    return manifest ? manifest : at(Failure(manifest.error()), path.toStdString());
}

bool recognises(const QString &path)
{
    const auto source = ArchiveSource::open(path);
    if (!source) // nobody else reads a zip file, so that it is told here what is wrong with it
        return source.error().code == "archive_damaged";
    const auto manifest = manifestOf(**source, path);
    return manifest || manifest.error().code == "archive_newer";
}

Result<ImportReport> import(RunStore &store, const QString &path, const ImportOptions &options, const Context &context)
{
    auto source = ArchiveSource::open(path);
    if (!source)
        return Failure(source.error());
    const auto manifest = manifestOf(**source, path);
    if (!manifest)
        return Failure(manifest.error());
    ImportReport report{.format = QStringLiteral("assay-archive"), .path = path};
    ArchiveImport importing(store, **source, path, options, context, report);
    if (auto done = importing.takeAll(*manifest); !done)
        return Failure(done.error());
    return report;
}

} // namespace

ImporterInfo archiveImporter()
{
    return {.id = "assay-archive", .label = "Assay archive", .recognises = recognises, .import = import};
}

} // namespace assay::tracking
