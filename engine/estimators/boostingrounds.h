// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/context.h"
#include "engine/estimators/xgbooster.h"
#include "engine/metrics/predictions.h"

#include <string>
#include <vector>

namespace assay::engine {

enum class Growth {
    Boosting, ///< each round corrects the ones before
    Forest,   ///< all trees grow on the same derivatives; a tree weighs 1/n, as XGBoost's `num_parallel_tree` has it
};

/// Rows whose loss is told after each round.
struct WatchedRows
{
    XgbMatrix features;
    Vector y;
    Vector weights;
    std::string name; ///< "train", "holdout", "validation"
};
Result<WatchedRows> watch(const char *name, const MatrixRef &X, const VectorRef &y, const Vector &weights, int threads);

struct RoundsPlan
{
    Growth growth = Growth::Boosting;
    Task task = Task::Binary;
    int rounds = 100;
    int patience = 0; ///< rounds that "holdout" may go without getting better; 0: it is not asked
};

/// Grows trees on the first of @p watched and tells the loss of all after each round. With patience, the rounds are cut
/// down to the one that predicted the rows "holdout" best, which a note and the metric `best_iteration` tell. Errors:
/// `cancelled`.
Result<XgbBooster> growRounds(XgbBooster booster, std::vector<WatchedRows> &watched, const RoundsPlan &plan,
                              const Context &context);

} // namespace assay::engine
