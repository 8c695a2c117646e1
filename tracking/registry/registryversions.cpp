// SPDX-License-Identifier: GPL-3.0-or-later
// Versions of registered models.
#include "tracking/registry.h"
#include "tracking/registry/registryrows.h"
#include "tracking/runrows.h"
#include "tracking/runstore.h"

#include <algorithm>

namespace assay::tracking {

namespace {

Result<Artifact> modelArtifact(const RunDetails &run, const QString &name)
{
    std::vector<std::string> known;
    const Artifact *found = nullptr;
    for (const Artifact &artifact : run.artifacts) {
        known.push_back(artifact.name.toStdString());
        if (name.isEmpty() ? artifact.kind == QLatin1String("model") : artifact.name == name)
            found = found ? found : &artifact;
    }
    if (found)
        return *found;
    const std::string title = run.run.name.toStdString();
    if (!name.isEmpty())
        return failure(ErrorKind::NotFound, "unknown_artifact", "The run {} has no artifact {}; it has {}.",
                       {title, name.toStdString(), known.empty() ? std::string("none") : quotedList(known)});
    return failure(ErrorKind::NotFound, "no_model",
                   "The run {} keeps no model that could be registered; choose one of its folds, or a run trained on "
                   "one split.",
                   {title});
}

/// As it is now: it may have been replaced, or cleared away with its run, since it was looked for.
Artifact stillThere(Transaction &change, qint64 run, const Artifact &artifact)
{
    Artifact now = artifact;
    now.sha256.clear();
    change.each("SELECT sha256, bytes FROM artifacts WHERE run = ? AND name = ?", {run, artifact.name},
                [&](const Row &row) {
                    now.sha256 = row.text(0);
                    now.bytes = row.integer(1);
                });
    if (now.sha256.isEmpty())
        change.fail(failure(ErrorKind::Refused, "artifact_gone",
                            "The artifact {} was taken out while it was being registered.",
                            {artifact.name.toStdString()}));
    checkBytes(change, now);
    return now;
}

void refuseTwice(RegistryChange &change, const NewVersion &version, const Artifact &artifact)
{
    const auto known =
        change.sql().value("SELECT v.number FROM versions v JOIN models m ON m.id = v.model WHERE m.name = ?"
                           " AND v.run_uuid = ? AND v.artifact = ? AND v.sha256 = ?",
                           {version.model, version.run.value, artifact.name, artifact.sha256});
    if (known)
        change.fail(failure(ErrorKind::Refused, "already_registered",
                            "That model of the run {} is version {} of {} already.",
                            {version.run.value.left(8).toStdString(), std::to_string(known->toLongLong()),
                             version.model.toStdString()}));
}

RemovedVersion wholeVersion(Database &database, RegistryChange &change, qint64 row)
{
    RemovedVersion whole;
    // The transaction is this thread's own, so that its connection reads within it.
    if (auto connection = database.connection(); connection && change.ok()) {
        auto versions = readVersions(**connection, "v.id = ?", {row});
        if (versions)
            whole.version = std::move(versions->front());
        else
            change.fail(Failure(versions.error()));
    }
    change.sql().each("SELECT name, sha256, bytes FROM version_files WHERE version = ? ORDER BY name", {row},
                      [&](const Row &file) {
                          whole.folder.push_back(
                              {.name = file.text(0), .kind = {}, .sha256 = file.text(1), .bytes = file.integer(2)});
                      });
    return whole;
}

} // namespace

Result<ModelVersion> ModelRegistry::add(const NewVersion &version)
{
    if (auto fine = checkModelName(version.model); !fine)
        return Failure(fine.error());
    const auto run = m_store.details(version.run);
    if (!run)
        return Failure(run.error());
    const auto found = modelArtifact(*run, version.artifact);
    if (!found)
        return Failure(found.error());
    RegistryChange change(m_store.database());
    const qint64 runRow = rowOf(change.sql(), version.run);
    const Artifact artifact = stillThere(change.sql(), runRow, *found);
    const qint64 model = change.makeModel(version.model, {});
    refuseTwice(change, version, artifact);
    const qint64 number = change.lastNumber() + 1;
    const qint64 now = nowMilliseconds();
    change.sql().run("INSERT INTO versions (model, number, run, run_uuid, artifact, sha256, bytes, note, created,"
                     " updated) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                     {model, number, runRow, version.run.value, artifact.name, artifact.sha256, artifact.bytes,
                      notNull(version.note), now, now});
    const qint64 row = change.sql().lastInsertId();
    for (const auto &[key, value] : version.tags)
        change.sql().run("INSERT INTO version_tags (version, key, value) VALUES (?, ?, ?)", {row, key, notNull(value)});
    change.tell({.version = number,
                 .what = QStringLiteral("registered"),
                 .to = run->run.name,
                 .run = version.run,
                 .inputs = run->inputs});
    if (auto done = change.commit(); !done)
        return Failure(done.error());
    return this->version(version.model, QString::number(number));
}

Result<void> ModelRegistry::setVersionNote(const QString &model, qint64 version, const QString &note)
{
    RegistryChange change(m_store.database());
    change.model(model);
    const qint64 row = change.version(version);
    change.sql().run("UPDATE versions SET note = ? WHERE id = ?", {notNull(note), row});
    change.tell({.version = version, .what = QStringLiteral("noted"), .to = note});
    return change.commit();
}

Result<void> ModelRegistry::setVersionTag(const QString &model, qint64 version, const QString &key,
                                          const QString &value)
{
    RegistryChange change(m_store.database());
    change.model(model);
    const qint64 row = change.version(version);
    change.sql().run("INSERT INTO version_tags (version, key, value) VALUES (?, ?, ?) ON CONFLICT (version, key)"
                     " DO UPDATE SET value = excluded.value",
                     {row, key, notNull(value)});
    change.tell({.version = version, .what = QStringLiteral("tagged"), .key = key, .to = value});
    return change.commit();
}

Result<void> ModelRegistry::removeVersionTag(const QString &model, qint64 version, const QString &key)
{
    RegistryChange change(m_store.database());
    change.model(model);
    const qint64 row = change.version(version);
    change.sql().run("DELETE FROM version_tags WHERE version = ? AND key = ?", {row, key});
    change.tell({.version = version, .what = QStringLiteral("tagged"), .key = key});
    return change.commit();
}

Result<void> ModelRegistry::setStage(const QString &model, qint64 version, Stage stage, const QString &reason)
{
    RegistryChange change(m_store.database());
    change.model(model);
    const qint64 row = change.version(version);
    const auto before = change.sql().value("SELECT stage FROM versions WHERE id = ?", {row});
    change.sql().run("UPDATE versions SET stage = ? WHERE id = ?", {name(stage), row});
    change.tell({.version = version,
                 .what = QStringLiteral("stage"),
                 .from = before ? before->toString() : QString(),
                 .to = name(stage),
                 .reason = reason});
    return change.commit();
}

Result<RemovedVersion> ModelRegistry::removeVersion(const QString &model, qint64 version, const QString &reason)
{
    RegistryChange change(m_store.database());
    change.model(model);
    const qint64 row = change.version(version);
    RemovedVersion removed = wholeVersion(m_store.database(), change, row);
    for (const QString &alias : std::as_const(removed.version.aliases))
        change.tell({.version = version,
                     .what = QStringLiteral("alias_removed"),
                     .key = alias,
                     .from = QString::number(version),
                     .reason = reason});
    change.sql().run("DELETE FROM versions WHERE id = ?", {row});
    change.tell({.version = version, .what = QStringLiteral("version_removed"), .reason = reason});
    return change.commit().map([&] { return std::move(removed); });
}

} // namespace assay::tracking
