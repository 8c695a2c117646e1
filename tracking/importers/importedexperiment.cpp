// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/importers/importedexperiment.h"

namespace assay::tracking {

namespace {

std::optional<qint64> findExperiment(Transaction &change, const QString &name, const QString &source)
{
    if (!source.isEmpty())
        if (const auto known = change.value("SELECT id FROM experiments WHERE source = ?", {source}))
            return known->toLongLong();
    const auto known = change.value("SELECT id FROM experiments WHERE name = ? AND deleted IS NULL", {name});
    if (!known)
        return {};
    // From now on it is known by its source, whatever it is called later.
    change.run("UPDATE experiments SET source = ? WHERE id = ? AND source = ''", {notNull(source), *known});
    return known->toLongLong();
}

qint64 insertExperiment(Transaction &change, const QString &name, const ImportedRun &run)
{
    const qint64 now = nowMilliseconds();
    change.run("INSERT INTO experiments (name, created, note, deleted, source) VALUES (?, ?, ?, ?, ?)",
               {name, now, notNull(run.experimentNote), run.experimentDeleted ? QVariant(now) : QVariant(),
                notNull(run.experimentSource)});
    return change.lastInsertId();
}

} // namespace

qint64 importedExperiment(Transaction &change, const ImportedRun &run)
{
    const QString name = run.experiment.isEmpty() ? NewRun().experiment : run.experiment;
    const auto known = findExperiment(change, name, run.experimentSource);
    const qint64 experiment = known ? *known : insertExperiment(change, name, run);
    for (const auto &[key, value] : run.experimentTags)
        change.run("INSERT INTO experiment_tags (experiment, key, value) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                   {experiment, key, notNull(value)});
    return experiment;
}

} // namespace assay::tracking
