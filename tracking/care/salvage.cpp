// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/care/salvage.h"

#include "tracking/care/artifactcopy.h"
#include "tracking/care/salvagerepair.h"
#include "tracking/care/source.h"
#include "tracking/care/tablesalvage.h"
#include "tracking/migrations.h"
#include "tracking/runstore.h"

#include <QDir>
#include <QFileInfo>

namespace assay::tracking {

namespace {

/// What the pages tell of tables that could not be read through.
Result<void> completeTables(TableSalvage &salvage, const QString &from, SalvageReport &report, const Context &context)
{
    const auto folder = salvageFolder(QFileInfo(report.path).absolutePath());
    if (!folder)
        return Failure(folder.error());
    const Error nothing =
        failure(ErrorKind::Refused, "store_damaged", "{} holds no tables of runs.", {from.toStdString()}).value();
    auto rebuilt = rebuildTables(from, (*folder)->path(), nothing, context);
    if (!rebuilt)
        return rebuilt.error().code == nothing.code ? Result<void>() : Failure(rebuilt.error());
    auto pages = openSource(rebuilt->path);
    auto connection = pages ? pages->database->connection() : Failure(pages.error());
    if (!connection)
        return Failure(connection.error());
    report.lost.insert(report.lost.end(), rebuilt->lost.begin(), rebuilt->lost.end());
    return salvage.complete(**connection, *rebuilt, context);
}

Result<void> copyTables(const Source &source, const QString &from, Database &to, SalvageReport &report,
                        const Context &context)
{
    auto connection = source.database->connection();
    if (!connection)
        return Failure(connection.error());
    Transaction change(to);
    change.run("PRAGMA defer_foreign_keys = ON");
    TableSalvage salvage(change);
    auto copied = salvage.copy(**connection, source.version, source.rebuilt, context);
    if (copied && salvage.damaged() && source.rebuilt.path.isEmpty())
        copied = completeTables(salvage, from, report, context);
    if (!copied)
        return copied;
    const auto lost = salvage.lost();
    report.lost.insert(report.lost.end(), lost.begin(), lost.end());
    // What a store of version 1 does not have.
    change.run("UPDATE params SET number = value WHERE type <> 0 AND number IS NULL");
    change.run("UPDATE params SET number = NULL WHERE typeof(number) = 'text'");
    const qint64 runs = change.value("SELECT count(*) FROM runs").value_or(0).toLongLong();
    repairReferences(change, report.lost);
    report.points = repairSeries(change, report.lost, report.lostPoints);
    report.runs = change.value("SELECT count(*) FROM runs").value_or(0).toLongLong();
    report.lostRuns = report.runs - runs;
    report.mostLost = salvage.emptied() || report.lostRuns > runs || report.lostPoints > report.points;
    return change.commit();
}

Result<void> fill(const Source &source, const QString &from, RunStore &store, SalvageReport &report,
                  const Context &context)
{
    if (auto done = copyTables(source, from, store.database(), report, context); !done)
        return done;
    auto own = store.database().connection();
    auto artifacts = referredArtifacts(**own, builtinMigrations().back().version);
    auto copied = artifacts ? copyArtifacts(*artifacts, ArtifactStore(from), store.artifacts(), context)
                            : Result<CopiedArtifacts>(Failure(artifacts.error()));
    if (!copied)
        return Failure(copied.error());
    report.artifacts = copied->files;
    report.artifactBytes = copied->bytes;
    report.lost.insert(report.lost.end(), copied->missing.begin(), copied->missing.end());
    return {};
}

} // namespace

Result<SalvageReport> salvageStore(const QString &from, const QString &to, const Context &context)
{
    if (QFileInfo::exists(from) && QFileInfo::exists(to))
        return at(
            failure(ErrorKind::Refused, "file_exists", "{} is there already; choose another name.", {to.toStdString()}),
            to.toStdString());
    auto source = openWhatIsLeft(from, QFileInfo(to).absolutePath(), context);
    if (!source && source.error().code == "store_damaged" && QFileInfo(from).size() > 0)
        return failure(ErrorKind::Refused, "store_damaged",
                       "Nothing of the store {} can be saved: no table of runs was found in it; put back a backup.",
                       {from.toStdString()});
    if (!source)
        return Failure(source.error());
    auto store = RunStore::open(to);
    if (!store)
        return Failure(store.error());
    SalvageReport report{.path = to, .lost = source->rebuilt.lost};
    if (!source->rebuilt.path.isEmpty())
        report.lost.push_back({.code = QStringLiteral("page"),
                               .where = QFileInfo(from).fileName(),
                               .message = QStringLiteral(
                                   "The list of tables was destroyed, and the tables were found by what their pages "
                                   "hold: what nothing refers to may be missing.")});
    if (source->missing)
        report.lost.insert(report.lost.begin(), {.code = QStringLiteral("page"),
                                                 .where = QFileInfo(from).fileName(),
                                                 .message = QString::fromStdString(source->missing->message)});
    QDir artifacts((*store)->artifacts().folder());
    const bool own = !artifacts.exists();
    auto done = fill(*source, from, **store, report, context);
    if (done)
        return report;
    store->reset();
    for (const char *end : {"", "-wal", "-shm"})
        QFile::remove(to + QLatin1String(end));
    if (own)
        artifacts.removeRecursively();
    return Failure(done.error());
}

} // namespace assay::tracking
