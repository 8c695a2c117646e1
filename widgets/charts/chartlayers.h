// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/chartprobe.h"
#include "widgets/charts/chartscene.h"
#include "widgets/charts/palette.h"

#include <QColor>
#include <QFont>
#include <QGraphicsItem>
#include <vector>

/// What a chart's canvas paints beside the series of Qt Charts, each a layer of its own.
namespace assay::ui {

/// The shapes below or above the series.
class ShapeLayer : public QGraphicsItem
{
public:
    ShapeLayer(QGraphicsItem *parent, double z);

    void set(std::vector<SceneShape> shapes, const QSizeF &size, const QFont &font, bool dark);
    QRectF boundingRect() const override { return {QPointF(), m_size}; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    std::vector<SceneShape> m_shapes;
    QSizeF m_size;
    QFont m_font;
    bool m_dark = false;
};

/// Lines and rings that follow a value, such as a threshold, many times a second: only what they covered and cover is
/// repainted.
class MarkerLayer : public QGraphicsItem
{
public:
    explicit MarkerLayer(QGraphicsItem *parent);

    void setLayout(const ChartLayout &layout, const QFont &font, bool dark);
    void setMarkers(std::vector<ChartMarker> markers);
    QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    struct Placed
    {
        bool line = false;
        QPointF at;
        QString text;
        QRectF label;
    };
    void place();
    QRectF labelRect(const QString &text, QPointF at) const;

    std::vector<ChartMarker> m_markers;
    std::vector<Placed> m_placed;
    AxisScale m_x, m_y;
    QRectF m_plot, m_bounds;
    QFont m_font;
    bool m_dark = false;
};

/// Crosshair, rings around the nearest values and a box that names them. A layer of its own, so that hovering repaints
/// nothing else.
class ProbeLayer : public QGraphicsItem
{
public:
    explicit ProbeLayer(QGraphicsItem *parent);

    void setFrame(const QSizeF &size, const QRectF &plot, const QFont &font, double fontSize, bool dark);
    void setProbe(const Probe &probe);
    void setFocus(bool on, const QColor &color);
    QRectF boundingRect() const override { return {QPointF(), m_size}; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    void paintBox(QPainter &painter, const ChartInk &ink) const;

    Probe m_probe;
    QSizeF m_size;
    QRectF m_plot;
    QFont m_font;
    QColor m_focusColor;
    bool m_dark = false, m_focus = false;
};

} // namespace assay::ui
