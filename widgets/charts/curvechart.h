// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/chartspec.h"
#include "widgets/charts/curvepyramid.h"
#include "widgets/charts/smoothing.h"

#include <QColor>
#include <cmath>
#include <memory>
#include <optional>

namespace assay::ui {

using CurvePtr = std::shared_ptr<const CurvePyramid>;

/// One series of a CurveChart.
struct CurveLine
{
    QString name = {};
    int run = -1; ///< which run it is of, the same in all charts of a page
    CurvePtr raw = {};
    CurvePtr smooth = {};        ///< when set, `raw` stays faint behind it
    int slot = 0;                ///< palette entry, unless
    double shade = std::nan(""); ///< a share of 1 says the colour

    const CurvePyramid &shown() const { return smooth ? *smooth : *raw; }
};

/// Runs of one group: what their curves stay within, and their mean.
struct CurveBand
{
    QString name = {};
    int slot = 0;
    int runs = 0;
    CurvePtr low = {}, high = {}, mean = {};
};

/// Series of any length as a value: what CurveView shows.
struct CurveChart
{
    QString title = {};
    QString xTitle = {};
    bool xLog = false, yLog = false;
    bool xTime = false; ///< microseconds since 1970
    std::vector<CurveLine> lines = {};
    std::vector<CurveBand> bands = {};
    std::optional<RobustRange> robust = {}; ///< the range of y before anyone zooms

    bool empty() const { return lines.empty() && bands.empty(); }
    std::size_t points() const;
};

/// Colour of a line or band.
QColor curveColor(int slot, double shade, bool dark);

/// What a line says at an x.
struct CurveReading
{
    std::size_t line = 0; ///< of the lines, or beyond them of the bands
    double x = 0, y = 0;  ///< of the nearest point
};
std::vector<CurveReading> readingsAt(const CurveChart &chart, double x);
/// What is written beside the crosshair.
struct CrosshairBox
{
    double x = 0;                            ///< what the readings are of; whole where places are
    std::vector<CurveReading> readings = {}; ///< the first @p most of those there are
    int more = 0;                            ///< that have a value there too
};
/// @p readings at @p x, those that matter first.
CrosshairBox crosshairBox(const CurveChart &chart, std::vector<CurveReading> readings, double x, std::size_t most);
/// What @p readings at @p x are of: the x of their points where that is one for all.
double placeOf(const std::vector<CurveReading> &readings, double x);

/// Least and greatest of what is shown, for x and for y within [from, to] of x; both in values. Logarithmic axes leave
/// out what they cannot show.
Extent extentX(const CurveChart &chart);
Extent extentY(const CurveChart &chart, double from, double to);

/// In words, for screen readers and beside the picture.
QString curveSummary(const CurveChart &chart);
/// Every point within [from, to] of x, by series; of more than @p limit points the first, least, greatest and last of
/// each of 2,000 columns.
ChartTable curveTable(const CurveChart &chart, double from, double to, std::size_t limit = 200'000);

} // namespace assay::ui
