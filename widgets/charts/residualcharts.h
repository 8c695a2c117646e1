// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/metrics/residuals.h"
#include "widgets/charts/chartspec.h"

#include <vector>

/// Charts of how a regression errs, and of how well parts of the rows are predicted. Residuals are truth minus
/// prediction, in the order of the predictions' rows.
namespace assay::ui {

/// A scatter about zero with the mean of twenty groups of equal count.
ChartSpec residualsByPredictionChart(const engine::Predictions &predictions, const std::vector<double> &residuals);
/// With the normal distribution of the same mean and standard deviation.
ChartSpec residualHistogramChart(const std::vector<double> &residuals);
ChartSpec normalQuantileChart(const engine::NormalQuantiles &quantiles);
/// RMSE or accuracy of each segment with its interval, beside that of all rows where it is known.
ChartSpec segmentChart(const std::vector<engine::Segment> &segments, const QString &attribute, engine::Task task,
                       std::optional<double> overall);

} // namespace assay::ui
