// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/chartspec.h"

#include <QTabWidget>
#include <utility>
#include <vector>

namespace assay::ui {

class ChartView;

/// Several charts of the same results, one in front. Each is drawn when it is first looked at.
class ChartTabs : public QTabWidget
{
    Q_OBJECT
public:
    explicit ChartTabs(QWidget *parent = nullptr);

    /// Title and chart a tab. The tab in front stays in front when its title is still there.
    void setCharts(std::vector<std::pair<QString, ChartSpec>> charts);
    const ChartSpec *currentChart() const;
    /// The one in front; null without charts.
    ChartView *currentView() const;

private:
    void drawCurrent();

    std::vector<std::pair<QString, ChartSpec>> m_charts;
    std::vector<ChartView *> m_views;
    std::vector<bool> m_drawn;
};

} // namespace assay::ui
