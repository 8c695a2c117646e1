// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/metrics/ranking.h"

namespace assay::engine {

/// Where log loss clips a probability: the spacing of doubles at 1, as scikit-learn does.
inline constexpr double probabilityFloor = 2.220446049250313e-16;

/// −ln of the probability given to what happened, clipped.
double logLossTerm(double score, bool positive);

/// The bin [lo, hi) of @p bins equal bins over [0, 1]; the last one is closed.
inline int calibrationBin(double score, int bins)
{
    const int bin = static_cast<int>(score * bins);
    return bin < bins ? bin : bins - 1;
}

struct ProbabilityMetrics
{
    double logLoss = 0;
    double brier = 0;
    double ece = 0; ///< Σ weight of a bin × |mean score − share of positives|
    CalibrationCurve calibration;
};

/// Of scores in [0, 1]; at least one row.
ProbabilityMetrics probabilityMetrics(const RankedScores &ranked, int bins);

} // namespace assay::engine
