// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/exploretable.h"

#include <algorithm>
#include <cmath>

namespace assay::ui {

void ExploreTable::setData(ExplorePtr data, const QStringList &columns)
{
    beginResetModel();
    m_data = std::move(data);
    m_columns.clear();
    for (const QString &key : columns)
        if (const ExploreColumn *column = m_data ? m_data->column(key) : nullptr)
            m_columns.push_back(column);
    if (m_sorted > static_cast<int>(m_columns.size()))
        m_sorted = -1;
    if (m_data && m_chosen.size() != m_data->size())
        m_chosen.clear();
    order();
    endResetModel();
}

void ExploreTable::setChosen(const std::vector<char> &chosen)
{
    beginResetModel();
    m_chosen = chosen;
    order();
    endResetModel();
}

/// Runs without a value stay at the end, whichever way it goes.
void ExploreTable::order()
{
    m_rows.clear();
    for (int run = 0; m_data && run < static_cast<int>(m_data->size()); ++run)
        if (m_chosen.empty() || m_chosen[static_cast<std::size_t>(run)])
            m_rows.push_back(run);
    const bool down = m_order == Qt::DescendingOrder;
    if (m_sorted == 0) {
        std::ranges::stable_sort(m_rows, [&](int a, int b) {
            const int order = m_data->names[a].compare(m_data->names[b]);
            return down ? order > 0 : order < 0;
        });
    } else if (m_sorted > 0) {
        const std::vector<double> &values = m_columns[static_cast<std::size_t>(m_sorted) - 1]->values;
        std::ranges::stable_sort(m_rows, [&](int a, int b) {
            const double x = values[static_cast<std::size_t>(a)], y = values[static_cast<std::size_t>(b)];
            return std::isnan(y) ? !std::isnan(x) : down ? x > y : x < y;
        });
    }
}

void ExploreTable::sort(int column, Qt::SortOrder order_)
{
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<int> runs;
    for (const QModelIndex &index : before)
        runs.push_back(run(index.row()));
    m_sorted = column;
    m_order = order_;
    order();
    // What is selected stays selected.
    std::vector<int> places(m_data ? m_data->size() : 0, -1);
    for (int row = 0; row < rowCount(); ++row)
        places[static_cast<std::size_t>(run(row))] = row;
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after << index(places[static_cast<std::size_t>(runs[static_cast<std::size_t>(i)])], before[i].column());
    changePersistentIndexList(before, after);
    emit layoutChanged({}, VerticalSortHint);
}

int ExploreTable::rowOf(int run) const
{
    const auto found = std::ranges::find(m_rows, run);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int ExploreTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ExploreTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_data ? 0 : static_cast<int>(m_columns.size()) + 1;
}

QVariant ExploreTable::data(const QModelIndex &index, int role) const
{
    const auto run = static_cast<std::size_t>(m_rows[static_cast<std::size_t>(index.row())]);
    if (role == RunRole)
        return static_cast<int>(run);
    if (index.column() == 0)
        return role == Qt::DisplayRole || role == Qt::ToolTipRole ? QVariant(m_data->names[static_cast<qsizetype>(run)])
                                                                  : QVariant();
    const ExploreColumn &column = *m_columns[static_cast<std::size_t>(index.column()) - 1];
    if (role == Qt::DisplayRole)
        return column.text(run);
    if (role == Qt::TextAlignmentRole && column.categories.isEmpty())
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

QVariant ExploreTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool words = role == Qt::DisplayRole || role == Qt::ToolTipRole;
    if (orientation != Qt::Horizontal || !words || section > static_cast<int>(m_columns.size()))
        return {};
    return section == 0 ? tr("Run") : m_columns[static_cast<std::size_t>(section) - 1]->title;
}

} // namespace assay::ui
