// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/experimentsdialog.h"

#include "tracking/keeping.h"
#include "widgets/errortext.h"
#include "widgets/models/experimentsmodel.h"
#include "widgets/models/tone.h"
#include "widgets/pages/asking.h"
#include "widgets/pages/notesview.h"
#include "widgets/pages/storeedits.h"

#include <QCheckBox>
#include <QEvent>
#include <QItemSelectionModel>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <algorithm>

namespace assay::ui {

ExperimentsDialog::~ExperimentsDialog() = default;

void ExperimentsDialog::done(int result)
{
    commitNote();
    QDialog::done(result);
}

bool ExperimentsDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut && watched == m_note->editor())
        commitNote();
    return QDialog::eventFilter(watched, event);
}

bool ExperimentsDialog::showsDeleted() const
{
    return m_deleted->isChecked();
}

void ExperimentsDialog::load()
{
    if (m_load.isRunning()) {
        m_stale = true;
        return;
    }
    m_stale = false;
    using Experiments = std::vector<tracking::Experiment>;
    m_load.start<Experiments>(
        tr("Reading experiments"),
        [&store = m_shell.workbench().store(), deleted = showsDeleted()](const Context &) {
            return tracking::experiments(store, deleted);
        },
        [this](Result<Experiments> read) {
            if (read)
                fill(std::move(*read));
            else if (read.error().kind != ErrorKind::Cancelled)
                say(errorText(read.error()), true);
            if (m_stale)
                load();
        });
}

/// The one that was chosen stays so.
void ExperimentsDialog::fill(std::vector<tracking::Experiment> experiments)
{
    const auto count = static_cast<int>(experiments.size());
    const tracking::ExperimentId before = m_chosen;
    m_model->setExperiments(std::move(experiments));
    m_summary->setText(showsDeleted() ? tr("%n deleted experiment(s)", nullptr, count)
                                      : tr("%n experiment(s)", nullptr, count));
    m_table->resizeColumnsToContents();
    constexpr int widest = 260, air = 14;
    for (int column = 0; column + 1 < m_model->columnCount(); ++column)
        m_table->setColumnWidth(column, std::min(widest, m_table->columnWidth(column) + air));
    if (count > 0)
        m_table->selectRow(std::max(0, m_model->rowOf(before)));
    chosen();
}

const tracking::Experiment *ExperimentsDialog::current() const
{
    const int row = m_table->currentIndex().row();
    return row >= 0 && row < m_model->rowCount() ? &m_model->experiments()[static_cast<std::size_t>(row)] : nullptr;
}

void ExperimentsDialog::chosen()
{
    const tracking::Experiment *one = current();
    const bool there = one && !one->deleted;
    m_chosen = one ? one->id : tracking::ExperimentId{};
    m_title->setText(one ? one->name : QString());
    m_remove->setText(showsDeleted() ? tr("Restore") : tr("Delete"));
    m_remove->setToolTip(showsDeleted() ? tr("Bring it back with the runs that were deleted with it")
                                        : tr("Delete it with its runs; Undo and Restore bring them back"));
    m_remove->setEnabled(one != nullptr);
    for (QPushButton *needs : {m_rename, m_tag})
        needs->setEnabled(there);
    m_untag->setEnabled(there && !one->tags.empty());
    m_moveHere->setEnabled(there && !m_runs.empty());
    m_moveNew->setEnabled(!m_runs.empty());
    m_note->setEnabled(there);
    // A note that is being written is not taken away by the store's news.
    const bool writing = one && m_noted.id == one->id && m_note->editor()->hasFocus();
    if (writing)
        return;
    if (m_noted.id != m_chosen) {
        commitNote();
        m_note->editor()->document()->setModified(false); // what was typed belongs to the other one, and is kept
    }
    m_noted = one ? *one : tracking::Experiment();
    m_note->showNote(m_noted.note);
}

/// The window and its status bar are behind the dialog: what is said must stand here.
void ExperimentsDialog::say(const QString &text, bool failed)
{
    m_message->setText(failed ? QStringLiteral("<span style='color:%1'>%2</span>")
                                    .arg(toneColor(Tone::Bad, palette()).name(), text.toHtmlEscaped())
                              : text.toHtmlEscaped());
    m_message->setVisible(!text.isEmpty());
}

void ExperimentsDialog::commitNote()
{
    if (m_noted.id.value == 0 || m_noted.deleted)
        return;
    if (const auto note = m_note->takeTyped()) {
        StoreEdits::of(m_shell).setNote(m_noted, *note);
        m_noted.note = *note;
    }
}

void ExperimentsDialog::make()
{
    askForText(this, QStringLiteral("makeExperiment"), tr("New experiment"), tr("Name"), {},
               [this](const QString &name) {
                   if (!name.trimmed().isEmpty())
                       StoreEdits::of(m_shell).make(name.trimmed(), {});
               });
}

void ExperimentsDialog::rename()
{
    if (const tracking::Experiment *one = current(); one && !one->deleted)
        askForText(this, QStringLiteral("renameExperiment"), tr("Rename %1").arg(one->name), tr("New name"), one->name,
                   [this, experiment = *one](const QString &name) {
                       if (!name.trimmed().isEmpty() && name.trimmed() != experiment.name)
                           StoreEdits::of(m_shell).rename(experiment, name.trimmed());
                   });
}

void ExperimentsDialog::tag()
{
    if (const tracking::Experiment *one = current())
        askForText(this, QStringLiteral("tagExperiment"), tr("Tag %1").arg(one->name),
                   tr("As KEY=VALUE; a tag that is there gets the new value"), {},
                   [this, experiment = *one](const QString &text) {
                       const QString key = text.section(u'=', 0, 0).trimmed();
                       if (key.isEmpty())
                           return say(tr("A tag needs a name before the “=”."));
                       StoreEdits::of(m_shell).setTag(experiment, key, text.section(u'=', 1).trimmed());
                   });
}

void ExperimentsDialog::untag()
{
    const tracking::Experiment *one = current();
    if (!one || one->tags.empty())
        return;
    QStringList keys;
    for (const auto &[key, value] : one->tags)
        keys << key;
    askForText(this, QStringLiteral("untagExperiment"), tr("Take a tag off"),
               tr("Which one: %1").arg(keys.join(QStringLiteral(", "))), keys.front(),
               [this, experiment = *one](const QString &key) {
                   if (experiment.tags.contains(key.trimmed()))
                       StoreEdits::of(m_shell).removeTag(experiment, key.trimmed());
                   else
                       say(tr("%1 has no tag %2.").arg(experiment.name, key.trimmed()));
               });
}

void ExperimentsDialog::removeOrRestore()
{
    const tracking::Experiment *one = current();
    if (!one)
        return;
    StoreEdits &edits = StoreEdits::of(m_shell);
    if (one->deleted)
        return edits.restore(*one);
    commitNote();
    edits.remove(*one);
    say(tr("Deleted %1 with %n run(s); Undo brings them back.", nullptr, static_cast<int>(one->runs)).arg(one->name));
}

void ExperimentsDialog::moveHere()
{
    if (const tracking::Experiment *one = current())
        StoreEdits::of(m_shell).move(m_runs, one->name);
}

void ExperimentsDialog::moveToNew()
{
    askForText(
        this, QStringLiteral("moveToNewExperiment"), tr("Move to a new experiment"),
        tr("Name of the experiment that %n run(s) go to:", nullptr, static_cast<int>(m_runs.size())), {},
        [this](const QString &typed) {
            const QString name = typed.trimmed();
            if (name.isEmpty())
                return;
            if (!showsDeleted() && std::ranges::find(m_model->experiments(), name, &tracking::Experiment::name) !=
                                       m_model->experiments().end())
                return say(tr("There is an experiment %1 already; choose it and move the runs there.").arg(name));
            StoreEdits::of(m_shell).move(m_runs, name);
        });
}

} // namespace assay::ui
