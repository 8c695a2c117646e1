// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metrics/smalllogistic.h"

#include <Eigen/Cholesky>
#include <algorithm>
#include <cmath>

namespace assay::engine {

namespace {

constexpr int mostSteps = 100;
constexpr int mostHalvings = 40;
constexpr double rounding = 1e-13; // sums of losses are no surer than this

struct Problem
{
    const Matrix &columns;
    const VectorRef &targets;
    const VectorRef &weights;
    const VectorRef &offset;

    double weight(Eigen::Index i) const { return weights.size() > 0 ? weights[i] : 1; }
    double margin(Eigen::Index i, const Vector &b) const
    {
        return columns.row(i).dot(b) + (offset.size() > 0 ? offset[i] : 0);
    }

    // Negative log-likelihood: ln(1 + e^m) − t·m, without overflow.
    double loss(const Vector &b) const
    {
        double sum = 0;
        for (Eigen::Index i = 0; i < columns.rows(); ++i) {
            const double m = margin(i, b);
            sum += weight(i) * (std::max(m, 0.0) + std::log1p(std::exp(-std::abs(m))) - targets[i] * m);
        }
        return sum;
    }

    void derivatives(const Vector &b, Vector &gradient, Eigen::MatrixXd &curvature) const
    {
        gradient.setZero(columns.cols());
        curvature.setZero(columns.cols(), columns.cols());
        for (Eigen::Index i = 0; i < columns.rows(); ++i) {
            const double p = 1 / (1 + std::exp(-margin(i, b)));
            const auto x = columns.row(i).transpose();
            gradient += weight(i) * (p - targets[i]) * x;
            curvature += weight(i) * p * (1 - p) * x * x.transpose();
        }
    }
};

} // namespace

SmallLogistic fitLogistic(const Matrix &columns, const VectorRef &targets, const VectorRef &weights,
                          const VectorRef &offset, const Vector &start)
{
    const Problem problem{columns, targets, weights, offset};
    SmallLogistic fit{.coefficients = start};
    double loss = problem.loss(start);
    Vector gradient;
    Eigen::MatrixXd curvature;
    for (int step = 0; step < mostSteps; ++step) {
        problem.derivatives(fit.coefficients, gradient, curvature);
        const Eigen::LDLT<Eigen::MatrixXd> factors(curvature);
        const Vector move = factors.solve(gradient);
        if (factors.info() != Eigen::Success || !move.allFinite())
            return fit;
        const double gain = gradient.dot(move);
        Vector next = fit.coefficients - move;
        double lower = problem.loss(next);
        const double allowed = loss * (1 + rounding);
        for (int halving = 1; halving < mostHalvings && !(lower <= allowed); ++halving) {
            next = fit.coefficients - std::ldexp(1.0, -halving) * move;
            lower = problem.loss(next);
        }
        if (lower <= allowed) {
            fit.coefficients = next;
            loss = lower;
        }
        // The predicted gain of the next step is about this one's square: below this no digit changes.
        if (gain <= 1e-20 * (1 + loss)) {
            // Where the columns tell the classes apart, the loss vanishes and coefficients grow without end.
            fit.converged = loss > 1e-9 * static_cast<double>(columns.rows());
            return fit;
        }
    }
    return fit;
}

} // namespace assay::engine
