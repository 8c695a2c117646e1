// SPDX-License-Identifier: GPL-3.0-or-later
// Where runs stand: in which experiment, below which run.
#include "tracking/keeping.h"

#include "tracking/experimentrows.h"
#include "tracking/runrows.h"

#include <set>

namespace assay::tracking {

namespace {

struct Standing
{
    qint64 row = 0;
    RunPlace place;
};

/// The runs in @p rows and all below them, each once, parents before their children.
std::vector<Standing> standings(Transaction &change, const std::vector<qint64> &rows)
{
    std::vector<Standing> found;
    std::set<qint64> seen;
    for (const qint64 top : rows)
        change.each(
            withRunsBelow + "SELECT r.id, r.uuid, r.experiment, (SELECT uuid FROM runs p WHERE p.id = r.parent)"
                            " FROM below b JOIN runs r ON r.id = b.id",
            {top}, [&](const Row &row) {
                if (seen.insert(row.integer(0)).second)
                    found.push_back(
                        {.row = row.integer(0),
                         .place = {.run = {row.text(1)}, .experiment = {row.integer(2)}, .parent = {row.text(3)}}});
            });
    return found;
}

std::vector<qint64> rowsOf(Transaction &change, const std::vector<RunId> &runs)
{
    std::vector<qint64> rows;
    for (const RunId &run : runs)
        rows.push_back(rowOf(change, run));
    return rows;
}

/// Puts a run there; @p moved remembers where it stood, if that was elsewhere.
void put(Transaction &change, const Standing &from, qint64 experiment, const QVariant &parent, Moved &moved)
{
    const QVariant before = change.value("SELECT parent FROM runs WHERE id = ?", {from.row}).value_or(QVariant());
    const bool same = before.isNull() == parent.isNull() && before.toLongLong() == parent.toLongLong();
    if (same && from.place.experiment.value == experiment)
        return;
    moved.before.push_back(from.place);
    change.run("UPDATE runs SET experiment = ?, parent = ? WHERE id = ?", {experiment, parent, from.row});
    touch(change, from.row);
}

/// The experiment that a run goes back to: where it stands when that one is gone for good; one that was deleted comes
/// back with a run that is there.
qint64 experimentBack(Transaction &change, qint64 row, ExperimentId before)
{
    if (!change.value("SELECT 1 FROM experiments WHERE id = ?", {before.value}))
        return change.value("SELECT experiment FROM runs WHERE id = ?", {row}).value_or(0).toLongLong();
    if (change.value("SELECT 1 FROM experiments WHERE id = ? AND deleted IS NOT NULL"
                     " AND EXISTS (SELECT 1 FROM runs WHERE id = ? AND deleted IS NULL)",
                     {before.value, row}))
        reviveExperiment(change, before.value);
    return before.value;
}

/// Moves that were made since may have hung a run below one that goes back below it.
void refuseCycle(Transaction &change, qint64 row, const RunId &run)
{
    if (change.value("WITH RECURSIVE above(id) AS (SELECT parent FROM runs WHERE id = ? UNION SELECT r.parent FROM"
                     " runs r JOIN above a ON r.id = a.id) SELECT 1 FROM above WHERE id = ?",
                     {row, row}))
        change.fail(failure(ErrorKind::Refused, "run_cycle",
                            "The run {} cannot go back: it would stand below itself; move the runs by hand.",
                            {run.value.toStdString()}));
}

QVariant parentOf(Transaction &change, qint64 row)
{
    return change.value("SELECT parent FROM runs WHERE id = ?", {row}).value_or(QVariant());
}

Result<Moved> finish(Transaction &change, Moved moved)
{
    if (auto done = change.commit(); !done)
        return Failure(done.error());
    return moved;
}

} // namespace

Result<Moved> moveRuns(RunStore &store, const std::vector<RunId> &runs, const QString &experiment)
{
    const QString name = experiment.trimmed();
    if (name.isEmpty())
        return badExperimentName();
    Transaction change(store.database());
    Moved moved;
    const bool known = change.value("SELECT 1 FROM experiments WHERE name = ? AND deleted IS NULL", {name}).has_value();
    const qint64 target = experimentRow(change, name);
    if (!known)
        moved.made = ExperimentId{target};
    const auto all = standings(change, rowsOf(change, runs));
    std::set<qint64> moving;
    for (const Standing &one : all)
        moving.insert(one.row);
    for (const Standing &one : all) {
        const QVariant parent = parentOf(change, one.row);
        const bool along = moving.contains(parent.toLongLong());
        const bool here =
            change.value("SELECT 1 FROM runs WHERE id = ? AND experiment = ?", {parent, target}).has_value();
        put(change, one, target, along || here ? parent : QVariant(), moved);
    }
    return finish(change, std::move(moved));
}

Result<Moved> nestRuns(RunStore &store, const std::vector<RunId> &runs, const RunId &parent)
{
    Transaction change(store.database());
    const std::vector<qint64> tops = rowsOf(change, runs);
    const auto all = standings(change, tops);
    const QVariant above = parent.isNull() ? QVariant() : QVariant(rowOf(change, parent));
    QVariant target;
    if (!parent.isNull()) {
        for (const Standing &one : all)
            if (one.row == above.toLongLong())
                change.fail(failure(ErrorKind::Refused, "run_cycle",
                                    "The run {} cannot stand below itself; choose a run that is not below the ones "
                                    "that are moved.",
                                    {parent.value.toStdString()}));
        if (change.value("SELECT 1 FROM runs WHERE id = ? AND deleted IS NOT NULL", {above}))
            change.fail(failure(ErrorKind::Refused, "run_deleted", "The run {} is deleted; restore it first.",
                                {parent.value.toStdString()}));
        target = change.value("SELECT experiment FROM runs WHERE id = ?", {above}).value_or(QVariant());
    }
    Moved moved;
    const std::set<qint64> top(tops.begin(), tops.end());
    for (const Standing &one : all) {
        const qint64 experiment = target.isNull() ? one.place.experiment.value : target.toLongLong();
        put(change, one, experiment, top.contains(one.row) ? above : parentOf(change, one.row), moved);
    }
    return finish(change, std::move(moved));
}

Result<void> moveBack(RunStore &store, const Moved &moved)
{
    Transaction change(store.database());
    Moved ignored;
    for (const RunPlace &place : moved.before) {
        const qint64 row = rowOf(change, place.run);
        // Null where it is gone for good.
        const QVariant parent =
            change.value("SELECT id FROM runs WHERE uuid = ?", {notNull(place.parent.value)}).value_or(QVariant());
        put(change, {.row = row, .place = {}}, experimentBack(change, row, place.experiment), parent, ignored);
    }
    for (const RunPlace &place : moved.before)
        refuseCycle(change, rowOf(change, place.run), place.run);
    if (moved.made)
        change.run("DELETE FROM experiments WHERE id = ? AND note = '' AND source = ''"
                   " AND NOT EXISTS (SELECT 1 FROM runs WHERE experiment = ?)"
                   " AND NOT EXISTS (SELECT 1 FROM experiment_tags WHERE experiment = ?)",
                   {moved.made->value, moved.made->value, moved.made->value});
    return change.commit();
}

} // namespace assay::tracking
