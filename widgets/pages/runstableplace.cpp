// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/runsmodel.h"
#include "widgets/pages/runspagetable.h"

#include <QScrollBar>
#include <algorithm>

/// What is selected in the table of the runs page, open and on the screen, by run.
namespace assay::ui {

std::vector<qint64> RunsTable::visibleRuns() const
{
    std::vector<qint64> rows;
    const int bottom = viewport()->height();
    for (QModelIndex index = indexAt(QPoint(0, 0)); index.isValid(); index = indexBelow(index)) {
        if (visualRect(index).top() > bottom)
            break;
        if (const qint64 key = m_model->keyOf(index); key > 0)
            rows.push_back(key);
    }
    return rows;
}

std::vector<qint64> RunsTable::selectedKeys() const
{
    // Where each stands: by the rows from the top down to it. Thousands may be selected, mostly side by side.
    using Path = std::vector<int>;
    std::vector<std::pair<Path, qint64>> nested;
    std::vector<std::pair<int, qint64>> flat;
    QSet<qint64> seen;
    const QItemSelection ranges = selectionModel()->selection();
    const bool isFlat = std::ranges::none_of(ranges, [](const auto &range) { return range.parent().isValid(); });
    for (const QItemSelectionRange &range : ranges) {
        Path path;
        for (QModelIndex above = range.parent(); above.isValid(); above = above.parent())
            path.insert(path.begin(), above.row());
        path.push_back(0);
        for (path.back() = range.top(); path.back() <= range.bottom(); ++path.back()) {
            const qint64 key = m_model->keyOf(m_model->index(path.back(), 0, range.parent()));
            if (key <= 0 || seen.contains(key))
                continue;
            seen.insert(key);
            if (isFlat)
                flat.emplace_back(path.back(), key);
            else
                nested.emplace_back(path, key);
        }
    }
    std::ranges::sort(flat);
    std::ranges::sort(nested);
    std::vector<qint64> keys;
    keys.reserve(flat.size() + nested.size());
    for (const auto &[at, key] : flat)
        keys.push_back(key);
    for (const auto &[at, key] : nested)
        keys.push_back(key);
    return keys;
}

void RunsTable::selectKeys(const std::vector<qint64> &keys)
{
    QHash<QModelIndex, std::vector<int>> places; // by parent
    for (const qint64 key : keys)
        if (const QModelIndex index = m_model->indexOfKey(key); index.isValid())
            places[index.parent()].push_back(index.row());
    QItemSelection selection;
    for (auto it = places.begin(); it != places.end(); ++it) {
        std::ranges::sort(*it);
        const auto &rows = *it;
        for (std::size_t from = 0, to = 0; from < rows.size(); from = to) {
            for (to = from + 1; to < rows.size() && rows[to] == rows[to - 1] + 1;)
                ++to;
            selection.select(m_model->index(rows[from], 0, it.key()),
                             m_model->index(rows[to - 1], m_model->columnCount() - 1, it.key()));
        }
    }
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void RunsTable::addOpened(const QModelIndex &parent, std::vector<qint64> &opened) const
{
    for (int row = 0; row < m_model->rowCount(parent); ++row) {
        const QModelIndex index = m_model->index(row, 0, parent);
        if (!m_model->hasChildren(index) || !isExpanded(index))
            continue;
        opened.push_back(m_model->keyOf(index));
        addOpened(index, opened);
    }
}

RunsTable::Place RunsTable::place() const
{
    Place place{.selected = selectedKeys(),
                .current = m_model->keyOf(currentIndex()),
                .currentColumn = std::max(0, currentIndex().column()),
                .across = horizontalScrollBar()->value()};
    addOpened({}, place.opened);
    if (verticalScrollBar()->value() > 0)
        if (const QModelIndex top = indexAt(QPoint(0, 0)); top.isValid()) {
            place.top = m_model->keyOf(top);
            place.topOffset = visualRect(top).top();
        }
    return place;
}

void RunsTable::setPlace(const Place &place)
{
    for (const qint64 key : place.opened)
        if (const QModelIndex index = m_model->indexOfKey(key); index.isValid())
            expand(index);
    selectKeys(place.selected);
    if (const QModelIndex current = m_model->indexOfKey(place.current, place.currentColumn); current.isValid())
        selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
    executeDelayedItemsLayout();
    horizontalScrollBar()->setValue(place.across);
    if (const QModelIndex top = m_model->indexOfKey(place.top); top.isValid()) {
        scrollTo(top, PositionAtTop);
        verticalScrollBar()->setValue(verticalScrollBar()->value() - place.topOffset);
    }
}

} // namespace assay::ui
