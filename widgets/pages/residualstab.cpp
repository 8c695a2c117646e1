// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/residualstab.h"

#include "widgets/charts/chartfactory.h"
#include "widgets/charts/chartview.h"
#include "widgets/charts/residualcharts.h"
#include "widgets/pages/emptypane.h"

#include <QGridLayout>
#include <QStackedWidget>

namespace assay::ui {

ResidualsTab::ResidualsTab(JobRegistry &jobs, QWidget *parent)
    : QWidget(parent)
    , m_load(&jobs)
    , m_views{new ChartView(this), new ChartView(this), new ChartView(this), new ChartView(this)}
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyPane(this))
{
    auto *content = new QWidget(this);
    auto *grid = new QGridLayout(content);
    grid->setContentsMargins(0, 8, 0, 0);
    grid->setSpacing(8);
    const char *names[] = {"predictedAgainstTrue", "residualsByPrediction", "residualHistogram", "normalQuantiles"};
    for (int i = 0; i < 4; ++i) {
        ChartView *view = m_views[static_cast<std::size_t>(i)];
        view->setObjectName(QLatin1String(names[i]));
        grid->addWidget(view, i / 2, i % 2);
        grid->setRowStretch(i / 2, 1);
        grid->setColumnStretch(i % 2, 1);
    }
    m_empty->follow(&m_load);
    m_stack->addWidget(content);
    m_stack->addWidget(m_empty);
    m_stack->setCurrentWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
}

ResidualsTab::~ResidualsTab() = default;

void ResidualsTab::setAnalysis(std::shared_ptr<const RunAnalysis> analysis)
{
    m_analysis = std::move(analysis);
    m_done = false;
    if (m_wanted)
        start();
}

void ResidualsTab::start()
{
    m_wanted = true;
    if (m_done || !m_analysis || m_load.isRunning())
        return;
    m_load.start<Residuals>(
        tr("Ordering residuals"),
        [analysis = m_analysis](const Context &) -> Result<Residuals> {
            return Residuals{.values = engine::residuals(analysis->predictions),
                             .quantiles = engine::residualQuantiles(analysis->predictions)};
        },
        [this](const Result<Residuals> &residuals) {
            if (residuals)
                showResiduals(*residuals);
        });
}

void ResidualsTab::showResiduals(const Residuals &residuals)
{
    m_done = true;
    const engine::Predictions &predictions = m_analysis->predictions;
    m_views[0]->setSpec(residualChart({{m_analysis->details.run.name, &predictions}}));
    m_views[1]->setSpec(residualsByPredictionChart(predictions, residuals.values));
    m_views[2]->setSpec(residualHistogramChart(residuals.values));
    m_views[3]->setSpec(normalQuantileChart(residuals.quantiles));
    m_stack->setCurrentIndex(0);
}

} // namespace assay::ui
