// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/runsmodel.h"

#include <algorithm>

/// How the runs table reads what it shows.
namespace assay::ui {

namespace {

constexpr int ahead = 64;   // rows before and behind one that is shown, to be there before it is
constexpr int atMost = 512; // [rows] of one reading

} // namespace

std::vector<qint64> RunsModel::put(const ReadRuns &read, quint64 age)
{
    std::vector<qint64> changed;
    if (read.rows.size() == read.runs.size())
        for (std::size_t i = 0; i < read.rows.size(); ++i)
            if (m_cache.put(read.rows[i], read.runs[i], age))
                changed.push_back(read.rows[i]);
    return changed;
}

void RunsModel::announce(const std::vector<qint64> &changed)
{
    if (m_columns.empty())
        return;
    // One signal a parent: views repaint once however many rows it names.
    QHash<int, std::pair<int, int>> spans;
    for (const qint64 row : changed) {
        const int node = m_tree.find(row);
        if (node < 0)
            continue;
        const int place = m_tree[node].place;
        auto span = spans.find(m_tree[node].parent);
        if (span == spans.end())
            span = spans.insert(m_tree[node].parent, {place, place});
        *span = {std::min(span->first, place), std::max(span->second, place)};
    }
    for (auto span = spans.cbegin(); span != spans.cend(); ++span) {
        const QModelIndex above = indexOfNode(span.key());
        emit dataChanged(index(span.value().first, 0, above), index(span.value().second, columnCount() - 1, above));
    }
}

void RunsModel::want(int node) const
{
    if (!m_store || m_unreadable)
        return;
    m_wanted.insert(node);
    if (!m_fetchSoon.isActive())
        m_fetchSoon.start();
}

/// Somebody looks at @p node: what comes next when the table is scrolled either way should be at hand.
void RunsModel::lookAhead(const RunTree::Node &node) const
{
    const auto &siblings = m_tree.childrenOf(node.parent);
    for (const int place : {node.place - ahead / 2, node.place + ahead / 2})
        if (place >= 0 && place < static_cast<int>(siblings.size())) {
            const int neighbour = siblings[static_cast<std::size_t>(place)];
            if (!m_cache.isFresh(m_tree[neighbour].key) && !m_tree[neighbour].isGroup())
                want(neighbour);
        }
}

std::vector<qint64> RunsModel::wantedRows()
{
    std::vector<qint64> rows;
    QSet<int> taken;
    for (const int node : std::as_const(m_wanted)) {
        const auto &siblings = m_tree.childrenOf(m_tree[node].parent);
        const int from = std::max(0, m_tree[node].place - ahead);
        const int to = std::min(static_cast<int>(siblings.size()), m_tree[node].place + ahead + 1);
        for (int place = from; place < to && static_cast<int>(rows.size()) < atMost; ++place) {
            const int sibling = siblings[static_cast<std::size_t>(place)];
            const qint64 key = m_tree[sibling].key;
            if (key > 0 && !taken.contains(sibling) && !m_cache.isFresh(key)) {
                taken.insert(sibling);
                rows.push_back(key);
            }
        }
    }
    m_wanted.clear();
    return rows;
}

void RunsModel::fetch()
{
    if (!m_store || m_fetch.isRunning())
        return; // what is wanted meanwhile is read afterwards
    std::vector<qint64> rows = wantedRows();
    if (rows.empty())
        return;
    const tracking::RunFields fields = fieldsOf(m_columns);
    m_fetch.start<ReadRuns>(
        tr("Reading runs"),
        [store = m_store, rows = std::move(rows), fields](const Context &) -> Result<ReadRuns> {
            auto runs = tracking::RunTable(*store).read(rows, fields);
            if (!runs)
                return tl::unexpected(runs.error());
            return ReadRuns{.rows = rows, .runs = std::move(*runs)};
        },
        [this, fields, age = m_cache.age()](const Result<ReadRuns> &read) {
            if (!read) {
                m_unreadable = true;
                if (read.error().kind != ErrorKind::Cancelled)
                    emit failed(read.error());
                return;
            }
            if (read->rows.size() != read->runs.size()) {
                m_unreadable = true;
                emit outdated();
                return;
            }
            if (fields == fieldsOf(m_columns)) // else other columns are shown by now, and asked for
                announce(put(*read, age));
            emit arrived();
            if (!m_wanted.isEmpty())
                m_fetchSoon.start();
        });
}

} // namespace assay::ui
