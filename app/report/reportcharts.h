// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/metrics/residuals.h"
#include "engine/metrics/thresholds.h"
#include "widgets/charts/chartspec.h"

namespace assay::app {

/// Charts of one run that a report has beside those it shares with the window.

/// Net benefit of deciding by the model at each threshold, against selecting all and selecting none.
ui::ChartSpec netBenefitChart(const QString &name, const engine::ThresholdSweep &sweep);
/// A ROC curve a class against the rest.
ui::ChartSpec classCurvesChart(const engine::Evaluation &evaluation, std::size_t mostClasses);
/// Quantiles of the residuals over those of the normal distribution.
ui::ChartSpec quantileChart(const engine::Predictions &predictions);
/// RMSE of each part of the rows with its interval.
ui::ChartSpec segmentErrorChart(const std::vector<engine::Segment> &segments, const QString &attribute);

} // namespace assay::app
