// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/metrics/residuals.h"
#include "widgets/jobs/jobrunner.h"
#include "widgets/workbench.h"

#include <QWidget>
#include <array>
#include <memory>

class QStackedWidget;

namespace assay::ui {

class ChartView;
class EmptyPane;

/// How a regression errs, at a glance: predicted against true, residuals against prediction, their distribution and
/// their quantiles against normal ones.
class ResidualsTab : public QWidget
{
    Q_OBJECT
public:
    explicit ResidualsTab(JobRegistry &jobs, QWidget *parent = nullptr);
    ~ResidualsTab() override;

    void setAnalysis(std::shared_ptr<const RunAnalysis> analysis);
    /// Draws, unless that was done.
    void start();

private:
    struct Residuals
    {
        std::vector<double> values;
        engine::NormalQuantiles quantiles;
    };
    void showResiduals(const Residuals &residuals);

    std::shared_ptr<const RunAnalysis> m_analysis;
    bool m_wanted = false, m_done = false;
    JobRunner m_load;
    std::array<ChartView *, 4> m_views;
    QStackedWidget *m_stack;
    EmptyPane *m_empty;
};

} // namespace assay::ui
