// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/matrix.h"

namespace assay::engine {

/// The maps behind Calibrator, from the score of one class to its probability. @p truth is 0 or 1, @p weights empty or
/// one a row; rows of weight 0 count for nothing. Scores are probabilities and enter the parametric maps as log-odds,
/// clipped as log loss clips them.

struct CalibrationMap
{
    Vector x, y;
};

/// Isotonic regression by pooling adjacent violators, equal scores first averaged. Knots as scikit-learn keeps them:
/// the ends of each level run; straight lines between, constant beyond.
CalibrationMap fitIsotonic(const Vector &scores, const Vector &truth, const Vector &weights);
double applyIsotonic(const Vector &x, const Vector &y, double score);

/// Platt (1999): 1 / (1 + e^−(a·logit + b)), x = {a, b}, towards his smoothed targets (N₊ + 1)/(N₊ + 2) and 1/(N₋ + 2)
/// so that separable scores do not run away.
CalibrationMap fitSigmoid(const Vector &scores, const Vector &truth, const Vector &weights);
double applySigmoid(const Vector &x, double score);

/// Kull, Silva Filho & Flach (2017): logit q = a·ln p − b·ln(1 − p) + c with a, b ≥ 0, x = {a, b, c}.
CalibrationMap fitBeta(const Vector &scores, const Vector &truth, const Vector &weights);
double applyBeta(const Vector &x, double score);

/// Guo et al. (2017): softmax of log-probabilities over a temperature, the same for all classes. @p truth holds class
/// indices. The likelihood is convex in 1/T, which is sought in [1e-3, 1e3].
double fitTemperature(const Matrix &scores, const VectorRef &truth, const Vector &weights);
Matrix applyTemperature(double temperature, const Matrix &scores);

} // namespace assay::engine
