// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/context.h"
#include "engine/core/params.h"
#include "engine/data/matrix.h"

#include <vector>

namespace assay::engine {

/// Finds single linear machines on one set of rows, as the parameters of `svm` ask for: many targets and many choices
/// of rows, one matrix.
class SvmMachine
{
public:
    SvmMachine(const Matrix &X, const Vector &weights, const Params &params, bool separates, int threads);

    /// [samples × columns] with the intercept's column, where there is one.
    const Matrix &X() const { return m_X; }
    const Vector &weights() const { return m_weights; }
    const std::vector<Eigen::Index> &allRows() const { return m_all; }
    /// Weights of the columns of X(), learnt from @p rows. Says so in a note when the solver stopped early. Errors:
    /// `cancelled`.
    Result<Vector> fit(const Vector &y, const std::vector<Eigen::Index> &rows, const Context &context) const;
    /// [features + 1], the intercept last, as LinearModel has them.
    Vector parameters(const Vector &w) const;

private:
    Params m_params;
    bool m_separates;
    int m_threads;
    Eigen::Index m_features;
    Matrix m_X;
    Vector m_weights;
    std::vector<Eigen::Index> m_all;
};

} // namespace assay::engine
