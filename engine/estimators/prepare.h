// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/estimators/model.h"

namespace assay::engine {

/// Raw rows as an estimator learns from them, and the preprocessing that made them so.
struct PreparedData
{
    Preprocessor preprocessor;
    TrainingData data;
};

/// Fits the preprocessing that @p estimator wants, changed by @p options, on @p train rows, and balances their classes.
/// @p validation rows are only transformed. Errors: those of preprocessing, target and weights, `bad_balance`.
Result<PreparedData> prepareTraining(const EstimatorInfo &estimator, const Table &table, const Target &target,
                                     const std::vector<std::string> &features, const Rows &train,
                                     const Rows &validation, const FitOptions &options, const Context &context);

/// Weights of @p rows from the column @p name; empty where @p name is. Errors: `unknown_column`, `bad_weight`.
Result<Vector> weightsOf(const Table &table, const Rows &rows, const std::string &name);

} // namespace assay::engine
