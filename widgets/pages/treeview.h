// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/treedrawing.h"

#include <QWidget>

namespace assay::ui {

/// A decision tree to look at: wheel to zoom, drag to move; arrow keys walk from node to node (up to the parent, down
/// to the first child, left and right within a level), + and − zoom, F shows all, Return or a double click opens or
/// closes what is below the deepest level shown. Screen readers hear the tree's summary and each node walked to.
class TreeView : public QWidget
{
    Q_OBJECT
public:
    explicit TreeView(QWidget *parent = nullptr);

    void setTree(TreeDrawing tree);
    const TreeDrawing &tree() const { return m_tree; }
    const TreeLayout &layoutOfTree() const { return m_layout; }
    void setLevels(int levels);
    int levels() const { return m_levels; }
    /// Index into the tree's nodes; −1 without a tree.
    int chosenNode() const;
    bool isDark() const;
    /// Where a box of the layout is on the widget.
    QRectF onScreen(const QRectF &rect) const;

    QSize sizeHint() const override { return {640, 420}; }

public slots:
    void showAll();
    void zoomBy(double factor);

signals:
    void nodeChosen(int node);
    void moreWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    void arrange();
    int boxAt(const QPointF &position) const;
    int neighbour(int key) const;
    void choose(int box);
    void reveal(int box);
    void zoom(const QPointF &about, double factor);

    TreeDrawing m_tree;
    TreeLayout m_layout;
    int m_levels = 4;
    int m_chosen = -1; ///< box
    double m_scale = 1;
    QPointF m_offset;
    QPointF m_pressedAt;
    bool m_dragging = false, m_fitted = true;
};

} // namespace assay::ui
