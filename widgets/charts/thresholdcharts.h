// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/metrics/evaluation.h"
#include "widgets/charts/chartspec.h"
#include "widgets/models/thresholddata.h"

/// Charts of one binary run whose points are thresholds, and where the chosen threshold lies on each.
namespace assay::ui {

enum class ThresholdCurve { Roc, Pr, Det, Gain, Lift, Ks, Calibration, Rates, Cost, CostEnvelope, NetBenefit };

/// A run as these charts see it. Both pointers must outlive the call only.
struct ThresholdSubject
{
    QString name;
    const engine::Evaluation *evaluation = nullptr;
    const ThresholdData *data = nullptr;
    engine::CostMatrix costs = {};
    bool quantileBins = false; ///< calibration: bins of equal count
};

ChartSpec thresholdChart(ThresholdCurve curve, const ThresholdSubject &subject);
/// Where @p threshold, which gives @p confusion, is on the chart of @p curve.
ChartMarker thresholdMarker(ThresholdCurve curve, const ThresholdSubject &subject, double threshold,
                            const engine::Confusion &confusion);
/// What the tab of a chart says.
QString curveLabel(ThresholdCurve curve);

} // namespace assay::ui
