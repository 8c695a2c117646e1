// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <optional>
#include <utility>
#include <vector>

namespace assay::ui {

enum class SeriesKind {
    Line,
    Step, ///< horizontal first, then vertical
    Scatter,
    Bars,  ///< one value a category of the category axis
    Steps, ///< histogram outline: `x` are bin edges, one more than `y`
    Cells  ///< a table of shaded cells (confusion matrix): `x` and `y` index categories, `shade` [0, 1], `labels`
           ///< written in them
};

/// One thing drawn, as a value. Colour, dash and marker follow from `slot`, the same in the window and in a report.
struct Series
{
    QString name = {};
    SeriesKind kind = SeriesKind::Line;
    std::vector<double> x = {}, y = {};
    std::vector<double> low = {}, high = {}; ///< intervals, empty or as long as `y`
    std::vector<double> shade = {}; ///< [0, 1] a scatter point, NaN grey: the beeswarm's colour by feature value
    int slot = 0;                   ///< palette entry: 0…7 Okabe–Ito, −1 neutral grey (reference lines)
    bool inLegend = true;
    bool filled = false;            ///< area under a line or histogram, translucent
    bool diverging = false;         ///< bars: negative values in another colour (waterfall, attributions)
    std::vector<double> base = {};  ///< bars: where each starts (waterfall); empty: 0
    std::vector<int> barSlots = {}; ///< bars: a palette entry each; empty: `slot` for all
    QStringList labels = {};        ///< bars: text at the end of each; cells: text in each; empty: none
    bool band = false;              ///< intervals of a line as an area about it instead of whiskers
    int chosen = -1;                ///< cells: the one with a frame around it

    bool operator==(const Series &) const = default;
};

struct Axis
{
    QString title = {};
    std::optional<double> min = {}, max = {};
    QStringList categories = {}; ///< a category axis when not empty
    bool logarithmic = false;
    bool time = false;    ///< values are microseconds since 1970-01-01 UTC
    bool deviate = false; ///< shares, spaced as normal deviates: error rates of DET curves

    bool operator==(const Axis &) const = default;
};

/// A line across the plot, or a value worth showing.
struct Mark
{
    bool vertical = false;
    double at = 0;
    QString label = {};

    bool operator==(const Mark &) const = default;
};

/// Something that moves over a chart without the chart being drawn anew: a vertical line where only x is given, a
/// ring where both are.
struct ChartMarker
{
    std::optional<double> x = {}, y = {}; ///< values of the axes
    QString label = {};

    bool operator==(const ChartMarker &) const = default;
};

/// The numbers of a chart as a person would read them, for screen readers, "Data as CSV" and reports.
struct ChartTable
{
    QStringList header = {};
    std::vector<QStringList> rows = {};

    bool operator==(const ChartTable &) const = default;
};

/// A chart as a value: made by plain functions from results (chartfactory.h), drawn by ChartView in the window and by
/// svg.h in reports.
struct ChartSpec
{
    QString title = {};
    Axis x = {}, y = {};
    std::vector<Series> series = {};
    std::vector<Mark> marks = {};
    bool horizontal = false;               ///< bars grow to the right; categories are on the y axis, first on top
    bool square = false;                   ///< keep the plot area square (ROC, PR, calibration)
    QString summary = {};                  ///< one or two sentences that say what is to be seen
    QString shadeLow = {}, shadeHigh = {}; ///< ends of the colour scale of shaded points, for the legend
    /// Rows of the data table: made from the series when empty.
    ChartTable table = {};

    bool operator==(const ChartSpec &) const = default;
};

} // namespace assay::ui
