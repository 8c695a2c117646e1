// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/importers/importedexperiment.h"

#include "tracking/experimentrows.h"

namespace assay::tracking {

namespace {

/// One that was deleted here takes in only runs that are deleted too: others would not be seen.
std::optional<qint64> findExperiment(Transaction &change, const QString &name, const ImportedRun &run)
{
    const auto bySource = change.value("SELECT id FROM experiments WHERE source = ? AND source <> ''"
                                       " AND (deleted IS NULL OR ?)",
                                       {notNull(run.experimentSource), run.deleted});
    if (bySource)
        return bySource->toLongLong();
    const auto byName = change.value("SELECT id FROM experiments WHERE name = ? AND deleted IS NULL", {name});
    return byName ? std::optional(byName->toLongLong()) : std::nullopt;
}

/// MLflow's addresses end with the time the experiment was made, see setExperiment(); the name stands there for none.
qint64 createdAt(const ImportedRun &run)
{
    const qint64 created =
        run.experimentSource.startsWith(u"mlflow:experiment:") ? run.experimentSource.section(u':', 3).toLongLong() : 0;
    return created > 0 ? created : nowMilliseconds();
}

qint64 insertExperiment(Transaction &change, const QString &name, const ImportedRun &run)
{
    const QVariant deleted = run.experimentDeleted ? QVariant(deletionTime(change)) : QVariant();
    change.run("INSERT INTO experiments (name, created, note, deleted) VALUES (?, ?, ?, ?)",
               {name, createdAt(run), notNull(run.experimentNote), deleted});
    return change.lastInsertId();
}

} // namespace

qint64 importedExperiment(Transaction &change, const ImportedRun &run)
{
    const QString name = run.experiment.isEmpty() ? NewRun().experiment : run.experiment;
    const auto known = findExperiment(change, name, run);
    const qint64 experiment = known ? *known : insertExperiment(change, name, run);
    // From now on it is known by its source, whatever it is called later.
    change.run("UPDATE experiments SET source = ? WHERE id = ? AND source = ''"
               " AND NOT EXISTS (SELECT 1 FROM experiments WHERE source = ?)",
               {notNull(run.experimentSource), experiment, notNull(run.experimentSource)});
    for (const auto &[key, value] : run.experimentTags)
        change.run("INSERT INTO experiment_tags (experiment, key, value) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                   {experiment, key, notNull(value)});
    return experiment;
}

} // namespace assay::tracking
