// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/runsmodeltree.h"

#include <algorithm>

namespace assay::ui {

void RunTree::clear()
{
    m_nodes.clear();
    m_top.clear();
    m_found.clear();
    m_nested = false;
}

int RunTree::addGroup(int number)
{
    const int node = size();
    m_nodes.push_back({.key = -1 - number, .parent = -1, .place = static_cast<int>(m_top.size())});
    m_top.push_back(node);
    m_found.insert(-1 - number, node);
    return node;
}

std::vector<int> RunTree::parentsOf(const std::vector<tracking::RunRow> &rows, int first, int below) const
{
    QHash<qint64, int> nodes;
    nodes.reserve(static_cast<qsizetype>(rows.size()));
    for (std::size_t i = 0; i < rows.size(); ++i)
        nodes.insert(rows[i].row, first + static_cast<int>(i));
    std::vector<int> parents(rows.size(), below);
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows[i].parent != 0 && rows[i].parent != rows[i].row)
            parents[i] = nodes.value(rows[i].parent, below);
    // A run that is met again on its own way up is in a ring; it becomes the top of that ring.
    std::vector<int> seen(rows.size(), -1);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        std::size_t at = i;
        while (seen[at] < 0) {
            seen[at] = static_cast<int>(i);
            if (parents[at] == below)
                break;
            const auto up = static_cast<std::size_t>(parents[at] - first);
            if (seen[up] == static_cast<int>(i)) {
                parents[at] = below;
                break;
            }
            at = up;
        }
    }
    return parents;
}

void RunTree::addRuns(const std::vector<tracking::RunRow> &rows, int below)
{
    const int first = size();
    const std::vector<int> parents = parentsOf(rows, first, below);
    m_nodes.reserve(m_nodes.size() + rows.size());
    m_found.reserve(m_found.size() + static_cast<qsizetype>(rows.size()));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        m_nodes.push_back({.key = rows[i].row, .parent = parents[i]});
        if (!m_found.contains(rows[i].row))
            m_found.insert(rows[i].row, first + static_cast<int>(i));
    }
    std::vector<int> nestedUnder;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (parents[i] != below && children(parents[i]).empty())
            nestedUnder.push_back(parents[i]);
        children(parents[i]).push_back(first + static_cast<int>(i));
    }
    for (const int node : nestedUnder) {
        std::ranges::sort(children(node), {}, [this](int child) { return (*this)[child].key; });
        number(children(node));
    }
    number(children(below));
    m_nested = m_nested || !nestedUnder.empty();
}

void RunTree::number(std::vector<int> &siblings)
{
    int place = 0;
    for (const int node : siblings)
        m_nodes[static_cast<std::size_t>(node)].place = place++;
}

} // namespace assay::ui
