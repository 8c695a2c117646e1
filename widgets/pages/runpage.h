// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/jobs/jobrunner.h"
#include "widgets/models/metricsmodel.h"
#include "widgets/models/runsmodel.h"
#include "widgets/pages/page.h"

#include <optional>

class QPushButton;
class QStackedWidget;
class QTabWidget;
class QTextBrowser;
class QTreeView;

namespace assay::ui {

class Banner;
class ChartTabs;
class EmptyPane;
class ExplainTab;
class FairnessTab;
class PageHeader;
class RunEditor;

/// Everything about one run: how it was made, how well it does, whom it treats differently and what drives it.
class RunPage : public Page
{
    Q_OBJECT
public:
    enum Tab { Overview, Curves, Fairness, Explain, Folds };

    RunPage(Shell &shell, tracking::RunId run, QWidget *parent = nullptr);
    ~RunPage() override;

    QString title() const override;
    QString key() const override;
    QString command() const override;
    void refresh() override;
    QString inspectorText() const override;

    void showTab(Tab tab);
    /// Opens @p run in @p shell's window and brings @p tab to the front.
    static void openAt(Shell &shell, const tracking::RunId &run, Tab tab, const QWidget *window);

private:
    void build();
    QWidget *overview();
    QWidget *folds();
    void loadDetails();
    void loadAnalysis();
    void loadSeries();
    void showDetails(tracking::RunDetails details);
    void showAnalysis(RunAnalysis analysis);
    void showCurves();
    void tabShown();

    tracking::RunId m_run;
    std::optional<tracking::RunDetails> m_details;
    std::optional<RunAnalysis> m_analysis;
    std::vector<std::pair<QString, std::vector<tracking::MetricPoint>>> m_series;
    JobRunner m_loadDetails, m_loadAnalysis, m_loadSeries;

    MetricsModel *m_metrics;
    ParamsModel *m_params;
    RunsModel *m_foldsModel;
    PageHeader *m_heading;
    QPushButton *m_report;
    Banner *m_banner;
    QTabWidget *m_tabs;
    RunEditor *m_editor;
    QTextBrowser *m_facts;
    QStackedWidget *m_curvesStack;
    EmptyPane *m_curvesEmpty;
    ChartTabs *m_curves;
    FairnessTab *m_fairness;
    ExplainTab *m_explain;
    QTreeView *m_folds;
};

} // namespace assay::ui
