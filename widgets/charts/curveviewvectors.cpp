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
    const ChartScene scene = sceneOf();
    for (const std::vector<SceneShape> *shapes : {&scene.under, &scene.over})
        for (const SceneShape &shape : *shapes)
            paintShape(painter, shape, font(), isDark());
    paintScale(painter);
    painter.setClipRect(m_layout.plot);
    const CurveFrame columns = frame(1, 1);
    const auto draw = [&](const CurvePyramid &curve, QPen pen) {
        painter.setBrush(Qt::NoBrush);
        std::vector<double> dashes;
        for (const qreal dash : pen.dashPattern())
            dashes.push_back(dash * pen.widthF());
        if (!showsDashes(curve, columns, dashes))
            pen.setStyle(Qt::SolidLine);
        QPen faint(faded(pen.color(), gapShare * pen.color().alphaF()), pen.widthF(), Qt::SolidLine, Qt::FlatCap,
                   Qt::RoundJoin);
        QPen point(pen.color(), drawnAsDots(curve) ? pen.widthF() : std::max(3.0, 2 * pen.widthF()), Qt::SolidLine,
                   Qt::RoundCap);
        for (const QPolygonF &piece : pieces(curve)) {
            if (piece.size() == 1) {
                painter.setPen(point);
                painter.drawPoint(piece.front());
                continue;
            }
            // As in pixels a gap between dashes hides no extreme.
            if (pen.style() != Qt::SolidLine) {
                painter.setPen(faint);
                painter.drawPolyline(piece);
            }
            painter.setPen(pen);
            painter.drawPolyline(piece);
        }
    };
    // In the order and with the opacity of the screen: bands, raw lines, curves, means.
    for (const CurveBand &band : m_chart.bands) {
        const std::vector<QPolygonF> ceiling = pieces(*band.high), floor = pieces(*band.low);
        painter.setPen(Qt::NoPen);
        painter.setBrush(faded(curveColor(band.slot, std::nan(""), isDark()), 0.16));
        for (std::size_t i = 0; i < std::min(ceiling.size(), floor.size()); ++i)
            painter.drawPolygon(ceiling[i] + QPolygonF(QList<QPointF>(floor[i].rbegin(), floor[i].rend())));
    }
    for (std::size_t i = 0; i < m_chart.lines.size(); ++i)
        if (m_chart.lines[i].smooth)
            draw(*m_chart.lines[i].raw,
                 QPen(faded(colorOf(i), faintAlpha()), 1, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    for (std::size_t i = 0; i < m_chart.lines.size(); ++i) {
        const CurveLine &line = m_chart.lines[i];
        draw(line.shown(), penOf(faded(colorOf(i), lineAlpha()), lineWidth(line.slot), line.slot, line.shade));
    }
    for (const CurveBand &band : m_chart.bands)
        draw(*band.mean,
             penOf(curveColor(band.slot, std::nan(""), isDark()), 1.2 * lineWidth(band.slot), band.slot, std::nan("")));
    paintLonePoints(painter);
    paintHoles(painter);
}

} // namespace assay::ui
