// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/chartlayout.h"
#include "widgets/charts/curvechart.h"
#include "widgets/charts/curvepaint.h"

#include <QImage>
#include <QPen>
#include <QPolygonF>
#include <QWidget>
#include <array>
#include <memory>
#include <optional>

namespace assay::ui {

struct ChartScene;

/// A stretch of an axis in its units (powers of ten on a logarithmic one).
using AxisRange = std::pair<double, double>;

/// Shows a CurveChart of any number of points without leaving one out: the least and greatest value of each column of
/// pixels are exact. The picture of all curves is kept; crosshair and the curve under the pointer are painted over it.
///
/// Wheel zooms x about the pointer (Ctrl: y, Shift: moves), dragging draws a box to zoom to (Shift or middle button:
/// moves), double click shows all. Left and right move the crosshair, up and down choose a curve, + and − zoom, Shift
/// with left and right moves, Home shows all, Enter or Ctrl+click opens the curve the crosshair is on. While y was not
/// chosen it follows what is seen of the curves.
class CurveView : public QWidget
{
    Q_OBJECT
public:
    explicit CurveView(QWidget *parent = nullptr);
    ~CurveView() override;

    /// The part that is looked at stays, unless the axes are others.
    void setChart(CurveChart chart);
    const CurveChart &chart() const { return m_chart; }

    /// None: all of it.
    void setXRange(std::optional<AxisRange> range);
    std::optional<AxisRange> xRange() const { return m_xRange; }
    void setYRange(std::optional<AxisRange> range);
    std::optional<AxisRange> yRange() const { return m_yRange; }
    /// What is shown, in axis units.
    QRectF shownView() const;
    /// When all but the latest is cut off, x moves on as points come.
    void setFollowing(bool on) { m_following = on; }

    /// A vertical line with the values of all curves at @p x, without a box: for charts beside the one pointed at.
    void setCrosshair(std::optional<double> x);
    /// The curves of this run in full, the others washed out; −1: none.
    void setLit(int run);
    int lit() const { return m_lit; }

    ChartTable table() const;
    const ChartLayout &layoutOfChart() const { return m_layout; }
    /// Draws all anew at once, as a frame of panning does; for benchmarks and tests.
    void renderNow();

    QSize sizeHint() const override { return {560, 320}; }
    QSize minimumSizeHint() const override { return {220, 150}; }

public slots:
    void resetView();

signals:
    void xRangeChanged();
    void crosshairMoved(const std::optional<double> &x);
    void litChanged(int run);
    /// What the crosshair is on, in words; empty when it is on nothing.
    void probed(const QString &text);
    void activated(int run);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    enum class Drag { None, Box, Pan };

    bool isDark() const;
    AxisRange fullX() const;
    AxisRange fullY(const AxisRange &x) const;
    void arrange();
    void invalidate();
    void zoomX(double about, double factor);
    void zoomY(double about, double factor);
    void panBy(double xShare, double yShare);
    void light(int run);

    // curveviewinput.cpp
    void zoomToBox();
    void moveProbe(const QPointF &position);
    void hideProbe();
    int lineNear(const QPointF &position) const;
    double rowAt(const CurvePyramid &curve, double x) const;
    void chooseLine(int by);

    // curveviewpaint.cpp
    ChartSpec frameSpec(const QRectF &view) const;
    CurveFrame frame(double ratio, int parts) const;
    void renderBase(double ratio);
    void renderLit();
    void drawCurves(CurveRaster &raster) const;
    std::vector<double> dashesOf(int slot, double shade) const;
    QPen penOf(const QColor &color, double width, int slot, double shade) const;
    ChartScene sceneOf() const;
    QPoint corner() const;
    void paintLonePoints(QPainter &painter) const;
    void paintHoles(QPainter &painter) const;
    void paintHoleKey(QPainter &painter, const std::array<bool, 3> &kinds) const;
    void paintOverlay(QPainter &painter) const;
    void paintReadings(QPainter &painter) const;
    void paintBox(QPainter &painter, double x, const CrosshairBox &box) const;
    void paintVectors(QPainter &painter) const;
    std::vector<QPolygonF> pieces(const CurvePyramid &curve) const;
    std::vector<QPolygonF> specks(const CurvePyramid &curve) const;
    QString xText(double x) const;
    QColor colorOf(std::size_t line) const;
    const QString &nameOf(std::size_t line) const;
    double lineWidth(int slot) const;
    double lineAlpha() const;
    double faintAlpha() const;
    int partsFor(std::size_t columns) const;
    bool isTold() const;
    void paintNames(QPainter &painter) const;
    void paintScale(QPainter &painter) const;
    void paintSample(QPainter &painter, std::size_t index, QPointF from, double length) const;

    CurveChart m_chart;
    Extent m_shaded; ///< the values that colours tell, none where they do not
    std::optional<AxisRange> m_xRange, m_yRange;
    bool m_following = false;
    ChartLayout m_layout;
    double m_ratio = 1;
    bool m_stale = true, m_arranged = false;
    bool m_vectors = false; ///< being drawn as lines, for a file
    QImage m_base, m_litImage;
    int m_lit = -1, m_litDrawn = -1;
    std::optional<double> m_crosshair;
    std::optional<QPointF> m_pointer;
    Drag m_drag = Drag::None;
    QPointF m_pressed, m_dragged;
    bool m_focusFrame = false;
};

} // namespace assay::ui
