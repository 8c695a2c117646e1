// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/evaluation.h"
#include "widgets/pages/runspage.h"
#include "widgets/pages/runspagetable.h"

#include <QGuiApplication>
#include <QHeaderView>
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
