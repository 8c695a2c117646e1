// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/metrics/evaluation.h"
#include "engine/metrics/predictions.h"

#include <optional>
#include <string>
#include <vector>

namespace assay::app {

/// Which columns of a prediction file mean what; an empty name is not there.
struct PredictionColumns
{
    std::string truth = {};       ///< default `y_true`
    std::string score = {};       ///< score of the positive class
    std::string predicted = {};   ///< predicted label or value
    std::string probaPrefix = {}; ///< multiclass: one column `PREFIX<label>` a label
    std::string positive = {};    ///< default: the larger of two labels
    std::string weight = {};
    std::string key = {};                     ///< pairs the rows of several files; default: their order
    std::vector<std::string> attributes = {}; ///< protected columns
    std::optional<engine::Task> task = {};
};

/// Where neither score nor prediction nor probabilities are named: `y_score`, else `score_LABEL` columns, else
/// `y_pred`, as this program writes them. Errors: `no_predictions` when there are none of these either.
Result<PredictionColumns> withDefaults(const engine::Table &table, PredictionColumns columns);

/// Predictions made elsewhere, as this program's own. Without a task: probabilities mean multiclass, a score binary,
/// and predicted labels what the truth looks like. Errors: those of withDefaults(), `unknown_column`, `not_a_number`,
/// `missing_value`, `one_class`, `too_many_labels`, `unknown_label`, `bad_weight`, `duplicate_key`, each with its
/// column and, where there is one, the row.
Result<engine::Predictions> predictionsFrom(const engine::Table &table, const PredictionColumns &columns);

/// Labels alone say nothing of how sure a model was: its metrics of scores become undefined, with the reason as a
/// warning.
void removeScoreMetrics(engine::Evaluation &evaluation);

} // namespace assay::app
