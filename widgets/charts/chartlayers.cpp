// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chartlayers.h"

#include "widgets/charts/shapepainter.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace assay::ui {

namespace {

constexpr double ring = 6; // radius of a marker [px]

} // namespace

ShapeLayer::ShapeLayer(QGraphicsItem *parent, double z)
    : QGraphicsItem(parent)
{
    setZValue(z);
}

void ShapeLayer::set(std::vector<SceneShape> shapes, const QSizeF &size, const QFont &font, bool dark)
{
    prepareGeometryChange();
    m_shapes = std::move(shapes);
    m_size = size;
    m_font = font;
    m_dark = dark;
    update();
}

void ShapeLayer::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    painter->setRenderHint(QPainter::Antialiasing);
    for (const SceneShape &shape : m_shapes)
        paintShape(*painter, shape, m_font, m_dark);
}

MarkerLayer::MarkerLayer(QGraphicsItem *parent)
    : QGraphicsItem(parent)
{
    setZValue(900);
}

void MarkerLayer::setLayout(const ChartLayout &layout, const QFont &font, bool dark)
{
    m_x = layout.x;
    m_y = layout.y;
    m_plot = layout.plot;
    m_font = font;
    m_font.setPixelSize(qRound(layout.fontSize));
    m_font.setWeight(QFont::DemiBold);
    m_dark = dark;
    place();
}

void MarkerLayer::setMarkers(std::vector<ChartMarker> markers)
{
    if (markers == m_markers)
        return;
    m_markers = std::move(markers);
    place();
}

/// Beside the marker, on the side where there is room.
QRectF MarkerLayer::labelRect(const QString &text, QPointF at) const
{
    const QFontMetricsF metrics(m_font);
    QRectF box(0, 0, metrics.horizontalAdvance(text) + 8, metrics.height() + 2);
    box.moveBottomLeft(at + QPointF(ring + 3, -ring + 1));
    if (box.right() > m_plot.right())
        box.moveRight(at.x() - ring - 3);
    box.moveTop(std::clamp(box.top(), m_plot.top(), std::max(m_plot.top(), m_plot.bottom() - box.height())));
    return box;
}

void MarkerLayer::place()
{
    prepareGeometryChange();
    m_placed.clear();
    m_bounds = {};
    for (const ChartMarker &marker : m_markers) {
        if (!marker.x || !std::isfinite(*marker.x) || (marker.y && !std::isfinite(*marker.y)))
            continue;
        Placed placed{.line = !marker.y,
                      .at = {m_x.pixel(*marker.x), marker.y ? m_y.pixel(*marker.y) : m_plot.top() + 14},
                      .text = marker.label,
                      .label = {}};
        if (!m_plot.adjusted(-1, -1, 1, 1).contains(placed.at))
            continue;
        QRectF covered = placed.line ? QRectF(placed.at.x() - 2, m_plot.top() - 1, 4, m_plot.height() + 2)
                                     : QRectF(placed.at, QSizeF()).adjusted(-ring - 3, -ring - 3, ring + 3, ring + 3);
        if (!placed.text.isEmpty()) {
            placed.label = labelRect(placed.text, placed.at);
            covered |= placed.label.adjusted(-1, -1, 1, 1);
        }
        m_bounds |= covered;
        m_placed.push_back(std::move(placed));
    }
    update();
}

void MarkerLayer::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    const ChartInk ink = chartInk(m_dark);
    for (const Placed &placed : m_placed) {
        painter->setRenderHint(QPainter::Antialiasing, !placed.line);
        painter->setPen(QPen(ink.text, placed.line ? 1.5 : 2.2));
        if (placed.line) {
            painter->drawLine(QPointF(placed.at.x(), m_plot.top()), QPointF(placed.at.x(), m_plot.bottom()));
        } else {
            painter->setBrush(ink.background);
            painter->drawEllipse(placed.at, ring, ring);
        }
        if (placed.text.isEmpty())
            continue;
        QColor backing = ink.background;
        backing.setAlphaF(0.85F);
        painter->fillRect(placed.label, backing);
        painter->setFont(m_font);
        painter->drawText(placed.label, Qt::AlignCenter, placed.text);
    }
}

ProbeLayer::ProbeLayer(QGraphicsItem *parent)
    : QGraphicsItem(parent)
{
    setZValue(1000);
}

void ProbeLayer::setFrame(const QSizeF &size, const QRectF &plot, const QFont &font, double fontSize, bool dark)
{
    prepareGeometryChange();
    m_size = size;
    m_plot = plot;
    m_font = font;
    m_font.setPixelSize(qRound(fontSize));
    m_dark = dark;
}

void ProbeLayer::setProbe(const Probe &probe)
{
    m_probe = probe;
    update();
}

void ProbeLayer::setFocus(bool on, const QColor &color)
{
    m_focus = on;
    m_focusColor = color;
    update();
}

void ProbeLayer::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    if (m_focus) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(m_focusColor, 2));
        painter->drawRect(boundingRect().adjusted(1, 1, -1, -1));
    }
    if (m_probe.empty())
        return;
    const ChartInk ink = chartInk(m_dark);
    painter->setPen(QPen(ink.axis, 1, Qt::DotLine));
    if (m_probe.x)
        painter->drawLine(QPointF(*m_probe.x, m_plot.top()), QPointF(*m_probe.x, m_plot.bottom()));
    if (m_probe.y)
        painter->drawLine(QPointF(m_plot.left(), *m_probe.y), QPointF(m_plot.right(), *m_probe.y));
    painter->setRenderHint(QPainter::Antialiasing);
    for (const ProbeLine &line : m_probe.lines) {
        painter->setPen(QPen(ink.text, 1.5));
        painter->setBrush(ink.background);
        painter->drawEllipse(line.at, 4, 4);
    }
    paintBox(*painter, ink);
}

void ProbeLayer::paintBox(QPainter &painter, const ChartInk &ink) const
{
    const QFontMetricsF metrics(m_font);
    const double line = std::ceil(metrics.height() * 1.1), pad = 8;
    QStringList texts;
    if (!m_probe.heading.isEmpty())
        texts << m_probe.heading;
    for (const ProbeLine &probe : m_probe.lines)
        texts << (probe.name.isEmpty() ? probe.value : probe.name + QStringLiteral("   ") + probe.value);
    double width = 0;
    for (QString &text : texts) {
        text = metrics.elidedText(text, Qt::ElideMiddle, m_size.width() * 0.7);
        width = std::max(width, metrics.horizontalAdvance(text));
    }
    QRectF box(0, 0, width + 2 * pad, line * static_cast<double>(texts.size()) + 2 * pad - 4);
    const QPointF at(m_probe.x.value_or(m_probe.lines.empty() ? m_plot.center().x() : m_probe.lines.front().at.x()),
                     m_probe.y.value_or(m_probe.lines.empty() ? m_plot.center().y() : m_probe.lines.front().at.y()));
    box.moveTopLeft(at + QPointF(14, 14));
    if (box.right() > m_size.width() - 4)
        box.moveRight(at.x() - 14);
    if (box.bottom() > m_size.height() - 4)
        box.moveBottom(at.y() - 14);
    box.moveLeft(std::max(4.0, box.left()));
    box.moveTop(std::max(4.0, box.top()));
    painter.setPen(QPen(ink.axis, 1));
    painter.setBrush(ink.background);
    painter.drawRoundedRect(box, 4, 4);
    double y = box.top() + pad - 2 + metrics.ascent();
    QFont font = m_font;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const bool heading = i == 0 && !m_probe.heading.isEmpty();
        painter.setPen(heading ? ink.faintText : ink.text);
        painter.setFont(font);
        painter.drawText(QPointF(box.left() + pad, y), texts[i]);
        y += line;
    }
}

} // namespace assay::ui
