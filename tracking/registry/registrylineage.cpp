// SPDX-License-Identifier: GPL-3.0-or-later
// Where a version comes from, and whether what it refers to is there.
#include "tracking/registry.h"

#include "engine/core/digest.h"
#include "tracking/artifactstore.h"
#include "tracking/database.h"
#include "tracking/runstore.h"

#include <QFile>
#include <algorithm>

namespace assay::tracking {

namespace {

/// Whether the file under the digest of @p artifact holds these bytes; read piece by piece.
Result<void> verifyFile(const ArtifactStore &store, const Artifact &artifact, const Context &context)
{
    QFile file(store.path(artifact.sha256));
    const auto damaged = [&](const char *how) {
        return failure(ErrorKind::Refused, "artifact_damaged",
                       "The artifact {} {} ({}); put back a copy of that file or train the model again.",
                       {artifact.name.toStdString(), how, file.fileName().toStdString()});
    };
    if (!file.open(QIODevice::ReadOnly))
        return damaged("has no readable file");
    if (file.size() != artifact.bytes)
        return damaged("has another size than what was registered");
    constexpr qint64 piece = 1 << 20;
    Sha256 digest;
    while (!file.atEnd()) {
        if (context.cancelled())
            return cancelled();
        const QByteArray bytes = file.read(piece);
        if (bytes.isEmpty())
            return damaged("cannot be read to its end");
        digest.add(std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))));
    }
    if (QString::fromStdString(digest.hex()) != artifact.sha256)
        return damaged("is not what was registered");
    return {};
}

/// What a version refers to: one file, or those of a folder of an imported run.
Result<std::vector<Artifact>> filesOf(const RunStore &store, const QString &model, const ModelVersion &version)
{
    if (!version.sha256.isEmpty())
        return std::vector<Artifact>{{.name = version.artifact, .sha256 = version.sha256, .bytes = version.bytes}};
    auto connection = store.database().connection();
    if (!connection)
        return Failure(connection.error());
    std::vector<Artifact> files;
    auto read = (*connection)
                    ->each("SELECT f.name, f.sha256, f.bytes FROM version_files f JOIN versions v ON v.id = f.version"
                           " JOIN models m ON m.id = v.model WHERE m.name = ? AND v.number = ? ORDER BY f.name",
                           {model, version.number}, [&](const Row &row) {
                               files.push_back({.name = row.text(0), .sha256 = row.text(1), .bytes = row.integer(2)});
                           });
    if (!read)
        return Failure(read.error());
    return files;
}

} // namespace

Result<Lineage> ModelRegistry::lineage(const QString &model, qint64 version) const
{
    auto found = this->version(model, QString::number(version));
    if (!found)
        return Failure(found.error());
    Lineage lineage{.version = std::move(*found)};
    auto run = m_store.details(lineage.version.run);
    if (run) {
        lineage.inputs = run->inputs;
        lineage.run = std::move(*run);
        return lineage;
    }
    if (run.error().code != "unknown_run")
        return Failure(run.error());
    const auto events = history(model);
    if (!events)
        return Failure(events.error());
    for (const RegistryEvent &event : *events)
        if (event.version == version && event.what == QLatin1String("registered"))
            lineage.inputs = event.inputs;
    return lineage;
}

Result<void> ModelRegistry::verify(const QString &model, qint64 version, const Context &context) const
{
    const auto found = this->version(model, QString::number(version));
    if (!found)
        return Failure(found.error());
    const auto files = filesOf(m_store, model, *found);
    if (!files)
        return Failure(files.error());
    if (files->empty())
        return failure(ErrorKind::Refused, "artifact_damaged", "Version {} of {} refers to no artifact of this store.",
                       {std::to_string(version), model.toStdString()});
    for (const Artifact &file : *files)
        if (auto fine = verifyFile(m_store.artifacts(), file, context); !fine)
            return fine;
    return {};
}

} // namespace assay::tracking
