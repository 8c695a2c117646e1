// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/estimators/svmdual.h"

#include "engine/core/random.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace assay::engine {

namespace {

/// The dual: w = Σ βᵢ xᵢ with one β a row; its sign is that of y where classes are separated.
class Dual
{
public:
    explicit Dual(const MarginProblem &problem)
        : m_problem(problem)
        , m_norms(problem.X.rowwise().squaredNorm())
        , m_beta(Vector::Zero(problem.X.rows()))
        , m_w(Vector::Zero(problem.X.cols()))
    {
    }

    void step(Eigen::Index i)
    {
        if (m_norms[i] <= 0 || m_problem.costs[i] <= 0)
            return;
        const double next = best(i, m_problem.X.row(i).dot(m_w));
        if (next == m_beta[i])
            return;
        m_w += (next - m_beta[i]) * m_problem.X.row(i).transpose();
        m_beta[i] = next;
    }

    const Vector &w() const { return m_w; }

    double relativeGap() const
    {
        const Vector margins = m_problem.X * m_w;
        const double square = m_w.squaredNorm();
        double loss = 0;
        double gain = 0;
        for (Eigen::Index i = 0; i < margins.size(); ++i) {
            loss += m_problem.costs[i] * std::abs(m_problem.violation(i, margins[i]));
            gain += m_problem.y[i] * m_beta[i] - (m_problem.separates ? 0 : m_problem.epsilon * std::abs(m_beta[i]));
        }
        const double primal = 0.5 * square + loss;
        return (square + loss - gain) / std::max(primal, 1e-300);
    }

private:
    // Where the dual is largest along βᵢ alone.
    double best(Eigen::Index i, double margin) const
    {
        const double cost = m_problem.costs[i];
        const double y = m_problem.y[i];
        const double free = m_beta[i] + (y - margin) / m_norms[i];
        if (m_problem.separates)
            return y * std::clamp(y * free, 0.0, cost);
        const double by = m_problem.epsilon / m_norms[i];
        const double shrunk = free > by ? free - by : (free < -by ? free + by : 0);
        return std::clamp(shrunk, -cost, cost);
    }

    const MarginProblem &m_problem;
    Vector m_norms;
    Vector m_beta;
    Vector m_w;
};

} // namespace

Result<DualSolution> solveDual(const MarginProblem &problem, int maxSweeps, double tolerance, const Context &context)
{
    Dual dual(problem);
    std::vector<Eigen::Index> order(static_cast<std::size_t>(problem.X.rows()));
    std::iota(order.begin(), order.end(), Eigen::Index(0));
    Random random(context.seed);
    DualSolution solution{.w = {}};
    while (!solution.converged && solution.sweeps < maxSweeps) {
        if (context.cancelled())
            return cancelled();
        random.shuffle(std::span(order));
        for (const Eigen::Index row : order)
            dual.step(row);
        ++solution.sweeps;
        // The gap costs half a sweep.
        if (solution.sweeps % 5 == 0 || solution.sweeps == maxSweeps) {
            solution.gap = dual.relativeGap();
            solution.converged = solution.gap <= tolerance;
        }
    }
    solution.w = dual.w();
    return solution;
}

} // namespace assay::engine
