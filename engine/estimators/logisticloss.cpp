// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/logisticloss.h"

#include "engine/estimators/logistickernels.h"
#include "engine/estimators/parallel.h"
#include "engine/estimators/products.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace assay::engine {

namespace {

// Rows of a block stay in cache between the two products with them.
constexpr Eigen::Index blockRows = 512;

Eigen::Map<const Matrix> asMatrix(const Vector &parameters, Eigen::Index width)
{
    return {parameters.data(), parameters.size() / width, width};
}

} // namespace

Matrix linearMargins(const MatrixRef &X, const Matrix &parameters)
{
    const Eigen::Index features = parameters.cols() - 1;
    Matrix margins = X * parameters.leftCols(features).transpose();
    margins.rowwise() += parameters.col(features).transpose();
    return margins;
}

LogisticLoss::LogisticLoss(const Matrix &X, const Vector &y, const Vector &weights, int outputs, double C, double ridge,
                           int threads)
    : m_X(X)
    , m_y(y)
    , m_weights(weights)
    , m_outputs(outputs)
    , m_width(X.cols() + 1)
    , m_C(C)
    , m_ridge(ridge)
    , m_threads(threadsWorth(threads, X.size()))
    , m_totalWeight(weights.sum())
{
}

void LogisticLoss::addBinary(const Matrix &parameters, Eigen::Index begin, Eigen::Index end, Sum &sum) const
{
    const Eigen::Index features = m_width - 1;
    Vector residual(std::min(blockRows, end - begin));
    for (Eigen::Index first = begin; first < end; first += blockRows) {
        const Eigen::Index count = std::min(blockRows, end - first);
        const double *rows = m_X.data() + first * features;
        rowDots(rows, count, features, parameters.data(), parameters(0, features), residual.data());
        sum.loss +=
            logisticTerms(count, residual.data(), m_y.data() + first, m_weights.data() + first, residual.data());
        auto slopes = residual.head(count).array();
        slopes = (slopes - m_y.segment(first, count).array()) * m_weights.segment(first, count).array();
        addWeightedRows(rows, count, features, residual.data(), sum.gradient.data());
        sum.gradient(0, features) += slopes.sum();
    }
}

void LogisticLoss::addMulticlass(const Matrix &parameters, Eigen::Index begin, Eigen::Index end, Sum &sum) const
{
    for (Eigen::Index first = begin; first < end; first += blockRows) {
        const Eigen::Index count = std::min(blockRows, end - first);
        const auto X = m_X.middleRows(first, count);
        Matrix residual = linearMargins(X, parameters);
        for (Eigen::Index i = 0; i < count; ++i) {
            const auto label = static_cast<Eigen::Index>(m_y[first + i]);
            const double weight = m_weights[first + i];
            auto row = residual.row(i).array();
            const double truth = row[label];
            const double largest = row.maxCoeff();
            row = (row - largest).exp();
            const double total = row.sum();
            sum.loss += weight * (largest + std::log(total) - truth);
            row /= total;
            row[label] -= 1;
            row *= weight;
        }
        sum.gradient.leftCols(m_width - 1).noalias() += residual.transpose() * X;
        sum.gradient.col(m_width - 1) += residual.colwise().sum().transpose();
    }
}

double LogisticLoss::penalty(const Matrix &parameters) const
{
    return 0.5 * m_ridge * parameters.leftCols(m_width - 1).squaredNorm();
}

double LogisticLoss::value(const Vector &parameters, Vector &gradient) const
{
    const Matrix weights = asMatrix(parameters, m_width);
    std::vector<Sum> sums(rowParts);
    parallelFor(m_threads, rowParts, [&](std::size_t index) {
        const auto part = static_cast<Eigen::Index>(index);
        sums[part].gradient = Matrix::Zero(m_outputs, m_width);
        const Eigen::Index begin = m_X.rows() * part / rowParts;
        const Eigen::Index end = m_X.rows() * (part + 1) / rowParts;
        if (m_outputs == 1)
            addBinary(weights, begin, end, sums[part]);
        else
            addMulticlass(weights, begin, end, sums[part]);
    });
    for (Eigen::Index part = 1; part < rowParts; ++part) {
        sums[0].loss += sums[part].loss;
        sums[0].gradient += sums[part].gradient;
    }
    Matrix slope = m_C * sums[0].gradient;
    slope.leftCols(m_width - 1) += m_ridge * weights.leftCols(m_width - 1);
    gradient = Eigen::Map<const Vector>(slope.data(), slope.size());
    return m_C * sums[0].loss + penalty(weights);
}

double LogisticLoss::meanLogLoss(double value, const Vector &parameters) const
{
    return (value - penalty(asMatrix(parameters, m_width))) / (m_C * m_totalWeight);
}

Matrix LogisticLoss::probabilities(const Matrix &parameters, Eigen::Index begin, Eigen::Index end) const
{
    if (m_outputs == 1) {
        const Eigen::Index features = m_width - 1;
        Matrix chances(end - begin, 1);
        rowDots(m_X.data() + begin * features, end - begin, features, parameters.data(), parameters(0, features),
                chances.data());
        logisticTerms(end - begin, chances.data(), m_y.data() + begin, m_weights.data() + begin, chances.data());
        return chances;
    }
    Matrix p = linearMargins(m_X.middleRows(begin, end - begin), parameters);
    for (Eigen::Index i = 0; i < p.rows(); ++i) {
        auto row = p.row(i).array();
        row = (row - row.maxCoeff()).exp();
        row /= row.sum();
    }
    return p;
}

Eigen::MatrixXd LogisticLoss::curvature(const Matrix &parameters, Eigen::Index a, Eigen::Index b, Eigen::Index begin,
                                        Eigen::Index end) const
{
    const std::ptrdiff_t stride = padded(m_width);
    Matrix sum = Matrix::Zero(stride, stride);
    Matrix scaled = Matrix::Zero(blockRows, stride);
    for (Eigen::Index first = begin; first < end; first += blockRows) {
        const Eigen::Index count = std::min(blockRows, end - first);
        const Matrix p = probabilities(parameters, first, first + count);
        // Off the diagonal the second derivative is −p_a·p_b.
        const auto other = a == b ? Vector(1 - p.col(b).array()) : Vector(p.col(b));
        const Vector root = (m_C * m_weights.segment(first, count).array() * p.col(a).array() * other.array()).sqrt();
        scaled.topLeftCorner(count, m_width - 1) = root.asDiagonal() * m_X.middleRows(first, count);
        scaled.col(m_width - 1).head(count) = root;
        addLowerGram(stride, count, Operand<const double>{scaled.data(), stride}, Operand<double>{sum.data(), stride});
    }
    return (a == b ? 1.0 : -1.0) * sum.topLeftCorner(m_width, m_width);
}

Eigen::MatrixXd LogisticLoss::hessian(const Vector &parameters) const
{
    const Matrix weights = asMatrix(parameters, m_width);
    std::vector<std::pair<Eigen::Index, Eigen::Index>> pairs;
    for (Eigen::Index a = 0; a < m_outputs; ++a) {
        for (Eigen::Index b = 0; b <= a; ++b)
            pairs.emplace_back(a, b);
    }
    const Eigen::Index pieces = m_outputs == 1 ? 4 : 1;
    const auto count = static_cast<Eigen::Index>(pairs.size());
    std::vector<Eigen::MatrixXd> blocks(pairs.size() * pieces);
    parallelFor(m_threads, static_cast<std::size_t>(count * pieces), [&](std::size_t index) {
        const auto i = static_cast<Eigen::Index>(index);
        const auto [a, b] = pairs[i / pieces];
        const Eigen::Index piece = i % pieces;
        blocks[i] = curvature(weights, a, b, m_X.rows() * piece / pieces, m_X.rows() * (piece + 1) / pieces);
    });
    Eigen::MatrixXd hessian(size(), size());
    for (Eigen::Index i = 0; i < count; ++i) {
        Eigen::MatrixXd block = blocks[i * pieces];
        for (Eigen::Index piece = 1; piece < pieces; ++piece)
            block += blocks[i * pieces + piece];
        const Eigen::MatrixXd full = block.selfadjointView<Eigen::Lower>();
        const auto [a, b] = pairs[i];
        hessian.block(a * m_width, b * m_width, m_width, m_width) = full;
        hessian.block(b * m_width, a * m_width, m_width, m_width) = full;
    }
    for (Eigen::Index i = 0; i < size(); ++i)
        hessian(i, i) += isIntercept(i) ? 0 : m_ridge;
    return hessian;
}

} // namespace assay::engine
