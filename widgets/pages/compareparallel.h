// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/chartspec.h"

#include <QPixmap>
#include <QWidget>
#include <optional>
#include <vector>

namespace assay::ui {

class RunSelection;

/// One axis of a parallel-coordinates plot: a parameter or a metric, a value a run.
struct ParallelAxis
{
    QString name = {};
    std::vector<double> values = {}; ///< [runs], NaN where a run has none; places of `categories`
    QStringList categories = {};     ///< empty: numbers
    bool isMetric = false;
    bool largerIsBetter = true;
};

/// Runs as lines across axes. Dragging along an axis brushes it: the runs within all brushes are selected; a click on
/// an axis takes its brush away. With the keyboard, left and right choose an axis, up and down move through its runs.
class CompareParallel : public QWidget
{
    Q_OBJECT
public:
    explicit CompareParallel(RunSelection *selection, QWidget *parent = nullptr);

    void setAxes(std::vector<ParallelAxis> axes, QStringList runs);
    /// Share of an axis, 0 at its lower end; nothing takes the brush away.
    void brush(int axis, std::optional<std::pair<double, double>> share);
    /// Where a value lies in pixels.
    QPointF point(int axis, int run) const;
    QRectF plot() const;

    QSize sizeHint() const override { return {560, 380}; }
    QSize minimumSizeHint() const override { return {300, 220}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    double axisX(int axis) const;
    double share(int axis, int run) const;
    int axisAt(const QPointF &position) const;
    int runAt(const QPointF &position) const;
    double shareAt(const QPointF &position) const;
    QPolygonF line(int run) const;
    void selectBrushed();
    void paintBase();
    void paintAxis(QPainter &painter, int axis) const;
    void paintCategories(QPainter &painter, int axis, double room) const;

    RunSelection *m_selection;
    std::vector<ParallelAxis> m_axes;
    std::vector<std::pair<double, double>> m_ranges; ///< of each axis
    std::vector<std::optional<std::pair<double, double>>> m_brushes;
    QStringList m_runs;
    QPixmap m_base;
    int m_pressedAxis = -1, m_keyAxis = 0;
    QPointF m_pressed;
};

} // namespace assay::ui
