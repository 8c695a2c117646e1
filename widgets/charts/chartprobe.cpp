// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chartprobe.h"

#include "widgets/charts/charttext.h"
#include "widgets/charts/ticks.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>
#include <algorithm>
#include <cmath>
#include <limits>

namespace assay::ui {

namespace {

QString axisText(const Axis &axis, double value)
{
    if (!axis.categories.isEmpty())
        return axis.categories.value(static_cast<qsizetype>(std::lround(value)));
    if (axis.deviate)
        return percent(value, 2);
    if (axis.time)
        return QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(value / 1000), QTimeZone::utc())
            .toString(QStringLiteral("yyyy-MM-dd HH:mm"));
    return figure(value);
}

QString withInterval(const Series &series, std::size_t i)
{
    const QString value = std::isfinite(series.y[i]) ? figure(series.y[i]) : ChartText::tr("undefined");
    if (i < series.low.size() && i < series.high.size() && std::isfinite(series.low[i]))
        return ChartText::tr("%1 (%2 to %3)").arg(value, figure(series.low[i]), figure(series.high[i]));
    return value;
}

/// Index of the value nearest to @p x, in a series that ascends or descends; a scan where it does neither.
std::size_t nearestIndex(const std::vector<double> &values, double x)
{
    const auto nearer = [&](std::size_t i, std::size_t j) {
        return std::abs(values[i] - x) <= std::abs(values[j] - x) ? i : j;
    };
    const bool ascends = values.front() <= values.back();
    const auto found = ascends ? std::lower_bound(values.begin(), values.end(), x)
                               : std::lower_bound(values.begin(), values.end(), x, std::greater<>());
    const auto at = static_cast<std::size_t>(found - values.begin());
    if (at == 0)
        return 0;
    return at >= values.size() ? values.size() - 1 : nearer(at, at - 1);
}

void probeCurve(Probe &probe, const Series &series, int index, const ChartLayout &layout, double x)
{
    const std::size_t n = std::min(series.x.size(), series.y.size());
    if (n == 0 || series.slot < 0)
        return;
    const std::size_t i = nearestIndex(series.x, x);
    if (i < n)
        probe.lines.push_back(
            {index, series.name, withInterval(series, i), {layout.x.pixel(series.x[i]), layout.y.pixel(series.y[i])}});
}

void probeBins(Probe &probe, const ChartSpec &spec, const Series &series, int index, const ChartLayout &layout,
               double x)
{
    const auto found = std::upper_bound(series.x.begin(), series.x.end(), x);
    const auto bin = found - series.x.begin() - 1;
    if (bin < 0 || bin >= static_cast<std::ptrdiff_t>(series.y.size()))
        return;
    const auto i = static_cast<std::size_t>(bin);
    probe.heading = ChartText::tr("%1 to %2").arg(axisText(spec.x, series.x[i]), axisText(spec.x, series.x[i + 1]));
    probe.lines.push_back({index,
                           series.name,
                           figure(series.y[i]),
                           {layout.x.pixel((series.x[i] + series.x[i + 1]) / 2), layout.y.pixel(series.y[i])}});
}

void probeNearestPoint(Probe &probe, const ChartSpec &spec, const Series &series, int index, const ChartLayout &layout,
                       const QPointF &position)
{
    double best = 24 * 24;
    std::size_t at = std::numeric_limits<std::size_t>::max();
    QPointF where;
    for (std::size_t i = 0; i < std::min(series.x.size(), series.y.size()); ++i) {
        const QPointF p(layout.x.pixel(series.x[i]), layout.y.pixel(series.y[i]));
        const QPointF d = p - position;
        if (const double distance = QPointF::dotProduct(d, d); distance < best) {
            best = distance;
            at = i;
            where = p;
        }
    }
    if (at == std::numeric_limits<std::size_t>::max())
        return;
    const auto category = static_cast<qsizetype>(std::lround(series.y[at]));
    const bool named = category >= 0 && category < spec.y.categories.size();
    probe.lines.push_back({index, named ? spec.y.categories[category] : series.name,
                           named
                               ? figure(series.x[at])
                               : ChartText::tr("%1, %2", "coordinates").arg(figure(series.x[at]), figure(series.y[at])),
                           where});
}

void probeCategory(Probe &probe, const ChartSpec &spec, const ChartLayout &layout, const QPointF &position)
{
    const Axis &axis = spec.horizontal ? spec.y : spec.x;
    const AxisScale &places = spec.horizontal ? layout.y : layout.x, &values = spec.horizontal ? layout.x : layout.y;
    const auto category =
        static_cast<qsizetype>(std::lround(places.valueAt(spec.horizontal ? position.y() : position.x())));
    if (category < 0 || category >= axis.categories.size())
        return;
    const auto i = static_cast<std::size_t>(category);
    probe.heading = axis.categories[category];
    (spec.horizontal ? probe.y : probe.x) = places.pixel(static_cast<double>(category));
    for (std::size_t s = 0; s < spec.series.size(); ++s) {
        const Series &series = spec.series[s];
        if (series.kind != SeriesKind::Bars || i >= series.y.size())
            continue;
        const double along = std::isfinite(series.y[i]) ? values.pixel(series.y[i]) : values.pixelMin,
                     across = places.pixel(static_cast<double>(category));
        const QString value =
            category < series.labels.size() && !series.base.empty() ? series.labels[category] : withInterval(series, i);
        probe.lines.push_back({static_cast<int>(s), series.name, value,
                               spec.horizontal ? QPointF(along, across) : QPointF(across, along)});
    }
}

void probeCells(Probe &probe, const ChartSpec &spec, const Series &series, int index, const ChartLayout &layout,
                const QPointF &position)
{
    const auto column = std::lround(layout.x.valueAt(position.x())), row = std::lround(layout.y.valueAt(position.y()));
    for (std::size_t i = 0; i < std::min(series.x.size(), series.y.size()); ++i) {
        if (std::lround(series.x[i]) != column || std::lround(series.y[i]) != row ||
            static_cast<qsizetype>(i) >= series.labels.size())
            continue;
        probe.heading =
            ChartText::tr("%1: %2, %3: %4")
                .arg(spec.y.title, spec.y.categories.value(row), spec.x.title, spec.x.categories.value(column));
        QString value = series.labels[static_cast<qsizetype>(i)];
        probe.lines.push_back({index,
                               series.name,
                               value.replace(u'\n', QLatin1String(", ")),
                               {layout.x.pixel(series.x[i]), layout.y.pixel(series.y[i])}});
    }
}

} // namespace

QString Probe::text() const
{
    QStringList parts;
    for (const ProbeLine &line : lines)
        parts << (line.name.isEmpty() ? line.value : ChartText::tr("%1: %2", "name, value").arg(line.name, line.value));
    const QString values = parts.join(QStringLiteral("; "));
    return heading.isEmpty() ? values : values.isEmpty() ? heading : ChartText::tr("%1. %2").arg(heading, values);
}

Probe probeAt(const ChartSpec &spec, const ChartLayout &layout, const QPointF &position)
{
    Probe probe;
    if (!layout.plot.adjusted(-3, -3, 3, 3).contains(position))
        return probe;
    const double x = layout.x.valueAt(position.x());
    bool curves = false;
    for (std::size_t s = 0; s < spec.series.size(); ++s) {
        const Series &series = spec.series[s];
        const int index = static_cast<int>(s);
        switch (series.kind) {
        case SeriesKind::Line:
        case SeriesKind::Step:
            probeCurve(probe, series, index, layout, x);
            curves = curves || series.slot >= 0;
            break;
        case SeriesKind::Steps:
            probeBins(probe, spec, series, index, layout, x);
            break;
        case SeriesKind::Scatter:
            probeNearestPoint(probe, spec, series, index, layout, position);
            break;
        case SeriesKind::Cells:
            probeCells(probe, spec, series, index, layout, position);
            break;
        case SeriesKind::Bars:
            break;
        }
    }
    if (std::any_of(spec.series.begin(), spec.series.end(), [](const Series &s) { return s.kind == SeriesKind::Bars; }))
        probeCategory(probe, spec, layout, position);
    if (curves) {
        probe.heading = spec.x.title.isEmpty()
                            ? axisText(spec.x, x)
                            : ChartText::tr("%1 %2", "axis title, value").arg(spec.x.title, axisText(spec.x, x));
        probe.x = position.x();
        probe.y = position.y();
    }
    return probe;
}

} // namespace assay::ui
