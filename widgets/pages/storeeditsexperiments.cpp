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

Result<void> bringBack(Workbench &workbench, tracking::ExperimentId experiment)
{
    return tracking::restoreExperiment(workbench.store(), experiment).map([](const QString &) {});
}

} // namespace

/// Undoing deletes it, with runs that it was given meanwhile; doing it again brings the same one back.
void StoreEdits::make(const QString &experiment, const QString &note)
{
    const auto made = std::make_shared<std::optional<tracking::ExperimentId>>();
    push(
        tr("make the experiment “%1”").arg(experiment),
        [experiment, note, made](Workbench &w) -> Result<void> {
            if (*made)
                return bringBack(w, **made);
            return tracking::makeExperiment(w.store(), experiment, note).map([&](tracking::ExperimentId id) {
                *made = id;
            });
        },
        [made](Workbench &w) -> Result<void> {
            return *made ? tracking::deleteExperiment(w.store(), **made) : Result<void>();
        });
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
        [id = experiment.id](Workbench &w) { return bringBack(w, id); });
}

void StoreEdits::restore(const tracking::Experiment &experiment)
{
    push(
        tr("restore the experiment “%1”").arg(experiment.name),
        [id = experiment.id](Workbench &w) { return bringBack(w, id); },
        [id = experiment.id](Workbench &w) { return tracking::deleteExperiment(w.store(), id); });
}

} // namespace assay::ui
