// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/compare/comparison.h"
#include "engine/data/profile.h"
#include "engine/drift/drift.h"
#include "engine/explain/attribution.h"
#include "engine/fairness/fairness.h"
#include "engine/metrics/evaluation.h"
#include "tracking/records.h"
#include "widgets/charts/chartspec.h"

#include <utility>
#include <vector>

/// Charts from results: plain functions without a widget, so that window, report and tests draw the same thing.
namespace assay::ui {

/// A model's evaluation under the name it has in a legend; its index decides its colour.
struct NamedEvaluation
{
    QString name;
    const engine::Evaluation *evaluation = nullptr;
};

ChartSpec rocChart(const std::vector<NamedEvaluation> &models); ///< with the diagonal; AUC in the legend
ChartSpec prChart(const std::vector<NamedEvaluation> &models);  ///< with the prevalence; AP in the legend
/// With the diagonal; ECE in the legend; the Wilson intervals of a single model as a band.
ChartSpec calibrationChart(const std::vector<NamedEvaluation> &models, bool quantileBins = false);
ChartSpec gainChart(const std::vector<NamedEvaluation> &models);
ChartSpec residualChart(
    const std::vector<std::pair<QString, const engine::Predictions *>> &models); ///< regression: predicted against true
ChartSpec metricChart(const QString &metric, const std::vector<NamedEvaluation> &models); ///< bars with intervals
/// What the shade of a cell, and the share in it, are of.
enum class CellShare { TrueClass, PredictedClass, AllRows };
ChartSpec confusionChart(const engine::Evaluation &evaluation, CellShare share = CellShare::TrueClass);

ChartSpec histogramChart(const engine::ColumnProfile &column);
/// One rate of every group with its interval, the disparity marked as lowest and highest.
enum class GroupRate { Selection, Accuracy, TruePositive, FalsePositive };
ChartSpec fairnessChart(const engine::AttributeFairness &fairness, GroupRate rate);
ChartSpec importanceChart(const engine::Attribution &attribution, int features = 15);
ChartSpec beeswarmChart(const engine::Attribution &attribution, int features = 12, int classIndex = 0);
ChartSpec waterfallChart(const engine::Attribution &attribution, std::size_t row, int features = 10,
                         int classIndex = 0);
ChartSpec driftHistogramChart(const engine::ColumnDrift &column);
ChartSpec driftOverviewChart(const engine::DriftReport &report, int columns = 20); ///< movement a column
ChartSpec learningCurveChart(const QString &metric,
                             const std::vector<std::pair<QString, std::vector<tracking::MetricPoint>>> &runs);

} // namespace assay::ui
