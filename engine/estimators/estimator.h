// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/context.h"
#include "engine/core/params.h"
#include "engine/data/matrix.h"
#include "engine/metrics/predictions.h"
#include "engine/preprocess/preprocessor.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace assay::engine {

/// What an estimator learns from, and the rows by which it tells how it is doing.
struct TrainingData
{
    Task task = Task::Binary;
    Matrix X;                ///< [samples × features]
    Vector y;                ///< [samples] class index or value
    Vector weights = {};     ///< [samples] or empty
    Matrix validationX = {}; ///< may have no rows
    Vector validationY = {};
    int classes = 2;
    std::vector<std::string> columns; ///< [features]
    /// [features] number of the source feature a column came from; empty: every column is a feature of its own.
    std::vector<std::size_t> sources = {};
};

/// The contract: built from resolved parameters; `fit` forgets any earlier fit; `predict` does not change it; the same
/// data, parameters and seed give the same bits on any number of threads. Long fits report a metric a round and stop
/// when asked.
class Estimator
{
public:
    virtual ~Estimator() = default;
    /// Errors: `cancelled`, `one_class`, `not_converged` never (that is a note).
    virtual Result<void> fit(const TrainingData &data, const Context &context) = 0;
    /// Probabilities: binary [n × 1] of the positive class, multiclass [n × classes]; values [n × 1] for regression.
    virtual Matrix predict(const MatrixRef &X) const = 0;
    /// All that `predict` needs; `load` restores it to the bit.
    virtual Json save() const = 0;
    virtual Result<void> load(const Json &json) = 0;
};

/// A row of the table of estimators.
struct EstimatorInfo
{
    std::string id;    ///< "xgboost"
    std::string label; ///< "Gradient boosting (XGBoost)"
    std::vector<Task> tasks;
    std::vector<ParamSpec> params;
    PreprocessOptions preprocess; ///< what the estimator wants of its features
    std::function<std::unique_ptr<Estimator>(const Params &, Task)> make;
};

const std::vector<EstimatorInfo> &estimators();
/// Errors: `unknown_model` lists the known ones.
Result<const EstimatorInfo *> findEstimator(const std::string &id);

} // namespace assay::engine
