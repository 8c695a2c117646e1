// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chartcanvas.h"

#include "widgets/charts/chartlayers.h"
#include "widgets/charts/palette.h"
#include "widgets/charts/shapepainter.h"

#include <QGraphicsLayout>
#include <QMouseEvent>
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
    m_under = new ShapeLayer(chart(), -0.5);
    m_over = new ShapeLayer(chart(), 500);
    m_markers = new MarkerLayer(chart());
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
    m_markers->setLayout(layout, font(), dark);
    m_probe->setFrame(layout.size, layout.plot, font(), layout.fontSize, dark);
}

void ChartCanvas::setProbe(const Probe &probe)
{
    m_probe->setProbe(probe);
}

void ChartCanvas::setMarkers(const std::vector<ChartMarker> &markers)
{
    m_markers->setMarkers(markers);
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
        const QList<QPointF> points = upward(shape.points);
        const auto lower = static_cast<qsizetype>(shape.lower);
        QList<QPointF> floor(points.rbegin(), points.rbegin() + lower);
        area->setPen(Qt::NoPen);
        area->setBrush(paintColor(shape.ink, m_dark));
        area->upperSeries()->replace(points.mid(0, points.size() - lower));
        area->lowerSeries()->replace(floor);
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
    if (event->button() == Qt::LeftButton && !m_dragging)
        emit clicked(event->position());
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
