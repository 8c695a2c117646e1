// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/matrix.h"
#include "engine/metrics/predictions.h"

#include <vector>

namespace assay::engine {

/// First and second derivative of the loss by the margin, [samples × outputs] row by row.
struct LossDerivatives
{
    std::vector<float> gradient;
    std::vector<float> curvature;
};

/// Of the weighted log loss or half the squared error at @p margins, with XGBoost's curvatures. Values lie on a grid of
/// 2^-24 of the largest one's power of two, so that sums of them in float64 are exact whatever the order of summation:
/// trees grown on them do not depend on the number of threads. @p scores as scoresFromMargins() of the margins.
LossDerivatives lossDerivatives(Task task, const Matrix &scores, const Vector &y, const Vector &weights);

/// Scores as Estimator::predict gives them: sigmoid, softmax or the value itself.
Matrix scoresFromMargins(Task task, const Matrix &margins);

/// What a round of boosting tells: the weighted mean log loss, or the root mean square error; and the scores.
struct RoundLoss
{
    double loss = 0;
    Matrix scores;
};
RoundLoss roundLoss(Task task, const Matrix &margins, const Vector &y, const Vector &weights);

} // namespace assay::engine
