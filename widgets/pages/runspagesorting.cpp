// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/evaluation.h"
#include "widgets/pages/runspage.h"
#include "widgets/pages/runspagetable.h"

#include <QAction>
#include <QActionGroup>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>
#include <algorithm>

/// By which columns the runs page sorts.
namespace assay::ui {

namespace {

/// What a person wants to see first: the best, the newest.
bool largestFirst(const RunColumn &column)
{
    return column.kind == RunColumn::Started || column.kind == RunColumn::Ended ||
           column.kind == RunColumn::Favourite ||
           (column.kind == RunColumn::Metric && engine::largerIsBetter(column.key.toStdString()));
}

/// A name as it is: menus take & for the mark of a key.
QString menuText(QString name)
{
    return name.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

} // namespace

std::vector<tracking::SortKey> RunsPage::sortedBy() const
{
    auto keys = tracking::sortKeys(m_query.sortKey, m_query.descending);
    return keys ? std::move(*keys)
                : std::vector{tracking::SortKey{.key = m_query.sortKey, .descending = m_query.descending}};
}

/// A click sorts by the column alone, and again the other way round. With Shift it comes after those there are; again
/// it is turned round, and again it is none of them any more.
void RunsPage::sortClicked(int section)
{
    const auto &columns = m_model->columns();
    if (m_arranging || section < 0 || section >= static_cast<int>(columns.size()))
        return;
    const RunColumn &column = columns[static_cast<std::size_t>(section)];
    const tracking::SortKey asUsual{.key = column.sortKey(), .descending = largestFirst(column)};
    std::vector<tracking::SortKey> keys = sortedBy();
    const auto found = std::ranges::find(keys, asUsual.key, &tracking::SortKey::key);
    if (!(QGuiApplication::keyboardModifiers() & Qt::ShiftModifier)) {
        const bool again = found == keys.begin();
        keys = {again ? tracking::SortKey{.key = asUsual.key, .descending = !found->descending} : asUsual};
    } else if (found == keys.end()) {
        keys.push_back(asUsual);
    } else if (found->descending == asUsual.descending) {
        found->descending = !found->descending;
    } else if (keys.size() > 1) {
        keys.erase(found);
    } else {
        *found = asUsual;
    }
    sortBy(keys);
}

void RunsPage::sortBy(const std::vector<tracking::SortKey> &keys)
{
    m_query.sortKey = tracking::sortText(keys);
    m_query.descending = keys.front().descending;
    showSorting();
    load();
}

/// By @p column alone, or after those there are.
void RunsPage::sortBy(const RunColumn &column, bool descending, bool then)
{
    auto keys = then ? sortedBy() : std::vector<tracking::SortKey>();
    std::erase_if(keys, [&](const tracking::SortKey &key) { return key.key == column.sortKey(); });
    keys.push_back({.key = column.sortKey(), .descending = descending});
    sortBy(keys);
}

/// The key stays in its place among the others.
void RunsPage::turnSort(const QString &key, bool descending)
{
    auto keys = sortedBy();
    for (tracking::SortKey &one : keys)
        if (one.key == key)
            one.descending = descending;
    sortBy(keys);
}

void RunsPage::removeSort(const QString &key)
{
    auto keys = sortedBy();
    std::erase_if(keys, [&](const tracking::SortKey &one) { return one.key == key; });
    if (!keys.empty())
        sortBy(keys);
}

/// What the header does by mouse: the keys there are, then the columns to sort by.
void RunsPage::fillSortMenu(QMenu &menu)
{
    menu.clear();
    qDeleteAll(menu.findChildren<QMenu *>(QString(), Qt::FindDirectChildrenOnly)); // of the last time
    const auto keys = sortedBy();
    for (int place = 1; const tracking::SortKey &key : keys)
        addSortedBy(menu, key, place++);
    menu.addSeparator();
    QMenu *alone = menu.addMenu(tr("Sort by"));
    QMenu *then = menu.addMenu(tr("Then by"));
    alone->setObjectName(QStringLiteral("sortBy"));
    then->setObjectName(QStringLiteral("thenBy"));
    for (const RunColumn &column : m_model->columns()) {
        const QString title = menuText(column.title());
        connect(alone->addAction(title), &QAction::triggered, this,
                [this, column] { sortBy(column, largestFirst(column), false); });
        if (std::ranges::find(keys, column.sortKey(), &tracking::SortKey::key) == keys.end())
            connect(then->addAction(title), &QAction::triggered, this,
                    [this, column] { sortBy(column, largestFirst(column), true); });
    }
    then->setEnabled(!then->isEmpty());
}

void RunsPage::addSortedBy(QMenu &menu, const tracking::SortKey &key, int place)
{
    const auto column = RunColumn::fromId(key.key);
    const QString title = menuText(column ? column->title() : key.key);
    QMenu *one = menu.addMenu(
        (key.descending ? tr("%1. %2, largest first") : tr("%1. %2, smallest first")).arg(place).arg(title));
    auto *directions = new QActionGroup(one);
    for (const bool down : {false, true}) {
        QAction *direction = one->addAction(down ? tr("Largest first") : tr("Smallest first"));
        direction->setCheckable(true);
        direction->setChecked(key.descending == down);
        directions->addAction(direction);
        connect(direction, &QAction::triggered, this, [this, name = key.key, down] { turnSort(name, down); });
    }
    QAction *remove = one->addAction(tr("Remove from the sort"));
    remove->setEnabled(sortedBy().size() > 1);
    connect(remove, &QAction::triggered, this, [this, name = key.key] { removeSort(name); });
}

/// The header's arrow is that of the first key; titles say the others.
void RunsPage::showSorting()
{
    const QScopedValueRollback arranging(m_arranging, true);
    const auto keys = sortedBy();
    m_model->setSorting(keys);
    int sorted = -1;
    for (int i = 0; i < static_cast<int>(m_model->columns().size()); ++i)
        if (m_model->columns()[static_cast<std::size_t>(i)].sortKey() == keys.front().key)
            sorted = i;
    m_table->header()->setSortIndicator(sorted, keys.front().descending ? Qt::DescendingOrder : Qt::AscendingOrder);
}

} // namespace assay::ui
