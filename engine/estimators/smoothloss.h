// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/matrix.h"

namespace assay::engine {

/// Sums over rows run in this many parts, added up in order, whatever the number of threads.
inline constexpr Eigen::Index rowParts = 16;

/// A convex function with a slope, and nearly everywhere a curvature, as the solvers want it.
class SmoothLoss
{
public:
    virtual ~SmoothLoss() = default;
    virtual Eigen::Index size() const = 0; ///< number of parameters
    /// Whether a lasso leaves @p parameter alone.
    virtual bool isIntercept(Eigen::Index parameter) const = 0;
    virtual double value(const Vector &parameters, Vector &gradient) const = 0;
    /// [size × size]
    virtual Eigen::MatrixXd hessian(const Vector &parameters) const = 0;
};

} // namespace assay::engine
