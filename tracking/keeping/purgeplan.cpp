// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/keeping/purgeplan.h"

#include "tracking/jsonlist.h"
#include "tracking/processowner.h"
#include "tracking/runreader.h"
#include "tracking/runrows.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <set>

namespace assay::tracking {

namespace {

const QByteArray chosen = "(SELECT value FROM json_each(?))";

Failure notDeleted(const QString &name)
{
    return failure(ErrorKind::Refused, "run_not_deleted",
                   "The run {} is not deleted; delete it first, which can be taken back.", {name.toStdString()});
}

Result<std::set<qint64>> rowsBelow(Connection &connection, const std::vector<RunId> &runs)
{
    std::set<qint64> rows;
    for (const RunId &run : runs) {
        auto row = findRow(connection, run);
        if (!row)
            return Failure(row.error());
        auto kept = connection.value("SELECT name FROM runs WHERE id = ? AND deleted IS NULL", {*row});
        if (!kept)
            return Failure(kept.error());
        if (*kept)
            return notDeleted((*kept)->toString());
        auto read = connection.each(withRunsBelow + "SELECT id FROM runs WHERE deleted IS NOT NULL AND id IN below",
                                    {*row}, [&](const Row &found) { rows.insert(found.integer(0)); });
        if (!read)
            return Failure(read.error());
    }
    return rows;
}

Result<std::set<qint64>> allDeleted(Connection &connection, const std::optional<QDateTime> &before)
{
    std::set<qint64> rows;
    auto read =
        connection.each("SELECT id FROM runs WHERE deleted IS NOT NULL AND deleted < coalesce(?, 9223372036854775807)",
                        {before ? stored(*before) : QVariant()}, [&](const Row &row) { rows.insert(row.integer(0)); });
    if (!read)
        return Failure(read.error());
    return rows;
}

Result<void> leaveRunningOut(Connection &connection, std::set<qint64> &rows, PurgeSize &size)
{
    // Those that were taken over running have nobody here who writes them.
    return connection.each(
        "SELECT id, host, boot, pid, started FROM runs WHERE status = 'running' AND host <> ''"
        " AND deleted IS NOT NULL",
        {}, [&](const Row &row) {
            if (!isDead({.host = row.text(1), .boot = row.text(2), .pid = row.integer(3), .started = row.integer(4)}))
                size.running += static_cast<qint64>(rows.erase(row.integer(0)));
        });
}

/// What the chosen rows' artifacts take, once for each content; content that others refer to apart.
Result<void> measureFiles(Connection &connection, const QString &rows, PurgeSize &size)
{
    const QByteArray perContent = "SELECT sha256, max(bytes) AS bytes, count(*) AS times FROM artifacts WHERE run IN " +
                                  chosen + " GROUP BY sha256";
    const QByteArray kept = "(EXISTS (SELECT 1 FROM artifacts o WHERE o.sha256 = a.sha256 AND o.run NOT IN " + chosen +
                            ") OR EXISTS (SELECT 1 FROM versions v WHERE v.sha256 = a.sha256)"
                            " OR EXISTS (SELECT 1 FROM version_files f WHERE f.sha256 = a.sha256))";
    return connection.each("SELECT " + kept + ", count(*), coalesce(sum(bytes), 0), sum(times) FROM (" + perContent +
                               ") a GROUP BY 1",
                           {rows, rows}, [&](const Row &row) {
                               (row.integer(0) != 0 ? size.keptFiles : size.files) = row.integer(1);
                               (row.integer(0) != 0 ? size.keptBytes : size.fileBytes) = row.integer(2);
                               size.artifacts += row.integer(3);
                           });
}

/// Texts as long as they are, and about what SQLite spends on a row and its places in indexes.
Result<void> measureRows(Connection &connection, const QString &rows, PurgeSize &size)
{
    const auto add = [&](const QByteArray &table, const QByteArray &bytes) {
        return connection.each("SELECT coalesce(sum(" + bytes + "), 0) FROM " + table + " WHERE run IN " + chosen,
                               {rows}, [&](const Row &row) { size.storeBytes += row.integer(0); });
    };
    auto done = connection.each("SELECT coalesce(sum(count), 0) FROM metrics WHERE run IN " + chosen, {rows},
                                [&](const Row &row) { size.points = row.integer(0); });
    if (done)
        done = add("chunks", "length(points) + 40");
    if (done)
        done = add("metrics", "60");
    if (done)
        done = add("params", "2 * length(text) + 50");
    if (done)
        done = add("tags", "2 * length(value) + 30");
    if (done)
        done = add("artifacts", "length(name) + 160");
    if (done)
        done = connection.each("SELECT coalesce(sum(length(note) + length(search) + 300), 0) FROM runs WHERE id IN " +
                                   chosen,
                               {rows}, [&](const Row &row) { size.storeBytes += row.integer(0); });
    return done;
}

Result<void> listModels(Connection &connection, const QString &rows, PurgeSize &size)
{
    return connection.each("SELECT m.name, v.number FROM versions v JOIN models m ON m.id = v.model WHERE v.run IN " +
                               chosen + " ORDER BY m.name, v.number",
                           {rows}, [&](const Row &row) { size.models << row.text(0) + u' ' + row.text(1); });
}

} // namespace

Result<PurgePlan> makePlan(Connection &connection, const PurgeRequest &request)
{
    const Snapshot view(connection);
    auto rows = request.all ? allDeleted(connection, request.before) : rowsBelow(connection, request.runs);
    if (!rows)
        return Failure(rows.error());
    PurgePlan plan;
    auto done = leaveRunningOut(connection, *rows, plan.size);
    plan.rows.assign(rows->begin(), rows->end());
    plan.size.runs = static_cast<qint64>(plan.rows.size());
    const QString list = jsonList(plan.rows);
    for (const auto measure : {measureFiles, measureRows, listModels})
        if (done)
            done = measure(connection, list, plan.size);
    if (!done)
        return Failure(done.error());
    return plan;
}

Result<PurgeSize> planPurge(const RunStore &store, const PurgeRequest &request)
{
    auto connection = store.database().connection();
    if (!connection)
        return Failure(connection.error());
    return makePlan(**connection, request).map([](const PurgePlan &plan) { return plan.size; });
}

} // namespace assay::tracking
