// SPDX-License-Identifier: GPL-3.0-or-later
#include "tracking/registry.h"
#include "widgets/models/registrymodels.h"
#include "widgets/pages/promotedialog.h"
#include "widgets/pages/registrypage.h"

#include <QInputDialog>
#include <QMessageBox>
#include <QUndoCommand>
#include <QUndoStack>
#include <algorithm>

/// What can be done with models and versions from the registry page.
namespace assay::ui {

namespace {

/// Asks for one line without stopping the window's event loop; @p accepted gets what was typed.
void askForText(QWidget *parent, const QString &name, const QString &title, const QString &label, const QString &text,
                const std::function<void(const QString &)> &accepted)
{
    auto *dialog = new QInputDialog(parent);
    dialog->setObjectName(name);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(label);
    dialog->setTextValue(text);
    dialog->setMinimumWidth(420);
    QObject::connect(dialog, &QInputDialog::textValueSelected, parent, accepted);
    dialog->open();
}

void askWhether(QWidget *parent, const QString &name, const QString &title, const QString &text, const QString &button,
                const std::function<void()> &accepted)
{
    auto *box = new QMessageBox(QMessageBox::Question, title, text, QMessageBox::Cancel, parent);
    box->setObjectName(name);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *yes = box->addButton(button, QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(box, &QMessageBox::buttonClicked, parent, [yes, accepted](const QAbstractButton *clicked) {
        if (static_cast<const void *>(clicked) == static_cast<const void *>(yes))
            accepted();
    });
    box->open();
}

} // namespace

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
    connect(dialog, &PromoteDialog::promoted, this, [this, dialog] {
        shell().tell(tr("Version %1 is %2 now.").arg(dialog->challenger()).arg(dialog->alias()));
        shell().storeChanged();
        refresh();
    });
    dialog->open();
}

void RegistryPage::rollBack()
{
    const QString alias = currentAlias();
    askForText(this, QStringLiteral("rollBackDialog"), tr("Roll %1 back").arg(alias),
               tr("The alias %1 goes back to the version it had before. Why?").arg(alias), {},
               [this, alias](const QString &reason) {
                   change(tr("Rolling back"), [model = m_model, alias, reason](tracking::ModelRegistry &registry) {
                       return registry.rollBack(model, alias, reason).map([](qint64) {});
                   });
               });
}

void RegistryPage::verify()
{
    if (m_version > 0)
        change(
            tr("Verifying version %1").arg(m_version),
            [model = m_model, version = m_version](tracking::ModelRegistry &registry) {
                return registry.verify(model, version);
            },
            tr("Version %1 of %2: its bytes are there and unchanged.").arg(m_version).arg(m_model));
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
    if (lineage && champion != all.end() && champion->version.number != lineage->version.number)
        shell().openCompare({lineage->version.run, champion->version.run});
    else
        shell().tell(tr("There is no other version that is champion."));
}

void RegistryPage::setAlias()
{
    askForText(this, QStringLiteral("aliasDialog"), tr("Alias of version %1").arg(m_version),
               tr("Letters, digits, “-”, “_” and “.”; the alias moves here from where it is."),
               QStringLiteral("challenger"), [this](const QString &alias) {
                   change(tr("Setting an alias"),
                          [model = m_model, version = m_version, alias](tracking::ModelRegistry &registry) {
                              return registry.setAlias(model, alias.trimmed(), version);
                          });
               });
}

void RegistryPage::takeAliasAway()
{
    const tracking::Lineage *lineage = current();
    if (!lineage || lineage->version.aliases.isEmpty())
        return shell().tell(tr("This version has no alias."));
    askForText(this, QStringLiteral("removeAliasDialog"), tr("Take an alias away"),
               tr("Which one: %1").arg(lineage->version.aliases.join(QStringLiteral(", "))),
               lineage->version.aliases.back(), [this](const QString &alias) {
                   change(tr("Taking an alias away"), [model = m_model, alias](tracking::ModelRegistry &registry) {
                       return registry.removeAlias(model, alias.trimmed());
                   });
               });
}

void RegistryPage::setStage(tracking::Stage stage)
{
    if (m_version > 0)
        change(tr("Setting the stage"),
               [model = m_model, version = m_version, stage](tracking::ModelRegistry &registry) {
                   return registry.setStage(model, version, stage);
               });
}

void RegistryPage::editNote()
{
    if (const tracking::Lineage *lineage = current())
        askForText(this, QStringLiteral("noteDialog"), tr("Note on version %1").arg(m_version), tr("Note"),
                   lineage->version.note, [this, version = m_version](const QString &note) {
                       change(tr("Saving the note"),
                              [model = m_model, version, note](tracking::ModelRegistry &registry) {
                                  return registry.setVersionNote(model, version, note);
                              });
                   });
}

void RegistryPage::removeVersion()
{
    if (m_version > 0)
        askWhether(this, QStringLiteral("removeVersionDialog"), tr("Delete version %1?").arg(m_version),
                   tr("Its aliases go with it and its number is never used again. The run stays."), tr("Delete"),
                   [this, version = m_version] {
                       change(tr("Deleting a version"), [model = m_model, version](tracking::ModelRegistry &registry) {
                           return registry.removeVersion(model, version);
                       });
                   });
}

void RegistryPage::renameModel()
{
    askForText(this, QStringLiteral("renameModelDialog"), tr("Rename %1").arg(m_model), tr("New name"), m_model,
               [this](const QString &name) {
                   const QString before = m_model, after = name.trimmed();
                   if (before == after)
                       return;
                   m_model = after;
                   change(tr("Renaming a model"), [before, after](tracking::ModelRegistry &registry) {
                       return registry.rename(before, after);
                   });
               });
}

/// Edit ▸ Undo brings it back, with its history.
void RegistryPage::removeModel()
{
    if (m_model.isEmpty())
        return;
    struct Remove : QUndoCommand
    {
        Remove(const QString &title, Workbench &bench, Shell &window, QString name)
            : QUndoCommand(title)
            , workbench(bench)
            , shell(window)
            , model(std::move(name))
        {
        }
        void redo() override
        {
            auto gone = tracking::ModelRegistry(workbench.store()).remove(model);
            if (gone)
                removed = std::move(*gone);
            tell(gone ? Result<void>() : Result<void>(Failure(gone.error())));
        }
        void undo() override { tell(tracking::ModelRegistry(workbench.store()).restore(removed)); }
        void tell(const Result<void> &done)
        {
            if (!done)
                shell.report(done.error());
            shell.storeChanged();
        }

        Workbench &workbench;
        Shell &shell;
        QString model;
        tracking::RemovedModel removed;
    };
    askWhether(this, QStringLiteral("removeModelDialog"), tr("Delete the model %1?").arg(m_model),
               tr("All its versions, aliases and its history go. The runs stay; Undo brings it back."), tr("Delete"),
               [this] {
                   shell().undoStack().push(
                       new Remove(tr("delete the model “%1”").arg(m_model), shell().workbench(), shell(), m_model));
                   m_model.clear();
                   refresh();
               });
}

void RegistryPage::askToRegister(Shell &shell, JobRunner &runner, const tracking::Run &run, QWidget *parent)
{
    const auto target = run.tags.find(QStringLiteral("target"));
    askForText(parent, QStringLiteral("registerDialog"), tr("Register the model of %1").arg(run.name),
               tr("Name of the model; one that is there gets a new version"),
               target == run.tags.end() ? run.model : target->second,
               [&shell, &runner, id = run.id](const QString &name) {
                   Workbench &workbench = shell.workbench();
                   runner.start<tracking::ModelVersion>(
                       tr("Registering a model"),
                       [&workbench, id, name](const Context &) {
                           return tracking::ModelRegistry(workbench.store()).add({.model = name.trimmed(), .run = id});
                       },
                       [&shell](const Result<tracking::ModelVersion> &made) {
                           if (!made)
                               return shell.report(made.error());
                           shell.storeChanged();
                           shell.tell(tr("Registered as version %1 of %2.").arg(made->number).arg(made->model));
                           shell.openRegistry(made->model);
                       });
               });
}

} // namespace assay::ui
