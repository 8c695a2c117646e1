// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/runrows.h"

#include "tracking/artifacts/artifactname.h"
#include "tracking/artifactstore.h"
#include "tracking/metricstore.h"

#include <QFileInfo>

namespace assay::tracking {

namespace {

QVariant sortable(const ParamValue &value)
{
    return std::visit(
        [](const auto &held) -> QVariant {
            using Held = std::decay_t<decltype(held)>;
            if constexpr (std::is_same_v<Held, std::string>)
                return QString::fromStdString(held);
            else if constexpr (std::is_same_v<Held, std::int64_t>)
                return static_cast<qint64>(held);
            else
                return held;
        },
        value);
}

/// NULL for what is not a number and does not read as one.
QVariant number(const ParamValue &value)
{
    if (std::holds_alternative<bool>(value))
        return {};
    if (const auto *text = std::get_if<std::string>(&value)) {
        bool reads = false;
        const double read = QString::fromStdString(*text).toDouble(&reads);
        return reads ? QVariant(read) : QVariant();
    }
    return sortable(value).toDouble();
}

/// An artifact that @p name would be a folder of, or that is a folder of @p name.
std::optional<QVariant> conflicting(Transaction &change, qint64 row, const QString &name)
{
    // '0' follows '/', so these are the names that begin with "name/".
    auto other = change.value("SELECT name FROM artifacts WHERE run = ? AND name > ? AND name < ? LIMIT 1",
                              {row, QString(name + u'/'), QString(name + u'0')});
    for (qsizetype end = name.indexOf(u'/'); !other && end > 0; end = name.indexOf(u'/', end + 1))
        other = change.value("SELECT name FROM artifacts WHERE run = ? AND name = ?", {row, name.left(end)});
    return other;
}

QString librariesJson(const std::map<QString, QString> &libraries)
{
    Json json = Json::object();
    for (const auto &[name, version] : libraries)
        json[name.toStdString()] = version.toStdString();
    return QString::fromStdString(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

} // namespace

// UNION ends where a damaged store has circles of parents.
const QByteArray withRunsBelow = "WITH RECURSIVE below(id) AS (SELECT ? UNION SELECT r.id FROM runs r JOIN below b ON"
                                 " r.parent = b.id) ";
const QByteArray withRunsBelowAll = QByteArray(withRunsBelow).replace("SELECT ?", "SELECT value FROM json_each(?)");

Failure unknownRun(const QString &run)
{
    return failure(ErrorKind::NotFound, "unknown_run",
                   "There is no run {} in this store; give a run's id, at least its first 6 digits, or its name.",
                   {run.toStdString()});
}

Failure runClosed(const RunId &run, const QString &status)
{
    return failure(ErrorKind::Refused, "run_closed", "The run {} is closed ({}); begin another one.",
                   {run.value.toStdString(), status.toStdString()});
}

qint64 rowOf(Transaction &change, const RunId &run)
{
    const auto row = change.value("SELECT id FROM runs WHERE uuid = ?", {run.value});
    if (!row)
        change.fail(unknownRun(run.value));
    return row ? row->toLongLong() : 0;
}

qint64 openRowOf(Transaction &change, const RunId &run)
{
    const qint64 row = rowOf(change, run);
    const auto status = change.value("SELECT status FROM runs WHERE id = ?", {row});
    if (status && status->toString() != name(RunStatus::Running))
        change.fail(runClosed(run, status->toString()));
    return row;
}

void insertParams(Transaction &change, qint64 row, const Params &params)
{
    for (const auto &[key, value] : params)
        change.run("INSERT INTO params (run, key, type, value, text, number) VALUES (?, ?, ?, ?, ?, ?)"
                   " ON CONFLICT (run, key) DO UPDATE SET type = excluded.type, value = excluded.value,"
                   " text = excluded.text, number = excluded.number",
                   {row, keyId(change, QString::fromStdString(key)), static_cast<int>(value.index()), sortable(value),
                    QString::fromStdString(toText(value)), number(value)});
}

void insertTag(Transaction &change, qint64 row, const QString &key, const QString &value)
{
    change.run("INSERT INTO tags (run, key, value) VALUES (?, ?, ?)"
               " ON CONFLICT (run, key) DO UPDATE SET value = excluded.value",
               {row, keyId(change, key), notNull(value)});
}

void insertInput(Transaction &change, qint64 row, const DatasetInput &input)
{
    change.run("INSERT INTO inputs (run, position, role, name, path, digest, rows, columns, read_options)"
               " VALUES (?, (SELECT count(*) FROM inputs WHERE run = ?), ?, ?, ?, ?, ?, ?, ?)",
               {row, row, notNull(input.role), notNull(input.name), notNull(input.path), notNull(input.digest),
                input.rows, input.columns, notNull(input.readOptions)});
}

void checkBytes(Transaction &change, const Artifact &artifact)
{
    if (!QFileInfo(ArtifactStore(change.path()).path(artifact.sha256)).isFile())
        change.fail(failure(ErrorKind::Refused, "artifact_gone",
                            "The bytes of the artifact {} are no longer in the store: they were cleared away; add it "
                            "again.",
                            {artifact.name.toStdString()}));
}

Failure artifactExists(const QString &name)
{
    if (isFromTraining(name))
        return failure(ErrorKind::Refused, "artifact_exists",
                       "`{}` was written by the run's own training, and explaining, judging and repeating the run read "
                       "it; choose another name, or say that it may be replaced.",
                       {name.toStdString()});
    return failure(
        ErrorKind::Refused, "artifact_exists",
        "The run has an artifact `{}` with other contents already; choose another name, or say that it may be "
        "replaced.",
        {name.toStdString()});
}

void insertArtifact(Transaction &change, qint64 row, const Artifact &artifact)
{
    if (const auto other = conflicting(change, row, artifact.name))
        change.fail(failure(ErrorKind::BadInput, "artifact_conflict",
                            "The run has an artifact `{}`, so none can be called `{}`; choose another name.",
                            {other->toString().toStdString(), artifact.name.toStdString()}));
    checkBytes(change, artifact);
    change.run("INSERT INTO artifacts (run, name, kind, sha256, bytes) VALUES (?, ?, ?, ?, ?)"
               " ON CONFLICT (run, name) DO UPDATE SET kind = excluded.kind, sha256 = excluded.sha256,"
               " bytes = excluded.bytes",
               {row, notNull(artifact.name), notNull(artifact.kind), artifact.sha256, artifact.bytes});
}

void insertProvenance(Transaction &change, qint64 row, const Provenance &provenance)
{
    change.run(
        "INSERT INTO provenance (run, program, command_line, git_commit, git_dirty, host, user, os, cpu, threads,"
        " seed, libraries) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {row, notNull(provenance.program), notNull(provenance.commandLine), notNull(provenance.gitCommit),
         provenance.gitDirty, notNull(provenance.host), notNull(provenance.user), notNull(provenance.os),
         notNull(provenance.cpu), provenance.threads, static_cast<qint64>(provenance.seed),
         librariesJson(provenance.libraries)});
}

void touch(Transaction &change, qint64 row)
{
    QStringList texts;
    const auto collect = [&texts](const Row &found) { texts << found.text(0); };
    change.each("SELECT name FROM runs WHERE id = ?", {row}, collect);
    change.each("SELECT model FROM runs WHERE id = ?", {row}, collect);
    change.each("SELECT e.name FROM experiments e JOIN runs r ON r.experiment = e.id WHERE r.id = ?", {row}, collect);
    change.each("SELECT k.name || '=' || t.value FROM tags t JOIN keys k ON k.id = t.key WHERE t.run = ?", {row},
                collect);
    change.each("SELECT text FROM params WHERE run = ?", {row}, collect);
    change.run("UPDATE runs SET search = ?, active = max(active, ?) WHERE id = ?",
               {texts.join(u'\n').toCaseFolded(), nowMilliseconds(), row});
}

} // namespace assay::tracking
