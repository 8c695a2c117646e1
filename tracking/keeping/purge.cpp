// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/purge.h"

#include "tracking/jsonlist.h"
#include "tracking/keeping/purgeplan.h"
#include "tracking/keeping/sweep.h"
#include "tracking/runwriter.h"

#include <QFileInfo>
#include <QStorageInfo>
#include <set>

namespace assay::tracking {

namespace {

constexpr std::size_t batchSize = 50;
constexpr qint64 leftOverAge = 24 * 3600; ///< [s]

/// Takes out the rows of @p batch and hands back the digests of their artifacts.
Result<void> purgeRows(Database &database, const std::vector<qint64> &batch, std::set<QString> &digests)
{
    // On the disk before the first file goes.
    Transaction change(database, Transaction::Durability::Full);
    const QString rows = jsonList(batch);
    const QByteArray chosen = "(SELECT id FROM runs WHERE deleted IS NOT NULL AND (status <> 'running' OR host = '')"
                              " AND id IN (SELECT value FROM json_each(?)))";
    change.each("SELECT DISTINCT sha256 FROM artifacts WHERE run IN " + chosen, {rows},
                [&](const Row &row) { digests.insert(row.text(0)); });
    change.run("UPDATE versions SET run_uuid = (SELECT uuid FROM runs r WHERE r.id = versions.run)"
               " WHERE run_uuid = '' AND run IN " +
                   chosen,
               {rows});
    change.run("UPDATE runs SET parent = NULL WHERE parent IN " + chosen, {rows});
    change.run("DELETE FROM runs WHERE id IN " + chosen, {rows});
    return change.commit();
}

Result<void> purgeExperiments(Database &database)
{
    Transaction change(database);
    change.run("DELETE FROM experiments WHERE deleted IS NOT NULL"
               " AND NOT EXISTS (SELECT 1 FROM runs WHERE experiment = experiments.id)");
    return change.commit();
}

/// Gives free pages back to the disk where that is worth rewriting the file. That it does not work now, with another
/// program reading or little room left, is no failure: the pages are used again.
bool compact(Database &database)
{
    auto connection = database.connection();
    if (!connection)
        return false;
    const auto number = [&](const char *pragma) -> qint64 {
        auto value = (*connection)->value(pragma);
        return value && *value ? (*value)->toLongLong() : 0;
    };
    const qint64 free = number("PRAGMA freelist_count");
    const qint64 pages = number("PRAGMA page_count");
    const qint64 pageBytes = number("PRAGMA page_size");
    constexpr qint64 worthwhile = 1 << 20;
    if (free * pageBytes < worthwhile || free * 4 < pages)
        return false;
    // The file is written anew beside itself, once into the log and once in place.
    const qint64 room = QStorageInfo(QFileInfo(database.path()).path()).bytesAvailable();
    if (room >= 0 && room < 2 * (pages - free) * pageBytes + worthwhile)
        return false;
    const std::lock_guard lock(database.writing());
    if (!(*connection)->run("VACUUM"))
        return false;
    return (*connection)->run("PRAGMA wal_checkpoint(TRUNCATE)").has_value();
}

/// Every part of the work in turn; what is done stays done.
Result<PurgeReport> carryOut(RunStore &store, const PurgePlan &plan, const Context &context)
{
    PurgeReport report{.size = plan.size};
    std::set<QString> digests;
    for (std::size_t first = 0; first < plan.rows.size(); first += batchSize) {
        if (context.cancelled())
            break;
        const std::size_t last = std::min(first + batchSize, plan.rows.size());
        const auto begin = plan.rows.begin();
        if (auto done =
                purgeRows(store.database(), {begin + std::ptrdiff_t(first), begin + std::ptrdiff_t(last)}, digests);
            !done)
            return Failure(done.error());
        context.progress("Removing runs", static_cast<qint64>(last), static_cast<qint64>(plan.rows.size()));
    }
    // Also after cancelling: files of runs that are gone would only be left over.
    const Context unstoppable{.observer = context.observer};
    auto cleared =
        clearUnreferenced(store.database(), store.artifacts(), {digests.begin(), digests.end()}, unstoppable);
    if (!cleared)
        return Failure(cleared.error());
    std::tie(report.size.files, report.size.fileBytes) = *cleared;
    if (context.cancelled())
        return cancelled();
    if (auto done = purgeExperiments(store.database()); !done)
        return Failure(done.error());
    auto swept = sweepArtifacts(store, QDateTime::currentDateTimeUtc().addSecs(-leftOverAge), context);
    if (!swept)
        return Failure(swept.error());
    std::tie(report.leftOvers, report.leftOverBytes) = *swept;
    return report;
}

} // namespace

Result<PurgeReport> purge(RunStore &store, const PurgeRequest &request, const Context &context)
{
    // Points that are still waiting would be written to rows that are gone.
    if (auto written = store.flush(); !written)
        return Failure(written.error());
    // Those whose process died since this store was opened are over.
    if (auto closed = closeCrashedRuns(store.database()); !closed)
        return Failure(closed.error());
    auto connection = store.database().connection();
    if (!connection)
        return Failure(connection.error());
    auto plan = makePlan(**connection, request);
    if (!plan)
        return Failure(plan.error());
    const qint64 before = QFileInfo(store.path()).size();
    auto report = carryOut(store, *plan, context);
    if (!report)
        return report;
    report->compacted = compact(store.database());
    report->storeBefore = before;
    report->storeAfter = QFileInfo(store.path()).size();
    return report;
}

} // namespace assay::tracking
