// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/split.h"
#include "engine/estimators/calibrator.h"
#include "engine/estimators/estimator.h"
#include "engine/estimators/sampling.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace assay::engine {

/// What is to be learnt from a table.
struct LearningTask
{
    std::string target;
    std::optional<Task> task = {}; ///< guessed: two values binary, other categories multiclass, numbers regression
    std::string positive = {};     ///< binary: default is the larger label
    std::vector<std::string> drop = {};
    std::vector<std::string> protectedColumns = {};
    bool excludeProtected = false;
    std::string weight = {};

    bool operator==(const LearningTask &) const = default;
};

/// The target as numbers: decided once for a table, applied to every later one.
struct Target
{
    std::string column;
    Task task = Task::Binary;
    std::vector<std::string> labels; ///< binary {negative, positive}

    /// [rows] class index or value of @p rows. Errors: `unknown_column`, `unknown_label`, `missing_target`.
    Result<Vector> values(const Table &table, const Rows &rows) const;
};

/// Errors: `unknown_column`, `one_class`, `target_missing` (all missing), `bad_task`, `unknown_label` (positive).
Result<Target> resolveTarget(const Table &table, const LearningTask &task);
/// Rows of @p table whose target is present.
Rows labelledRows(const Table &table, const std::string &target);
/// All columns but target, weight, dropped, and protected ones where excluded.
Result<std::vector<std::string>> featureColumns(const Table &table, const LearningTask &task);

/// A fitted pipeline: preprocessing and estimator together, so that raw rows go in and predictions come out.
class Model
{
public:
    Model(std::string estimator, Params params, Target target, Preprocessor preprocessor,
          std::unique_ptr<Estimator> fitted);
    /// An ensemble, see ensemble.h: @p combiner turns what the members say of a row into one prediction.
    Model(std::string estimator, Params params, Target target, std::vector<std::shared_ptr<const Model>> members,
          std::unique_ptr<Estimator> combiner);

    const std::string &estimatorId() const { return m_estimatorId; }
    const Params &params() const { return m_params; }
    const Target &target() const { return m_target; }
    const Preprocessor &preprocessor() const { return m_preprocessor; }
    const Estimator &estimator() const { return *m_estimator; }
    /// Applied to what the estimator says; none unless the model was calibrated.
    const std::optional<Calibrator> &calibrator() const { return m_calibrator; }
    /// This model with its scores calibrated; the fitted estimator is shared.
    std::shared_ptr<const Model> calibrated(Calibrator calibrator) const;
    /// Empty unless this is an ensemble, which has no preprocessing of its own.
    const std::vector<std::shared_ptr<const Model>> &members() const { return m_members; }

    /// Scores as Estimator::predict, of raw rows, calibrated where the model is.
    Result<Matrix> predict(const Table &table, const Rows &rows) const;
    /// With truth, row ids (row numbers) and every column of @p attributes. Rows without a target are left out.
    Result<Predictions> predictions(const Table &table, const Rows &rows, const std::vector<std::string> &attributes,
                                    const std::string &weight = {}) const;

    /// One JSON document; fromJson() gives the same predictions to the bit.
    Json toJson() const;
    static Result<std::shared_ptr<const Model>> fromJson(const Json &json);

private:
    std::string m_estimatorId;
    Params m_params;
    Target m_target;
    Preprocessor m_preprocessor;
    std::shared_ptr<const Estimator> m_estimator;
    std::optional<Calibrator> m_calibrator;
    std::vector<std::shared_ptr<const Model>> m_members;
};

/// How a model is fitted beside the estimator's own parameters.
struct FitOptions
{
    std::string weight = {}; ///< column of row weights; empty: every row counts 1
    /// Of preprocessParams(); those that differ from what the estimator wants of its features.
    Params preprocess = {};
    Balance balance = Balance::None;
    std::optional<CalibrationMethod> calibration = {}; ///< on rows held back from fitting; classification only
    double calibrationShare = 0.2;                     ///< of the training rows

    bool operator==(const FitOptions &) const = default;
};

/// Fits @p estimator on @p train rows; @p validation rows are only watched. Errors: those of preprocessing and of the
/// estimator.
Result<std::shared_ptr<const Model>> fitModel(const EstimatorInfo &estimator, const Params &params, const Table &table,
                                              const Target &target, const std::vector<std::string> &features,
                                              const Rows &train, const Rows &validation, const FitOptions &options,
                                              const Context &context);

} // namespace assay::engine
