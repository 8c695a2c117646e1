// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/chartspec.h"
#include "widgets/charts/ticks.h"

#include <QRectF>
#include <QSizeF>
#include <functional>
#include <optional>
#include <vector>

namespace assay::ui {

/// Width of a text at a size [px], the one thing that window and document know differently.
using TextWidth = std::function<double(const QString &text, double size, bool bold)>;

/// One axis: where values lie in pixels. Categories are at 0, 1, 2, …; the range is in axis units, powers of ten on a
/// logarithmic axis, normal deviates on a deviate one.
struct AxisScale
{
    double min = 0, max = 1;           ///< axis units, min < max
    double pixelMin = 0, pixelMax = 1; ///< where they lie
    bool logarithmic = false;
    bool deviate = false;

    double unit(double value) const;
    double value(double unit) const;
    double pixel(double value) const;
    double valueAt(double pixel) const;
};

struct TickMark
{
    double pixel = 0;
    QString text;
    double width = 0;
};

struct LegendEntry
{
    QRectF box;      ///< swatch and text
    QString text;    ///< elided where it would not fit
    int series = -1; ///< −1: the colour scale of shaded points
};

struct MarkLine
{
    double pixel = 0;
    bool vertical = false;
    QString text;
    QRectF label; ///< empty without a label
};

struct LayoutOptions
{
    QSizeF size = {};
    double fontSize = 12; ///< [px]
    TextWidth textWidth = {};
    bool title = true;
    double corner = 0;               ///< width kept free at the upper right, for a button
    std::optional<QRectF> view = {}; ///< shown part in axis units, after zoom and pan
};

/// Where everything of a chart lies, computed once for both renderers so that window and report look alike: nothing
/// overlaps, nothing is cut.
struct ChartLayout
{
    QSizeF size;
    double fontSize = 12;
    QRectF plot;
    AxisScale x, y;
    std::vector<TickMark> xTicks, yTicks;
    double xAngle = 0; ///< [degrees] of the labels below; 0 or −40
    bool xCategories = false, yCategories = false;
    QStringList titleLines;
    QString xTitle, yTitle;
    double yTitleBaseline = 0;
    std::vector<LegendEntry> legend;
    std::vector<MarkLine> marks;
    double barThickness = 0; ///< [px] of one bar
};

ChartLayout layoutChart(const ChartSpec &spec, const LayoutOptions &options);

/// The part of the axes that is shown before anyone zooms, in axis units.
QRectF fullView(const ChartSpec &spec);

/// @p text cut with an ellipsis to fit @p width.
QString elided(const QString &text, double width, double size, bool bold, const TextWidth &textWidth);

/// Widths of a usual sans-serif face, for documents made without a display.
double estimatedTextWidth(const QString &text, double size, bool bold);

} // namespace assay::ui
