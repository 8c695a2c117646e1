// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/runcells.h"
#include "widgets/pages/ensembledialog.h"
#include "widgets/pages/runeditor.h"
#include "widgets/pages/runspage.h"
#include "widgets/pages/runspagetable.h"
#include "widgets/pages/runsummary.h"
#include "widgets/pages/storeedits.h"
#include "widgets/pages/tables.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <algorithm>

/// What the runs page does with the runs that are selected.
namespace assay::ui {

namespace {

constexpr std::size_t curvesAtMost = 100; ///< runs of a metric page when none is selected

QString clean(QString text)
{
    return text.replace(QLatin1Char('\t'), QLatin1Char(' ')).replace(QLatin1Char('\n'), QLatin1Char(' '));
}

} // namespace

QAction *RunsPage::addTableAction(const QString &text, const QString &toolTip, const QKeySequence &key,
                                  const char *name, void (RunsPage::*slot)())
{
    auto *action = new QAction(text, this);
    action->setObjectName(QLatin1String(name));
    action->setToolTip(toolTip);
    action->setStatusTip(toolTip);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, slot);
    m_table->addAction(action);
    return action;
}

void RunsPage::buildActions()
{
    m_open =
        addTableAction(tr("&Open"), tr("Everything about the run"), Qt::Key_Return, "openRun", &RunsPage::openSelected);
    m_rename =
        addTableAction(tr("&Rename"), tr("Give the run another name"), {}, "renameRun", &RunsPage::renameSelected);
    m_tag = addTableAction(tr("&Tags…"), tr("Set or remove tags of the selected runs"), Qt::Key_T, "tagRuns",
                           &RunsPage::tagSelected);
    m_note = addTableAction(tr("&Note…"), tr("Write a note"), Qt::Key_N, "noteRuns", &RunsPage::noteSelected);
    m_star = addTableAction(tr("&Favourite"), tr("Give the selected runs a star, or take it away"), Qt::Key_F,
                            "starRuns", &RunsPage::starSelected);
    m_archive = addTableAction(tr("&Archive"), tr("Keep them, but leave them out of the table"), Qt::Key_A,
                               "archiveRuns", &RunsPage::archiveSelected);
    m_move = addTableAction(tr("&Move to experiment…"), tr("Put the selected runs into another experiment"), {},
                            "moveRuns", &RunsPage::moveSelected);
    m_delete = addTableAction(tr("&Delete"), tr("Can be undone"), QKeySequence::Delete, "deleteRuns",
                              &RunsPage::deleteSelected);
    m_purge = addTableAction(
        tr("&Purge…"),
        tr("Removes the selected runs for good and frees their space; with none selected, all that are shown"), {},
        "purgeRuns", &RunsPage::purgeSelected);
    m_copy = addTableAction(tr("&Copy"), tr("The selected rows as a table"), QKeySequence::Copy, "copyCells",
                            &RunsPage::copySelected);
    auto *menu = new QMenu(m_more);
    menu->setObjectName(QStringLiteral("moreMenu"));
    m_more->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        fillContextMenu(*menu, {});
    });
    connect(m_table, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        QMenu context(this);
        context.setObjectName(QStringLiteral("runsContextMenu"));
        fillContextMenu(context, m_table->indexAt(at));
        context.exec(m_table->viewport()->mapToGlobal(at));
    });
}

void RunsPage::fillContextMenu(QMenu &menu, const QModelIndex &index)
{
    menu.addActions({m_open, m_copy});
    if (const tracking::Run *run = m_model->run(index)) {
        const RunColumn column = m_model->columns()[static_cast<std::size_t>(index.column())];
        const QString condition = filterFor(*run, column);
        if (!condition.isEmpty()) {
            QAction *only = menu.addAction(
                tr("Only runs with %1")
                    .arg(fontMetrics().elidedText(QString(condition).replace(QLatin1Char('&'), QStringLiteral("&&")),
                                                  Qt::ElideMiddle, 320)));
            connect(only, &QAction::triggered, this, [this, condition] { filterBy(condition); });
        }
        if (const QString key = column.groupKey(); !key.isEmpty())
            connect(menu.addAction(tr("Group by “%1”").arg(column.title())), &QAction::triggered, this,
                    [this, key] { setGroupBy(key); });
    }
    menu.addSeparator();
    menu.addActions({m_star, m_tag, m_note, m_rename, m_move});
    menu.addSeparator();
    if (!m_query.deleted)
        menu.addAction(m_archive);
    menu.addAction(m_delete);
    if (m_query.deleted)
        menu.addAction(m_purge);
}

void RunsPage::compareSelected()
{
    withSelected([this](const Runs &runs) { shell().openCompare(idsOf(runs)); });
}

void RunsPage::reportSelected()
{
    withSelected([this](const Runs &runs) { shell().openReport(idsOf(runs)); });
}

void RunsPage::ensembleSelected()
{
    withSelected([this](const Runs &runs) { EnsembleDialog::ask(shell(), m_train, runs, this); });
}

void RunsPage::openMetrics()
{
    std::vector<qint64> rows = m_table->selectedKeys();
    for (int row = 0; m_table->selectedKeys().empty() && row < m_model->rowCount() && rows.size() < curvesAtMost; ++row)
        if (const qint64 key = m_model->keyOf(m_model->index(row, 0)); key > 0)
            rows.push_back(key);
    if (rows.empty() && m_runs > 0)
        shell().tell(tr("Open a group and select runs to see their curves."));
    withRows(rows, [this](const Runs &runs) { shell().openMetrics(idsOf(runs)); });
}

void RunsPage::openExplore()
{
    shell().openExplore(m_query);
}

void RunsPage::openSelected()
{
    withSelected([this](const Runs &runs) {
        if (runs.size() == 1)
            shell().openRun(runs.front().id);
    });
}

void RunsPage::tagSelected()
{
    m_details->setChecked(true);
    m_editor->focusTags();
}

void RunsPage::noteSelected()
{
    m_details->setChecked(true);
    m_editor->focusNote();
}

void RunsPage::renameSelected()
{
    const std::vector<qint64> keys = m_table->selectedKeys();
    if (keys.size() == 1)
        m_table->edit(m_model->indexOfKey(keys.front()));
}

void RunsPage::deleteSelected()
{
    withSelected([this, deleted = m_query.deleted](const Runs &runs) {
        StoreEdits &edits = StoreEdits::of(shell());
        if (deleted) {
            edits.restore(runs);
            return;
        }
        edits.remove(runs);
        shell().tell(tr("Deleted %Ln run(s); Undo brings them back.", nullptr, static_cast<int>(runs.size())));
    });
}

void RunsPage::copySelected()
{
    // From the runs themselves: rows far from the view are not in the table.
    const QHeaderView *header = m_table->header();
    RunColumns columns;
    for (int visual = 0; visual < header->count(); ++visual)
        if (const int section = header->logicalIndex(visual); !header->isSectionHidden(section))
            columns.push_back(m_model->columns()[static_cast<std::size_t>(section)]);
    if (m_table->selectedKeys().empty()) {
        if (const QString groups = selectionAsTsv(*m_table); !groups.isEmpty())
            QApplication::clipboard()->setText(groups);
        return;
    }
    withSelected([columns](const Runs &runs) {
        QStringList lines, cells;
        for (const RunColumn &column : columns)
            cells.append(clean(column.title()));
        lines.append(cells.join(QLatin1Char('\t')));
        for (const tracking::Run &run : runs) {
            cells.clear();
            for (const RunColumn &column : columns)
                cells.append(clean(RunCell::text(run, column)));
            lines.append(cells.join(QLatin1Char('\t')));
        }
        QApplication::clipboard()->setText(lines.join(QLatin1Char('\n')) + QLatin1Char('\n'));
    });
}

void RunsPage::filterBy(const QString &condition)
{
    RunsView view = currentView();
    const QString before = view.query.filter;
    view.query.filter = before.isEmpty() ? condition : QStringLiteral("(%1) and %2").arg(before, condition);
    showView(view);
}

} // namespace assay::ui
