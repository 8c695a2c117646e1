// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/treelayout.h"

#include <algorithm>

namespace assay::ui {

namespace {

using engine::TreeNode;

/// How far a subtree reaches to either side of its root, a number a level.
struct Outline
{
    std::vector<double> left, right;
};

class Builder
{
public:
    Builder(const std::vector<TreeNode> &nodes, const TreeLayoutOptions &options)
        : m_nodes(nodes)
        , m_options(options)
        , m_shift(nodes.size(), 0)
    {
    }

    TreeLayout build()
    {
        if (m_nodes.empty())
            return {};
        const Outline outline = measure(0, 0);
        const double left = *std::min_element(outline.left.begin(), outline.left.end());
        const double right = *std::max_element(outline.right.begin(), outline.right.end());
        place(0, -1, 0, -left);
        const auto levels = static_cast<double>(outline.left.size());
        m_out.size = {right - left, levels * m_options.box.height() + (levels - 1) * m_options.gapY};
        return std::move(m_out);
    }

private:
    bool open(int node, int depth) const
    {
        return m_nodes[static_cast<std::size_t>(node)].left >= 0 && depth < m_options.levels;
    }

    /// Sets how far the children of each node lie from its middle.
    Outline measure(int node, int depth)
    {
        const double half = m_options.box.width() / 2;
        Outline outline{.left = {-half}, .right = {half}};
        if (!open(node, depth))
            return outline;
        const TreeNode &at = m_nodes[static_cast<std::size_t>(node)];
        const Outline a = measure(at.left, depth + 1), b = measure(at.right, depth + 1);
        double apart = 0;
        for (std::size_t level = 0; level < std::min(a.right.size(), b.left.size()); ++level)
            apart = std::max(apart, a.right[level] - b.left[level] + m_options.gapX);
        const double shift = apart / 2;
        m_shift[static_cast<std::size_t>(node)] = shift;
        for (std::size_t level = 0; level < std::max(a.left.size(), b.left.size()); ++level) {
            outline.left.push_back(level < a.left.size() ? a.left[level] - shift : b.left[level] + shift);
            outline.right.push_back(level < b.right.size() ? b.right[level] + shift : a.right[level] - shift);
        }
        return outline;
    }

    void place(int node, int parent, int depth, double middle)
    {
        const QSizeF &box = m_options.box;
        const TreeNode &at = m_nodes[static_cast<std::size_t>(node)];
        const auto index = static_cast<int>(m_out.boxes.size());
        m_out.boxes.push_back(
            {.node = node,
             .parent = parent,
             .depth = depth,
             .rect = QRectF(QPointF(middle - box.width() / 2, depth * (box.height() + m_options.gapY)), box),
             .cut = at.left >= 0 && depth >= m_options.levels});
        if (!open(node, depth))
            return;
        const double shift = m_shift[static_cast<std::size_t>(node)];
        place(at.left, index, depth + 1, middle - shift);
        place(at.right, index, depth + 1, middle + shift);
    }

    const std::vector<TreeNode> &m_nodes;
    const TreeLayoutOptions &m_options;
    std::vector<double> m_shift;
    TreeLayout m_out;
};

} // namespace

TreeLayout layoutTree(const std::vector<TreeNode> &nodes, const TreeLayoutOptions &options)
{
    return Builder(nodes, options).build();
}

int treeDepth(const std::vector<TreeNode> &nodes)
{
    if (nodes.empty())
        return 0;
    int deepest = 0;
    std::vector<std::pair<int, int>> open{{0, 0}};
    while (!open.empty()) {
        const auto [node, depth] = open.back();
        open.pop_back();
        deepest = std::max(deepest, depth);
        const TreeNode &at = nodes[static_cast<std::size_t>(node)];
        if (at.left >= 0) {
            open.emplace_back(at.left, depth + 1);
            open.emplace_back(at.right, depth + 1);
        }
    }
    return deepest;
}

} // namespace assay::ui
