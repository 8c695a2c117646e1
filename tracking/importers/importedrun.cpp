// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/importers/importedrun.h"

#include "tracking/experimentrows.h"
#include "tracking/hexadecimal.h"
#include "tracking/importers/importedexperiment.h"
#include "tracking/importers/importedfacts.h"
#include "tracking/importers/importedfiles.h"
#include "tracking/importers/importedgrowth.h"
#include "tracking/importers/importedseries.h"
#include "tracking/runfacts.h"
#include "tracking/runrows.h"

#include <QUuid>
#include <algorithm>

namespace assay::tracking {

namespace {

bool isRunId(const QString &text)
{
    return text.size() == 32 && isHexadecimal(text);
}

/// The start, else the first point, else now: the store wants one.
qint64 startOf(const ImportedRun &run)
{
    if (run.start.isValid())
        return run.start.toMSecsSinceEpoch();
    qint64 start = nowMilliseconds();
    for (const auto &[key, points] : run.metrics)
        for (const MetricPoint &point : points)
            start = std::min(start, point.time / 1000);
    return start;
}

/// Runs that went with their experiment have its time, so that they come back with it.
QVariant deletedAt(Transaction &change, qint64 experiment, const ImportedRun &run)
{
    if (!run.deleted)
        return {};
    const QVariant whole =
        change.value("SELECT deleted FROM experiments WHERE id = ?", {experiment}).value_or(QVariant());
    if (!whole.isNull())
        return whole;
    return deletionTime(change);
}

qint64 insertRow(Transaction &change, const RunId &id, const ImportedRun &run)
{
    const qint64 experiment = importedExperiment(change, run);
    const auto parent = rowOfSource(change, run.parentSource);
    const qint64 start = startOf(run);
    const bool over = run.status != RunStatus::Running;
    const QVariant end = run.end.isValid() ? stored(run.end) : over ? QVariant(start) : QVariant();
    const QString shown = run.name.isEmpty() ? QStringLiteral("run-") + id.value.left(4) : run.name;
    change.run("INSERT INTO runs (uuid, experiment, parent, name, status, start, end, active, model, task, note, error,"
               " deleted, favourite, archived, source, host, boot, pid, started)"
               " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', '', 0, 0)",
               {id.value, experiment, parent ? QVariant(*parent) : QVariant(), shown, name(run.status), start, end,
                start, notNull(run.model), notNull(run.task), notNull(run.note), notNull(run.error),
                deletedAt(change, experiment, run), run.favourite,
                run.archived ? QVariant(nowMilliseconds()) : QVariant(), notNull(run.source)});
    return change.lastInsertId();
}

void insertRun(Transaction &change, const ImportedRun &run, const std::vector<Artifact> &files, const Context &context)
{
    const RunId id = isRunId(run.id.value) ? run.id : RunId{QUuid::createUuid().toString(QUuid::Id128)};
    const qint64 row = insertRow(change, id, run);
    insertParams(change, row, run.params);
    for (const auto &[key, value] : run.tags)
        insertTag(change, row, key, value);
    for (const DatasetInput &input : run.inputs)
        insertInput(change, row, input);
    insertProvenance(change, row, run.provenance);
    for (const Artifact &file : files)
        insertArtifact(change, row, file);
    addSeries(change, row, run, context);
    if (run.follows)
        keepSourceFacts(change, row, run);
    touch(change, row);
}

struct Known
{
    qint64 row = 0;
    bool sameSource = false;
};

std::optional<Known> findKnown(Transaction &change, const ImportedRun &run)
{
    if (const auto row = rowOfSource(change, run.source))
        return Known{.row = *row, .sameSource = true};
    if (!isRunId(run.id.value))
        return {};
    const auto row = change.value("SELECT id FROM runs WHERE uuid = ?", {run.id.value});
    return row ? std::optional(Known{.row = row->toLongLong()}) : std::nullopt;
}

/// What the store has of the run's files, read before the transaction in which they are named.
Result<std::vector<Artifact>> knownFiles(Connection &connection, const ImportedRun &run)
{
    auto row = connection.value("SELECT id FROM runs WHERE (source = ? AND source <> '') OR uuid = ?",
                                {notNull(run.source), notNull(run.id.value)});
    if (!row)
        return Failure(row.error());
    return *row ? readArtifacts(connection, (*row)->toLongLong()) : std::vector<Artifact>();
}

Result<Imported> writeOnce(RunStore &store, Connection &connection, const ImportedRun &run, const Context &context,
                           QStringList &kept)
{
    auto there = knownFiles(connection, run);
    auto files = there ? keepFiles(store, run.files, *there, context) : Failure(there.error());
    if (!files)
        return Failure(files.error());
    Transaction change(store.database());
    const auto known = findKnown(change, run);
    Imported outcome = Imported::New;
    Followed followed;
    if (!known) {
        insertRun(change, run, *files, context);
    } else {
        const bool grown = known->sameSource && growImported(change, connection, known->row, run, context);
        if (known->sameSource && run.follows)
            followed = followSource(change, known->row, run);
        kept = followed.kept;
        outcome =
            grown || followed.changed || (known->sameSource && !files->empty()) ? Imported::Grown : Imported::Known;
        for (const Artifact &file : outcome == Imported::Grown ? *files : std::vector<Artifact>())
            insertArtifact(change, known->row, file);
        if (outcome == Imported::Grown)
            touch(change, known->row);
    }
    if (outcome == Imported::Known && !followed.anew && change.ok())
        return outcome;
    if (auto done = change.commit(); !done)
        return Failure(done.error());
    return outcome;
}

} // namespace

Result<Imported> writeImported(RunStore &store, const ImportedRun &run, const Context &context, QStringList *kept)
{
    auto connection = store.database().connection();
    if (!connection)
        return Failure(connection.error());
    // Another process may clear bytes away between their being found in the store and the row that refers to them.
    constexpr int attempts = 3;
    QStringList keptHere;
    auto outcome = writeOnce(store, **connection, run, context, keptHere);
    for (int i = 1; i < attempts && !outcome && outcome.error().code == "artifact_gone"; ++i)
        outcome = writeOnce(store, **connection, run, context, keptHere);
    if (kept && outcome)
        *kept += keptHere;
    return outcome;
}

Result<std::optional<RunId>> findImported(const RunStore &store, const QString &source)
{
    auto connection = store.database().connection();
    if (!connection)
        return Failure(connection.error());
    auto found = (*connection)->value("SELECT uuid FROM runs WHERE source = ? AND source <> ''", {notNull(source)});
    if (!found)
        return Failure(found.error());
    return *found ? std::optional(RunId{(*found)->toString()}) : std::nullopt;
}

} // namespace assay::tracking
