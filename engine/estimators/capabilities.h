// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/error.h"
#include "engine/data/matrix.h"

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

} // namespace assay::engine
