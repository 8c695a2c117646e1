// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/runwriter.h"

#include "tracking/experimentrows.h"
#include "tracking/processowner.h"
#include "tracking/runrows.h"

#include <QUuid>

namespace assay::tracking {

namespace {

/// "xgboost-3f9a", model and the beginning of the id, counted on where another run has it.
QString inventedName(Transaction &change, const QString &model, const RunId &id)
{
    const QString base = QStringLiteral("%1-%2").arg(model.isEmpty() ? QStringLiteral("run") : model, id.value.left(4));
    QString name = base;
    for (int i = 2; change.value("SELECT 1 FROM runs WHERE name = ? AND deleted IS NULL", {name}); ++i)
        name = QStringLiteral("%1-%2").arg(base).arg(i);
    return name;
}

qint64 insertRun(Transaction &change, const RunId &id, const NewRun &run)
{
    const ProcessOwner &owner = currentProcess();
    const qint64 now = nowMilliseconds();
    const QString experiment = run.experiment.isEmpty() ? NewRun().experiment : run.experiment;
    const QVariant parent = run.parent.isNull() ? QVariant() : QVariant(rowOf(change, run.parent));
    const QString name = run.name.isEmpty() ? inventedName(change, run.model, id) : run.name;
    change.run("INSERT INTO runs (uuid, experiment, parent, name, status, start, active, model, task, host, boot, pid,"
               " started) VALUES (?, ?, ?, ?, 'running', ?, ?, ?, ?, ?, ?, ?, ?)",
               {id.value, experimentRow(change, experiment), parent, name, now, now, notNull(run.model),
                notNull(run.task), notNull(owner.host), notNull(owner.boot), owner.pid, owner.started});
    return change.lastInsertId();
}

/// A run that is there again has an experiment to be in.
void reviveExperimentsOf(Transaction &change, qint64 run)
{
    std::vector<qint64> experiments;
    change.each(withRunsBelow + "SELECT e.id FROM experiments e WHERE e.deleted IS NOT NULL AND e.id IN (SELECT"
                                " experiment FROM runs WHERE deleted IS NULL AND id IN below)",
                {run}, [&](const Row &row) { experiments.push_back(row.integer(0)); });
    for (const qint64 experiment : experiments)
        reviveExperiment(change, experiment);
}

/// One transaction that finds a run's row, changes it, and brings its search text up to date.
template<class Change>
Result<void> changeRun(Database &database, const RunId &run, Change write)
{
    Transaction change(database);
    const qint64 row = rowOf(change, run);
    if (change.ok()) {
        write(change, row);
        touch(change, row);
    }
    return change.commit();
}

} // namespace

Result<RunId> beginRun(Database &database, const NewRun &run)
{
    const RunId id{QUuid::createUuid().toString(QUuid::Id128)};
    Transaction change(database);
    const qint64 row = insertRun(change, id, run);
    insertParams(change, row, run.params);
    for (const auto &[key, value] : run.tags)
        insertTag(change, row, key, value);
    for (const DatasetInput &input : run.inputs)
        insertInput(change, row, input);
    insertProvenance(change, row, run.provenance);
    touch(change, row);
    if (auto done = change.commit(); !done)
        return Failure(done.error());
    return id;
}

Result<void> endRun(Database &database, const RunId &run, RunStatus status, const QString &error)
{
    Q_ASSERT(status != RunStatus::Running);
    Transaction change(database);
    const qint64 row = openRowOf(change, run);
    const qint64 now = nowMilliseconds();
    change.run("UPDATE runs SET status = ?, end = ?, active = ?, error = ? WHERE id = ?",
               {name(status), now, now, notNull(error), row});
    return change.commit();
}

Result<void> writeParams(Database &database, const RunId &run, const Params &params)
{
    Transaction change(database);
    const qint64 row = openRowOf(change, run);
    insertParams(change, row, params);
    touch(change, row);
    return change.commit();
}

Result<void> writeInput(Database &database, const RunId &run, const DatasetInput &input)
{
    return changeRun(database, run, [&](Transaction &change, qint64 row) { insertInput(change, row, input); });
}

Result<void> writeArtifacts(Database &database, const RunId &run, const std::vector<Artifact> &artifacts,
                            Existing existing)
{
    return changeRun(database, run, [&](Transaction &change, qint64 row) {
        for (const Artifact &artifact : artifacts) {
            const auto there =
                change.value("SELECT sha256 FROM artifacts WHERE run = ? AND name = ?", {row, notNull(artifact.name)});
            if (there && *there != artifact.sha256 && existing == Existing::Refuse)
                change.fail(artifactExists(artifact.name));
            insertArtifact(change, row, artifact);
        }
    });
}

Result<std::vector<Artifact>> eraseArtifacts(Database &database, const RunId &run, const QStringList &names)
{
    std::vector<Artifact> erased;
    auto done = changeRun(database, run, [&](Transaction &change, qint64 row) {
        for (const QString &name : names) {
            const std::size_t before = erased.size();
            change.each(
                "SELECT kind, sha256, bytes FROM artifacts WHERE run = ? AND name = ?", {row, notNull(name)},
                [&](const Row &found) {
                    erased.push_back(
                        {.name = name, .kind = found.text(0), .sha256 = found.text(1), .bytes = found.integer(2)});
                });
            if (erased.size() == before)
                change.fail(failure(ErrorKind::NotFound, "unknown_artifact",
                                    "The run has no artifact `{}`; `assay artifact list` names those there are.",
                                    {name.toStdString()}));
            change.run("DELETE FROM artifacts WHERE run = ? AND name = ?", {row, notNull(name)});
        }
    });
    return done.map([&] { return std::move(erased); });
}

Result<void> renameRun(Database &database, const RunId &run, const QString &name)
{
    return changeRun(database, run, [&](Transaction &change, qint64 row) {
        change.run("UPDATE runs SET name = ? WHERE id = ?", {notNull(name), row});
    });
}

Result<void> writeNote(Database &database, const RunId &run, const QString &note)
{
    return changeRun(database, run, [&](Transaction &change, qint64 row) {
        change.run("UPDATE runs SET note = ? WHERE id = ?", {notNull(note), row});
    });
}

Result<void> writeTag(Database &database, const RunId &run, const QString &key, const QString &value)
{
    return changeRun(database, run, [&](Transaction &change, qint64 row) { insertTag(change, row, key, value); });
}

Result<void> eraseTag(Database &database, const RunId &run, const QString &key)
{
    return changeRun(database, run, [&](Transaction &change, qint64 row) {
        change.run("DELETE FROM tags WHERE run = ? AND key = (SELECT id FROM keys WHERE name = ?)", {row, key});
    });
}

Result<void> markDeleted(Database &database, const std::vector<RunId> &runs)
{
    Transaction change(database);
    const qint64 when = deletionTime(change);
    for (const RunId &run : runs)
        change.run(withRunsBelow + "UPDATE runs SET deleted = ? WHERE deleted IS NULL AND id IN below",
                   {rowOf(change, run), when});
    return change.commit();
}

Result<void> unmarkDeleted(Database &database, const std::vector<RunId> &runs)
{
    Transaction change(database);
    for (const RunId &run : runs) {
        const qint64 row = rowOf(change, run);
        const QVariant when = change.value("SELECT deleted FROM runs WHERE id = ?", {row}).value_or(QVariant());
        change.run(withRunsBelow + "UPDATE runs SET deleted = NULL WHERE deleted = ? AND id IN below", {row, when});
        reviveExperimentsOf(change, row);
    }
    return change.commit();
}

Result<QVariantList> crashedRuns(Connection &connection)
{
    QVariantList dead;
    std::optional<std::pair<ProcessOwner, bool>> judged; // a process often left several runs
    auto read = connection.each(
        "SELECT id, host, boot, pid, started FROM runs WHERE status = 'running'", {}, [&](const Row &row) {
            const ProcessOwner owner{
                .host = row.text(1), .boot = row.text(2), .pid = row.integer(3), .started = row.integer(4)};
            if (!judged || judged->first != owner)
                judged = {owner, isDead(owner)};
            if (judged->second)
                dead << row.value(0);
        });
    if (!read)
        return Failure(read.error());
    return dead;
}

Result<void> closeCrashedRuns(Database &database)
{
    auto connection = database.connection();
    if (!connection)
        return Failure(connection.error());
    const auto dead = crashedRuns(**connection);
    if (!dead)
        return Failure(dead.error());
    if (dead->isEmpty())
        return {};
    // Done again at the next start if it is lost.
    Transaction change(database, Transaction::Durability::Normal);
    for (const QVariant &row : *dead)
        change.run("UPDATE runs SET status = 'crashed', end = active WHERE id = ? AND status = 'running'", {row});
    return change.commit();
}

} // namespace assay::tracking
