// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/estimators/smoothloss.h"

namespace assay::engine {

/// One linear machine to be found: the weights w of the columns of X. A machine that separates knows y as ±1 and asks
/// for margins y·x·w of at least one; one that predicts asks for |x·w − y| of at most epsilon.
struct MarginProblem
{
    const Matrix &X; ///< [samples × columns], the intercept's among them
    Vector y;
    Vector costs; ///< C times the weight of the row
    bool separates = true;
    double epsilon = 0;

    /// By how much @p margin of row @p i violates what is asked of it, signed as the change that would mend it; 0
    /// where it is satisfied.
    double violation(Eigen::Index i, double margin) const;
};

/// Σ costᵢ · violationᵢ² + ½ · ridge · ‖w‖², LIBLINEAR's objective. The curvature jumps where a row begins to violate.
class SquaredMarginLoss : public SmoothLoss
{
public:
    /// Keeps a reference to @p problem.
    SquaredMarginLoss(const MarginProblem &problem, double ridge, int threads)
        : m_problem(problem)
        , m_ridge(ridge)
        , m_threads(threads)
    {
    }

    Eigen::Index size() const override { return m_problem.X.cols(); }
    bool isIntercept(Eigen::Index) const override { return false; }
    double value(const Vector &w, Vector &gradient) const override;
    Eigen::MatrixXd hessian(const Vector &w) const override;

private:
    const MarginProblem &m_problem;
    double m_ridge;
    int m_threads;
};

} // namespace assay::engine
