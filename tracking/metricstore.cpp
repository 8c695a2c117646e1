// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/metricstore.h"

#include "tracking/pointcodec.h"
#include "tracking/sqlerror.h"

#include <cmath>

namespace assay::tracking {

namespace {

/// A series as it stands in the store before points are added.
struct Stored
{
    qint64 run = 0;
    qint64 key = 0;
    MetricSummary summary;
    qint64 tail = 0;
};

const double undefined = std::numeric_limits<double>::quiet_NaN();

using Keys = QHash<QString, qint64>;

/// Asks the store once for each name of a batch.
qint64 keptKeyId(Transaction &change, Keys &keys, const QString &name)
{
    const auto known = keys.constFind(name);
    return known != keys.constEnd() ? *known : *keys.insert(name, keyId(change, name));
}

Stored readStored(Transaction &change, qint64 run, qint64 key)
{
    Stored stored{.run = run, .key = key, .summary = {.last = undefined, .min = undefined, .max = undefined}};
    change.each("SELECT last, min, max, count, last_step, tail FROM metrics WHERE run = ? AND key = ?",
                {run, stored.key}, [&](const Row &row) {
                    stored.summary = {.last = row.real(0),
                                      .min = row.real(1),
                                      .max = row.real(2),
                                      .count = row.integer(3),
                                      .lastStep = row.integer(4)};
                    stored.tail = row.integer(5);
                });
    return stored;
}

void add(MetricSummary &summary, std::span<const MetricPoint> points)
{
    for (const MetricPoint &point : points) {
        summary.min = std::fmin(summary.min, point.value);
        summary.max = std::fmax(summary.max, point.value);
    }
    summary.last = points.back().value;
    summary.lastStep = points.back().step;
    summary.count += static_cast<qint64>(points.size());
}

void insertChunk(Transaction &change, const Stored &stored, qint64 first, std::span<const MetricPoint> points)
{
    change.run("INSERT INTO chunks (run, key, first, points) VALUES (?, ?, ?, ?)",
               {stored.run, stored.key, first, packPoints(points)});
}

/// Where the end of the series that is written anew begins: at the chunks at its end that together are no longer than
/// what follows them, so that a series has few chunks and each point is written anew only a few times. All that are not
/// full are when they fill one with @p added points.
qint64 mergeFrom(Transaction &change, const Stored &stored, qint64 added)
{
    const qint64 end = stored.summary.count;
    if (stored.tail + added >= chunkPoints || stored.tail == 0)
        return end - stored.tail;
    qint64 from = end;
    bool growing = true;
    change.each("SELECT first FROM chunks WHERE run = ? AND key = ? AND first >= ? ORDER BY first DESC",
                {stored.run, stored.key, end - stored.tail}, [&](const Row &row) {
                    growing = growing && from - row.integer(0) <= end - from + added;
                    from = growing ? row.integer(0) : from;
                });
    return from;
}

/// Takes the points from @p from on out of the store.
std::vector<MetricPoint> takeEnd(Transaction &change, const Stored &stored, qint64 from)
{
    std::vector<MetricPoint> points;
    if (from == stored.summary.count)
        return points;
    const QVariantList end = {stored.run, stored.key, from};
    bool whole = true;
    change.each("SELECT points FROM chunks WHERE run = ? AND key = ? AND first >= ? ORDER BY first", end,
                [&](const Row &row) { whole = unpackPoints(row.bytes(0), points) && whole; });
    if (!whole || static_cast<qint64>(points.size()) != stored.summary.count - from)
        change.fail(storeDamaged(change.path(), QStringLiteral("the end of a metric series cannot be read")));
    change.run("DELETE FROM chunks WHERE run = ? AND key = ? AND first >= ?", end);
    return points;
}

/// Returns how many points are in chunks that are not full.
qint64 insertChunks(Transaction &change, const Stored &stored, std::span<const MetricPoint> points)
{
    const qint64 open = stored.tail + static_cast<qint64>(points.size());
    qint64 first = mergeFrom(change, stored, static_cast<qint64>(points.size()));
    std::vector<MetricPoint> joined = takeEnd(change, stored, first);
    if (!joined.empty()) {
        joined.insert(joined.end(), points.begin(), points.end());
        points = joined;
    }
    while (!points.empty()) {
        const auto taken = points.first(std::min<std::size_t>(points.size(), chunkPoints));
        insertChunk(change, stored, first, taken);
        first += static_cast<qint64>(taken.size());
        points = points.subspan(taken.size());
    }
    return open % chunkPoints;
}

} // namespace

void appendPoints(Transaction &change, qint64 run, qint64 key, std::span<const MetricPoint> points)
{
    Stored stored = readStored(change, run, key);
    if (!change.ok())
        return;
    const qint64 tail = insertChunks(change, stored, points);
    add(stored.summary, points);
    const MetricSummary &now = stored.summary;
    change.run("INSERT INTO metrics (run, key, last, min, max, count, last_step, tail) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
               " ON CONFLICT (run, key) DO UPDATE SET last = excluded.last, min = excluded.min, max = excluded.max,"
               " count = excluded.count, last_step = excluded.last_step, tail = excluded.tail",
               {stored.run, stored.key, now.last, now.min, now.max, now.count, now.lastStep, tail});
}

qint64 keyId(Transaction &change, const QString &name)
{
    if (const auto known = change.value("SELECT id FROM keys WHERE name = ?", {name}))
        return known->toLongLong();
    change.run("INSERT INTO keys (name) VALUES (?)", {name});
    return change.lastInsertId();
}

Result<void> writeMetrics(Database &database, const MetricBatch &batch)
{
    Transaction change(database);
    Keys keys;
    qint64 run = 0;
    bool known = false;
    for (const auto &[series, points] : batch) {
        if (series.run != run) {
            run = series.run;
            change.run("UPDATE runs SET active = max(active, ?) WHERE id = ?", {nowMilliseconds(), run});
            known = change.lastChanges() > 0;
        }
        if (known && !points.empty())
            appendPoints(change, run, keptKeyId(change, keys, series.key), points);
    }
    return change.commit();
}

void appendPoints(Transaction &change, qint64 run, const QString &key, std::span<const MetricPoint> points)
{
    if (!points.empty())
        appendPoints(change, run, keyId(change, key), points);
}

bool isLater(const MetricPoint &a, const MetricPoint &b)
{
    if (a.step != b.step || a.time != b.time)
        return std::pair(a.step, a.time) > std::pair(b.step, b.time);
    return a.value > b.value || (std::isnan(b.value) && !std::isnan(a.value));
}

bool setLast(Transaction &change, qint64 run, qint64 key, const MetricPoint &last)
{
    change.run("UPDATE metrics SET last = ?, last_step = ? WHERE run = ? AND key = ?"
               " AND (last IS NOT ? OR last_step <> ?)",
               {last.value, last.step, run, key, last.value, last.step});
    return change.lastChanges() > 0;
}

void eraseSeries(Transaction &change, qint64 run, const QString &key)
{
    for (const char *table : {"chunks", "metrics"})
        change.run(QByteArray("DELETE FROM ") + table + " WHERE run = ? AND key = (SELECT id FROM keys WHERE name = ?)",
                   {run, key});
}

Result<std::vector<MetricPoint>> readSeries(Connection &connection, qint64 run, const QString &key, qint64 from)
{
    const Snapshot view(connection);
    const QByteArray of = " WHERE run = ? AND key = (SELECT id FROM keys WHERE name = ?)";
    auto count = connection.value("SELECT count FROM metrics" + of, {run, key});
    if (!count)
        return Failure(count.error());
    const qint64 total = count->value_or(0).toLongLong();
    std::vector<MetricPoint> points;
    if (from >= total)
        return points;
    points.reserve(static_cast<std::size_t>(total - from));
    bool whole = true;
    qint64 first = -1; // of the chunk that holds the point wanted first
    auto read =
        connection.each("SELECT points, first FROM chunks" + of + " AND first >= (SELECT max(first) FROM chunks" + of +
                            " AND first <= ?) ORDER BY first",
                        {run, key, run, key, from}, [&](const Row &row) {
                            first = first < 0 ? row.integer(1) : first;
                            whole = unpackPoints(row.bytes(0), points) && whole;
                        });
    if (!read)
        return Failure(read.error());
    if (!whole || first < 0 || first + static_cast<qint64>(points.size()) != total)
        return storeDamaged(connection.path(), QStringLiteral("the series %1 cannot be read").arg(key));
    points.erase(points.begin(), points.begin() + (from - first));
    return points;
}

Result<std::map<QString, MetricSummary>> readSummaries(Connection &connection, qint64 run)
{
    std::map<QString, MetricSummary> all;
    auto read = connection.each("SELECT k.name, m.last, m.min, m.max, m.count, m.last_step FROM metrics m"
                                " JOIN keys k ON k.id = m.key WHERE m.run = ?",
                                {run}, [&](const Row &row) {
                                    all[row.text(0)] = {.last = row.real(1),
                                                        .min = row.real(2),
                                                        .max = row.real(3),
                                                        .count = row.integer(4),
                                                        .lastStep = row.integer(5)};
                                });
    if (!read)
        return Failure(read.error());
    return all;
}

} // namespace assay::tracking
