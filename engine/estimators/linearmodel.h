// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/estimators/capabilities.h"
#include "engine/estimators/estimator.h"

namespace assay::engine {

/// What every estimator that is a weighted sum of its columns shares: one row of weights an output, the intercept last,
/// and the training means its attributions are told against. How the weights are found, and what the margins become, is
/// the estimator's own.
class LinearModel
    : public Estimator
    , public LinearScorer
{
public:
    Json save() const override;
    Result<void> load(const Json &json) override;

    Matrix coefficients() const override { return m_parameters.leftCols(m_parameters.cols() - 1); }
    Vector intercepts() const override { return m_parameters.col(m_parameters.cols() - 1); }
    Vector featureMeans() const override { return m_means; }
    Matrix margins(const MatrixRef &X) const override;

protected:
    /// @p what it is called when a saved one cannot be read.
    explicit LinearModel(const char *what)
        : m_what(what)
    {
    }

    Matrix m_parameters; ///< [outputs × features + 1]
    Vector m_means;      ///< [features]

private:
    const char *m_what;
};

} // namespace assay::engine
