// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/keeping.h"

#include "tracking/experimentrows.h"
#include "tracking/runrows.h"

namespace assay::tracking {

namespace {

std::string numbered(ExperimentId experiment)
{
    return "#" + std::to_string(experiment.value);
}

/// One transaction on an experiment that must be there, deleted or not.
template<class Change>
Result<void> changeExperiment(RunStore &store, ExperimentId experiment, Change write)
{
    Transaction change(store.database());
    if (!change.value("SELECT 1 FROM experiments WHERE id = ?", {experiment.value}))
        change.fail(failure(ErrorKind::NotFound, "unknown_experiment", "There is no experiment {} in this store.",
                            {numbered(experiment)}));
    write(change);
    return change.commit();
}

void checkFree(Transaction &change, const QString &name, ExperimentId except)
{
    if (change.value("SELECT 1 FROM experiments WHERE name = ? AND deleted IS NULL AND id <> ?", {name, except.value}))
        change.fail(failure(ErrorKind::Refused, "experiment_exists",
                            "There is an experiment called {} already; choose another name.", {name.toStdString()}));
}

} // namespace

Failure badExperimentName()
{
    return failure(ErrorKind::BadInput, "bad_experiment_name", "An experiment needs a name that is not empty.");
}

Result<std::vector<Experiment>> experiments(const RunStore &store, bool deleted)
{
    auto connection = store.database().connection();
    if (!connection)
        return Failure(connection.error());
    return readExperiments(**connection, deleted);
}

Result<Experiment> findExperiment(const RunStore &store, const QString &nameOrId, bool deleted)
{
    auto all = experiments(store, deleted);
    if (!all)
        return Failure(all.error());
    std::optional<Experiment> found;
    std::vector<std::string> known;
    for (Experiment &one : *all) {
        known.push_back(one.name.toStdString());
        if (nameOrId == QString::fromStdString(numbered(one.id)))
            return std::move(one);
        // The highest number was made last.
        if (one.name == nameOrId.trimmed() && (!found || found->id < one.id))
            found = std::move(one);
    }
    if (found)
        return std::move(*found);
    const char *kind = deleted ? "deleted experiment" : "experiment";
    if (known.empty())
        return failure(ErrorKind::NotFound, "unknown_experiment", "There is no {} {}; there is none at all.",
                       {kind, nameOrId.toStdString()});
    return failure(ErrorKind::NotFound, "unknown_experiment", "There is no {} {}; there are {}.",
                   {kind, nameOrId.toStdString(), quotedList(known)});
}

Result<ExperimentId> makeExperiment(RunStore &store, const QString &name, const QString &note)
{
    const QString trimmed = name.trimmed();
    if (trimmed.isEmpty())
        return badExperimentName();
    Transaction change(store.database());
    checkFree(change, trimmed, {});
    const ExperimentId made{experimentRow(change, trimmed)};
    change.run("UPDATE experiments SET note = ? WHERE id = ?", {notNull(note), made.value});
    if (auto done = change.commit(); !done)
        return Failure(done.error());
    return made;
}

Result<void> renameExperiment(RunStore &store, ExperimentId experiment, const QString &name)
{
    const QString trimmed = name.trimmed();
    if (trimmed.isEmpty())
        return badExperimentName();
    return changeExperiment(store, experiment, [&](Transaction &change) {
        checkFree(change, trimmed, experiment);
        change.run("UPDATE experiments SET name = ? WHERE id = ?", {trimmed, experiment.value});
        touchRunsOf(change, experiment.value);
    });
}

Result<void> setExperimentNote(RunStore &store, ExperimentId experiment, const QString &note)
{
    return changeExperiment(store, experiment, [&](Transaction &change) {
        change.run("UPDATE experiments SET note = ? WHERE id = ?", {notNull(note), experiment.value});
    });
}

Result<void> setExperimentTag(RunStore &store, ExperimentId experiment, const QString &key, const QString &value)
{
    return changeExperiment(store, experiment, [&](Transaction &change) {
        change.run("INSERT INTO experiment_tags (experiment, key, value) VALUES (?, ?, ?)"
                   " ON CONFLICT (experiment, key) DO UPDATE SET value = excluded.value",
                   {experiment.value, notNull(key), notNull(value)});
    });
}

Result<void> removeExperimentTag(RunStore &store, ExperimentId experiment, const QString &key)
{
    return changeExperiment(store, experiment, [&](Transaction &change) {
        change.run("DELETE FROM experiment_tags WHERE experiment = ? AND key = ?", {experiment.value, notNull(key)});
    });
}

Result<void> deleteExperiment(RunStore &store, ExperimentId experiment)
{
    return changeExperiment(store, experiment, [&](Transaction &change) {
        const qint64 when = deletionTime(change);
        change.run("UPDATE runs SET deleted = ? WHERE experiment = ? AND deleted IS NULL", {when, experiment.value});
        change.run("UPDATE experiments SET deleted = ? WHERE id = ? AND deleted IS NULL", {when, experiment.value});
    });
}

Result<QString> restoreExperiment(RunStore &store, ExperimentId experiment)
{
    QString name;
    auto done = changeExperiment(store, experiment, [&](Transaction &change) {
        const QVariant when =
            change.value("SELECT deleted FROM experiments WHERE id = ?", {experiment.value}).value_or(QVariant());
        change.run("UPDATE runs SET deleted = NULL WHERE experiment = ? AND deleted = ?", {experiment.value, when});
        name = reviveExperiment(change, experiment.value);
    });
    if (!done)
        return Failure(done.error());
    return name;
}

} // namespace assay::tracking
