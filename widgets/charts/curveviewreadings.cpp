// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/curveview.h"
#include "widgets/charts/palette.h"
#include "widgets/charts/ticks.h"
#include "widgets/charts/valueramp.h"

#include <QDateTime>
#include <QLinearGradient>
#include <QLocale>
#include <QPainter>
#include <QTimeZone>
#include <algorithm>

/// What is said of the curves: at the crosshair, by their names and by their colours.
namespace assay::ui {

namespace {

constexpr std::size_t mostReadings = 8;
constexpr double rampWidth = 56; // [px]

} // namespace

QString CurveView::xText(double x) const
{
    if (m_chart.xTime)
        return QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(x / 1000), QTimeZone::utc())
            .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    return m_chart.xTitle + u' ' + (x == std::floor(x) ? QLocale().toString(x, 'f', 0) : figure(x));
}

void CurveView::paintReadings(QPainter &painter) const
{
    const QRectF &plot = m_layout.plot;
    const double x = m_layout.x.pixel(*m_crosshair);
    if (!(x >= plot.left() && x <= plot.right()))
        return;
    const ChartInk ink = chartInk(isDark());
    painter.setPen(QPen(ink.axis, 1, Qt::DashLine));
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    std::vector<CurveReading> readings = readingsAt(m_chart, *m_crosshair);
    for (const CurveReading &reading : readings) {
        const QPointF at(m_layout.x.pixel(reading.x), m_layout.y.pixel(reading.y));
        const bool lit = reading.line < m_chart.lines.size() && m_chart.lines[reading.line].run == m_lit && m_lit >= 0;
        if ((readings.size() > 12 && !lit) || !plot.contains(at))
            continue;
        painter.setPen(QPen(ink.background, 1.5));
        painter.setBrush(colorOf(reading.line));
        painter.drawEllipse(at, lit ? 4.5 : 3.5, lit ? 4.5 : 3.5);
    }
    if (!m_pointer)
        return;
    // Those nearest to the pointer, in the order they lie in.
    const auto away = [this](const CurveReading &r) { return std::abs(m_layout.y.pixel(r.y) - m_pointer->y()); };
    const auto above = [this](const CurveReading &r) { return m_layout.y.pixel(r.y); };
    std::ranges::sort(readings, {}, away);
    CrosshairBox box = crosshairBox(m_chart, std::move(readings), *m_crosshair, mostReadings);
    std::ranges::sort(box.readings, {}, above);
    paintBox(painter, x, box);
}

void CurveView::paintBox(QPainter &painter, double x, const CrosshairBox &said) const
{
    const std::vector<CurveReading> &readings = said.readings;
    const ChartInk ink = chartInk(isDark());
    QFont small = font();
    small.setPixelSize(qRound(m_layout.fontSize));
    QFont bold = small;
    bold.setWeight(QFont::DemiBold);
    const QFontMetricsF metrics(bold);
    const double line = metrics.height() + 2;
    QStringList names, values;
    double nameWidth = 0, valueWidth = 0;
    for (const CurveReading &reading : readings) {
        names << metrics.elidedText(nameOf(reading.line), Qt::ElideMiddle, 190);
        values << figure(reading.y, 4);
        nameWidth = std::max(nameWidth, metrics.horizontalAdvance(names.last()));
        valueWidth = std::max(valueWidth, metrics.horizontalAdvance(values.last()));
    }
    const QString heading = xText(said.x);
    const QString more = said.more > 0 ? tr("and %n more", nullptr, said.more) : QString();
    const double inner =
        std::max({nameWidth + valueWidth + 36, metrics.horizontalAdvance(heading), metrics.horizontalAdvance(more)});
    const double rows = static_cast<double>(readings.size()) + 1 + (said.more > 0 ? 1 : 0);
    QRectF box(0, 0, inner + 18, rows * line + 12);
    box.moveTopLeft({x + 14 + box.width() > width() ? x - 14 - box.width() : x + 14,
                     std::clamp(m_pointer->y() - box.height() / 2, 2.0, std::max(2.0, height() - box.height() - 2))});
    painter.setPen(QPen(ink.grid, 1));
    painter.setBrush(faded(ink.background, 0.94));
    painter.drawRoundedRect(box, 6, 6);
    QRectF row = box.adjusted(9, 6, -9, 0);
    row.setHeight(line);
    painter.setFont(small);
    painter.setPen(ink.faintText);
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, heading);
    for (qsizetype i = 0; i < names.size(); ++i) {
        const std::size_t index = readings[static_cast<std::size_t>(i)].line;
        row.translate(0, line);
        const bool lit = index < m_chart.lines.size() && m_lit >= 0 && m_chart.lines[index].run == m_lit;
        painter.setFont(lit ? bold : small);
        paintSample(painter, index, {row.left(), row.center().y()}, 14);
        painter.setPen(ink.text);
        painter.drawText(row.adjusted(20, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, names[i]);
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, values[i]);
    }
    row.translate(0, line);
    painter.setFont(small);
    painter.setPen(ink.faintText);
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, more);
}

/// Where room is too small for a legend: each name where its curve ends, moved apart where several end together.
void CurveView::paintNames(QPainter &painter) const
{
    if (!isTold() || !m_layout.legend.empty())
        return;
    const QRectF &plot = m_layout.plot;
    QFont small = font();
    small.setPixelSize(qRound(m_layout.fontSize * 0.92));
    painter.setFont(small);
    const QFontMetricsF metrics(small);
    const double line = std::ceil(metrics.height());
    std::vector<std::pair<double, std::size_t>> ends; // row, curve
    for (std::size_t i = 0; i < m_chart.lines.size() + m_chart.bands.size(); ++i) {
        const CurvePyramid &curve =
            i < m_chart.lines.size() ? m_chart.lines[i].shown() : *m_chart.bands[i - m_chart.lines.size()].mean;
        const double right = std::min(curve.extentX().high, m_layout.x.valueAt(plot.right()));
        if (const auto at = nearestPoint(curve, right); at && curve.extentX().low <= right)
            ends.emplace_back(std::clamp(m_layout.y.pixel(curve.y()[*at]), plot.top(), plot.bottom()) - line / 2, i);
    }
    // Where names would cover the ends of the curves they name, the crosshair says them.
    if (static_cast<double>(ends.size()) * line > plot.height() / 2)
        return;
    std::ranges::sort(ends);
    double free = plot.top();
    for (auto &end : ends) {
        end.first = std::max(end.first, free);
        free = end.first + line;
    }
    double floor = plot.bottom();
    for (auto end = ends.rbegin(); end != ends.rend(); ++end) {
        end->first = std::min(end->first, floor - line);
        floor = end->first;
    }
    for (const auto &[row, index] : ends) {
        const QString name = metrics.elidedText(nameOf(index), Qt::ElideMiddle, std::min(130.0, plot.width() * 0.34));
        const double wide = metrics.horizontalAdvance(name);
        const QRectF box(plot.right() - wide - 28, row, wide + 26, line);
        painter.setPen(Qt::NoPen);
        painter.setBrush(faded(chartInk(isDark()).background, 0.8));
        painter.drawRoundedRect(box, 3, 3);
        paintSample(painter, index, {box.left() + 3, box.center().y()}, 16);
        painter.setPen(chartInk(isDark()).text);
        painter.drawText(box.adjusted(22, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, name);
    }
}

/// A piece of a curve, to tell it by.
void CurveView::paintSample(QPainter &painter, std::size_t index, QPointF from, double length) const
{
    const bool isLine = index < m_chart.lines.size();
    const int slot = isLine ? m_chart.lines[index].slot : m_chart.bands[index - m_chart.lines.size()].slot;
    painter.setPen(
        penOf(colorOf(index), 1.2 * lineWidth(slot), slot, isLine ? m_chart.lines[index].shade : std::nan("")));
    painter.drawLine(from, from + QPointF(length, 0));
}

/// Where colour tells the last value: which colour is low and which is high, beside the title.
void CurveView::paintScale(QPainter &painter) const
{
    if (m_shaded.empty())
        return;
    QFont small = font();
    small.setPixelSize(qRound(m_layout.fontSize * 0.92));
    painter.setFont(small);
    const QFontMetricsF metrics(small);
    const QString low = figure(m_shaded.low), high = figure(m_shaded.high);
    const double highWidth = metrics.horizontalAdvance(high), lowWidth = metrics.horizontalAdvance(low);
    QFont bold = font();
    bold.setPixelSize(qRound(m_layout.fontSize * 1.12));
    bold.setWeight(QFont::DemiBold);
    const double titleWidth = QFontMetricsF(bold).horizontalAdvance(m_layout.titleLines.value(0));
    QRectF bar(width() - 74 - highWidth - 6 - rampWidth, 10 + m_layout.fontSize * 0.35, rampWidth, 7);
    if (m_layout.titleLines.size() > 1 || bar.left() - 6 - lowWidth < 10 + titleWidth + 16)
        return;
    QLinearGradient ramp(bar.topLeft(), bar.topRight());
    for (int i = 0; i <= 8; ++i)
        ramp.setColorAt(i / 8.0, rampColor(i / 8.0, isDark()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(ramp);
    painter.drawRoundedRect(bar, 2, 2);
    painter.setPen(chartInk(isDark()).faintText);
    const QRectF row(0, bar.center().y() - metrics.height() / 2, width(), metrics.height());
    painter.drawText(QRectF(row).adjusted(0, 0, bar.left() - 6 - width(), 0), Qt::AlignRight | Qt::AlignVCenter, low);
    painter.drawText(QRectF(row).adjusted(bar.right() + 6, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, high);
}

} // namespace assay::ui
