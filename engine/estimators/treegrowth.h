// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/estimators/splitsearch.h"
#include "engine/estimators/tree.h"

#include <functional>

namespace assay::engine {

struct TreeGrowth
{
    int maxDepth = 0;                ///< 0: until the leaves are pure
    std::size_t minSamplesSplit = 2; ///< rows
    std::size_t minSamplesLeaf = 1;
    std::size_t maxFeatures = 0;    ///< columns looked at for a split, drawn for each node; 0: all
    double minImpurityDecrease = 0; ///< weighted by the node's share of the rows
    /// Called when the tree has grown by a level.
    std::function<void(const Tree &, int depth)> grown = {};
};

/// CART (Breiman et al. 1984), as scikit-learn grows it, level by level. Rows of weight 0 are left out. Errors:
/// `cancelled`.
Result<Tree> growTree(const Matrix &X, const TreeTargets &targets, const TreeGrowth &growth, const Context &context);

} // namespace assay::engine
