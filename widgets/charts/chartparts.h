// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/chartspec.h"

#include <optional>

/// Pieces that several charts are made of.
namespace assay::ui {

/// From 0 to 1.
Axis unitAxis(const QString &title);
/// A neutral line to hold others against, not in the legend.
Series referenceLine(const QString &name, std::vector<double> x, std::vector<double> y);
/// A name with a figure, for legends.
QString withFigure(const QString &name, std::optional<double> value);
/// A number of rows, weighted ones with a decimal.
QString rowCount(double n);

} // namespace assay::ui
