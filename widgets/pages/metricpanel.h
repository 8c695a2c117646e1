// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/curvechart.h"

#include <QFrame>

class QMenu;
class QToolButton;

namespace assay::ui {

class CurveView;

/// One metric of the metric page: its chart, the menu every chart has, and a button that gives it all the room.
class MetricPanel : public QFrame
{
    Q_OBJECT
public:
    explicit MetricPanel(QWidget *parent = nullptr);

    CurveView *view() const { return m_view; }
    const QString &key() const { return m_key; }
    void setChart(const QString &key, CurveChart chart);
    void setLarge(bool large);
    QMenu *menu() const { return m_menu; }

signals:
    void largeToggled();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildMenu();
    void showTable();

    QString m_key;
    bool m_large = false;
    CurveView *m_view;
    QToolButton *m_more;
    QToolButton *m_grow;
    QMenu *m_menu = nullptr;
};

} // namespace assay::ui
