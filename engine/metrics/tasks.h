// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/metrics/bootstrap.h"
#include "engine/metrics/evaluation.h"

#include <memory>

namespace assay::engine {

/// The first reason why @p predictions cannot be evaluated: `no_rows`, `bad_predictions` with the row.
Result<void> checkPredictions(const Predictions &predictions);

/// Only the rows at @p rows; attributes follow.
Predictions selectRows(const Predictions &predictions, const Rows &rows);
/// Without rows of weight 0; a copy is made only when there are some.
std::optional<Predictions> withoutZeroWeights(const Predictions &predictions);

/// The one that fits the task. @p metrics: binary only, those to compute; the other tasks compute all.
std::unique_ptr<Rescorer> makeRescorer(const Predictions &predictions, const DrawOrder &order,
                                       std::vector<std::string> metrics, double threshold, int calibrationBins = 10);

/// Checked predictions without zero weights; each adds what its task has to @p evaluation.
Result<void> evaluateBinary(const Predictions &predictions, const EvaluateOptions &options, const Context &context,
                            Evaluation &evaluation);
Result<void> evaluateMulticlass(const Predictions &predictions, const EvaluateOptions &options, const Context &context,
                                Evaluation &evaluation);
Result<void> evaluateRegression(const Predictions &predictions, const EvaluateOptions &options, const Context &context,
                                Evaluation &evaluation);

/// Percentile intervals of @p rescorer's metrics except those in @p without and those that have no value.
Result<void> addBootstrapIntervals(const Rescorer &rescorer, const DrawOrder &order,
                                   const std::vector<std::string> &without, const EvaluateOptions &options,
                                   const Context &context, Evaluation &evaluation);

} // namespace assay::engine
