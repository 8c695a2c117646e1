// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chartlayout.h"

#include <algorithm>
#include <boost/math/special_functions/erf.hpp>
#include <cmath>
#include <limits>

namespace assay::ui {

namespace {

constexpr double smallestShare = 1e-5; // beyond it a deviate axis does not reach

/// The normal deviate of a share, and back.
double deviateOf(double share)
{
    return -std::sqrt(2.0) * boost::math::erfc_inv(2 * std::clamp(share, smallestShare, 1 - smallestShare));
}

double shareOf(double deviate)
{
    return std::erfc(-deviate / std::sqrt(2.0)) / 2;
}

/// Least and greatest of the finite values it is shown.
struct Extent
{
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    void add(double value)
    {
        if (!std::isfinite(value))
            return;
        low = std::min(low, value);
        high = std::max(high, value);
    }
    void add(const std::vector<double> &values)
    {
        for (const double value : values)
            add(value);
    }
    bool empty() const { return !(low <= high); }
};

/// The values of a series along an axis. Bars and histograms stand on zero.
void addValues(Extent &extent, const Series &series, bool alongX, bool horizontal)
{
    const bool bars = series.kind == SeriesKind::Bars;
    if (!bars && alongX) {
        extent.add(series.x);
        return;
    }
    if (bars && alongX != horizontal)
        return;
    extent.add(series.y);
    extent.add(series.low);
    extent.add(series.high);
    extent.add(series.base);
    if ((bars && series.base.empty()) || series.kind == SeriesKind::Steps)
        extent.add(0);
}

bool standsOnZero(const ChartSpec &spec, bool alongX)
{
    return std::any_of(spec.series.begin(), spec.series.end(), [&](const Series &s) {
        return (s.kind == SeriesKind::Bars && s.base.empty() && alongX == spec.horizontal) ||
               (s.kind == SeriesKind::Steps && !alongX);
    });
}

/// Whole powers of ten where fewer than two lie between, else a little beyond the data. Bars stand on a power of ten.
Extent logExtent(Extent extent, bool bars)
{
    if (!(extent.high > 0))
        return {.low = 0, .high = 1};
    const double low = std::log10(extent.low > 0 ? extent.low : extent.high * 1e-6), high = std::log10(extent.high);
    const double room = (high - low) * 0.04;
    const Extent whole{.low = std::floor(low), .high = std::ceil(high + 1e-12)};
    const Extent close{.low = bars ? whole.low : low - room, .high = high + room};
    return std::floor(close.high) - std::ceil(close.low) < 1 ? whole : close;
}

/// Room beside the data, none below zero where bars stand on it.
Extent padded(Extent extent, double share, bool zero, bool tightLow)
{
    if (extent.high - extent.low < 1e-12 * std::max(1.0, std::abs(extent.high))) {
        const double half = extent.high == 0 ? 1 : std::abs(extent.high) * 0.1;
        return {.low = zero && extent.low == 0 ? 0 : extent.low - half, .high = extent.high + half};
    }
    const double room = (extent.high - extent.low) * share;
    return {.low = (zero && extent.low == 0) || tightLow ? extent.low : extent.low - room,
            .high = (zero && extent.high == 0) || tightLow ? extent.high : extent.high + room};
}

Extent axisRange(const ChartSpec &spec, bool alongX)
{
    const Axis &axis = alongX ? spec.x : spec.y;
    if (!axis.categories.isEmpty())
        return {.low = -0.5, .high = static_cast<double>(axis.categories.size()) - 0.5};
    Extent extent;
    for (const Series &series : spec.series)
        addValues(extent, series, alongX, spec.horizontal);
    for (const Mark &mark : spec.marks) {
        if (mark.vertical == alongX)
            extent.add(mark.at);
    }
    if (extent.empty())
        extent = {.low = 0, .high = 1};
    if (axis.logarithmic) {
        extent = logExtent(extent, standsOnZero(spec, alongX));
    } else if (axis.deviate) {
        extent = {.low = deviateOf(extent.low), .high = deviateOf(extent.high)};
    } else {
        const bool lines = std::all_of(spec.series.begin(), spec.series.end(), [](const Series &s) {
            return s.kind == SeriesKind::Line || s.kind == SeriesKind::Step || s.kind == SeriesKind::Steps;
        });
        extent = padded(extent, 0.05, standsOnZero(spec, alongX), alongX && lines);
    }
    const auto given = [&axis](double value) {
        return axis.logarithmic ? std::log10(value) : axis.deviate ? deviateOf(value) : value;
    };
    if (axis.min)
        extent.low = given(*axis.min);
    if (axis.max)
        extent.high = given(*axis.max);
    if (!(extent.low < extent.high))
        extent.high = extent.low + 1;
    return extent;
}

} // namespace

QRectF fullView(const ChartSpec &spec)
{
    const Extent x = axisRange(spec, true), y = axisRange(spec, false);
    return {QPointF(x.low, y.low), QPointF(x.high, y.high)};
}

double AxisScale::unit(double value) const
{
    return logarithmic ? std::log10(std::max(value, 1e-300)) : deviate ? deviateOf(value) : value;
}

double AxisScale::value(double unit) const
{
    return logarithmic ? std::pow(10.0, unit) : deviate ? shareOf(unit) : unit;
}

double AxisScale::pixel(double value) const
{
    return pixelMin + (unit(value) - min) / (max - min) * (pixelMax - pixelMin);
}

double AxisScale::valueAt(double pixel) const
{
    return value(min + (pixel - pixelMin) / (pixelMax - pixelMin) * (max - min));
}

} // namespace assay::ui
