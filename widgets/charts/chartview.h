// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/chartlayout.h"
#include "widgets/charts/chartspec.h"

#include <QImage>
#include <QWidget>
#include <optional>

class QMenu;
class QToolButton;

namespace assay::ui {

class ChartCanvas;
class ChartExport;

/// Shows a ChartSpec: legend, crosshair with the nearest values, wheel to zoom, drag to move, double click to see all
/// again; arrow keys move the crosshair, + and − zoom, Home shows all. Follows the palette into the dark. Its menu
/// (right click, corner button, menu key) copies and saves the picture and the data and shows the data as a table.
/// Screen readers hear title and summary. Return says where the crosshair is.
class ChartView : public QWidget
{
    Q_OBJECT

public:
    explicit ChartView(QWidget *parent = nullptr);
    explicit ChartView(const ChartSpec &spec, QWidget *parent = nullptr);
    ~ChartView() override;

    void setSpec(const ChartSpec &spec);
    const ChartSpec &spec() const { return m_spec; }
    /// What moves over the chart without drawing it anew.
    void setMarkers(std::vector<ChartMarker> markers);
    const std::vector<ChartMarker> &markers() const { return m_markers; }

    /// Copy as picture, Save as PNG…, SVG…, PDF…, Copy data, Save data as CSV…, Show data table.
    QMenu *menu() const { return m_menu; }
    bool isDark() const;

    /// The chart as it is shown, @p scale times as many pixels.
    QImage picture(double scale = 2);
    /// Paints the chart as it is shown, without its button, into @p target.
    void paintTo(QPainter &painter, const QRectF &target);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

public slots:
    /// Shows all again after zooming.
    void resetView();

signals:
    /// What the crosshair is on, in words; empty when it is on nothing.
    void probed(const QString &text);
    /// A place was clicked, or Return pressed on the crosshair: values of the axes, categories by index.
    void activated(const QPointF &value);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void render();
    void moveProbe(const QPointF &position);
    void hideProbe();
    void activate(const QPointF &position);
    void zoom(const QPointF &position, double steps);
    void pan(const QPointF &by);
    void stepProbe(int right, int down);
    void setShown(QRectF view);
    void openMenu(const QPoint &global);

    ChartSpec m_spec;
    ChartCanvas *m_canvas;
    QToolButton *m_button;
    QMenu *m_menu;
    ChartExport *m_export;
    ChartLayout m_layout;
    std::vector<ChartMarker> m_markers;
    std::optional<QRectF> m_view; ///< zoomed part, in axis units
    std::optional<QPointF> m_probe;
};

} // namespace assay::ui
