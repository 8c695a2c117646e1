// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/leastsquares.h"
#include "engine/estimators/logisticsolver.h"
#include "engine/preprocess/selection.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace assay::engine {

namespace {

constexpr int pathSteps = 24;
constexpr double pathRatio = 1.5; // penalties fall by this from step to step
constexpr double tenth = 0.1;

/// A linear model of the target: logistic regression of classes, least squares of numbers.
class Linear
{
public:
    Linear(const Matrix &X, const Supervision &learn, const Context &context)
        : m_X(X)
        , m_y(learn.y)
        , m_weights(learn.rowWeights())
        , m_outputs(static_cast<int>(learn.outputs()))
        , m_classes(!learn.labels.empty())
        , m_context(context)
    {
        if (!m_classes)
            m_centred = centre(X, m_y, m_weights);
    }

    /// The smallest L1 penalty that leaves every coefficient 0.
    double largestPenalty(const Supervision &learn) const
    {
        double largest = 0;
        for (Eigen::Index k = 0; k < m_outputs; ++k) {
            const Vector y = learn.output(k);
            const double mean = y.dot(m_weights) / m_weights.sum();
            const Vector slopes = m_X.transpose() * m_weights.cwiseProduct(Vector(y.array() - mean));
            largest = std::max(largest, slopes.cwiseAbs().maxCoeff());
        }
        return largest;
    }

    /// [columns] largest size of the coefficients over the outputs.
    Result<Vector> withLasso(double penalty) const
    {
        if (!m_classes) {
            const auto solved = elasticNet(m_centred, penalty / m_centred.totalWeight, 1, 10'000, 1e-6, m_context);
            return solved ? Result<Vector>(solved->coefficients.cwiseAbs()) : Failure(solved.error());
        }
        const LogisticLoss loss(m_X, m_y, m_weights, m_outputs, 1 / penalty, 0, m_context.threadCount());
        SolverOptions options = solver(1e-4);
        options.lasso = 1;
        const Solution solved = minimiseWithLasso(loss, options);
        if (solved.stopped)
            return cancelled();
        return Vector(coefficients(solved.parameters).cwiseAbs().colwise().maxCoeff().transpose());
    }

    /// [columns] sum of squared coefficients over the outputs.
    Result<Vector> withRidge() const
    {
        if (!m_classes)
            return Vector(ridge(m_centred, 1).array().square());
        const LogisticLoss loss(m_X, m_y, m_weights, m_outputs, 1, 1, m_context.threadCount());
        const Solution solved = minimise(loss, solver(1e-6));
        if (solved.stopped)
            return cancelled();
        return Vector(coefficients(solved.parameters).colwise().squaredNorm().transpose());
    }

private:
    SolverOptions solver(double tolerance) const
    {
        return {.maxIterations = 200, .tolerance = tolerance, .iterated = [this](const Vector &, double) {
                    return !m_context.cancelled();
                }};
    }
    Matrix coefficients(const Vector &parameters) const
    {
        return Eigen::Map<const Matrix>(parameters.data(), m_outputs, m_X.cols() + 1).leftCols(m_X.cols());
    }

    const Matrix &m_X;
    Vector m_y;
    Vector m_weights;
    int m_outputs;
    bool m_classes;
    const Context &m_context;
    CentredData m_centred;
};

std::vector<Eigen::Index> allColumns(const Matrix &X)
{
    std::vector<Eigen::Index> all(static_cast<std::size_t>(X.cols()));
    std::iota(all.begin(), all.end(), Eigen::Index(0));
    return all;
}

} // namespace

Result<std::vector<Eigen::Index>> columnsByLasso(const Matrix &X, const Supervision &learn, std::size_t count,
                                                 const Context &context)
{
    const Linear linear(X, learn, context);
    double penalty = linear.largestPenalty(learn);
    std::vector<Eigen::Index> entered;
    for (int step = 0; step < pathSteps && penalty > 0 && entered.size() < count; ++step) {
        if (context.cancelled())
            return cancelled();
        penalty /= pathRatio;
        const auto sizes = linear.withLasso(penalty);
        if (!sizes)
            return Failure(sizes.error());
        std::vector<Eigen::Index> fresh;
        for (Eigen::Index j = 0; j < X.cols(); ++j) {
            if ((*sizes)[j] > 0 && std::ranges::find(entered, j) == entered.end())
                fresh.push_back(j);
        }
        std::ranges::stable_sort(fresh, std::ranges::greater{}, [&](Eigen::Index j) { return (*sizes)[j]; });
        entered.insert(entered.end(), fresh.begin(), fresh.end());
        context.progress("Choosing columns", step + 1, pathSteps);
    }
    entered.resize(std::min(count, entered.size()));
    return entered;
}

Result<std::vector<Eigen::Index>> columnsByElimination(const Matrix &X, const Supervision &learn, std::size_t count,
                                                       const Context &context)
{
    std::vector<Eigen::Index> left = allColumns(X);
    const auto total = static_cast<std::int64_t>(left.size() - std::min(count, left.size()));
    while (left.size() > count) {
        if (context.cancelled())
            return cancelled();
        const Matrix part = X(Eigen::all, left);
        const auto sizes = Linear(part, learn, context).withRidge();
        if (!sizes)
            return Failure(sizes.error());
        std::vector<Eigen::Index> order = allColumns(part);
        std::ranges::stable_sort(order, {}, [&](Eigen::Index j) { return (*sizes)[j]; });
        const auto share = static_cast<std::size_t>(tenth * static_cast<double>(left.size()));
        order.resize(std::min(std::max<std::size_t>(1, share), left.size() - count));
        std::ranges::sort(order, std::greater{});
        for (const Eigen::Index place : order)
            left.erase(left.begin() + place);
        context.progress("Choosing columns", total - static_cast<std::int64_t>(left.size() - count), total);
    }
    return left;
}

} // namespace assay::engine
