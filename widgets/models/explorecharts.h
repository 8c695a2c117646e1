// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/chartspec.h"
#include "widgets/models/exploredata.h"

#include <vector>

/// Charts of many runs, as values.
namespace assay::ui {

struct ScatterChoice
{
    QString x = {}, y = {}, colour = {}; ///< keys of columns; colour may be empty
    bool xLog = false, yLog = false;

    bool operator==(const ScatterChoice &) const = default;
};

/// A point a run, the runs @p chosen over them; with Spearman's ρ and a line through the middles of ten stretches of x.
/// More than 5,000 points are shown as a density.
ChartSpec exploreScatter(const ExploreData &data, const ScatterChoice &choice, const std::vector<char> &chosen);

/// A box of @p metric for each value of @p by, or for each of six stretches of a number with many; single runs beside
/// boxes of few, and the runs @p chosen over them.
ChartSpec exploreBoxes(const ExploreData &data, const QString &metric, const QString &by,
                       const std::vector<char> &chosen = {});

/// The forest's importance, and the strength of the rank correlation, each with its interval.
ChartSpec forestChart(const engine::ImportanceReport &report, const QString &metric);
ChartSpec correlationChart(const engine::ImportanceReport &report, const QString &metric);
/// How far it can be trusted, in sentences.
QString importanceCaution(const engine::ImportanceReport &report);

/// The run whose point is nearest to a place of a scatter; −1: none within reach.
int nearestRun(const ExploreData &data, const ScatterChoice &choice, double x, double y);

} // namespace assay::ui
