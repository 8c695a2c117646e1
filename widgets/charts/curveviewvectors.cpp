// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chartscene.h"
#include "widgets/charts/curveview.h"
#include "widgets/charts/palette.h"
#include "widgets/charts/shapepainter.h"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <utility>

/// Curves for files of lines instead of pixels.
namespace assay::ui {

/// A restless curve as the points it is drawn as on a screen, each pixel once.
std::vector<QPolygonF> CurveView::specks(const CurvePyramid &curve) const
{
    const CurveFrame columns = frame(1, 1);
    const CurveDots dots(curve, columns, 1);
    std::vector<QPolygonF> out;
    for (int column = 0; column < columns.width(); ++column)
        dots.forEachRun(column, [&](int row, int length) {
            for (int i = row; i < row + length; ++i)
                out.push_back({m_layout.plot.topLeft() + QPointF(column + 0.5, i + 0.5)});
        });
    return out;
}

/// A curve as lines: the same columns as in pixels, apart where a value is no number.
std::vector<QPolygonF> CurveView::pieces(const CurvePyramid &curve) const
{
    if (drawnAsDots(curve))
        return specks(curve);
    const CurveFrame columns = frame(1, 1);
    std::vector<QPolygonF> out;
    bool apart = true;
    const auto add = [&](double x, double y) {
        const QPointF point(m_layout.x.pixel(x), m_layout.plot.top() + columns.row(y));
        if (!std::isfinite(point.x()))
            return;
        if (std::exchange(apart, false))
            out.emplace_back();
        if (out.back().isEmpty() || out.back().last() != point)
            out.back() << point;
    };
    for (const CurveColumn &at : curveColumns(curve, columns.borders())) {
        apart = apart || at.apart;
        add(curve.x()[at.first], curve.y()[at.first]);
        add(curve.x()[at.first], at.y.low);
        add(curve.x()[at.last], at.y.high);
        add(curve.x()[at.last], curve.y()[at.last]);
    }
    return out;
}

/// For files of lines instead of pixels.
void CurveView::paintVectors(QPainter &painter) const
{
    const ChartInk ink = chartInk(isDark());
    painter.fillRect(rect(), ink.background);
    painter.setRenderHint(QPainter::Antialiasing);
    const ChartScene scene = buildScene(frameSpec({}), m_layout);
    for (const std::vector<SceneShape> *shapes : {&scene.under, &scene.over})
        for (const SceneShape &shape : *shapes)
            paintShape(painter, shape, font(), isDark());
    painter.setClipRect(m_layout.plot);
    const auto draw = [&](const CurvePyramid &curve, const QColor &color, double width, Qt::PenStyle dash) {
        painter.setPen(QPen(color, width, dash, Qt::FlatCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        for (const QPolygonF &piece : pieces(curve)) {
            if (piece.size() > 1) {
                painter.drawPolyline(piece);
                continue;
            }
            painter.setPen(QPen(color, drawnAsDots(curve) ? width : std::max(3.0, width), Qt::SolidLine, Qt::RoundCap));
            painter.drawPoint(piece.front());
            painter.setPen(QPen(color, width, dash, Qt::FlatCap, Qt::RoundJoin));
        }
    };
    for (const CurveBand &band : m_chart.bands) {
        const std::vector<QPolygonF> ceiling = pieces(*band.high), floor = pieces(*band.low);
        painter.setPen(Qt::NoPen);
        painter.setBrush(faded(curveColor(band.slot, std::nan(""), isDark()), 0.16));
        for (std::size_t i = 0; i < std::min(ceiling.size(), floor.size()); ++i)
            painter.drawPolygon(ceiling[i] + QPolygonF(QList<QPointF>(floor[i].rbegin(), floor[i].rend())));
        draw(*band.mean, curveColor(band.slot, std::nan(""), isDark()), 2, Qt::SolidLine);
    }
    for (std::size_t i = 0; i < m_chart.lines.size(); ++i) {
        if (m_chart.lines[i].smooth)
            draw(*m_chart.lines[i].raw, faded(colorOf(i), 0.22), 1, Qt::SolidLine);
        // Few curves can be told apart in print without colours too.
        const bool dashed = !dashesOf(m_chart.lines[i].slot, m_chart.lines[i].shade).empty();
        draw(m_chart.lines[i].shown(), colorOf(i), lineWidth(m_chart.lines[i].slot),
             dashed ? slotStyle(m_chart.lines[i].slot, isDark()).dash : Qt::SolidLine);
    }
    paintHoles(painter);
}

} // namespace assay::ui
