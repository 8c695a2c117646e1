// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/svmmachine.h"

#include "engine/estimators/logisticsolver.h"
#include "engine/estimators/parallel.h"
#include "engine/estimators/svmdual.h"

#include <cstdio>
#include <numeric>

namespace assay::engine {

namespace {

void noteEarlyStop(const char *format, int iterations, double reached, double tolerance, const Context &context)
{
    char text[200];
    std::snprintf(text, sizeof text, format, iterations, reached, tolerance);
    context.note(text);
}

} // namespace

SvmMachine::SvmMachine(const Matrix &X, const Vector &weights, const Params &params, bool separates, int threads)
    : m_params(params)
    , m_separates(separates)
    , m_threads(threads)
    , m_features(X.cols())
    , m_X(X.rows(), X.cols() + (boolean(params, "fit_intercept") ? 1 : 0))
    , m_weights(weights)
    , m_all(static_cast<std::size_t>(X.rows()))
{
    m_X.leftCols(m_features) = X;
    if (m_X.cols() > m_features)
        m_X.col(m_features).setConstant(real(params, "intercept_scaling"));
    std::iota(m_all.begin(), m_all.end(), Eigen::Index(0));
}

Result<Vector> SvmMachine::fit(const Vector &y, const std::vector<Eigen::Index> &rows, const Context &context) const
{
    const bool all = rows.size() == m_all.size();
    const Matrix part = all ? Matrix() : Matrix(m_X(rows, Eigen::all));
    const MarginProblem problem{.X = all ? m_X : part,
                                .y = y(rows),
                                .costs = real(m_params, "C") * m_weights(rows),
                                .separates = m_separates,
                                .epsilon = real(m_params, "epsilon")};
    const auto most = static_cast<int>(integer(m_params, "max_iter"));
    const double tolerance = real(m_params, "tol");
    if (choice(m_params, "loss") == "hinge") {
        auto solution = solveDual(problem, most, tolerance, context);
        if (!solution)
            return Failure(solution.error());
        if (!solution->converged)
            noteEarlyStop("Stopped after %d sweeps at a relative duality gap of %.1e, above the tolerance of %.1e.",
                          solution->sweeps, solution->gap, tolerance, context);
        return std::move(solution->w);
    }
    const bool lasso = choice(m_params, "penalty") == "l1";
    const SquaredMarginLoss loss(problem, lasso ? 0 : 1, threadsWorth(m_threads, problem.X.size()));
    const SolverOptions options{.lasso = lasso ? 1.0 : 0.0,
                                .maxIterations = most,
                                .tolerance = tolerance,
                                .iterated = [&context](const Vector &, double) { return !context.cancelled(); }};
    Solution solution = lasso ? minimiseWithLasso(loss, options) : minimise(loss, options);
    if (solution.stopped || context.cancelled())
        return cancelled();
    if (solution.largestGradient >= tolerance)
        noteEarlyStop("Stopped after %d iterations at a gradient of %.1e, above the tolerance of %.1e.",
                      solution.iterations, solution.largestGradient, tolerance, context);
    return std::move(solution.parameters);
}

Vector SvmMachine::parameters(const Vector &w) const
{
    Vector out = Vector::Zero(m_features + 1);
    out.head(m_features) = w.head(m_features);
    if (w.size() > m_features)
        out[m_features] = w[m_features] * real(m_params, "intercept_scaling");
    return out;
}

} // namespace assay::engine
