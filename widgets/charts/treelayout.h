// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/estimators/capabilities.h"

#include <QRectF>
#include <vector>

namespace assay::ui {

struct TreeBox
{
    int node = 0;    ///< index into the tree's nodes
    int parent = -1; ///< index into the boxes
    int depth = 0;
    QRectF rect;
    bool cut = false; ///< what is below is not shown
};

/// Where the boxes of a tree lie: a parent above the middle of its children, subtrees as close as they get without
/// touching (Reingold and Tilford 1981). Root first, parents before children, left before right.
struct TreeLayout
{
    std::vector<TreeBox> boxes;
    QSizeF size;
};

struct TreeLayoutOptions
{
    QSizeF box{168, 78};
    double gapX = 14, gapY = 44; ///< least distance between boxes
    int levels = 1000;           ///< of splits shown
};

TreeLayout layoutTree(const std::vector<engine::TreeNode> &nodes, const TreeLayoutOptions &options = {});
/// Splits on the longest way from the root to a leaf.
int treeDepth(const std::vector<engine::TreeNode> &nodes);

} // namespace assay::ui
