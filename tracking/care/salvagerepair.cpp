// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/care/salvagerepair.h"

#include "tracking/metricstore.h"
#include "tracking/pointcodec.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace assay::tracking {

namespace {

const QByteArray partsOfRuns =
    "SELECT run FROM params UNION SELECT run FROM tags UNION SELECT run FROM inputs UNION SELECT run FROM artifacts"
    " UNION SELECT run FROM provenance UNION SELECT run FROM metrics UNION SELECT run FROM chunks";

void told(Transaction &change, std::vector<Finding> &lost, const QString &what, const char *how)
{
    if (change.ok() && change.lastChanges() > 0)
        lost.push_back({.code = QStringLiteral("entry"),
                        .where = what,
                        .message = QStringLiteral("%1 entries of %2 were lost and %3.")
                                       .arg(QString::number(change.lastChanges()), what, QLatin1String(how))});
}

struct Series
{
    qint64 run = 0, key = 0;
    QString name = {};
    qint64 count = -1; ///< as it should be; -1 when that is lost
    double last = 0, min = 0, max = 0;
    qint64 lastStep = 0;
};

std::vector<Series> allSeries(Transaction &change)
{
    std::vector<Series> all;
    change.each("SELECT s.run, s.key, r.name || '/' || k.name, m.count, m.last, m.last_step, m.min, m.max FROM (SELECT "
                "run, key FROM"
                " metrics UNION SELECT run, key FROM chunks) s JOIN runs r ON r.id = s.run JOIN keys k ON k.id = s.key"
                " LEFT JOIN metrics m ON m.run = s.run AND m.key = s.key ORDER BY s.run, s.key",
                {}, [&](const Row &row) {
                    all.push_back({.run = row.integer(0),
                                   .key = row.integer(1),
                                   .name = row.text(2),
                                   .count = row.isNull(3) ? -1 : row.integer(3),
                                   .last = row.real(4),
                                   .min = row.real(6),
                                   .max = row.real(7),
                                   .lastStep = row.integer(5)});
                });
    return all;
}

/// The points that were saved; none twice, since chunks overlap where a merge of them was torn.
std::vector<MetricPoint> savedPoints(Transaction &change, const Series &series, bool &whole)
{
    std::vector<MetricPoint> points;
    qint64 next = 0;
    whole = true;
    change.each("SELECT first, points FROM chunks WHERE run = ? AND key = ? ORDER BY first", {series.run, series.key},
                [&](const Row &row) {
                    const qint64 first = row.integer(0);
                    whole = whole && first == next;
                    constexpr qint64 most = qint64(1) << 48;
                    std::vector<MetricPoint> chunk;
                    if (first < 0 || first > most || !unpackPoints(row.bytes(1), chunk))
                        return;
                    const auto known = std::clamp<qint64>(next - first, 0, static_cast<qint64>(chunk.size()));
                    points.insert(points.end(), chunk.begin() + known, chunk.end());
                    next = std::max(next, first + static_cast<qint64>(chunk.size()));
                });
    whole = whole && next == series.count;
    return points;
}

/// Whether what is known of the series is what its points say.
bool isSummary(const Series &series, const std::vector<MetricPoint> &points)
{
    double min = std::numeric_limits<double>::quiet_NaN(), max = min;
    for (const MetricPoint &point : points) {
        min = std::fmin(min, point.value);
        max = std::fmax(max, point.value);
    }
    const auto same = [](double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); };
    const auto isLast = [&](const MetricPoint &point) {
        return same(series.last, point.value) && series.lastStep == point.step;
    };
    // By step in a run of MLflow's.
    const auto byStep = std::max_element(points.begin(), points.end(), [](auto &a, auto &b) { return isLater(b, a); });
    return points.empty() ||
           ((isLast(points.back()) || isLast(*byStep)) && same(series.min, min) && same(series.max, max));
}

/// Returns how many points the series has now.
qint64 repair(Transaction &change, const Series &series, std::vector<Finding> &lost)
{
    bool whole = true;
    auto points = savedPoints(change, series, whole);
    const bool known = isSummary(series, points);
    if (whole && known)
        return series.count;
    const auto saved = static_cast<qint64>(points.size());
    if (points.empty() && series.count > 0)
        points.push_back({.step = series.lastStep, .time = 0, .value = series.last});
    change.run("DELETE FROM chunks WHERE run = ? AND key = ?", {series.run, series.key});
    change.run("DELETE FROM metrics WHERE run = ? AND key = ?", {series.run, series.key});
    if (!points.empty())
        appendPoints(change, series.run, series.key, points);
    lost.push_back(
        {.code = QStringLiteral("series"),
         .where = series.name,
         .message =
             whole ? QStringLiteral("What was known of the series %1 did not go with its points and was made anew "
                                    "from them.")
                         .arg(series.name)
             : series.count < 0 ? QStringLiteral("Of the series %1, %2 points were saved; how many there were is not "
                                                 "known.")
                                      .arg(series.name)
                                      .arg(saved)
                                : QStringLiteral("Of the series %1, %2 of %3 points were saved%4.")
                                      .arg(series.name)
                                      .arg(saved)
                                      .arg(series.count)
                                      .arg(saved == 0 ? QStringLiteral(", and its last value") : QString())});
    return static_cast<qint64>(points.size());
}

} // namespace

void repairReferences(Transaction &change, std::vector<Finding> &lost)
{
    change.run(
        "INSERT INTO runs (id, uuid, experiment, name, status, start, active, model, task, host, boot, pid, started)"
        " SELECT run, lower(hex(randomblob(16))), 0, 'salvaged run ' || run, 'crashed', ?, ?, '', '', '', '', 0, 0"
        " FROM (" +
            partsOfRuns + ") WHERE run NOT IN (SELECT id FROM runs)",
        {nowMilliseconds(), nowMilliseconds()});
    told(change, lost, QStringLiteral("runs"), "what was kept of them is under the name `salvaged run`");
    change.run("INSERT INTO experiments (id, name, created) SELECT DISTINCT experiment, 'salvaged experiment ' ||"
               " experiment, ? FROM runs WHERE experiment NOT IN (SELECT id FROM experiments)",
               {nowMilliseconds()});
    told(change, lost, QStringLiteral("experiments"), "their runs are under the name `salvaged experiment`");
    change.run(
        "INSERT INTO keys (id, name) SELECT key, 'salvaged key ' || key FROM (SELECT key FROM params UNION SELECT"
        " key FROM tags UNION SELECT key FROM metrics UNION SELECT key FROM chunks) WHERE key NOT IN (SELECT id"
        " FROM keys)");
    told(change, lost, QStringLiteral("keys"), "what they named is under the name `salvaged key`");
    change.run("UPDATE runs SET parent = NULL WHERE parent NOT IN (SELECT id FROM runs)");
    told(change, lost, QStringLiteral("runs"), "were the parents of others, which are on their own now");
    change.run("INSERT INTO models (id, name, created, updated) SELECT DISTINCT model, 'salvaged model ' || model, ?, ?"
               " FROM versions WHERE model NOT IN (SELECT id FROM models)",
               {nowMilliseconds(), nowMilliseconds()});
    told(change, lost, QStringLiteral("models"), "their versions are under the name `salvaged model`");
    change.run("UPDATE versions SET run = NULL WHERE run NOT IN (SELECT id FROM runs)");
    change.run("DELETE FROM aliases WHERE version NOT IN (SELECT id FROM versions)");
    for (const QByteArray table : {"version_files", "version_tags"})
        change.run("DELETE FROM " + table + " WHERE version NOT IN (SELECT id FROM versions)");
    for (const QByteArray table : {"aliases", "model_tags", "events"})
        change.run("DELETE FROM " + table + " WHERE model NOT IN (SELECT id FROM models)");
    change.run("DELETE FROM experiment_tags WHERE experiment NOT IN (SELECT id FROM experiments)");
}

qint64 repairSeries(Transaction &change, std::vector<Finding> &lost, qint64 &missing)
{
    qint64 points = 0;
    missing = 0;
    for (const Series &series : allSeries(change)) {
        const qint64 saved = repair(change, series, lost);
        points += saved;
        // A damaged count may be any number.
        const qint64 lacking = std::max<qint64>(0, std::max<qint64>(0, series.count) - saved);
        missing += std::min(lacking, std::numeric_limits<qint64>::max() - missing);
    }
    return points;
}

} // namespace assay::tracking
