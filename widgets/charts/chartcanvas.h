// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/chartprobe.h"
#include "widgets/charts/chartscene.h"

#include <QtCharts/QChartView>
#include <vector>

class QAbstractSeries;
class QValueAxis;

namespace assay::ui {

class MarkerLayer;
class ProbeLayer;
class ShapeLayer;

/// Draws a ChartScene with Qt Charts. Lines, areas and points are series of a QChart whose hidden axes count pixels,
/// since reduction, ticks and labels come from the layout that documents share; grid, bars, labels and marks are
/// painted below and above them. The points of a series are always replaced as a whole.
class ChartCanvas : public QChartView
{
    Q_OBJECT

public:
    explicit ChartCanvas(QWidget *parent = nullptr);

    void draw(ChartScene scene, const ChartLayout &layout, bool dark);
    void setProbe(const Probe &probe);
    void setMarkers(const std::vector<ChartMarker> &markers);
    void setFocusFrame(bool on);

signals:
    void pointerMoved(const QPointF &position);
    void pointerLeft();
    void clicked(const QPointF &position);
    void dragged(const QPointF &by);
    void wheeled(const QPointF &position, double steps);
    void resetWanted();

protected:
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void syncSeries(const ChartScene &scene);
    QAbstractSeries *makeSeries(const SceneShape &shape);
    void fillSeries(QAbstractSeries *series, const SceneShape &shape);

    QValueAxis *m_x;
    QValueAxis *m_y;
    ShapeLayer *m_under;
    ShapeLayer *m_over;
    MarkerLayer *m_markers;
    ProbeLayer *m_probe;
    std::vector<std::pair<ShapeKind, QAbstractSeries *>> m_series;
    QPointF m_pressedAt;
    bool m_dragging = false;
    bool m_dark = false;
};

} // namespace assay::ui
