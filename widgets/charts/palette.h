// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <Qt>

namespace assay::ui {

/// How slot @p slot of a chart is drawn: Okabe and Ito's colours (2008), told apart without colour by dash and marker.
/// One place for the window and for reports.
struct SlotStyle
{
    QColor color;
    Qt::PenStyle dash = Qt::SolidLine;
    int marker = 0; ///< 0 circle, 1 square, 2 triangle, 3 diamond
};

SlotStyle slotStyle(int slot, bool dark);

/// @p color, to be seen through.
QColor faded(QColor color, double alpha);

/// The inks of a chart.
struct ChartInk
{
    QColor background, text, faintText, grid, axis, positive, negative, shadeLow, shadeHigh, shadeNone;
};

ChartInk chartInk(bool dark);

/// Shaded points are drawn in this many colours from low to high.
inline constexpr int shadeSteps = 9;
/// Colour of @p step, 0 (low) to shadeSteps − 1 (high); anything else is the neutral colour of values without an order.
QColor shadeColor(int step, bool dark);
/// The step of a shade in [0, 1]; −1 for NaN.
int shadeStep(double shade);

} // namespace assay::ui
