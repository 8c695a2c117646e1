// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/calibrationmaps.h"
#include "engine/metrics/probability.h"

#include <algorithm>
#include <cmath>

namespace assay::engine {

namespace {

constexpr double smallest = 1e-3, largest = 1e3;
constexpr int mostSteps = 60;

// Log-probabilities of every class, two for a binary task.
Matrix logScores(const Matrix &scores)
{
    const auto clippedLog = [](double p) { return std::log(std::clamp(p, probabilityFloor, 1 - probabilityFloor)); };
    if (scores.cols() > 1)
        return scores.unaryExpr(clippedLog);
    Matrix both(scores.rows(), 2);
    both.col(0) = scores.col(0).unaryExpr([&](double p) { return clippedLog(1 - p); });
    both.col(1) = scores.col(0).unaryExpr(clippedLog);
    return both;
}

Eigen::RowVectorXd softmax(const Eigen::RowVectorXd &margins)
{
    const Eigen::RowVectorXd powers = (margins.array() - margins.maxCoeff()).exp();
    return powers / powers.sum();
}

// Of the negative log-likelihood by the inverse temperature; grows with it.
double slope(const Matrix &logs, const VectorRef &truth, const Vector &weights, double inverse)
{
    double sum = 0;
    for (Eigen::Index i = 0; i < logs.rows(); ++i) {
        const Eigen::RowVectorXd row = logs.row(i);
        const double gap = softmax(inverse * row).dot(row) - row[static_cast<Eigen::Index>(truth[i])];
        sum += (weights.size() > 0 ? weights[i] : 1) * gap;
    }
    return sum;
}

} // namespace

// Bisection on the logarithm: the slope changes sign once, and 60 halvings leave no digit open.
double fitTemperature(const Matrix &scores, const VectorRef &truth, const Vector &weights)
{
    const Matrix logs = logScores(scores);
    double low = std::log(smallest), high = std::log(largest);
    if (slope(logs, truth, weights, smallest) >= 0)
        return 1 / smallest;
    if (slope(logs, truth, weights, largest) <= 0)
        return 1 / largest;
    for (int step = 0; step < mostSteps; ++step) {
        const double middle = (low + high) / 2;
        (slope(logs, truth, weights, std::exp(middle)) < 0 ? low : high) = middle;
    }
    return std::exp(-(low + high) / 2);
}

Matrix applyTemperature(double temperature, const Matrix &scores)
{
    const Matrix logs = logScores(scores) / temperature;
    Matrix out(scores.rows(), scores.cols());
    for (Eigen::Index i = 0; i < logs.rows(); ++i) {
        const Eigen::RowVectorXd shares = softmax(logs.row(i));
        if (scores.cols() == 1)
            out(i, 0) = shares[1];
        else
            out.row(i) = shares;
    }
    return out;
}

} // namespace assay::engine
