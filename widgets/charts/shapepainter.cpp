// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/shapepainter.h"

#include <QFont>
#include <QFontMetricsF>
#include <QPainter>
#include <QPen>
#include <QPolygonF>

namespace assay::ui {

namespace {

void paintText(QPainter &painter, const SceneShape &shape, const QFont &base, bool dark)
{
    QFont font = base;
    font.setPixelSize(std::max(1, qRound(shape.size)));
    font.setWeight(shape.bold ? QFont::DemiBold : QFont::Normal);
    painter.setFont(font);
    painter.setPen(paintColor(shape.ink, dark));
    const double width = QFontMetricsF(font).horizontalAdvance(shape.text);
    const double shift = shape.anchor == Anchor::End ? -width : shape.anchor == Anchor::Middle ? -width / 2 : 0;
    painter.save();
    painter.translate(shape.points.front());
    painter.rotate(shape.angle);
    painter.drawText(QPointF(shift, 0), shape.text);
    painter.restore();
}

void paintDots(QPainter &painter, const SceneShape &shape, bool dark)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(paintColor(shape.ink, dark));
    const double r = shape.width / 2;
    for (const QPointF &p : shape.points) {
        switch (shape.marker % 4) {
        case 1:
            painter.drawRect(QRectF(p.x() - r * 0.9, p.y() - r * 0.9, r * 1.8, r * 1.8));
            break;
        case 2:
            painter.drawPolygon(QPolygonF{
                {p.x(), p.y() - r * 1.15}, {p.x() + r * 1.1, p.y() + r * 0.85}, {p.x() - r * 1.1, p.y() + r * 0.85}});
            break;
        case 3:
            painter.drawPolygon(QPolygonF{{p.x(), p.y() - r * 1.25},
                                          {p.x() + r * 1.25, p.y()},
                                          {p.x(), p.y() + r * 1.25},
                                          {p.x() - r * 1.25, p.y()}});
            break;
        default:
            painter.drawEllipse(p, r, r);
        }
    }
}

} // namespace

QColor paintColor(const Ink &ink, bool dark)
{
    QColor color = inkColor(ink, dark);
    color.setAlphaF(static_cast<float>(ink.alpha));
    return color;
}

QPen shapePen(const SceneShape &shape, bool dark)
{
    QPen pen(paintColor(shape.ink, dark), shape.width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    QList<qreal> pattern;
    for (const double length : dashPattern(shape.dash))
        pattern << length / shape.width;
    if (!pattern.isEmpty())
        pen.setDashPattern(pattern);
    return pen;
}

void paintShape(QPainter &painter, const SceneShape &shape, const QFont &font, bool dark)
{
    switch (shape.kind) {
    case ShapeKind::Polyline: {
        // Straight lines of a pixel's width are sharp only where the pixel's middle is.
        const bool upright = shape.points.size() == 2 &&
                             (shape.points[0].x() == shape.points[1].x() || shape.points[0].y() == shape.points[1].y());
        painter.setRenderHint(QPainter::Antialiasing, !upright);
        painter.setPen(shapePen(shape, dark));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(shape.points.data(), static_cast<int>(shape.points.size()));
        painter.setRenderHint(QPainter::Antialiasing, true);
        break;
    }
    case ShapeKind::Polygon:
        painter.setPen(Qt::NoPen);
        painter.setBrush(paintColor(shape.ink, dark));
        painter.drawPolygon(shape.points.data(), static_cast<int>(shape.points.size()));
        break;
    case ShapeKind::Rects: {
        const QColor color = paintColor(shape.ink, dark);
        painter.setRenderHint(QPainter::Antialiasing, shape.rects.size() < 2);
        for (const QRectF &rect : shape.rects)
            painter.fillRect(rect, color);
        painter.setRenderHint(QPainter::Antialiasing, true);
        break;
    }
    case ShapeKind::Dots:
        paintDots(painter, shape, dark);
        break;
    case ShapeKind::Text:
        paintText(painter, shape, font, dark);
        break;
    }
}

} // namespace assay::ui
