// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/context.h"
#include "engine/data/matrix.h"

namespace assay::engine {

/// Weighted data moved to its mean, so that an intercept need not be fitted; rows scaled by the root of their weight.
struct CentredData
{
    Eigen::MatrixXd X; ///< [samples × features]
    Vector y;
    Vector meanX;
    double meanY = 0;
    double totalWeight = 0;
};
CentredData centre(const Matrix &X, const Vector &y, const Vector &weights);

/// Minimises ‖y − Xw‖²; of many minima, the one of least ‖w‖. By QR, so that the condition number is not squared.
Vector ordinaryLeastSquares(const CentredData &data);
/// Minimises ‖y − Xw‖² + alpha·‖w‖² (scikit-learn's Ridge).
Vector ridge(const CentredData &data, double alpha);

struct LassoSolution
{
    Vector coefficients;
    int sweeps = 0;
    bool converged = false;
};
/// Minimises ‖y − Xw‖²/(2·total weight) + alpha·ratio·‖w‖₁ + ½·alpha·(1 − ratio)·‖w‖² (scikit-learn's ElasticNet) by
/// coordinate descent, until no coordinate's slope is off by more than @p tolerance of the largest slope at zero.
/// Errors: `cancelled`.
Result<LassoSolution> elasticNet(const CentredData &data, double alpha, double ratio, int maxSweeps, double tolerance,
                                 const Context &context);

} // namespace assay::engine
