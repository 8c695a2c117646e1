// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/chartspec.h"

namespace assay::ui {

struct ModelCurve;

/// A learning curve (x is rows) or validation curve (x is a parameter's value): means over folds with bands of one
/// standard deviation. Values that span two powers of ten or more are drawn on a logarithmic axis; those that are no
/// numbers as categories.
ChartSpec modelCurveChart(const ModelCurve &curve);

} // namespace assay::ui
