// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/compare/disagreement.h"
#include "engine/compare/judgement.h"
#include "widgets/charts/chartfactory.h"
#include "widgets/charts/chartlayout.h"
#include "widgets/charts/chartscene.h"

/// Charts that set runs against each other.
namespace assay::ui {

/// Curves of many runs over each other: the frame around them, then one curve a run, by index. Those without a curve
/// have an empty one.
struct CurveFamily
{
    ChartSpec frame; ///< axes, title, summary, and what is there beside the runs
    std::vector<Series> curves;
    QStringList figures = {}; ///< what each curve amounts to: "0.927"
    QString figureName = {};  ///< "ROC AUC"
};

CurveFamily rocFamily(const std::vector<NamedEvaluation> &models);
CurveFamily prFamily(const std::vector<NamedEvaluation> &models);
CurveFamily calibrationFamily(const std::vector<NamedEvaluation> &models);
CurveFamily gainFamily(const std::vector<NamedEvaluation> &models);
/// Of class @p index against the rest.
CurveFamily classRocFamily(const std::vector<NamedEvaluation> &models, std::size_t index);
/// Sensitivity of each run minus that of @p baseline at the same false positive rate.
CurveFamily rocDifferenceFamily(const std::vector<NamedEvaluation> &models, std::size_t baseline);

using NamedPredictions = std::pair<QString, const engine::Predictions *>;
/// Share of rows whose error is at most x: the regression error characteristic (Bi & Bennett 2003).
CurveFamily errorFamily(const std::vector<NamedPredictions> &models);
/// How errors are spread, as outlines of histograms over the same bins.
CurveFamily residualFamily(const std::vector<NamedPredictions> &models);

/// The curves of @p family in one chart, with their figures in the legend; of those not in @p lit, where it is not
/// empty, only grey lines.
ChartSpec familyChart(const CurveFamily &family, const std::vector<std::size_t> &lit = {});

/// The 5th, 50th and 95th percentile of @p family's curves at each x, in this order.
std::vector<Series> quantileBand(const CurveFamily &family);

/// The scores of two models on the rows both predicted; classes are told apart.
ChartSpec scoreScatterChart(const QString &a, const QString &b, const engine::Disagreements &rows);
/// Difference over mean of two predictions, with mean difference and limits of agreement (Bland & Altman 1986).
ChartSpec blandAltmanChart(const QString &a, const QString &b, const engine::Disagreements &rows);
/// F1 of every class and model as shaded cells.
ChartSpec perClassChart(const std::vector<NamedEvaluation> &models);
/// Every pair as a cell, models sorted by @p order: shaded by how far the row is ahead of the column; undecided pairs
/// stay grey.
ChartSpec pairMatrixChart(const QStringList &names, const std::vector<engine::Judgement> &judgements,
                          const std::vector<std::size_t> &order, const QString &metric);

/// A drawing without axes of data.
struct ScenePicture
{
    QString title = {}, summary = {};
    QSizeF size = {};
    std::vector<SceneShape> shapes = {};
    ChartTable table = {};
};

/// Mean ranks on a line, names to both sides, bars over models that are not shown to differ (Demšar 2006).
ScenePicture criticalDifferencePicture(const engine::RankTest &test, const QStringList &names, double width,
                                       const TextWidth &textWidth, double fontSize = 12);

} // namespace assay::ui
