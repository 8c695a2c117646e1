// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/metrics/confusionmetrics.h"

namespace assay::engine {

/// Precision and recall: Wilson. F1: Wilson's interval of the hits' share among all rows of the class or said to be of
/// it, on the scale of F1. ROC AUC: DeLong, where rows are unweighted and each side has two.
void addClassIntervals(const Predictions &predictions, const MatrixRates &rates, Evaluation &evaluation);

/// ROC, precision-recall and calibration curves of each class against the rest, and its average precision. Curves are
/// thinned to about 2,000 points, which stay exact.
void addClassCurves(const Predictions &predictions, int calibrationBins, Evaluation &evaluation);

} // namespace assay::engine
