// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/estimators/boostingrounds.h"
#include "engine/estimators/capabilities.h"
#include "engine/estimators/estimator.h"

#include <mutex>
#include <optional>

namespace assay::engine {

/// Trees of XGBoost's `hist` grower on derivatives of our own, see lossDerivatives().
class TreeEnsemble
    : public Estimator
    , public TreeScorer
{
public:
    TreeEnsemble(Growth growth, const Params &params, Task task)
        : m_growth(growth)
        , m_params(params)
        , m_task(task)
    {
    }

    Result<void> fit(const TrainingData &data, const Context &context) override;
    Matrix predict(const MatrixRef &X) const override;
    Json save() const override;
    Result<void> load(const Json &json) override;
    Result<Matrix> contributions(const MatrixRef &X) const override
    {
        return output(X, XgbBooster::Output::Contributions);
    }
    Result<Matrix> margins(const MatrixRef &X) const override { return output(X, XgbBooster::Output::Margin); }

private:
    RoundsPlan plan(const TrainingData &data) const;
    XgbBooster::Parameters xgbParameters(const TrainingData &data, const Context &context) const;
    Result<Matrix> output(const MatrixRef &X, XgbBooster::Output what) const;

    Growth m_growth;
    Params m_params;
    Task m_task;
    int m_outputs = 1;
    std::optional<XgbBooster> m_booster;
    mutable std::mutex m_mutex; ///< a booster may be used by one thread at a time
};

} // namespace assay::engine
