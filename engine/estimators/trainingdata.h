// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/estimators/estimator.h"

namespace assay::engine {

/// Weights of the rows, 1 each where there are none.
Vector rowWeights(const TrainingData &data);
/// Weighted count of each class [classes].
Vector classWeights(const TrainingData &data);
/// [features] over the rows, each counted once.
Vector columnMeans(const Matrix &X);
/// What every estimator asks of its data. Errors: `no_rows`, `one_class` (classification with fewer than two classes in
/// the rows of positive weight), `not_finite` when @p finite is asked for and a feature is missing or infinite.
Result<void> checkTrainingData(const TrainingData &data, bool finite);
/// The least a classifier must tell about class probabilities: mean −log of the probability given to the truth,
/// weighted, clipped as scikit-learn does at the float64 epsilon. @p scores as Estimator::predict.
double logLoss(const Matrix &scores, const VectorRef &truth, const Vector &weights);
double rootMeanSquare(const Matrix &values, const VectorRef &truth, const Vector &weights);
/// For estimators without rounds: tells the observer, if there is one, how @p fitted does on the training rows and on
/// those watched, as step 1 of `train_log_loss` or `train_rmse` and their `validation_` like.
void reportFit(const Estimator &fitted, const TrainingData &data, const Context &context);

} // namespace assay::engine
