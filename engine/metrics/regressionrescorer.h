// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/metrics/bootstrap.h"
#include "engine/metrics/predictions.h"

namespace assay::engine {

/// The metrics of a regression task for resampled rows: mae, mse, rmse, r2, mape, median_absolute_error,
/// explained_variance, max_error. The two shares of variance have no value where the truth does not vary.
class RegressionRescorer : public Rescorer
{
public:
    RegressionRescorer(const Predictions &predictions, const DrawOrder &order);

    const std::vector<std::string> &names() const override;
    void score(std::span<const std::uint16_t> counts, std::vector<double> &scratch,
               std::span<double> values) const override;

private:
    double medianError(double all, std::span<const double> weights) const;

    std::vector<double> m_truth, m_errors, m_weights; // [places]; errors are truth − prediction
    std::vector<std::uint32_t> m_bySize;              // places by growing |error|
};

} // namespace assay::engine
