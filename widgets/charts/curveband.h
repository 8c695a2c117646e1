// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/curvechart.h"

#include <vector>

namespace assay::ui {

/// The value of @p curve at @p x on the line between its points; none beyond its ends or without a point beside it.
std::optional<double> valueOn(const CurvePyramid &curve, double x);

/// Least, mean and greatest of several curves at every x that one of them has; where there are more than 4,096 of
/// those, in 1,024 equal stretches. Least and greatest are those of all points; the mean is that of the curves, each
/// with the mean of its own points there, or without one with the value on the line between its points.
CurveBand bandOf(const QString &name, int slot, const std::vector<const CurvePyramid *> &curves);

} // namespace assay::ui
