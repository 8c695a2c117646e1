// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/curvechart.h"

#include "widgets/charts/charttext.h"
#include "widgets/charts/palette.h"
#include "widgets/charts/ticks.h"
#include "widgets/charts/valueramp.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>
#include <algorithm>

namespace assay::ui {

namespace {

void addSeries(ChartTable &table, const QString &name, const CurvePyramid &curve, bool time, double from, double to)
{
    for (std::size_t i = 0; i < curve.size(); ++i) {
        const double x = curve.x()[i];
        if (!(x >= from && x <= to))
            continue;
        const QString at = time ? QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(x / 1000), QTimeZone::utc())
                                      .toString(Qt::ISODateWithMs)
                                : QString::number(x, 'g', 17);
        table.rows.push_back({name, at, std::isnan(curve.y()[i]) ? QString() : QString::number(curve.y()[i], 'g', 17)});
    }
}

/// The curve as a screen could show it, for tables of what has too many points.
CurvePyramid condensed(const CurvePyramid &curve, double from, double to)
{
    constexpr int columns = 2000;
    std::vector<double> borders, x, y;
    for (int i = 0; i <= columns; ++i)
        borders.push_back(from + (to - from) * i / columns);
    for (const CurveColumn &column : curveColumns(curve, borders)) {
        if (column.column < 0 || column.column >= columns)
            continue;
        const auto add = [&](double at, double value) {
            if (x.empty() || x.back() != at || y.back() != value) {
                x.push_back(at);
                y.push_back(value);
            }
        };
        add(curve.x()[column.first], curve.y()[column.first]);
        add(curve.x()[column.first], column.y.low);
        add(curve.x()[column.last], column.y.high);
        add(curve.x()[column.last], curve.y()[column.last]);
    }
    return {std::move(x), std::move(y)};
}

} // namespace

std::size_t CurveChart::points() const
{
    std::size_t all = 0;
    for (const CurveLine &line : lines)
        all += line.raw->size();
    for (const CurveBand &band : bands)
        all += 3 * band.mean->size();
    return all;
}

QColor curveColor(int slot, double shade, bool dark)
{
    return std::isnan(shade) ? slotStyle(slot, dark).color : rampColor(shade, dark);
}

std::vector<CurveReading> readingsAt(const CurveChart &chart, double x)
{
    std::vector<CurveReading> out;
    const Extent whole = extentX(chart);
    const auto read = [&](std::size_t index, const CurvePyramid &curve) {
        // Beyond its ends a curve says nothing; a single point is met within a little of where it stands.
        const Extent own = curve.extentX();
        const double beside = own.low < own.high ? 0 : (whole.high - whole.low) / 50;
        if (x < own.low - beside || x > own.high + beside)
            return;
        if (const auto at = nearestPoint(curve, x))
            out.push_back({.line = index, .x = curve.x()[*at], .y = curve.y()[*at]});
    };
    for (std::size_t i = 0; i < chart.lines.size(); ++i)
        read(i, chart.lines[i].shown());
    for (std::size_t i = 0; i < chart.bands.size(); ++i)
        read(chart.lines.size() + i, *chart.bands[i].mean);
    return out;
}

CrosshairBox crosshairBox(const CurveChart &chart, std::vector<CurveReading> readings, double x, std::size_t most)
{
    const auto whole = [](double value) { return value == std::floor(value); };
    const Extent all = extentX(chart);
    const std::size_t more = readings.size() - std::min(readings.size(), most);
    readings.resize(readings.size() - more);
    double place = placeOf(readings, x);
    if (whole(all.low) && whole(all.high) && std::ranges::all_of(readings, whole, &CurveReading::x))
        place = std::round(place);
    return {.x = place, .readings = std::move(readings), .more = static_cast<int>(more)};
}

double placeOf(const std::vector<CurveReading> &readings, double x)
{
    const auto elsewhere = [&](const CurveReading &reading) { return reading.x != readings.front().x; };
    return readings.empty() || std::ranges::any_of(readings, elsewhere) ? x : readings.front().x;
}

Extent extentX(const CurveChart &chart)
{
    Extent out;
    const auto add = [&](const CurvePyramid &curve) {
        Extent own = curve.extentX();
        if (chart.xLog)
            own.low = curve.leastPositiveX();
        if (!own.empty())
            out.add(own);
    };
    for (const CurveLine &line : chart.lines)
        add(*line.raw);
    for (const CurveBand &band : chart.bands)
        add(*band.mean);
    return out;
}

Extent extentY(const CurveChart &chart, double from, double to)
{
    Extent out;
    const auto add = [&](const CurvePyramid &curve) {
        Extent own = curve.extentWithin(from, to);
        // Of the whole curve where the part seen reaches zero: good enough for a foot of the axis.
        if (chart.yLog && own.low <= 0)
            own.low = curve.leastPositiveY();
        if (!own.empty())
            out.add(own);
    };
    for (const CurveLine &line : chart.lines)
        add(*line.raw);
    for (const CurveBand &band : chart.bands) {
        add(*band.low);
        add(*band.high);
    }
    return out;
}

QString curveSummary(const CurveChart &chart)
{
    if (chart.empty())
        return ChartText::tr("No curve is shown.");
    const QLocale locale;
    QStringList ends;
    for (std::size_t i = 0; i < chart.lines.size() && i < 8; ++i) {
        const CurvePyramid &curve = *chart.lines[i].raw;
        const Extent y = curve.extent();
        if (const auto last = nearestPoint(curve, curve.extentX().high))
            ends << ChartText::tr("%1 ends at %2 (between %3 and %4)")
                        .arg(chart.lines[i].name, figure(curve.y()[*last]), figure(y.low), figure(y.high));
    }
    for (const CurveBand &band : chart.bands)
        ends << ChartText::tr("%1: %2 runs between %3 and %4")
                    .arg(band.name, locale.toString(band.runs), figure(band.low->extent().low),
                         figure(band.high->extent().high));
    QString text = ends.join(QStringLiteral("; ")) + u'.';
    if (chart.lines.size() > 8)
        text += u' ' +
                ChartText::tr("%1 more curves.").arg(locale.toString(static_cast<qlonglong>(chart.lines.size() - 8)));
    if (chart.robust && chart.robust->outside > 0)
        text += u' ' + ChartText::tr("%1 of %2 values lie outside the range shown.")
                           .arg(locale.toString(static_cast<qlonglong>(chart.robust->outside)),
                                locale.toString(static_cast<qlonglong>(chart.robust->count)));
    return text;
}

ChartTable curveTable(const CurveChart &chart, double from, double to, std::size_t limit)
{
    ChartTable table{
        .header = {ChartText::tr("Series"), chart.xTitle.isEmpty() ? QStringLiteral("x") : chart.xTitle, chart.title}};
    const bool all = chart.points() <= limit;
    const auto add = [&](const QString &name, const CurvePyramid &curve) {
        addSeries(table, name, all ? curve : condensed(curve, from, to), chart.xTime, from, to);
    };
    for (const CurveLine &line : chart.lines) {
        add(line.name, *line.raw);
        if (line.smooth)
            add(ChartText::tr("%1, smoothed").arg(line.name), *line.smooth);
    }
    for (const CurveBand &band : chart.bands) {
        add(ChartText::tr("%1, least").arg(band.name), *band.low);
        add(ChartText::tr("%1, mean").arg(band.name), *band.mean);
        add(ChartText::tr("%1, greatest").arg(band.name), *band.high);
    }
    return table;
}

} // namespace assay::ui
