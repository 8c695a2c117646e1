// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/estimators/logisticloss.h"

#include <functional>

namespace assay::engine {

struct SolverOptions
{
    double lasso = 0; ///< weight of ‖w‖₁
    int maxIterations = 1000;
    double tolerance = 1e-8; ///< largest entry of the (sub)gradient
    /// Told each new iterate and its value; returns whether to go on.
    std::function<bool(const Vector &, double)> iterated = {};
};

struct Solution
{
    Vector parameters;
    int iterations = 0;
    double largestGradient = 0; ///< of the minimum-norm subgradient where there is a lasso
    bool stopped = false;       ///< by `iterated`
};

/// The minimum of a smooth loss: L-BFGS (LBFGS++) until it slows down, then Newton steps, which reach gradients that
/// rounding of the loss hides from a line search. With more than a few thousand parameters L-BFGS alone.
Solution minimise(const SmoothLoss &loss, const SolverOptions &options);
/// Newton steps alone, from a solution that is near.
Solution minimiseFrom(const SmoothLoss &loss, Solution start, const SolverOptions &options);

/// With a lasso: proximal Newton steps, each solved by coordinate descent (Friedman, Hastie & Tibshirani 2010; Lee, Sun
/// & Saunders 2014).
Solution minimiseWithLasso(const SmoothLoss &loss, const SolverOptions &options);

} // namespace assay::engine
