// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/matrix.h"

namespace assay::engine {

/// Maximum likelihood of a logistic model with a handful of coefficients, for calibration: recalibrating scores, and
/// telling how far they are off.
struct SmallLogistic
{
    Vector coefficients;    ///< [columns]
    bool converged = false; ///< false where the likelihood has no maximum, as when the columns separate the classes
};

/// @p columns [rows × k], with a column of ones for an intercept; @p targets in [0, 1]; @p weights [rows] or empty;
/// @p offset [rows] or empty is added to the margin. Newton's method with halved steps from @p start.
SmallLogistic fitLogistic(const Matrix &columns, const VectorRef &targets, const VectorRef &weights,
                          const VectorRef &offset, const Vector &start);

} // namespace assay::engine
