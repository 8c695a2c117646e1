// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/palette.h"
#include "widgets/charts/ticks.h"
#include "widgets/models/tone.h"
#include "widgets/pages/compareparallel.h"
#include "widgets/pages/runselection.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

/// How the plot of parallel coordinates is painted; what it answers to is in compareparallel.cpp.
namespace assay::ui {

namespace {

QString endLabel(const ParallelAxis &axis, double value)
{
    const bool whole = std::ranges::all_of(axis.values, [](double v) { return std::isnan(v) || v == std::floor(v); });
    return figure(value, whole ? 0 : 3);
}

} // namespace

void CompareParallel::paintBase()
{
    if (width() < 20 || height() < 20)
        return;
    const double ratio = devicePixelRatioF();
    m_base = QPixmap(size() * ratio);
    m_base.setDevicePixelRatio(ratio);
    const bool dark = hasDarkBase(palette());
    m_base.fill(chartInk(dark).background);
    QPainter painter(&m_base);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor grey = slotStyle(-1, dark).color;
    grey.setAlphaF(0.45F);
    painter.setPen(QPen(grey, 1.2));
    for (int run = 0; run < static_cast<int>(m_runs.size()); ++run)
        painter.drawPolyline(line(run));
    for (int axis = 0; axis < static_cast<int>(m_axes.size()); ++axis)
        paintAxis(painter, axis);
}

void CompareParallel::paintAxis(QPainter &painter, int index) const
{
    const ChartInk ink = chartInk(hasDarkBase(palette()));
    const QRectF area = plot();
    const ParallelAxis &axis = m_axes[static_cast<std::size_t>(index)];
    const double x = axisX(index), text = fontMetrics().height();
    painter.setPen(QPen(ink.axis, 1.2));
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    const double room = m_axes.size() < 2 ? width() : area.width() / static_cast<double>(m_axes.size() - 1) - 6;
    // Names of neighbours stand in two rows, so that each has twice the room.
    const double wide = std::min(2 * room, 220.0), row = index % 2 == 0 ? 0.1 : 1.1;
    const double left = std::clamp(x - wide / 2, 2.0, std::max(2.0, width() - wide - 2));
    const QRectF nameBox(left, row * text, wide, text * 1.1);
    QFont bold = font();
    bold.setWeight(axis.isMetric ? QFont::DemiBold : QFont::Normal);
    painter.setFont(bold);
    painter.setPen(ink.text);
    painter.drawText(nameBox,
                     x - wide / 2 < 2             ? Qt::AlignLeft
                     : x + wide / 2 > width() - 2 ? Qt::AlignRight
                                                  : Qt::AlignHCenter,
                     QFontMetricsF(bold).elidedText(axis.name, Qt::ElideMiddle, wide));
    painter.setFont(font());
    painter.setPen(ink.faintText);
    const auto [low, high] = m_ranges[static_cast<std::size_t>(index)];
    if (!axis.categories.isEmpty()) {
        paintCategories(painter, index, room);
        return;
    }
    const auto end = [&](double top, double value) {
        const QString label =
            fontMetrics().elidedText(endLabel(axis, value), Qt::ElideMiddle, static_cast<int>(std::max(40.0, room)));
        painter.drawText(QRectF(x - 80, top, 160, text), Qt::AlignHCenter, label);
    };
    end(area.top() - text - 3, axis.largerIsBetter ? high : low);
    end(area.bottom() + 3, axis.largerIsBetter ? low : high);
}

/// The name of each category beside its place, on a plate that keeps it readable over lines.
void CompareParallel::paintCategories(QPainter &painter, int index, double room) const
{
    const ChartInk ink = chartInk(hasDarkBase(palette()));
    const QRectF area = plot();
    const QStringList &names = m_axes[static_cast<std::size_t>(index)].categories;
    const double text = fontMetrics().height();
    const auto every = static_cast<qsizetype>(
        std::max(1.0, std::ceil(static_cast<double>(names.size()) * text / std::max(1.0, area.height()))));
    QColor plate = ink.background;
    plate.setAlphaF(0.85F);
    for (qsizetype i = 0; i < names.size(); i += every) {
        const double share = names.size() < 2 ? 0 : static_cast<double>(i) / static_cast<double>(names.size() - 1);
        const QString label =
            fontMetrics().elidedText(names[i], Qt::ElideMiddle, static_cast<int>(std::max(40.0, room - 12)));
        const QRectF box(axisX(index) + 8, area.bottom() - share * area.height() - text / 2,
                         fontMetrics().horizontalAdvance(label) + 4, text);
        painter.fillRect(box, plate);
        painter.setPen(ink.text);
        painter.drawText(box, Qt::AlignCenter, label);
    }
}

void CompareParallel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_base);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool dark = hasDarkBase(palette());
    const QRectF area = plot();
    for (std::size_t axis = 0; axis < m_brushes.size(); ++axis) {
        QColor tint = palette().color(QPalette::Highlight);
        tint.setAlphaF(0.3F);
        if (const auto &range = m_brushes[axis])
            painter.fillRect(
                QRectF(QPointF(axisX(static_cast<int>(axis)) - 7, area.bottom() - range->second * area.height()),
                       QPointF(axisX(static_cast<int>(axis)) + 7, area.bottom() - range->first * area.height())),
                tint);
    }
    painter.setBrush(Qt::NoBrush);
    for (const int run : m_selection->lit()) {
        const bool strong = run == m_selection->hovered();
        painter.setPen(QPen(slotStyle(m_selection->slot(run), dark).color, strong ? 3 : 2));
        painter.drawPolyline(line(run));
    }
    const int run = m_selection->hovered();
    if (run >= 0 && run < m_runs.size()) {
        painter.setPen(chartInk(dark).text);
        painter.drawText(QRectF(rect()).adjusted(4, 0, -4, -1), Qt::AlignBottom | Qt::AlignRight, m_runs[run]);
    }
    if (hasFocus() && m_keyAxis < static_cast<int>(m_axes.size())) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1, Qt::DotLine));
        painter.drawRect(QRectF(axisX(m_keyAxis) - 9, area.top() - 4, 18, area.height() + 8));
    }
}

} // namespace assay::ui
