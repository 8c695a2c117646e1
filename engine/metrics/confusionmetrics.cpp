// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/confusionmetrics.h"

#include <cmath>

namespace assay::engine {

namespace {

double ratio(double a, double b)
{
    return b > 0 ? a / b : 0;
}

// Truth that never varies and is always met leaves nothing to correct for chance.
std::optional<double> kappaOf(double observed, double expected)
{
    if (expected >= 1)
        return std::nullopt;
    return (observed - expected) / (1 - expected);
}

} // namespace

BinaryRates binaryRates(const Confusion &c)
{
    const double positives = c.tp + c.fn;
    const double negatives = c.tn + c.fp;
    const double selected = c.tp + c.fp;
    const double rejected = c.tn + c.fn;
    const double all = positives + negatives;
    BinaryRates r;
    r.accuracy = ratio(c.tp + c.tn, all);
    r.precision = ratio(c.tp, selected);
    r.recall = ratio(c.tp, positives);
    r.specificity = ratio(c.tn, negatives);
    r.f1 = ratio(2 * c.tp, 2 * c.tp + c.fp + c.fn);
    r.balancedAccuracy = ratio(r.recall + r.specificity, (positives > 0 ? 1 : 0) + (negatives > 0 ? 1 : 0));
    const double spread = std::sqrt(positives / all * negatives / all * selected / all * rejected / all);
    r.mcc = spread > 0 ? (c.tp / all * c.tn / all - c.fp / all * c.fn / all) / spread : 0;
    r.kappa = kappaOf(r.accuracy, (positives * selected + negatives * rejected) / all / all);
    return r;
}

std::vector<std::string> undefinedRates(const Confusion &c)
{
    std::vector<std::string> warnings;
    if (c.tp + c.fp == 0)
        warnings.emplace_back("No row is predicted positive: precision is undefined and shown as 0.");
    if (c.tp + c.fn == 0)
        warnings.emplace_back("No row is positive: recall is undefined and shown as 0.");
    if (c.tn + c.fp == 0)
        warnings.emplace_back("No row is negative: specificity is undefined and shown as 0.");
    if (c.tp + c.fp + c.fn == 0)
        warnings.emplace_back("No row is positive or predicted so: F1 is undefined and shown as 0.");
    if (!binaryRates(c).kappa)
        warnings.emplace_back("Truth and prediction never vary: Cohen's kappa is undefined.");
    return warnings;
}

MatrixRates matrixRates(const std::vector<std::vector<double>> &matrix)
{
    const std::size_t classes = matrix.size();
    MatrixRates r;
    r.support.assign(classes, 0);
    r.predicted.assign(classes, 0);
    double all = 0, right = 0;
    for (std::size_t i = 0; i < classes; ++i) {
        for (std::size_t j = 0; j < classes; ++j) {
            r.support[i] += matrix[i][j];
            r.predicted[j] += matrix[i][j];
        }
        all += r.support[i];
        right += matrix[i][i];
    }
    double chance = 0, truthSquares = 0, predictedSquares = 0, seen = 0, present = 0;
    for (std::size_t k = 0; k < classes; ++k) {
        const double truth = r.support[k] / all, said = r.predicted[k] / all;
        chance += truth * said;
        truthSquares += truth * truth;
        predictedSquares += said * said;
        r.precision.push_back(ratio(matrix[k][k], r.predicted[k]));
        r.recall.push_back(ratio(matrix[k][k], r.support[k]));
        r.f1.push_back(ratio(2 * matrix[k][k], r.support[k] + r.predicted[k]));
        r.precisionWeighted += truth * r.precision[k];
        r.recallWeighted += truth * r.recall[k];
        r.f1Weighted += truth * r.f1[k];
        r.precisionMacro += r.precision[k];
        r.recallMacro += r.recall[k];
        r.f1Macro += r.f1[k];
        seen += r.support[k] + r.predicted[k] > 0 ? 1 : 0;
        present += r.support[k] > 0 ? 1 : 0;
    }
    r.accuracy = right / all;
    r.balancedAccuracy = r.recallMacro / present;
    r.precisionMacro /= seen;
    r.recallMacro /= seen;
    r.f1Macro /= seen;
    const double spread = std::sqrt((1 - truthSquares) * (1 - predictedSquares));
    r.mcc = spread > 0 ? (r.accuracy - chance) / spread : 0;
    r.kappa = kappaOf(r.accuracy, chance);
    return r;
}

} // namespace assay::engine
