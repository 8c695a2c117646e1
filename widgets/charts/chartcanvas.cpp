// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chartcanvas.h"

#include "widgets/charts/palette.h"
#include "widgets/charts/shapepainter.h"

#include <QFontMetricsF>
#include <QGraphicsLayout>
#include <QMouseEvent>
#include <QPainter>
#include <QPalette>
#include <QWheelEvent>
#include <QtCharts/QAreaSeries>
#include <QtCharts/QChart>
#include <QtCharts/QLineSeries>
#include <QtCharts/QScatterSeries>
#include <QtCharts/QValueAxis>
#include <algorithm>

namespace assay::ui {

namespace {

constexpr double bleed = 3; // pens at the edge of the plot are not cut in half [px]

QList<QPointF> upward(const std::vector<QPointF> &points)
{
    QList<QPointF> out;
    out.reserve(static_cast<qsizetype>(points.size()));
    for (const QPointF &p : points)
        out.emplace_back(p.x(), -p.y());
    return out;
}

QScatterSeries::MarkerShape markerShape(int marker)
{
    constexpr QScatterSeries::MarkerShape shapes[] = {
        QScatterSeries::MarkerShapeCircle, QScatterSeries::MarkerShapeRectangle, QScatterSeries::MarkerShapeTriangle,
        QScatterSeries::MarkerShapeRotatedRectangle};
    return shapes[static_cast<std::size_t>(marker) % 4];
}

} // namespace

/// The shapes below or above the series.
class ChartCanvas::Layer : public QGraphicsItem
{
public:
    Layer(QGraphicsItem *parent, double z)
        : QGraphicsItem(parent)
    {
        setZValue(z);
    }
    void set(std::vector<SceneShape> shapes, const QSizeF &size, const QFont &font, bool dark)
    {
        prepareGeometryChange();
        m_shapes = std::move(shapes);
        m_size = size;
        m_font = font;
        m_dark = dark;
        update();
    }
    QRectF boundingRect() const override { return {QPointF(), m_size}; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override
    {
        painter->setRenderHint(QPainter::Antialiasing);
        for (const SceneShape &shape : m_shapes)
            paintShape(*painter, shape, m_font, m_dark);
    }

private:
    std::vector<SceneShape> m_shapes;
    QSizeF m_size;
    QFont m_font;
    bool m_dark = false;
};

/// Crosshair, rings around the nearest values and a box that names them. A layer of its own, so that hovering repaints
/// nothing else.
class ChartCanvas::ProbeLayer : public QGraphicsItem
{
public:
    explicit ProbeLayer(QGraphicsItem *parent)
        : QGraphicsItem(parent)
    {
        setZValue(1000);
    }
    void setFrame(const QSizeF &size, const QRectF &plot, const QFont &font, double fontSize, bool dark)
    {
        prepareGeometryChange();
        m_size = size;
        m_plot = plot;
        m_font = font;
        m_font.setPixelSize(qRound(fontSize));
        m_dark = dark;
    }
    void setProbe(const Probe &probe)
    {
        m_probe = probe;
        update();
    }
    void setFocus(bool on, const QColor &color)
    {
        m_focus = on;
        m_focusColor = color;
        update();
    }
    void setStyles(std::vector<QColor> colors) { m_colors = std::move(colors); }
    QRectF boundingRect() const override { return {QPointF(), m_size}; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override
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

private:
    void paintBox(QPainter &painter, const ChartInk &ink) const
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
        const QPointF at(
            m_probe.x.value_or(m_probe.lines.empty() ? m_plot.center().x() : m_probe.lines.front().at.x()),
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

    Probe m_probe;
    QSizeF m_size;
    QRectF m_plot;
    QFont m_font;
    QColor m_focusColor;
    std::vector<QColor> m_colors;
    bool m_dark = false, m_focus = false;
};

ChartCanvas::ChartCanvas(QWidget *parent)
    : QChartView(parent)
    , m_x(new QValueAxis(this))
    , m_y(new QValueAxis(this))
{
    chart()->legend()->hide();
    chart()->setBackgroundVisible(false);
    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->addAxis(m_x, Qt::AlignBottom);
    chart()->addAxis(m_y, Qt::AlignLeft);
    m_x->setVisible(false);
    m_y->setVisible(false);
    m_under = new Layer(chart(), -0.5);
    m_over = new Layer(chart(), 500);
    m_probe = new ProbeLayer(chart());
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    setViewportUpdateMode(QGraphicsView::SmartViewportUpdate);
}

void ChartCanvas::draw(ChartScene scene, const ChartLayout &layout, bool dark)
{
    m_dark = dark;
    setBackgroundBrush(chartInk(dark).background);
    // A hidden view has no size of its own yet; pictures are made of it all the same.
    chart()->resize(layout.size);
    QGraphicsView::scene()->setSceneRect(QRectF(QPointF(), layout.size));
    const QRectF area = layout.plot.adjusted(-bleed, -bleed, bleed, bleed);
    chart()->setPlotArea(area);
    m_x->setRange(area.left(), area.right());
    m_y->setRange(-area.bottom(), -area.top());
    syncSeries(scene);
    // Densities are painted: thousands of cells are no series.
    for (SceneShape &shape : scene.data) {
        if (shape.kind == ShapeKind::Rects)
            scene.under.push_back(std::move(shape));
    }
    m_under->set(std::move(scene.under), layout.size, font(), dark);
    m_over->set(std::move(scene.over), layout.size, font(), dark);
    m_probe->setFrame(layout.size, layout.plot, font(), layout.fontSize, dark);
}

void ChartCanvas::setProbe(const Probe &probe)
{
    m_probe->setProbe(probe);
}

void ChartCanvas::setFocusFrame(bool on)
{
    m_probe->setFocus(on, palette().color(QPalette::Highlight));
}

void ChartCanvas::syncSeries(const ChartScene &scene)
{
    std::vector<const SceneShape *> shapes;
    for (const SceneShape &shape : scene.data) {
        if (shape.kind != ShapeKind::Rects)
            shapes.push_back(&shape);
    }
    const bool same = shapes.size() == m_series.size() &&
                      std::equal(shapes.begin(), shapes.end(), m_series.begin(),
                                 [](const SceneShape *shape, const auto &made) { return shape->kind == made.first; });
    if (!same) {
        chart()->removeAllSeries();
        m_series.clear();
        for (const SceneShape *shape : shapes)
            m_series.emplace_back(shape->kind, makeSeries(*shape));
    }
    for (std::size_t i = 0; i < shapes.size(); ++i)
        fillSeries(m_series[i].second, *shapes[i]);
}

QAbstractSeries *ChartCanvas::makeSeries(const SceneShape &shape)
{
    QAbstractSeries *series = nullptr;
    if (shape.kind == ShapeKind::Polygon) {
        auto *area = new QAreaSeries;
        area->setUpperSeries(new QLineSeries(area));
        area->setLowerSeries(new QLineSeries(area));
        series = area;
    } else if (shape.kind == ShapeKind::Dots) {
        series = new QScatterSeries;
    } else {
        series = new QLineSeries;
    }
    chart()->addSeries(series);
    series->attachAxis(m_x);
    series->attachAxis(m_y);
    return series;
}

void ChartCanvas::fillSeries(QAbstractSeries *series, const SceneShape &shape)
{
    if (auto *area = qobject_cast<QAreaSeries *>(series)) {
        // The last two points are the floor.
        const QList<QPointF> points = upward(shape.points);
        area->setPen(Qt::NoPen);
        area->setBrush(paintColor(shape.ink, m_dark));
        area->upperSeries()->replace(points.mid(0, points.size() - 2));
        area->lowerSeries()->replace({points.last(), points[points.size() - 2]});
    } else if (auto *dots = qobject_cast<QScatterSeries *>(series)) {
        dots->setMarkerShape(markerShape(shape.marker));
        dots->setMarkerSize(shape.width);
        dots->setPen(Qt::NoPen);
        dots->setBrush(paintColor(shape.ink, m_dark));
        dots->replace(upward(shape.points));
    } else if (auto *line = qobject_cast<QLineSeries *>(series)) {
        line->setPen(shapePen(shape, m_dark));
        line->replace(upward(shape.points));
    }
}

void ChartCanvas::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton) {
        const QPointF by = event->position() - m_pressedAt;
        if (m_dragging || by.manhattanLength() > 4) {
            m_dragging = true;
            m_pressedAt = event->position();
            emit dragged(by);
        }
        return;
    }
    emit pointerMoved(event->position());
}

void ChartCanvas::mousePressEvent(QMouseEvent *event)
{
    m_pressedAt = event->position();
    m_dragging = false;
    parentWidget()->setFocus(Qt::MouseFocusReason);
    event->accept();
}

void ChartCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    m_dragging = false;
    event->accept();
}

void ChartCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    emit resetWanted();
    event->accept();
}

void ChartCanvas::wheelEvent(QWheelEvent *event)
{
    emit wheeled(event->position(), event->angleDelta().y() / 120.0);
    event->accept();
}

void ChartCanvas::leaveEvent(QEvent *event)
{
    emit pointerLeft();
    QChartView::leaveEvent(event);
}

} // namespace assay::ui
