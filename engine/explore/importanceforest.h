// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/context.h"
#include "engine/data/matrix.h"
#include "engine/explore/importance.h"

#include <vector>

namespace assay::engine {

struct ForestImportance
{
    std::vector<double> mean, low, high; ///< [columns] share of variance lost
    double explained = 0;                ///< R² out of bag
};

/// Trees on bootstrap samples of the rows, each tried on rows it did not see with one column after the other shuffled.
/// Errors: `cancelled`.
Result<ForestImportance> forestImportance(const Matrix &X, const std::vector<double> &y,
                                          const ImportanceOptions &options, const Context &context);

} // namespace assay::engine
