// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/columnchooser.h"
#include "widgets/pages/runspage.h"
#include "widgets/pages/runspagetable.h"

#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QSettings>
#include <QToolButton>
#include <algorithm>

/// The columns of the runs page: which, in what order, how wide, pinned or hidden.
namespace assay::ui {

namespace {

const QString columnsKey = QStringLiteral("runs/columns"), widthsKey = QStringLiteral("runs/widths"),
              pinnedKey = QStringLiteral("runs/pinned");

constexpr std::size_t comparedHere = 500; ///< selected runs; of more the store tells, for all that are shown

int usualWidth(const RunColumn &column) // [digits]
{
    switch (column.kind) {
    case RunColumn::Name:
        return 20;
    case RunColumn::Favourite:
        return 4;
    case RunColumn::Model:
        return 18;
    case RunColumn::Note:
    case RunColumn::Source:
        return 20;
    case RunColumn::Started:
    case RunColumn::Ended:
        return 17;
    case RunColumn::Status:
        return 12;
    default:
        return std::clamp(static_cast<int>(column.title().size()) + 4, 10, 28);
    }
}

/// Mean, deviation and best need more room than a value.
int groupedWidth(const RunColumn &column) // [digits]
{
    return column.kind == RunColumn::Name ? 34 : column.kind == RunColumn::Metric ? 29 : 0;
}

} // namespace

void RunsPage::setColumns(const RunColumns &columns, int pinned)
{
    QSettings().setValue(columnsKey, idsOf(columns));
    QSettings().setValue(pinnedKey, pinned);
    m_columnsChosen = true;
    m_columns = columns;
    m_pinned = std::clamp(pinned, 1, std::max(1, static_cast<int>(columns.size())));
    const RunsTable::Place place = m_table->place();
    m_wasReset = false;
    m_model->setColumns(columns);
    applyHeader();
    if (m_wasReset)
        m_table->setPlace(place);
    m_chooser->setColumns(m_columns, m_pinned);
    if (m_groupBy.isEmpty() && !m_load.isRunning())
        loadExtras();
    else
        load(); // groups sum up what is shown, and what is being read has the columns of before
    if (m_onlyDifferent)
        readSelection(); // of the new columns too, and then looks for differences
}

void RunsPage::resetColumns()
{
    QSettings settings;
    for (const QString &key : {columnsKey, widthsKey, pinnedKey})
        settings.remove(key);
    m_widths.clear();
    applyHeader();
    m_columnsChosen = false;
    m_columns.clear();
    m_pinned = 1;
    load();
}

void RunsPage::restoreColumns()
{
    const QSettings settings;
    m_columns = columnsFrom(settings.value(columnsKey).toStringList());
    m_columnsChosen = !m_columns.empty() && m_columns.front().kind == RunColumn::Name;
    if (!m_columnsChosen)
        m_columns.clear();
    m_pinned = std::max(1, settings.value(pinnedKey, 1).toInt());
    m_widths = settings.value(widthsKey).toMap();
}

/// Gives the header what belongs to the columns, after these came anew.
void RunsPage::applyHeader()
{
    const QScopedValueRollback arranging(m_arranging, true);
    QHeaderView *header = m_table->header();
    const auto &columns = m_model->columns();
    const int digit = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    for (int i = 0; i < header->count() && i < static_cast<int>(columns.size()); ++i) {
        const RunColumn &column = columns[static_cast<std::size_t>(i)];
        header->moveSection(header->visualIndex(i), i);
        header->setSectionHidden(i, false);
        const int width = m_widths.value(column.id(), usualWidth(column) * digit).toInt();
        header->resizeSection(i, m_model->isGrouped() ? std::max(width, groupedWidth(column) * digit) : width);
    }
    showSorting();
    m_table->setPinned(m_pinned);
}

/// Columns were dragged in the header.
void RunsPage::takeHeaderOrder()
{
    const QHeaderView *header = m_table->header();
    RunColumns columns;
    for (int visual = 0; visual < header->count(); ++visual)
        columns.push_back(m_model->columns()[static_cast<std::size_t>(header->logicalIndex(visual))]);
    if (columns != m_model->columns())
        setColumns(columns, m_pinned);
}

void RunsPage::keepWidth(int section, int size)
{
    if (m_arranging || size == 0 || section >= static_cast<int>(m_model->columns().size()))
        return;
    m_widths.insert(m_model->columns()[static_cast<std::size_t>(section)].id(), size);
    m_keepSoon.start();
}

void RunsPage::setOnlyDifferent(bool on)
{
    m_onlyDifferent = on;
    m_chooser->setOnlyDifferent(on);
    if (on)
        findDifferences();
    else
        hideColumns({});
}

void RunsPage::findDifferences()
{
    if (m_fullRows != m_table->selectedKeys())
        return; // they are being read, and looked at then
    const bool few = m_full.size() > 1 && m_full.size() <= comparedHere;
    if (few) {
        m_differences.cancel();
        hideColumns(equalColumns(m_full, m_columns));
        return;
    }
    m_differences.start<RunColumns>(
        tr("Looking for differences"),
        [&store = m_store, query = m_query, columns = m_columns](const Context &) {
            return equalColumns(store, query, columns);
        },
        [this, columns = m_columns](const Result<RunColumns> &equal) {
            if (equal && m_onlyDifferent && columns == m_columns)
                hideColumns(*equal);
            else if (!equal && equal.error().kind != ErrorKind::Cancelled)
                shell().report(equal.error());
        });
}

void RunsPage::hideColumns(const RunColumns &equal)
{
    const QScopedValueRollback arranging(m_arranging, true);
    const auto &columns = m_model->columns();
    for (int i = 1; i < static_cast<int>(columns.size()); ++i) {
        const bool hide = std::ranges::find(equal, columns[static_cast<std::size_t>(i)]) != equal.end();
        if (m_table->header()->isSectionHidden(i) != hide)
            m_table->header()->setSectionHidden(i, hide);
    }
    m_table->setPinned(m_pinned);
}

void RunsPage::openChooser()
{
    m_chooser->setColumns(m_columns, m_pinned);
    m_chooser->setOnlyDifferent(m_onlyDifferent);
    m_chooser->popupBelow(m_columnsButton);
    loadKeys();
}

void RunsPage::loadKeys()
{
    m_keysReader.start<tracking::RunKeyUse>(
        tr("Reading columns"),
        [&store = m_store, query = m_query](const Context &) { return tracking::RunTable(store).keys(query); },
        [this](const Result<tracking::RunKeyUse> &keys) {
            if (keys)
                m_chooser->setKeys(*keys);
            else
                shell().report(keys.error());
        });
}

void RunsPage::showHeaderMenu(const QPoint &at)
{
    const int section = m_table->header()->logicalIndexAt(at);
    if (section < 0 || section >= static_cast<int>(m_model->columns().size()))
        return;
    const RunColumn column = m_model->columns()[static_cast<std::size_t>(section)];
    QMenu menu(this);
    menu.setObjectName(QStringLiteral("headerMenu"));
    const auto add = [&](const QString &text, const std::function<void()> &then) {
        QAction *action = menu.addAction(text);
        connect(action, &QAction::triggered, this, then);
        return action;
    };
    const auto keys = sortedBy();
    const auto addSort = [&](const QString &text, bool descending, bool then) {
        add(text, [this, column, descending, then] { sortBy(column, descending, then); });
    };
    addSort(tr("Sort, smallest first"), false, false);
    addSort(tr("Sort, largest first"), true, false);
    if (keys.front().key != column.sortKey()) {
        addSort(tr("Then by this, smallest first"), false, true);
        addSort(tr("Then by this, largest first"), true, true);
    }
    if (keys.size() > 1 && std::ranges::find(keys, column.sortKey(), &tracking::SortKey::key) != keys.end())
        add(tr("Remove from the sort"), [this, column] { removeSort(column.sortKey()); });
    menu.addSeparator();
    if (!column.groupKey().isEmpty())
        add(tr("Group by “%1”").arg(column.title()), [this, column] { setGroupBy(column.groupKey()); });
    if (!m_groupBy.isEmpty())
        add(tr("No groups"), [this] { setGroupBy({}); });
    if (section > 0) {
        const bool isPinned = section < m_pinned;
        add(isPinned ? tr("Unpin") : tr("Pin to the left"), [this, section, isPinned] {
            RunColumns columns = m_model->columns();
            const auto first = columns.begin();
            if (isPinned)
                std::rotate(first + section, first + section + 1, first + m_pinned);
            else
                std::rotate(first + m_pinned, first + section, first + section + 1);
            setColumns(columns, m_pinned + (isPinned ? -1 : 1));
        });
        add(tr("Hide"), [this, column, section] {
            RunColumns columns = m_model->columns();
            std::erase(columns, column);
            setColumns(columns, m_pinned - (section < m_pinned ? 1 : 0));
        });
    }
    menu.addSeparator();
    QAction *different = add(tr("Only differences"), [this] { setOnlyDifferent(!m_onlyDifferent); });
    different->setCheckable(true);
    different->setChecked(m_onlyDifferent);
    add(tr("Columns…"), [this] { openChooser(); });
    menu.exec(m_table->header()->mapToGlobal(at));
}

} // namespace assay::ui
