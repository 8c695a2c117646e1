// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/comparecharts.h"

#include <QPixmap>
#include <QWidget>
#include <optional>

class QMenu;

namespace assay::ui {

class ChartView;
class RunSelection;

/// The curves of any number of runs in one plot. Few have a colour each and their name on the curve; of many all are
/// grey but those looked at; of very many a band of percentiles stands for them. The grey picture is painted once; what
/// is looked at is painted over it, so that moving the pointer over fifty curves stays cheap. Click or Space selects,
/// arrow keys go from run to run, wheel and + − zoom, drag moves, double click and Home show all.
class CompareOverlay : public QWidget
{
    Q_OBJECT
public:
    /// From so many runs on a band is drawn instead of every curve.
    static constexpr int banded = 21;

    CompareOverlay(RunSelection *selection, QWidget *parent = nullptr);
    ~CompareOverlay() override;

    void setFamily(CurveFamily family);
    const CurveFamily &family() const { return m_family; }
    /// Fainter, for figures that no conclusion may be drawn from.
    void setDimmed(bool dimmed);
    /// The chart as it stands, for copying and saving.
    ChartSpec spec() const;
    /// The run whose curve is nearest to @p position, −1 where none is near.
    int runAt(const QPointF &position) const;
    /// Somewhere on the curve of @p run, in pixels; nothing where it has none.
    std::optional<QPointF> pointOn(int run) const;
    QMenu *menu();

    QSize sizeHint() const override { return {520, 440}; }
    QSize minimumSizeHint() const override { return {260, 220}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void layOut();
    void paintBase();
    void paintBand(QPainter &painter) const;
    void paintCurve(QPainter &painter, int run) const;
    void paintLabels(QPainter &painter, const std::vector<int> &runs) const;
    void paintReadout(QPainter &painter) const;
    QString readout(int run) const;
    void zoom(const QPointF &at, double steps);
    void show(QRectF view);
    void step(int by);
    bool isDark() const;
    ChartSpec wholeSpec(bool asShown) const;

    RunSelection *m_selection;
    CurveFamily m_family;
    std::vector<Series> m_band;
    ChartSpec m_spec; ///< frame and all curves, one after the other
    ChartLayout m_layout;
    ChartScene m_scene;                         ///< of m_spec
    std::vector<std::vector<QPointF>> m_curves; ///< [runs] in pixels
    QPixmap m_base;
    std::optional<QRectF> m_view;
    std::optional<QPointF> m_pointer;
    QPointF m_pressed;
    bool m_dragging = false, m_dimmed = false;
    ChartView *m_export = nullptr; ///< made when its menu is wanted
};

} // namespace assay::ui
