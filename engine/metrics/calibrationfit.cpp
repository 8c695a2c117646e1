// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/calibrationfit.h"

#include "engine/metrics/probability.h"
#include "engine/metrics/smalllogistic.h"

#include <algorithm>
#include <cmath>

namespace assay::engine {

double logitOf(double probability)
{
    const double p = std::clamp(probability, probabilityFloor, 1 - probabilityFloor);
    return std::log(p / (1 - p));
}

CalibrationFit calibrationFit(const RankedScores &ranked)
{
    const auto n = static_cast<Eigen::Index>(ranked.size());
    Matrix columns = Matrix::Ones(n, 2);
    Vector truth(n), weights(ranked.weights.empty() ? 0 : n);
    for (Eigen::Index i = 0; i < n; ++i) {
        columns(i, 1) = logitOf(ranked.scores[static_cast<std::size_t>(i)]);
        truth[i] = ranked.positive[static_cast<std::size_t>(i)];
        if (weights.size() > 0)
            weights[i] = ranked.weights[static_cast<std::size_t>(i)];
    }
    CalibrationFit result;
    const SmallLogistic both = fitLogistic(columns, truth, weights, Vector(), Vector{{0, 1}});
    if (both.converged) {
        result.intercept = both.coefficients[0];
        result.slope = both.coefficients[1];
    }
    const Vector margins = columns.col(1);
    const SmallLogistic shift = fitLogistic(columns.leftCols(1), truth, weights, margins, Vector::Zero(1));
    if (shift.converged)
        result.inTheLarge = shift.coefficients[0];
    return result;
}

} // namespace assay::engine
