// SPDX-License-Identifier: GPL-3.0-or-later
// Models that come whole: from another registry, or back after they were removed.
#include "tracking/registry.h"
#include "tracking/registry/registryfollow.h"
#include "tracking/registry/registryrows.h"
#include "tracking/runrows.h"
#include "tracking/runstore.h"

#include <QRegularExpression>

namespace assay::tracking {

namespace {

QVariant timeOrNow(const QDateTime &time)
{
    return time.isValid() ? stored(time) : QVariant(nowMilliseconds());
}

QVariant runRow(Transaction &change, const RunId &run)
{
    if (run.isNull())
        return {};
    return change.value("SELECT id FROM runs WHERE uuid = ?", {run.value}).value_or(QVariant());
}

/// The digest of a version that is one file of its run; none for a folder of files (see keepFolder()).
void findArtifact(Transaction &change, ModelVersion &version)
{
    change.each("SELECT a.sha256, a.bytes FROM artifacts a JOIN runs r ON r.id = a.run WHERE r.uuid = ? AND a.name = ?",
                {version.run.value, version.artifact}, [&](const Row &row) {
                    version.sha256 = row.text(0);
                    version.bytes = row.integer(1);
                });
}

/// A version that is a folder of its run, or the whole run, refers to each file of it, once the run has any.
void keepFolder(Transaction &change, qint64 version)
{
    change.run("INSERT INTO version_files (version, name, sha256, bytes) SELECT v.id, a.name, a.sha256, a.bytes"
               " FROM versions v JOIN runs r ON r.uuid = v.run_uuid JOIN artifacts a ON a.run = r.id"
               // '0' follows '/', so these are the names that begin with "folder/".
               " WHERE v.id = ? AND v.sha256 = '' AND (v.artifact = '' OR (a.name > v.artifact || '/'"
               " AND a.name < v.artifact || '0')) AND NOT EXISTS (SELECT 1 FROM version_files WHERE version = v.id)",
               {version});
    change.run("UPDATE versions SET bytes = (SELECT sum(bytes) FROM version_files WHERE version = versions.id)"
               " WHERE id = ? AND EXISTS (SELECT 1 FROM version_files WHERE version = versions.id)",
               {version});
}

void insertVersion(Transaction &change, qint64 model, const ModelVersion &version,
                   const std::vector<Artifact> &folder = {})
{
    change.run("INSERT INTO versions (model, number, run, run_uuid, artifact, sha256, bytes, stage, note, created,"
               " updated, source) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
               {model, version.number, runRow(change, version.run), notNull(version.run.value),
                notNull(version.artifact), notNull(version.sha256), version.bytes, name(version.stage),
                notNull(version.note), timeOrNow(version.created), timeOrNow(version.updated),
                notNull(version.source)});
    const qint64 row = change.lastInsertId();
    for (const Artifact &file : folder) {
        checkBytes(change, file);
        change.run("INSERT INTO version_files (version, name, sha256, bytes) VALUES (?, ?, ?, ?)",
                   {row, file.name, file.sha256, file.bytes});
    }
    keepFolder(change, row);
    for (const auto &[key, value] : version.tags)
        change.run("INSERT INTO version_tags (version, key, value) VALUES (?, ?, ?)", {row, key, notNull(value)});
}

/// Nothing held on to the bytes while the version was away.
void checkFile(Transaction &change, const ModelVersion &version)
{
    if (!version.sha256.isEmpty())
        checkBytes(change, {.name = version.artifact, .kind = {}, .sha256 = version.sha256, .bytes = version.bytes});
}

void insertModelTags(Transaction &change, qint64 model, const std::map<QString, QString> &tags)
{
    for (const auto &[key, value] : tags)
        change.run("INSERT OR IGNORE INTO model_tags (model, key, value) VALUES (?, ?, ?)",
                   {model, key, notNull(value)});
}

ModelVersion versionFrom(const ImportedVersion &given)
{
    return {.number = given.number,
            .run = given.run,
            .artifact = given.artifact,
            .stage = given.stage,
            .note = given.note,
            .created = given.created,
            .updated = given.updated,
            .source = given.source,
            .tags = given.tags};
}

/// What @p given is called here, where names take part in addresses such as "models:/NAME/3".
QString usableName(const QString &given)
{
    static const QRegularExpression forbidden(QStringLiteral("[/:@\\p{C}]"));
    QString name = given.left(240).trimmed();
    name = name.replace(forbidden, QStringLiteral("_")).trimmed();
    return checkModelName(name) ? name : QStringLiteral("model");
}

QString freeName(Transaction &change, const QString &given)
{
    const QString wanted = usableName(given);
    QString name = wanted;
    for (int i = 2; change.value("SELECT 1 FROM models WHERE name = ?", {name}); ++i)
        name = QStringLiteral("%1-%2").arg(wanted).arg(i);
    return name;
}

/// A version that was here and was removed stays away.
bool everHad(RegistryChange &change, qint64 model, qint64 number)
{
    return change.sql()
        .value("SELECT 1 FROM versions WHERE model = ? AND number = ? UNION SELECT 1 FROM events WHERE model = ?"
               " AND version = ? AND what = 'version_removed'",
               {model, number, model, number})
        .has_value();
}

void importVersion(RegistryChange &change, qint64 model, const ImportedVersion &given, ImportedModelCount &count)
{
    if (everHad(change, model, given.number)) {
        // The files of its run may have come since.
        if (const auto row =
                change.sql().value("SELECT id FROM versions WHERE model = ? AND number = ?", {model, given.number}))
            keepFolder(change.sql(), row->toLongLong());
        return;
    }
    ModelVersion version = versionFrom(given);
    findArtifact(change.sql(), version);
    insertVersion(change.sql(), model, version);
    change.tell({.version = given.number,
                 .what = QStringLiteral("imported"),
                 .from = given.source,
                 .run = given.run,
                 .user = given.user,
                 .at = given.created});
    ++count.versions;
}

/// An alias that anybody here ever moved or took off is theirs; one of a version that did not come along is nobody's.
void importAliases(RegistryChange &change, const ImportedModel &model)
{
    for (const auto &[alias, number] : model.aliases) {
        if (change.holder(alias) > 0 || change.everTold(alias) || !change.cameWithSource(number))
            continue;
        change.pointAlias(alias, number);
        change.tell({.version = number,
                     .what = QStringLiteral("alias"),
                     .key = alias,
                     .to = QString::number(number),
                     .reason = QStringLiteral("imported")});
    }
}

} // namespace

Result<ImportedModelCount> ModelRegistry::importModel(const ImportedModel &model)
{
    Q_ASSERT(!model.source.isEmpty());
    ImportedModelCount count;
    RegistryChange change(m_store.database());
    const auto known = change.sql().value("SELECT name FROM models WHERE source = ?", {model.source});
    count.added = !known;
    count.name = known ? known->toString() : freeName(change.sql(), model.name);
    const qint64 row =
        known ? change.model(count.name) : change.makeModel(count.name, model.note, model.source, model.created);
    if (!known || !model.follows) // else followModel() does, which knows what was taken off here
        insertModelTags(change.sql(), row, model.tags);
    for (const ImportedVersion &version : model.versions)
        importVersion(change, row, version, count);
    importAliases(change, model);
    if (known && model.follows)
        followModel(change, row, model, count);
    if (count.added && model.updated.isValid())
        change.sql().run("UPDATE models SET updated = ? WHERE id = ?", {stored(model.updated), row});
    return change.commit().map([&] { return count; });
}

Result<void> ModelRegistry::restore(const RemovedModel &removed)
{
    const RegisteredModel &model = removed.model;
    RegistryChange change(m_store.database());
    if (change.sql().value("SELECT 1 FROM models WHERE name = ?", {model.name}))
        change.fail(failure(ErrorKind::Refused, "model_exists",
                            "There is a registered model {} already; rename that one first.",
                            {model.name.toStdString()}));
    if (!change.ok())
        return change.commit();
    const qint64 row = change.makeModel(model.name, model.note, model.source, model.created);
    // Its own history follows, with its own beginning.
    change.sql().run("DELETE FROM events WHERE model = ?", {row});
    insertModelTags(change.sql(), row, model.tags);
    for (const ModelVersion &version : removed.versions) {
        checkFile(change.sql(), version);
        const auto folder = removed.folders.find(version.number);
        insertVersion(change.sql(), row, version,
                      folder == removed.folders.end() ? std::vector<Artifact>() : folder->second);
    }
    for (const auto &[alias, number] : model.aliases)
        change.pointAlias(alias, number);
    for (const RegistryEvent &event : removed.events)
        change.tell(event);
    change.tell({.what = QStringLiteral("restored")});
    return change.commit();
}

Result<void> ModelRegistry::restoreVersion(const RemovedVersion &removed, const QString &reason)
{
    const ModelVersion &version = removed.version;
    RegistryChange change(m_store.database());
    const qint64 model = change.model(version.model);
    if (change.sql().value("SELECT 1 FROM versions WHERE model = ? AND number = ?", {model, version.number}))
        change.fail(failure(ErrorKind::Refused, "version_exists", "The model {} has a version {} already.",
                            {version.model.toStdString(), std::to_string(version.number)}));
    checkFile(change.sql(), version);
    if (!change.ok())
        return change.commit();
    insertVersion(change.sql(), model, version, removed.folder);
    change.tell({.version = version.number, .what = QStringLiteral("restored"), .reason = reason});
    for (const QString &alias : version.aliases) {
        if (change.holder(alias) > 0)
            continue;
        change.pointAlias(alias, version.number);
        change.tell({.version = version.number,
                     .what = QStringLiteral("alias"),
                     .key = alias,
                     .to = QString::number(version.number),
                     .reason = reason});
    }
    return change.commit();
}

} // namespace assay::tracking
