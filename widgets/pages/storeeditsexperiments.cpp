// SPDX-License-Identifier: GPL-3.0-or-later
// Edits of experiments; those of where runs stand are in storeeditsplaces.cpp.
#include "widgets/pages/storeedits.h"

namespace assay::ui {

namespace {

Result<void> putTagBack(Workbench &workbench, const tracking::Experiment &experiment, const QString &key)
{
    const auto before = experiment.tags.find(key);
    return before == experiment.tags.end()
               ? tracking::removeExperimentTag(workbench.store(), experiment.id, key)
               : tracking::setExperimentTag(workbench.store(), experiment.id, key, before->second);
}

/// Undoing that it was made does not take runs along that it was given meanwhile.
Result<void> removeEmpty(Workbench &workbench, tracking::ExperimentId experiment)
{
    const auto id = QLatin1Char('#') + QString::number(experiment.value);
    const auto found = tracking::findExperiment(workbench.store(), id);
    if (!found)
        return Failure(found.error());
    if (found->runs > 0)
        return failure(ErrorKind::Refused, "experiment_not_empty",
                       "The experiment {} has runs by now and stays; delete it to delete them with it.",
                       {found->name.toStdString()});
    return tracking::deleteExperiment(workbench.store(), experiment);
}

} // namespace

/// Its name may have been given away meanwhile: then it comes back by another, which is told.
Result<void> StoreEdits::bringBack(tracking::ExperimentId experiment, const QString &name)
{
    return tracking::restoreExperiment(m_workbench.store(), experiment).map([&](const QString &now) {
        if (now != name)
            tellLater(tr("%1 came back as %2, since there is another %1 by now.").arg(name, now));
    });
}

/// Undoing deletes it as long as it is empty; doing it again brings the same one back.
void StoreEdits::make(const QString &experiment, const QString &note)
{
    const auto made = std::make_shared<std::optional<tracking::ExperimentId>>();
    push(
        tr("make the experiment “%1”").arg(experiment),
        [this, experiment, note, made](Workbench &w) -> Result<void> {
            if (*made)
                return bringBack(**made, experiment);
            return tracking::makeExperiment(w.store(), experiment, note).map([&](tracking::ExperimentId id) {
                *made = id;
            });
        },
        [made](Workbench &w) -> Result<void> { return *made ? removeEmpty(w, **made) : Result<void>(); });
}

void StoreEdits::rename(const tracking::Experiment &experiment, const QString &name)
{
    push(
        tr("rename “%1”").arg(experiment.name),
        [id = experiment.id, name](Workbench &w) { return tracking::renameExperiment(w.store(), id, name); },
        [id = experiment.id, before = experiment.name](Workbench &w) {
            return tracking::renameExperiment(w.store(), id, before);
        });
}

void StoreEdits::setNote(const tracking::Experiment &experiment, const QString &note)
{
    push(
        tr("change the note"),
        [id = experiment.id, note](Workbench &w) { return tracking::setExperimentNote(w.store(), id, note); },
        [id = experiment.id, before = experiment.note](Workbench &w) {
            return tracking::setExperimentNote(w.store(), id, before);
        });
}

void StoreEdits::setTag(const tracking::Experiment &experiment, const QString &key, const QString &value)
{
    push(
        tr("set tag “%1”").arg(key),
        [id = experiment.id, key, value](Workbench &w) {
            return tracking::setExperimentTag(w.store(), id, key, value);
        },
        [experiment, key](Workbench &w) { return putTagBack(w, experiment, key); });
}

void StoreEdits::removeTag(const tracking::Experiment &experiment, const QString &key)
{
    push(
        tr("remove tag “%1”").arg(key),
        [id = experiment.id, key](Workbench &w) { return tracking::removeExperimentTag(w.store(), id, key); },
        [experiment, key](Workbench &w) { return putTagBack(w, experiment, key); });
}

void StoreEdits::remove(const tracking::Experiment &experiment)
{
    push(
        tr("delete the experiment “%1”").arg(experiment.name),
        [id = experiment.id](Workbench &w) { return tracking::deleteExperiment(w.store(), id); },
        [this, id = experiment.id, name = experiment.name](Workbench &) { return bringBack(id, name); });
}

void StoreEdits::restore(const tracking::Experiment &experiment)
{
    push(
        tr("restore the experiment “%1”").arg(experiment.name),
        [this, id = experiment.id, name = experiment.name](Workbench &) { return bringBack(id, name); },
        [id = experiment.id](Workbench &w) { return tracking::deleteExperiment(w.store(), id); });
}

} // namespace assay::ui
