// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/error.h"
#include "engine/data/matrix.h"

#include <string>
#include <vector>

namespace assay::engine {

/// What an estimator that is linear in its features adds to its contract, for explanations.
class LinearScorer
{
public:
    virtual ~LinearScorer() = default;
    /// [outputs × features]; one output for binary and regression, one a class else. Margin = X·coefficients' +
    /// intercepts.
    virtual Matrix coefficients() const = 0;
    virtual Vector intercepts() const = 0;
    /// [features] over the training rows, each counted once.
    virtual Vector featureMeans() const = 0;
    /// [samples × outputs]
    virtual Matrix margins(const MatrixRef &X) const = 0;
};

/// What an ensemble of trees adds to its contract, for explanations.
class TreeScorer
{
public:
    virtual ~TreeScorer() = default;
    /// [samples·outputs × features + 1], the last column the base value; a sample's outputs together. Rows sum to the
    /// margin.
    virtual Result<Matrix> contributions(const MatrixRef &X) const = 0;
    /// [samples × outputs]
    virtual Result<Matrix> margins(const MatrixRef &X) const = 0;
};

/// A decision tree as a reader sees it.
struct TreeNode
{
    int left = -1, right = -1; ///< indices into the list of nodes; −1 for a leaf
    std::string column = {};   ///< split: rows with column ≤ threshold go left
    double threshold = 0;
    bool missingLeft = true;
    double samples = 0;             ///< weight of the training rows that come here
    double impurity = 0;            ///< of the estimator's criterion
    std::vector<double> value = {}; ///< share of each class, or the mean

    bool operator==(const TreeNode &) const = default;
};

/// What a single tree adds to its contract, for drawing. Node 0 is the root.
class TreeViewer
{
public:
    virtual ~TreeViewer() = default;
    virtual std::vector<TreeNode> nodes() const = 0;
};

} // namespace assay::engine
