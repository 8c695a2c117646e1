// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/runtable.h"

#include <QHash>
#include <vector>

namespace assay::ui {

/// Where each row of the runs table stands: groups, the runs in them, and runs below runs at any depth. Knows rows of
/// the store only, nothing of what they hold.
class RunTree
{
public:
    struct Node
    {
        qint64 key = 0;  ///< row in the store; of a group −1 − its number
        int parent = -1; ///< node; −1: at the top
        int place = 0;   ///< among its siblings
        std::vector<int> children = {};

        bool isGroup() const { return key < 0; }
        int group() const { return static_cast<int>(-1 - key); }
    };

    void clear();
    /// Groups keep the order they are added in.
    int addGroup(int number);
    /// Runs in their order at the top or in a group. One whose parent is among @p rows stands below it, in the order in
    /// which such runs were made; rows that are each other's parents, as in a damaged store, stand side by side.
    void addRuns(const std::vector<tracking::RunRow> &rows, int below = -1);

    int size() const { return static_cast<int>(m_nodes.size()); }
    const Node &operator[](int node) const { return m_nodes[static_cast<std::size_t>(node)]; }
    const std::vector<int> &childrenOf(int node) const { return node < 0 ? m_top : (*this)[node].children; }
    /// −1 when it is not here.
    int find(qint64 key) const { return m_found.value(key, -1); }
    bool hasNested() const { return m_nested; }

private:
    std::vector<int> parentsOf(const std::vector<tracking::RunRow> &rows, int first, int below) const;
    std::vector<int> &children(int node) { return node < 0 ? m_top : m_nodes[static_cast<std::size_t>(node)].children; }
    void number(std::vector<int> &siblings);

    std::vector<Node> m_nodes;
    std::vector<int> m_top;
    QHash<qint64, int> m_found;
    bool m_nested = false;
};

} // namespace assay::ui
