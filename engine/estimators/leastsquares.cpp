// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/leastsquares.h"

#include <Eigen/Cholesky>
#include <Eigen/QR>
#include <cmath>

namespace assay::engine {

namespace {

double softThreshold(double value, double by)
{
    return value > by ? value - by : (value < -by ? value + by : 0);
}

Eigen::MatrixXd gram(const Eigen::MatrixXd &X)
{
    Eigen::MatrixXd lower = Eigen::MatrixXd::Zero(X.cols(), X.cols());
    lower.selfadjointView<Eigen::Lower>().rankUpdate(X.transpose());
    return lower.selfadjointView<Eigen::Lower>();
}

} // namespace

CentredData centre(const Matrix &X, const Vector &y, const Vector &weights)
{
    CentredData data;
    data.totalWeight = weights.sum();
    data.meanX = (X.transpose() * weights) / data.totalWeight;
    data.meanY = weights.dot(y) / data.totalWeight;
    const Vector root = weights.cwiseSqrt();
    data.X = root.asDiagonal() * (X.rowwise() - data.meanX.transpose());
    data.y = root.array() * (y.array() - data.meanY);
    return data;
}

Vector ordinaryLeastSquares(const CentredData &data)
{
    const Eigen::Index features = data.X.cols();
    if (data.X.rows() <= features)
        return data.X.completeOrthogonalDecomposition().solve(data.y);
    // Tall: a blocked QR first, then the rank-revealing one on its small triangle.
    const Eigen::HouseholderQR<Eigen::MatrixXd> tall(data.X);
    const Eigen::MatrixXd triangle = tall.matrixQR().topRows(features).triangularView<Eigen::Upper>();
    Vector rotated = data.y;
    rotated.applyOnTheLeft(tall.householderQ().adjoint());
    Eigen::CompleteOrthogonalDecomposition<Eigen::MatrixXd> small;
    small.setThreshold(1e-11);
    small.compute(triangle);
    return small.solve(rotated.head(features));
}

Vector ridge(const CentredData &data, double alpha)
{
    Eigen::MatrixXd normal = gram(data.X);
    normal.diagonal().array() += alpha;
    const Eigen::LLT<Eigen::MatrixXd> factor(normal);
    if (alpha <= 0 || factor.info() != Eigen::Success)
        return ordinaryLeastSquares(data);
    Vector w = factor.solve(data.X.transpose() * data.y);
    // One refinement against the residual takes back what forming X'X lost.
    w += factor.solve(data.X.transpose() * (data.y - data.X * w) - alpha * w);
    return w;
}

Result<LassoSolution> elasticNet(const CentredData &data, double alpha, double ratio, int maxSweeps, double tolerance,
                                 const Context &context)
{
    const Eigen::MatrixXd G = gram(data.X) / data.totalWeight;
    const Vector start = data.X.transpose() * data.y / data.totalWeight;
    const double lasso = alpha * ratio;
    const double l2 = alpha * (1 - ratio);
    const double enough = tolerance * std::max(start.cwiseAbs().maxCoeff(), 1e-300);
    LassoSolution solution{.coefficients = Vector::Zero(start.size())};
    Vector slope = -start; // of the squared error alone
    while (!solution.converged && solution.sweeps < maxSweeps) {
        if (context.cancelled())
            return cancelled();
        double moved = 0;
        for (Eigen::Index j = 0; j < start.size(); ++j) {
            if (G(j, j) <= 0)
                continue;
            double &w = solution.coefficients[j];
            const double next = softThreshold(G(j, j) * w - slope[j], lasso) / (G(j, j) + l2);
            const double change = next - w;
            if (change == 0)
                continue;
            w = next;
            slope += change * G.col(j);
            moved = std::max(moved, std::abs(change) * (G(j, j) + l2));
        }
        ++solution.sweeps;
        solution.converged = moved <= enough;
    }
    return solution;
}

} // namespace assay::engine
