// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/experimentrows.h"

#include "tracking/runrows.h"

namespace assay::tracking {

namespace {

QString freeName(Transaction &change, const QString &name, qint64 row)
{
    const auto taken = [&](const QString &candidate) {
        return change
            .value("SELECT 1 FROM experiments WHERE name = ? AND deleted IS NULL AND id <> ?", {candidate, row})
            .has_value();
    };
    if (!taken(name))
        return name;
    QString candidate = QStringLiteral("%1 (restored)").arg(name);
    for (int i = 2; taken(candidate); ++i)
        candidate = QStringLiteral("%1 (restored %2)").arg(name).arg(i);
    return candidate;
}

} // namespace

qint64 experimentRow(Transaction &change, const QString &name)
{
    if (const auto known = change.value("SELECT id FROM experiments WHERE name = ? AND deleted IS NULL", {name}))
        return known->toLongLong();
    change.run("INSERT INTO experiments (name, created) VALUES (?, ?)", {name, nowMilliseconds()});
    return change.lastInsertId();
}

qint64 deletionTime(Transaction &change)
{
    const auto last = change.value("SELECT max(coalesce((SELECT max(deleted) FROM runs), 0),"
                                   " coalesce((SELECT max(deleted) FROM experiments), 0))");
    return std::max(nowMilliseconds(), last.value_or(0).toLongLong() + 1);
}

void touchRunsOf(Transaction &change, qint64 row)
{
    std::vector<qint64> runs;
    change.each("SELECT id FROM runs WHERE experiment = ?", {row},
                [&](const Row &found) { runs.push_back(found.integer(0)); });
    for (const qint64 run : runs)
        touch(change, run);
}

QString reviveExperiment(Transaction &change, qint64 row)
{
    const QString name =
        change.value("SELECT name FROM experiments WHERE id = ?", {row}).value_or(QVariant()).toString();
    const QString kept = freeName(change, name, row);
    change.run("UPDATE experiments SET name = ?, deleted = NULL WHERE id = ?", {kept, row});
    if (kept != name)
        touchRunsOf(change, row);
    return kept;
}

Result<std::vector<Experiment>> readExperiments(Connection &connection, bool deleted)
{
    const Snapshot view(connection);
    std::vector<Experiment> all;
    std::map<qint64, std::size_t> position;
    const QByteArray which = deleted ? "IS NOT NULL" : "IS NULL";
    auto read = connection.each(
        "SELECT e.id, e.name, e.created, e.note, count(r.id) FROM experiments e LEFT JOIN runs r ON r.experiment = e.id"
        " AND r.deleted " +
            which + " WHERE e.deleted " + which + " GROUP BY e.id ORDER BY e.name COLLATE NOCASE, e.id",
        {}, [&](const Row &row) {
            position.emplace(row.integer(0), all.size());
            all.push_back({.id = {row.integer(0)},
                           .name = row.text(1),
                           .created = row.time(2),
                           .runs = row.integer(4),
                           .note = row.text(3),
                           .tags = {},
                           .deleted = deleted});
        });
    if (read)
        read = connection.each("SELECT experiment, key, value FROM experiment_tags", {}, [&](const Row &row) {
            if (const auto at = position.find(row.integer(0)); at != position.end())
                all[at->second].tags[row.text(1)] = row.text(2);
        });
    if (!read)
        return Failure(read.error());
    return all;
}

} // namespace assay::tracking
