// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/charttabs.h"

#include "widgets/charts/chartview.h"

#include <QSignalBlocker>

namespace assay::ui {

ChartTabs::ChartTabs(QWidget *parent)
    : QTabWidget(parent)
{
    setDocumentMode(true);
    setAccessibleName(tr("Charts"));
    connect(this, &QTabWidget::currentChanged, this, &ChartTabs::drawCurrent);
}

void ChartTabs::setCharts(std::vector<std::pair<QString, ChartSpec>> charts)
{
    const QSignalBlocker blocker(this);
    m_charts = std::move(charts);
    m_drawn.assign(m_charts.size(), false);
    while (m_views.size() > m_charts.size()) {
        removeTab(static_cast<int>(m_views.size()) - 1);
        m_views.back()->deleteLater();
        m_views.pop_back();
    }
    const QString front = tabText(currentIndex());
    for (std::size_t i = 0; i < m_charts.size(); ++i) {
        if (i == m_views.size()) {
            m_views.push_back(new ChartView(this));
            addTab(m_views.back(), m_charts[i].first);
        }
        setTabText(static_cast<int>(i), m_charts[i].first);
        if (m_charts[i].first == front)
            setCurrentIndex(static_cast<int>(i));
    }
    drawCurrent();
}

const ChartSpec *ChartTabs::currentChart() const
{
    const auto index = static_cast<std::size_t>(currentIndex());
    return currentIndex() < 0 || index >= m_charts.size() ? nullptr : &m_charts[index].second;
}

ChartView *ChartTabs::currentView() const
{
    const auto index = static_cast<std::size_t>(currentIndex());
    return currentIndex() < 0 || index >= m_views.size() ? nullptr : m_views[index];
}

void ChartTabs::drawCurrent()
{
    const auto index = static_cast<std::size_t>(currentIndex());
    if (currentIndex() < 0 || index >= m_charts.size() || m_drawn[index])
        return;
    m_drawn[index] = true;
    m_views[index]->setSpec(m_charts[index].second);
}

} // namespace assay::ui
