// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workbench/trainerplan.h"

namespace assay::app {

/// What a search over a grid found best.
struct Choice
{
    Params values;              ///< of the grid's parameters
    Params params;              ///< all of them, resolved
    std::vector<double> scores; ///< [combinations] mean of the headline metric over the inner folds
};

/// Scores every combination of the plan's grid in inner folds of @p train alone and takes the best; of equals the
/// first. Errors: those of fitting, `undefined_metric`.
Result<Choice> searchGrid(const TrainPlan &plan, const engine::Rows &train, const Context &context);

} // namespace assay::app
