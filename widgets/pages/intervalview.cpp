// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/intervalview.h"

#include "widgets/models/format.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace assay::ui {

IntervalView::IntervalView(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Difference and its interval"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void IntervalView::setInterval(double value, double low, double high, Tone tone)
{
    m_value = value;
    m_low = low;
    m_high = high;
    m_tone = tone;
    setToolTip(tr("%1, interval %2").arg(Format::signedNumber(value), Format::interval(low, high)));
    setAccessibleDescription(toolTip());
    update();
}

QSize IntervalView::sizeHint() const
{
    return {320, fontMetrics().height() * 2 + 18};
}

void IntervalView::paintEvent(QPaintEvent *)
{
    constexpr double margin = 60, radius = 5;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double reach = std::max({std::abs(m_low), std::abs(m_high), 1e-12}) * 1.1;
    const double middle = width() / 2.0, y = height() / 2.0;
    const auto x = [&](double value) { return middle + value / reach * (middle - margin); };
    QColor faint = toneColor(Tone::Faint, palette());
    painter.setPen(QPen(faint, 1, Qt::DashLine));
    painter.drawLine(QPointF(middle, 4), QPointF(middle, height() - fontMetrics().height() - 2));
    painter.setPen(faint);
    painter.drawText(QRectF(middle - margin, height() - fontMetrics().height(), 2 * margin, fontMetrics().height()),
                     Qt::AlignCenter, QStringLiteral("0"));
    const QColor color = toneColor(m_tone, palette());
    painter.setPen(QPen(color, 2));
    painter.drawLine(QPointF(x(m_low), y), QPointF(x(m_high), y));
    for (const double end : {m_low, m_high})
        painter.drawLine(QPointF(x(end), y - radius), QPointF(x(end), y + radius));
    painter.setBrush(color);
    painter.drawEllipse(QPointF(x(m_value), y), radius, radius);
    painter.setPen(palette().color(QPalette::WindowText));
    const auto label = [&](double end, Qt::Alignment side) {
        const double left = side == Qt::AlignRight ? x(end) - margin - radius : x(end) + radius + 2;
        painter.drawText(QRectF(left, 0, margin, height()), side | Qt::AlignVCenter, Format::signedNumber(end));
    };
    label(m_low, Qt::AlignRight);
    label(m_high, Qt::AlignLeft);
}

} // namespace assay::ui
