// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/exporters/exportplan.h"

#include "tracking/database.h"
#include "tracking/jsonlist.h"
#include "tracking/runquery.h"
#include "tracking/runrows.h"

#include <set>

namespace assay::tracking {

namespace {

/// Runs by row and id, in order.
struct Found
{
    std::vector<qint64> rows = {};
    std::vector<RunId> ids = {};

    void add(const Row &row)
    {
        rows.push_back(row.integer(0));
        ids.push_back({row.text(1)});
    }
};

Result<Found> findRuns(Connection &connection, const std::vector<RunId> &runs)
{
    QStringList ids;
    for (const RunId &run : runs)
        ids << run.value;
    Found found;
    // In the order asked for, and each once.
    const auto read = connection.each("SELECT r.id, r.uuid FROM json_each(?) j JOIN runs r ON r.uuid = j.value"
                                      " GROUP BY r.id ORDER BY min(j.key)",
                                      {jsonList(ids)}, [&](const Row &row) { found.add(row); });
    if (!read)
        return Failure(read.error());
    const std::set<RunId> known(found.ids.begin(), found.ids.end());
    for (const RunId &run : runs)
        if (!known.contains(run))
            return failure(ErrorKind::NotFound, "unknown_run", "There is no run {}.", {run.value.toStdString()});
    return found;
}

/// Adds those that the query finds.
Result<void> addRuns(Connection &connection, RunQuery query, Found &found)
{
    query.offset = 0;
    query.limit = -1;
    const auto sql = orderedSelection(connection, query);
    if (!sql)
        return Failure(sql.error());
    const std::set<qint64> known(found.rows.begin(), found.rows.end());
    return connection.each("SELECT r.id, r.uuid" + sql->text, sql->values, [&](const Row &row) {
        if (!known.contains(row.integer(0)))
            found.add(row);
    });
}

/// Those below the ones found, after them; a damaged store may have circles of parents.
Result<void> addChildren(Connection &connection, Found &found)
{
    const QString chosen = jsonList(found.rows);
    return connection.each(withRunsBelowAll + "SELECT r.id, r.uuid FROM below b JOIN runs r ON r.id = b.id WHERE"
                                              " r.deleted IS NULL AND r.id NOT IN (SELECT value FROM json_each(?))"
                                              " ORDER BY r.id",
                           {chosen, chosen}, [&](const Row &row) { found.add(row); });
}

Result<ExportPlan> measure(Connection &connection, Found found)
{
    ExportPlan plan;
    const QString rows = jsonList(found.rows);
    auto read = connection.each("SELECT sum(count) FROM metrics WHERE run IN (SELECT value FROM json_each(?))", {rows},
                                [&](const Row &row) { plan.points = row.integer(0); });
    if (read)
        read = connection.each("SELECT count(*), sum(bytes) FROM artifacts"
                               " WHERE run IN (SELECT value FROM json_each(?))",
                               {rows}, [&](const Row &row) {
                                   plan.artifacts = row.integer(0);
                                   plan.artifactBytes = row.integer(1);
                               });
    if (!read)
        return Failure(read.error());
    plan.runs = std::move(found.ids);
    return plan;
}

} // namespace

Result<ExportPlan> planExport(const RunStore &store, const ExportChoice &choice)
{
    const auto connection = store.database().connection();
    if (!connection)
        return Failure(connection.error());
    auto found = findRuns(**connection, choice.runs);
    if (!found)
        return Failure(found.error());
    if (choice.query)
        if (const auto added = addRuns(**connection, *choice.query, *found); !added)
            return Failure(added.error());
    if (choice.children)
        if (const auto added = addChildren(**connection, *found); !added)
            return Failure(added.error());
    return measure(**connection, std::move(*found));
}

qint64 roughBytes(const ExportPlan &plan, const QString &format)
{
    // What a run without points, and a point, take in each format; tables and JSON leave the artifacts out.
    struct Size
    {
        qint64 run = 0, point = 0;
        bool artifacts = false;
    };
    const Size size = format == QLatin1String("csv")    ? Size{.run = 500, .point = 80}
                      : format == QLatin1String("json") ? Size{.run = 1500, .point = 60}
                                                        : Size{.run = 1500, .point = 40, .artifacts = true};
    return static_cast<qint64>(plan.runs.size()) * size.run + plan.points * size.point +
           (size.artifacts ? plan.artifactBytes : 0);
}

} // namespace assay::tracking
