// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/svmloss.h"

#include "engine/estimators/logistickernels.h"
#include "engine/estimators/parallel.h"
#include "engine/estimators/products.h"

#include <cmath>
#include <vector>

namespace assay::engine {

double MarginProblem::violation(Eigen::Index i, double margin) const
{
    if (separates)
        return y[i] * std::max(0.0, 1 - y[i] * margin);
    const double miss = y[i] - margin;
    return std::copysign(std::max(0.0, std::abs(miss) - epsilon), miss);
}

double SquaredMarginLoss::value(const Vector &w, Vector &gradient) const
{
    const Matrix &X = m_problem.X;
    std::vector<Vector> slopes(rowParts);
    std::vector<double> losses(rowParts);
    parallelFor(m_threads, rowParts, [&](std::size_t index) {
        const auto part = static_cast<Eigen::Index>(index);
        const Eigen::Index begin = X.rows() * part / rowParts;
        const Eigen::Index count = X.rows() * (part + 1) / rowParts - begin;
        const double *rows = X.data() + begin * X.cols();
        Vector pull(count);
        rowDots(rows, count, X.cols(), w.data(), 0, pull.data());
        double loss = 0;
        for (Eigen::Index i = 0; i < count; ++i) {
            const double violation = m_problem.violation(begin + i, pull[i]);
            loss += m_problem.costs[begin + i] * violation * violation;
            pull[i] = -2 * m_problem.costs[begin + i] * violation;
        }
        losses[part] = loss;
        slopes[part] = Vector::Zero(X.cols());
        addWeightedRows(rows, count, X.cols(), pull.data(), slopes[part].data());
    });
    gradient = m_ridge * w;
    double sum = 0.5 * m_ridge * w.squaredNorm();
    for (Eigen::Index part = 0; part < rowParts; ++part) {
        gradient += slopes[part];
        sum += losses[part];
    }
    return sum;
}

Eigen::MatrixXd SquaredMarginLoss::hessian(const Vector &w) const
{
    const Matrix &X = m_problem.X;
    constexpr Eigen::Index pieces = 4; // each holds a matrix of its own
    constexpr Eigen::Index blockRows = 512;
    const std::ptrdiff_t stride = padded(size());
    std::vector<Matrix> sums(pieces, Matrix::Zero(stride, stride));
    parallelFor(m_threads, pieces, [&](std::size_t index) {
        const auto piece = static_cast<Eigen::Index>(index);
        Matrix active = Matrix::Zero(blockRows, stride);
        Eigen::Index filled = 0;
        const auto add = [&] {
            addLowerGram(stride, filled, Operand<const double>{active.data(), stride},
                         Operand<double>{sums[piece].data(), stride});
            filled = 0;
        };
        for (Eigen::Index i = X.rows() * piece / pieces; i < X.rows() * (piece + 1) / pieces; ++i) {
            double margin = 0;
            rowDots(X.data() + i * X.cols(), 1, X.cols(), w.data(), 0, &margin);
            if (m_problem.violation(i, margin) == 0)
                continue;
            active.row(filled++).head(size()) = std::sqrt(2 * m_problem.costs[i]) * X.row(i);
            if (filled == blockRows)
                add();
        }
        add();
    });
    for (Eigen::Index piece = 1; piece < pieces; ++piece)
        sums[0] += sums[piece];
    Eigen::MatrixXd hessian = sums[0].topLeftCorner(size(), size()).selfadjointView<Eigen::Lower>();
    hessian.diagonal().array() += m_ridge;
    return hessian;
}

} // namespace assay::engine
