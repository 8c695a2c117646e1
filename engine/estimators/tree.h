// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/error.h"
#include "engine/core/json.h"
#include "engine/data/matrix.h"

#include <vector>

namespace assay::engine {

/// A binary tree of splits with a value in every node, so that it can be read, and cut, at any depth.
struct Tree
{
    struct Node
    {
        int left = -1, right = -1; ///< both −1 in a leaf, else greater than the node's own index
        Eigen::Index column = -1;
        double threshold = 0; ///< at most: left; infinite where only missing values are told from the others
        bool missingLeft = true;
        double samples = 0;  ///< weight of the training rows
        double impurity = 0; ///< of the criterion that grew the tree
    };

    std::vector<Node> nodes;
    Matrix values; ///< [nodes × outputs] share of each class, or the mean

    bool isLeaf(std::size_t node) const { return nodes[node].left < 0; }
    std::size_t leaves() const;
    /// The leaf that @p row [features] falls into from node @p at.
    std::size_t leafOf(const double *row, std::size_t at = 0) const;
    /// [samples × outputs]
    Matrix predict(const MatrixRef &X) const;

    /// Minimal cost-complexity pruning (Breiman et al. 1984): the smallest subtree that minimises impurity, weighted by
    /// the share of rows, plus @p alpha a leaf.
    Tree pruned(double alpha) const;

    Json toJson() const;
    /// Errors: `bad_model` where it is no tree over @p features columns.
    static Result<Tree> fromJson(const Json &json, Eigen::Index features);
};

} // namespace assay::engine
