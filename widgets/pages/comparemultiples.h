// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/comparecharts.h"

#include <QWidget>

namespace assay::ui {

class RunSelection;

/// One small plot a run, its curve over those of all others in grey: for more runs than colours. Click or Space selects
/// a run, arrow keys move between plots. Lives in a scroll area; as high as its plots need.
class CompareMultiples : public QWidget
{
    Q_OBJECT
public:
    explicit CompareMultiples(RunSelection *selection, QWidget *parent = nullptr);

    void setFamily(CurveFamily family);
    int plotAt(const QPointF &position) const;
    QRectF plot(int run) const;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return {520, heightForWidth(520)}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    int columns(int width) const;
    double rowHeight() const;
    QRectF cell(int run) const;
    QPolygonF polyline(const Series &curve, const QRectF &area) const;

    RunSelection *m_selection;
    CurveFamily m_family;
    double m_xMin = 0, m_xMax = 1, m_yMin = 0, m_yMax = 1;
};

} // namespace assay::ui
