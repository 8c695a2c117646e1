// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/calibrationmaps.h"

#include "engine/metrics/calibrationfit.h"
#include "engine/metrics/probability.h"
#include "engine/metrics/smalllogistic.h"

#include <algorithm>
#include <cmath>

namespace assay::engine {

namespace {

double sigmoid(double margin)
{
    return 1 / (1 + std::exp(-margin));
}

double weightOf(const Vector &weights, Eigen::Index i)
{
    return weights.size() > 0 ? weights[i] : 1;
}

double clipped(double score)
{
    return std::clamp(score, probabilityFloor, 1 - probabilityFloor);
}

// Logistic regression on ln p and −ln(1 − p), or on those that are asked for.
Vector betaFit(const Vector &scores, const Vector &truth, const Vector &weights, bool useLow, bool useHigh)
{
    const Eigen::Index high = useLow ? 1 : 0, last = high + (useHigh ? 1 : 0);
    Matrix columns = Matrix::Ones(scores.size(), last + 1);
    for (Eigen::Index i = 0; i < scores.size(); ++i) {
        if (useLow)
            columns(i, 0) = std::log(clipped(scores[i]));
        if (useHigh)
            columns(i, high) = -std::log(1 - clipped(scores[i]));
    }
    const Vector found = fitLogistic(columns, truth, weights, Vector(), Vector::Zero(last + 1)).coefficients;
    return Vector{{useLow ? found[0] : 0, useHigh ? found[high] : 0, found[last]}};
}

} // namespace

CalibrationMap fitSigmoid(const Vector &scores, const Vector &truth, const Vector &weights)
{
    double positives = 0, negatives = 0;
    Matrix columns = Matrix::Ones(scores.size(), 2);
    for (Eigen::Index i = 0; i < scores.size(); ++i) {
        (truth[i] > 0 ? positives : negatives) += weightOf(weights, i);
        columns(i, 0) = logitOf(scores[i]);
    }
    const double high = (positives + 1) / (positives + 2), low = 1 / (negatives + 2);
    const Vector targets = truth.unaryExpr([&](double t) { return t > 0 ? high : low; });
    const Vector start{{0, std::log((positives + 1) / (negatives + 1))}};
    return {.x = fitLogistic(columns, targets, weights, Vector(), start).coefficients, .y = {}};
}

double applySigmoid(const Vector &x, double score)
{
    return sigmoid(x[0] * logitOf(score) + x[1]);
}

CalibrationMap fitBeta(const Vector &scores, const Vector &truth, const Vector &weights)
{
    Vector x = betaFit(scores, truth, weights, true, true);
    if (x[0] < 0)
        x = betaFit(scores, truth, weights, false, true);
    else if (x[1] < 0)
        x = betaFit(scores, truth, weights, true, false);
    // Scores that run against the truth leave the map flat: it never turns their order round.
    if (x[0] < 0 || x[1] < 0)
        x = betaFit(scores, truth, weights, false, false);
    return {.x = x, .y = {}};
}

double applyBeta(const Vector &x, double score)
{
    return sigmoid(x[0] * std::log(clipped(score)) - x[1] * std::log(1 - clipped(score)) + x[2]);
}

} // namespace assay::engine
