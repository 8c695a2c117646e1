// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/curveview.h"
#include "widgets/charts/palette.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

/// Marks for what no line can show: series of one point and values that are no numbers.
namespace assay::ui {

namespace {

constexpr double dot = 4; // its radius [px]

} // namespace

/// A series of a single point is a dot that can be seen and pointed at.
void CurveView::paintLonePoints(QPainter &painter) const
{
    const QRectF room = m_layout.plot.adjusted(-0.5, -0.5, 0.5, 0.5);
    for (std::size_t i = 0; i < m_chart.lines.size(); ++i) {
        const CurvePyramid &curve = m_chart.lines[i].shown();
        if (curve.size() != curve.holes().size() + 1)
            continue;
        const auto value = std::ranges::find_if_not(curve.y(), [](double y) { return std::isnan(y); });
        const auto place = curve.x()[static_cast<std::size_t>(value - curve.y().begin())];
        const QPointF at(m_layout.x.pixel(place), m_layout.y.pixel(*value));
        if (!room.contains(at))
            continue;
        painter.setPen(QPen(chartInk(isDark()).background, 1));
        painter.setBrush(colorOf(i));
        painter.drawEllipse(at, dot, dot);
    }
}

/// Values that are no number lie on the edge they left by: above for +∞, below for −∞ and NaN.
void CurveView::paintHoles(QPainter &painter) const
{
    const QRectF &plot = m_layout.plot;
    std::array<bool, 3> seen{};
    for (std::size_t i = 0; i < m_chart.lines.size(); ++i) {
        const CurvePyramid &curve = *m_chart.lines[i].raw;
        std::array<std::vector<bool>, 3> taken;
        for (auto &cells : taken)
            cells.assign(static_cast<std::size_t>(plot.width() / 5) + 2, false);
        for (const CurveHole &hole : curve.holes()) {
            const double x = m_layout.x.pixel(curve.x()[hole.index]);
            if (!(x >= plot.left() && x <= plot.right()))
                continue;
            const auto cell = static_cast<std::size_t>((x - plot.left()) / 5);
            if (taken[hole.kind][cell])
                continue;
            taken[hole.kind][cell] = seen[hole.kind] = true;
            const bool up = hole.kind == CurveHole::PlusInfinity;
            const double y = up ? plot.top() + 1 : plot.bottom() - 1, d = up ? 6 : -6;
            painter.setPen(hole.kind == CurveHole::NotANumber ? QPen(colorOf(i), 1.4) : QPen(Qt::NoPen));
            painter.setBrush(colorOf(i));
            if (hole.kind == CurveHole::NotANumber) {
                painter.drawLine(QPointF(x - 2.5, y - 5), QPointF(x + 2.5, y));
                painter.drawLine(QPointF(x + 2.5, y - 5), QPointF(x - 2.5, y));
            } else {
                painter.drawPolygon(QPolygonF{{x, y}, {x - 3.5, y + d}, {x + 3.5, y + d}});
            }
        }
    }
    paintHoleKey(painter, seen);
}

/// What the marks at the edges mean.
void CurveView::paintHoleKey(QPainter &painter, const std::array<bool, 3> &kinds) const
{
    const std::pair<CurveHole::Kind, QString> marks[] = {{CurveHole::PlusInfinity, QStringLiteral("▲ +∞")},
                                                         {CurveHole::MinusInfinity, QStringLiteral("▼ −∞")},
                                                         {CurveHole::NotANumber, QStringLiteral("× NaN")}};
    QStringList words;
    for (const auto &[kind, word] : marks)
        if (kinds[kind])
            words << word;
    if (words.isEmpty())
        return;
    QFont small = font();
    small.setPixelSize(qRound(m_layout.fontSize * 0.92));
    painter.setFont(small);
    const QFontMetricsF metrics(small);
    const QString text = words.join(QStringLiteral("   "));
    // Below the marks of the upper edge and what may be said of outliers.
    const double wide = metrics.horizontalAdvance(text) + 8, high = metrics.height();
    const QRectF box(m_layout.plot.right() - wide - 2, m_layout.plot.top() + 10 + (m_chart.robust ? high : 0), wide,
                     high);
    painter.setPen(Qt::NoPen);
    painter.setBrush(faded(chartInk(isDark()).background, 0.8));
    painter.drawRoundedRect(box, 3, 3);
    painter.setPen(chartInk(isDark()).faintText);
    painter.drawText(box, Qt::AlignCenter, text);
}

} // namespace assay::ui
