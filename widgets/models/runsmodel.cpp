// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/runsmodel.h"

#include "engine/metrics/evaluation.h"
#include "widgets/models/runcells.h"

#include <algorithm>

/// Which rows there are. What they say is in runsmodeldata.cpp, how they are read in runsmodelfetch.cpp.
namespace assay::ui {

RunsModel::RunsModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_fetch(nullptr, this)
{
    m_fetchSoon.setSingleShot(true);
    m_fetchSoon.setInterval(0);
    connect(&m_fetchSoon, &QTimer::timeout, this, &RunsModel::fetch);
}

RunsModel::~RunsModel() = default;

void RunsModel::setRuns(const std::vector<tracking::Run> &runs, const RunColumns &columns)
{
    const auto rowOf = [this](const tracking::RunId &id) {
        const qint64 next = m_given.size() + 1;
        return m_given.contains(id.value) ? m_given[id.value] : *m_given.insert(id.value, next);
    };
    std::vector<tracking::RunRow> rows;
    ReadRuns read{.runs = runs};
    for (const tracking::Run &run : runs)
        rows.push_back({.row = rowOf(run.id), .parent = run.parent.isNull() ? 0 : rowOf(run.parent)});
    for (const tracking::RunRow &row : rows)
        read.rows.push_back(row.row);
    m_cache.makeRoom(static_cast<qsizetype>(runs.size()));
    findBest(runs);
    setRows(std::move(rows), columns, std::move(read));
}

void RunsModel::setRows(std::vector<tracking::RunRow> rows, const RunColumns &columns, ReadRuns read)
{
    m_unreadable = false;
    m_cache.expire();
    if (!isGrouped() && rows == m_rows && columns == m_columns) {
        announce(put(read, m_cache.age()));
        return;
    }
    rebuild(columns, read, [&] {
        m_groups.clear();
        m_groupKey.clear();
        m_rows = std::move(rows);
        m_tree.addRuns(m_rows);
    });
}

void RunsModel::setGroups(std::vector<RunGroupRows> groups, const QString &key, const QStringList &metrics,
                          const RunColumns &columns, ReadRuns read)
{
    m_unreadable = false;
    m_cache.expire();
    const bool same = key == m_groupKey && columns == m_columns &&
                      std::ranges::equal(groups, m_groups, [](const auto &a, const auto &b) { return a.sameRows(b); });
    m_groupMetrics = metrics;
    if (same) {
        m_groups = std::move(groups);
        if (!m_groups.empty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        announce(put(read, m_cache.age()));
        return;
    }
    rebuild(columns, read, [&] {
        m_rows.clear();
        if (key != m_groupKey)
            m_groupNumbers.clear();
        m_groupKey = key;
        m_groups = std::move(groups);
        fillGroups();
    });
}

/// A group keeps its number while the table is grouped by the same key, so that it stays open and selected.
int RunsModel::groupNumber(const tracking::RunGroup &group)
{
    const QString name = group.missing ? QString() : QLatin1Char('=') + group.value;
    const int next = static_cast<int>(m_groupNumbers.size());
    return m_groupNumbers.contains(name) ? m_groupNumbers[name] : *m_groupNumbers.insert(name, next);
}

void RunsModel::fillGroups()
{
    for (std::size_t i = 0; i < m_groups.size(); ++i) {
        const int number = groupNumber(m_groups[i].group);
        m_groupAt.resize(static_cast<std::size_t>(m_groupNumbers.size()));
        m_groupAt[static_cast<std::size_t>(number)] = i;
        const int node = m_tree.addGroup(number);
        if (m_groups[i].rows)
            m_tree.addRuns(*m_groups[i].rows, node);
    }
}

void RunsModel::rebuild(const RunColumns &columns, const ReadRuns &read, const std::function<void()> &fill)
{
    beginResetModel();
    m_wanted.clear();
    m_tree.clear();
    m_columns = columns;
    fill();
    put(read, m_cache.age());
    endResetModel();
}

void RunsModel::setColumns(const RunColumns &columns)
{
    if (columns == m_columns)
        return;
    beginResetModel();
    // What is here lacks the facts of new columns; of fewer or moved ones nothing has to be read.
    const bool more = std::ranges::any_of(columns, [this](const RunColumn &column) {
        return column.isFigure() || column.kind == RunColumn::Tag
                   ? std::ranges::find(m_columns, column) == m_columns.end()
                   : false;
    });
    m_columns = columns;
    if (more)
        m_cache.expire();
    endResetModel();
}

void RunsModel::setBest(const QHash<QString, double> &best)
{
    if (best == m_best)
        return;
    m_best = best;
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {BestRole, Qt::FontRole});
}

void RunsModel::setSorting(const std::vector<tracking::SortKey> &keys)
{
    if (keys == m_sorting)
        return;
    m_sorting = keys;
    if (columnCount() > 0)
        emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

void RunsModel::findBest(const std::vector<tracking::Run> &runs)
{
    QHash<QString, std::pair<double, int>> found; // best so far, of how many
    for (const tracking::Run &run : runs) {
        if (!run.parent.isNull() && std::ranges::find(runs, run.parent, &tracking::Run::id) != runs.end())
            continue;
        for (const auto &[key, value] : run.metrics) {
            if (!RunCell::metric(run, key))
                continue;
            auto &[best, values] = found[key];
            const bool better = engine::largerIsBetter(key.toStdString()) ? value > best : value < best;
            if (values++ == 0 || better)
                best = value;
        }
    }
    m_best.clear();
    for (auto it = found.cbegin(); it != found.cend(); ++it)
        if (it->second > 1)
            m_best.insert(it.key(), it->first);
}

const RunTree::Node &RunsModel::nodeOf(const QModelIndex &index) const
{
    return m_tree[static_cast<int>(index.internalId())];
}

const RunGroupRows *RunsModel::group(const QModelIndex &index) const
{
    if (!index.isValid() || !nodeOf(index).isGroup())
        return nullptr;
    return &m_groups[m_groupAt[static_cast<std::size_t>(nodeOf(index).group())]];
}

const tracking::Run *RunsModel::run(const QModelIndex &index) const
{
    return index.isValid() && !nodeOf(index).isGroup() ? m_cache.find(nodeOf(index).key) : nullptr;
}

QModelIndex RunsModel::indexOfNode(int node, int column) const
{
    return node < 0 ? QModelIndex() : createIndex(m_tree[node].place, column, static_cast<quintptr>(node));
}

QModelIndex RunsModel::indexOf(const tracking::RunId &run) const
{
    const auto row = m_cache.rowOf(run);
    return row ? indexOfKey(*row) : QModelIndex();
}

qint64 RunsModel::keyOf(const QModelIndex &index) const
{
    return index.isValid() ? nodeOf(index).key : 0;
}

QModelIndex RunsModel::indexOfKey(qint64 key, int column) const
{
    return indexOfNode(m_tree.find(key), column);
}

QModelIndex RunsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= columnCount() || (parent.isValid() && parent.column() != 0))
        return {};
    const auto &children = m_tree.childrenOf(parent.isValid() ? static_cast<int>(parent.internalId()) : -1);
    if (row >= static_cast<int>(children.size()))
        return {};
    return createIndex(row, column, static_cast<quintptr>(children[static_cast<std::size_t>(row)]));
}

QModelIndex RunsModel::parent(const QModelIndex &child) const
{
    return child.isValid() ? indexOfNode(nodeOf(child).parent) : QModelIndex();
}

bool RunsModel::hasChildren(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return !m_tree.childrenOf(-1).empty();
    return parent.column() == 0 && (nodeOf(parent).isGroup() || !nodeOf(parent).children.empty());
}

int RunsModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_tree.childrenOf(-1).size());
    return parent.column() == 0 ? static_cast<int>(nodeOf(parent).children.size()) : 0;
}

int RunsModel::columnCount(const QModelIndex &) const
{
    return static_cast<int>(m_columns.size());
}

} // namespace assay::ui
