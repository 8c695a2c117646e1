// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/registry.h"
#include "widgets/models/registrymodels.h"
#include "widgets/pages/asking.h"
#include "widgets/pages/promotedialog.h"
#include "widgets/pages/registrypage.h"
#include "widgets/pages/storeedits.h"

#include <algorithm>

/// What can be done with models and versions from the registry page.
namespace assay::ui {

void RegistryPage::promote()
{
    const tracking::Lineage *lineage = current();
    if (!lineage)
        return;
    std::vector<tracking::ModelVersion> versions;
    for (const tracking::Lineage &one : m_versions->versions())
        versions.push_back(one.version);
    auto *dialog = new PromoteDialog(shell(), std::move(versions), lineage->version.number, this);
    dialog->setObjectName(QStringLiteral("promoteDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PromoteDialog::promoted, this, [this, dialog, model = lineage->version.model] {
        shell().tell(tr("Version %1 is %2 now.").arg(dialog->challenger()).arg(dialog->alias()));
        StoreEdits::of(shell()).promoted(model, dialog->alias(), dialog->challenger(), dialog->promotion());
    });
    dialog->open();
}

void RegistryPage::rollBack()
{
    const QString alias = currentAlias();
    askForText(this, QStringLiteral("rollBackDialog"), tr("Roll %1 back").arg(alias),
               tr("The alias %1 goes back to the version it had before. Why?").arg(alias), {},
               [this, model = m_model, alias](const QString &reason) {
                   StoreEdits::of(shell()).rollBack(model, alias, reason);
               });
}

void RegistryPage::verify()
{
    if (m_version <= 0)
        return;
    Workbench &workbench = shell().workbench();
    m_verifying.start<bool>(
        tr("Verifying version %1").arg(m_version),
        [&workbench, model = m_model, version = m_version](const Context &context) -> Result<bool> {
            return tracking::ModelRegistry(workbench.store()).verify(model, version, context).map([] { return true; });
        },
        [this, model = m_model, version = m_version](const Result<bool> &fine) {
            if (fine)
                shell().tell(tr("Version %1 of %2: its bytes are there and unchanged.").arg(version).arg(model));
            else if (fine.error().kind != ErrorKind::Cancelled)
                shell().report(fine.error());
        });
}

void RegistryPage::openRun()
{
    if (const tracking::Lineage *lineage = current(); lineage && lineage->run)
        shell().openRun(lineage->version.run);
}

void RegistryPage::compareWithChampion()
{
    const tracking::Lineage *lineage = current();
    const auto &all = m_versions->versions();
    const auto champion = std::ranges::find_if(all, [](const tracking::Lineage &one) {
        return one.version.aliases.contains(QLatin1String(tracking::championAlias));
    });
    if (lineage && lineage->run && champion != all.end() && champion->run &&
        champion->version.number != lineage->version.number)
        shell().openCompare({lineage->version.run, champion->version.run});
    else
        shell().tell(tr("There is no other version that is champion."));
}

void RegistryPage::setAlias()
{
    askForText(this, QStringLiteral("aliasDialog"), tr("Alias of version %1").arg(m_version),
               tr("Letters, digits, “-”, “_” and “.”; the alias moves here from where it is."),
               QStringLiteral("challenger"), [this, model = m_model, version = m_version](const QString &alias) {
                   StoreEdits::of(shell()).setAlias(model, alias.trimmed(), version);
               });
}

void RegistryPage::takeAliasAway()
{
    const tracking::Lineage *lineage = current();
    if (!lineage || lineage->version.aliases.isEmpty())
        return shell().tell(tr("This version has no alias."));
    askForText(
        this, QStringLiteral("removeAliasDialog"), tr("Take an alias away"),
        tr("Which one: %1").arg(lineage->version.aliases.join(QStringLiteral(", "))), lineage->version.aliases.back(),
        [this, model = m_model](const QString &alias) { StoreEdits::of(shell()).removeAlias(model, alias.trimmed()); });
}

void RegistryPage::setStage(tracking::Stage stage)
{
    if (const tracking::Lineage *lineage = current(); lineage && lineage->version.stage != stage)
        StoreEdits::of(shell()).setStage(lineage->version, stage);
}

void RegistryPage::editNote()
{
    if (const tracking::Lineage *lineage = current())
        askForText(this, QStringLiteral("noteDialog"), tr("Note on version %1").arg(m_version), tr("Note"),
                   lineage->version.note, [this, version = lineage->version](const QString &note) {
                       if (note != version.note)
                           StoreEdits::of(shell()).setNote(version, note);
                   });
}

/// Undoing brings it back, but only as long as the window is open: unlike a run it is gone then.
void RegistryPage::removeVersion()
{
    if (m_version > 0)
        askWhether(this, QStringLiteral("removeVersionDialog"), tr("Delete version %1?").arg(m_version),
                   tr("Its aliases go with it and its number is never given to another. The run stays; Undo brings the "
                      "version back."),
                   tr("Delete"), [this, model = m_model, version = m_version] {
                       StoreEdits::of(shell()).removeVersion(model, version);
                   });
}

void RegistryPage::renameModel()
{
    askForText(this, QStringLiteral("renameModelDialog"), tr("Rename %1").arg(m_model), tr("New name"), m_model,
               [this, before = m_model](const QString &name) {
                   const QString after = name.trimmed();
                   if (before == after)
                       return;
                   if (after.isEmpty())
                       return shell().tell(tr("A model needs a name."));
                   m_renamed = {before, after};
                   StoreEdits::of(shell()).renameModel(before, after);
               });
}

/// Edit ▸ Undo brings it back, with its history.
void RegistryPage::removeModel()
{
    if (m_model.isEmpty())
        return;
    askWhether(this, QStringLiteral("removeModelDialog"), tr("Delete the model %1?").arg(m_model),
               tr("All its versions, aliases and its history go. The runs stay; Undo brings it back."), tr("Delete"),
               [this, model = m_model] { StoreEdits::of(shell()).removeModel(model); });
}

void RegistryPage::askToRegister(Shell &shell, const tracking::Run &run, QWidget *parent)
{
    const auto target = run.tags.find(QStringLiteral("target"));
    askForText(parent, QStringLiteral("registerDialog"), tr("Register the model of %1").arg(run.name),
               tr("Name of the model; one that is there gets a new version"),
               target == run.tags.end() ? run.model : target->second,
               [&shell, run](const QString &name) { StoreEdits::of(shell).registerModel(run, name.trimmed()); });
}

} // namespace assay::ui
