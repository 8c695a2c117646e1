// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/importers/importedgrowth.h"

#include "tracking/importers/importedseries.h"
#include "tracking/importers/mlflowmodel.h"
#include "tracking/runfacts.h"
#include "tracking/runrows.h"

#include <algorithm>
#include <set>

namespace assay::tracking {

namespace {

std::set<QString> keysOf(Transaction &change, const char *table, qint64 row)
{
    std::set<QString> keys;
    change.each(QByteArray("SELECT k.name FROM ") + table + " t JOIN keys k ON k.id = t.key WHERE t.run = ?", {row},
                [&](const Row &found) { keys.insert(found.text(0)); });
    return keys;
}

bool growParams(Transaction &change, qint64 row, const ImportedRun &run)
{
    const std::set<QString> known = keysOf(change, "params", row);
    Params added;
    for (const auto &[key, value] : run.params)
        if (!known.contains(QString::fromStdString(key)))
            added.insert({key, value});
    insertParams(change, row, added);
    return !added.empty();
}

/// Tags may have been edited here; only what is told of a logged model nobody writes but its source.
bool growTags(Transaction &change, qint64 row, const ImportedRun &run)
{
    std::map<QString, QString> known;
    change.each("SELECT k.name, t.value FROM tags t JOIN keys k ON k.id = t.key WHERE t.run = ?", {row},
                [&](const Row &found) { known[found.text(0)] = found.text(1); });
    bool grown = false;
    if (run.follows) // see followSource()
        return false;
    for (const auto &[key, value] : run.tags) {
        const auto there = known.find(key);
        if (there != known.end() && (there->second == value || !key.startsWith(mlflowModelTag)))
            continue;
        insertTag(change, row, key, value);
        grown = true;
    }
    return grown;
}

bool growInputs(Transaction &change, Connection &connection, qint64 row, const ImportedRun &run)
{
    const auto known = readInputs(connection, row);
    if (!known) {
        change.fail(Failure(known.error()));
        return false;
    }
    bool grown = false;
    for (const DatasetInput &input : run.inputs) {
        const auto same = [&](const DatasetInput &one) {
            return one.role == input.role && one.name == input.name && one.digest == input.digest;
        };
        if (std::any_of(known->begin(), known->end(), same))
            continue;
        insertInput(change, row, input);
        grown = true;
    }
    return grown;
}

/// A run that ended at its source since, or ended later because it was taken up again.
bool growEnd(Transaction &change, qint64 row, const ImportedRun &run)
{
    if (run.status == RunStatus::Running)
        return false;
    change.run("UPDATE runs SET status = ?, end = coalesce(?, end, active), error = ? WHERE id = ?"
               " AND (status = 'running' OR end < ?)",
               {name(run.status), stored(run.end), notNull(run.error), row, stored(run.end)});
    return change.lastChanges() > 0;
}

/// A parent that was taken over after its child; never one that stands below it.
bool growParent(Transaction &change, qint64 row, const ImportedRun &run)
{
    const auto parent = rowOfSource(change, run.parentSource);
    if (!parent)
        return false;
    change.run(withRunsBelow + "UPDATE runs SET parent = ? WHERE id = ? AND parent IS NULL AND ? NOT IN below",
               {row, *parent, row, *parent});
    return change.lastChanges() > 0;
}

} // namespace

std::optional<qint64> rowOfSource(Transaction &change, const QString &source)
{
    if (source.isEmpty())
        return {};
    const auto row = change.value("SELECT id FROM runs WHERE source = ?", {source});
    return row ? std::optional(row->toLongLong()) : std::nullopt;
}

bool growImported(Transaction &change, Connection &connection, qint64 row, const ImportedRun &run,
                  const Context &context)
{
    bool grown = addSeries(change, row, run, context);
    grown = growParams(change, row, run) || grown;
    grown = growTags(change, row, run) || grown;
    grown = growInputs(change, connection, row, run) || grown;
    grown = growEnd(change, row, run) || grown;
    return growParent(change, row, run) || grown;
}

} // namespace assay::tracking
