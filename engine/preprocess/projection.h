// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/json.h"
#include "engine/data/matrix.h"

namespace assay::engine {

/// Principal components: centred columns turned to the directions in which they vary most. By QR and SVD of the centred
/// matrix, so that the condition number is not squared; the largest loading of each component is positive, as in
/// scikit-learn's PCA.
struct Projection
{
    Vector means;      ///< [columns]
    Matrix directions; ///< [components × columns], orthonormal rows, largest variance first
    Vector shares;     ///< [components] of the variance of all columns

    bool isEmpty() const { return directions.size() == 0; }
    /// [rows × components]
    Matrix apply(const MatrixRef &X) const;

    /// @p wanted below 1: as many components as keep more than that share of the variance; else that number of them.
    /// Never more than rows or columns, at least one.
    static Projection fit(const MatrixRef &X, double wanted);
    Json toJson() const;
    static Projection fromJson(const Json &json);
};

} // namespace assay::engine
