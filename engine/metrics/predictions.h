// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/error.h"
#include "engine/data/matrix.h"
#include "engine/data/table.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assay::engine {

enum class Task { Binary, Multiclass, Regression };
/// "binary", "multiclass", "regression".
const char *name(Task task);
std::optional<Task> taskFromName(std::string_view name);

/// What a model said about rows, beside the truth: the one thing that metrics, curves, comparison and fairness derive
/// from, whether the model was trained here or the file came from elsewhere.
struct Predictions
{
    Task task = Task::Binary;
    std::vector<std::string> rowIds; ///< [n]; the row of the data set, or the key column; pairs runs on the same rows
    std::vector<std::string> labels; ///< binary: {negative, positive}; multiclass: sorted classes; regression: empty
    std::vector<double> truth;       ///< [n] class index (0/1 for binary) or value
    Matrix scores; ///< binary [n × 1] score of the positive class; multiclass [n × classes]; regression [n × 1]
    std::vector<double>
        predicted;               ///< [n] class index or value; empty: derived from scores at the threshold or by argmax
    std::vector<double> weights; ///< [n], or empty: all 1
    std::vector<Column> attributes; ///< [n] each: protected columns and others carried along

    std::size_t size() const { return truth.size(); }
    const Column *attribute(std::string_view name) const;
};

/// One table a prediction file: `row_id, y_true, y_pred, y_score | score_LABEL…, weight`, then the attributes.
Table toTable(const Predictions &predictions, double threshold = 0.5);

} // namespace assay::engine
