// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/pageheader.h"
#include "widgets/models/format.h"
#include "widgets/pages/runeditor.h"
#include "widgets/pages/runspage.h"
#include "widgets/pages/runspagetable.h"
#include "widgets/pages/runsummary.h"

#include <QAction>
#include <QPushButton>
#include <QToolButton>

/// Which runs of the runs page are selected, and reading what the table does not show of them.
namespace assay::ui {

void RunsPage::selectionChanged()
{
    const std::vector<qint64> keys = m_table->selectedKeys();
    const bool any = !keys.empty(), comparable = keys.size() >= 2;
    m_compare->setEnabled(comparable);
    m_compare->setToolTip(comparable ? tr("Compare the selected runs (Ctrl+Return)")
                                     : tr("Select two or more runs to compare them"));
    m_ensemble->setEnabled(comparable && !m_query.deleted);
    m_report->setEnabled(any);
    m_metrics->setEnabled(m_runs > 0);
    m_explore->setEnabled(m_runs > 0);
    for (QAction *action : {m_open, m_rename})
        action->setEnabled(keys.size() == 1);
    for (QAction *action : {m_tag, m_note, m_star, m_archive, m_move, m_delete})
        action->setEnabled(any);
    m_purge->setEnabled(m_query.deleted);
    m_delete->setText(m_query.deleted ? tr("&Restore") : tr("&Delete"));
    m_archive->setText(m_query.archived ? tr("Take out of the &archive") : tr("&Archive"));
    const QString shown = tr("%Ln run(s)", nullptr, static_cast<int>(m_runs));
    const QString counts =
        any ? tr("%1 · %2 selected").arg(shown, Format::count(static_cast<qint64>(keys.size()))) : shown;
    m_heading->setSubtitle(counts);
    emit statusChanged(counts);
    emit inspectorChanged();
    m_readSoon.start();
}

/// The editor needs all tags, the inspector all facts; the table has only what it shows.
void RunsPage::readSelection()
{
    const std::vector<qint64> keys = m_table->selectedKeys();
    const bool withTags = keys.size() <= manyRuns || m_details->isChecked();
    const auto take = [this, keys, withTags](Runs runs) {
        m_full = std::move(runs);
        m_fullRows = keys;
        if (m_details->isChecked() && withTags)
            m_editor->setRuns(m_full);
        emit inspectorChanged();
        if (m_onlyDifferent)
            findDifferences();
    };
    if (keys.empty()) {
        m_selectionReader.cancel();
        take({});
        return;
    }
    m_selectionReader.start<Runs>(
        tr("Reading runs"),
        [&store = m_store, keys, withTags, fields = fieldsOf(m_columns)](const Context &) -> Result<Runs> {
            if (keys.size() == 1)
                return readInFull(store, keys);
            tracking::RunFields wanted = keys.size() <= manyRuns ? fields : tracking::RunFields();
            if (withTags) {
                auto tags = store.tagKeys();
                if (!tags)
                    return tl::unexpected(tags.error());
                wanted.tags = std::move(*tags);
            }
            return tracking::RunTable(store).read(keys, wanted);
        },
        [this, take, keys](Result<Runs> runs) {
            if (runs && keys == m_table->selectedKeys())
                take(std::move(*runs));
        });
}

QString RunsPage::inspectorText() const
{
    const std::vector<qint64> keys = m_table->selectedKeys();
    if (keys.size() != 1)
        return {};
    if (keys == m_fullRows && m_full.size() == 1)
        return runSummaryHtml(m_full.front());
    const tracking::Run *run = m_model->cache().find(keys.front());
    return run ? runSummaryHtml(*run) : QString();
}

std::vector<tracking::Run> RunsPage::selectedRuns() const
{
    Runs runs;
    for (const qint64 key : m_table->selectedKeys())
        if (const tracking::Run *run = m_model->cache().find(key))
            runs.push_back(*run);
    return runs;
}

std::vector<tracking::RunId> RunsPage::selectedIds() const
{
    const std::vector<qint64> keys = m_table->selectedKeys();
    if (keys == m_fullRows)
        return idsOf(m_full);
    const Runs atHand = selectedRuns();
    return atHand.size() == keys.size() ? idsOf(atHand) : std::vector<tracking::RunId>();
}

void RunsPage::withSelectedIds(const std::function<void(const std::vector<tracking::RunId> &)> &then)
{
    if (m_table->selectedKeys().empty())
        return then({});
    withSelected([then](const Runs &runs) { then(idsOf(runs)); });
}

void RunsPage::selectRuns(const std::vector<tracking::RunId> &runs)
{
    std::vector<qint64> keys;
    for (const tracking::RunId &run : runs)
        if (const qint64 key = m_model->keyOf(m_model->indexOf(run)); key > 0)
            keys.push_back(key);
    m_table->selectKeys(keys);
    if (!keys.empty() && !m_table->currentIndex().isValid())
        m_table->selectionModel()->setCurrentIndex(m_model->indexOfKey(keys.front()), QItemSelectionModel::NoUpdate);
}

void RunsPage::withSelected(const std::function<void(const Runs &)> &then)
{
    withRows(m_table->selectedKeys(), then);
}

void RunsPage::withRows(const std::vector<qint64> &rows, const std::function<void(const Runs &)> &then)
{
    if (rows.empty())
        return;
    if (m_rowsReader.isRunning()) { // one after the other: the next action does not take the place of this one
        m_rowsWaiting.push_back([this, rows, then] { withRows(rows, then); });
        return;
    }
    Runs runs;
    for (const qint64 row : rows)
        if (const tracking::Run *run = m_model->cache().find(row))
            runs.push_back(*run);
    if (runs.size() == rows.size()) {
        then(runs);
        return;
    }
    m_rowsReader.start<Runs>(
        tr("Reading runs"),
        [&store = m_store, rows, fields = fieldsOf(m_columns)](const Context &) {
            return tracking::RunTable(store).read(rows, fields);
        },
        [this, then](const Result<Runs> &read) {
            if (read && !read->empty()) // else all were purged meanwhile
                then(*read);
            else if (!read && read.error().kind != ErrorKind::Cancelled)
                shell().report(read.error());
            nextRows();
        });
}

void RunsPage::nextRows()
{
    while (!m_rowsWaiting.empty() && !m_rowsReader.isRunning()) {
        const auto next = std::move(m_rowsWaiting.front());
        m_rowsWaiting.pop_front();
        next();
    }
}

} // namespace assay::ui
