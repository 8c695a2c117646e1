// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/context.h"
#include "engine/estimators/svmloss.h"

namespace assay::engine {

struct DualSolution
{
    Vector w;
    int sweeps = 0;
    double gap = 0; ///< between primal and dual objective, relative to the primal one
    bool converged = false;
};

/// Minimises Σ costᵢ · |violationᵢ| + ½ · ‖w‖² by coordinate descent on its dual (Hsieh et al. 2008; for values Ho &
/// Lin 2012), rows in an order drawn anew each sweep, until the duality gap, which bounds the error, is below @p
/// tolerance. Errors: `cancelled`.
Result<DualSolution> solveDual(const MarginProblem &problem, int maxSweeps, double tolerance, const Context &context);

} // namespace assay::engine
