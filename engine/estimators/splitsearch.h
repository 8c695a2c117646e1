// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/context.h"
#include "engine/estimators/sortedcolumns.h"

namespace assay::engine {

enum class TreeCriterion { Gini, Entropy, SquaredError };

/// What a tree learns of a row.
struct TreeCase
{
    double y = 0; ///< class index or value
    double weight = 1;
};

struct TreeTargets
{
    TreeCriterion criterion = TreeCriterion::Gini;
    int classes = 0;                 ///< 0: values
    std::vector<TreeCase> rows = {}; ///< by row of the data
};

/// Rows at or below the middle between two neighbouring values of a column go left.
struct Split
{
    double gain = -std::numeric_limits<double>::infinity(); ///< decrease of weight × impurity
    std::size_t column = 0;
    std::uint32_t lower = 0, upper = 0; ///< ranks; SortedColumns::missing for what lies beyond the largest value
    bool missingLeft = false;

    bool found() const { return gain > -std::numeric_limits<double>::infinity(); }
};

/// A node that may be split.
struct SplitNode
{
    Segment segment;
    double centre = 0;                      ///< values: of the node's rows, for sums that keep their digits
    double cost = 0;                        ///< weight × impurity
    std::vector<std::uint8_t> columns = {}; ///< those that may be used; empty: all
};

struct SplitSearch
{
    std::size_t minSamplesLeaf = 1;      ///< rows, whatever their weight
    std::vector<std::size_t> preference; ///< [columns] the least one wins among columns that split as well
};

/// The best split of each node: all thresholds, missing values on either side. Gains that differ by rounding only count
/// as equal; then the lowest threshold of the preferred column is taken. Stops early, with splits that mean nothing,
/// when @p context is cancelled.
std::vector<Split> bestSplits(const SortedColumns &columns, const TreeTargets &targets,
                              std::span<const SplitNode> nodes, const SplitSearch &search, const Context &context);

} // namespace assay::engine
