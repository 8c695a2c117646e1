// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/context.h"
#include "engine/core/json.h"
#include "engine/data/matrix.h"
#include "engine/estimators/model.h"

#include <string>
#include <utility>
#include <vector>

namespace assay::engine {

enum class ExplainMethod { Auto, Tree, Linear, Permutation };
const char *name(ExplainMethod method);
/// Errors: `unknown_method` lists the known ones.
Result<ExplainMethod> explainMethodFromName(const std::string &name);

/// Additive attributions: base value + row sum = the model's margin (log-odds for classification, value for
/// regression).
struct Attribution
{
    std::string method;                ///< "tree", "linear", "permutation"
    std::vector<std::string> features; ///< [features]; source columns, or encoded columns for a bare model file
    std::vector<std::string> classes;  ///< multiclass: one block of rows a class; else empty
    Matrix values; ///< [rows × features], or [rows·classes × features] with a row's classes together; permutation: [0 ×
                   ///< features]
    std::vector<double> baseValues; ///< one a class, or one
    std::vector<std::pair<std::string, double>>
        meanAbs;                ///< by feature, largest first; permutation: mean drop of the headline metric
    std::vector<double> spread; ///< permutation: standard deviation over repeats, in the order of meanAbs
    double additivityMaxError = 0;
    double seconds = 0;
    Rows rows;                                   ///< the explained rows of the table
    std::vector<std::vector<std::string>> cells; ///< [rows][features] as a person reads them, for the waterfall
    Matrix magnitudes; ///< [rows × features] feature values scaled to [0, 1] for colour; NaN for categories
    std::size_t n() const { return rows.size(); }
};

struct ExplainOptions
{
    ExplainMethod method = ExplainMethod::Auto;
    int repeats = 5;                   ///< permutation
    const Table *background = nullptr; ///< linear: means; default: the training means kept in the model
};

/// Explains @p rows of @p table; one-hot columns are summed to their source feature. Errors: `method_not_applicable`.
Result<Attribution> explain(const Model &model, const Table &table, const Rows &rows,
                            const ExplainOptions &options = {}, const Context &context = {});

/// Explains any model file XGBoost 1.7 reads (JSON, UBJSON); columns of @p table are matched to its features by name.
/// Errors: `unreadable_file`, `not_xgboost`, `missing_feature`.
Result<Attribution> explainXgboostFile(const std::string &path, const Table &table, const Context &context = {});

/// `{"method","base_value","n","mean_abs","additivity_max_error","seconds"}`.
Json toJson(const Attribution &attribution);

} // namespace assay::engine
