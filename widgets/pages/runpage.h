// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/jobs/jobrunner.h"
#include "widgets/models/metricsmodel.h"
#include "widgets/models/runsmodel.h"
#include "widgets/models/thresholddata.h"
#include "widgets/pages/page.h"

#include <memory>
#include <optional>

class QPushButton;
class QTabWidget;
class QTextBrowser;
class QTreeView;

namespace assay::ui {

class ArtifactsTab;
class Banner;
class ConfusionTab;
class CurvesTab;
class ExplainTab;
class FairnessTab;
class PageHeader;
class ReproducePane;
class ResidualsTab;
class RunEditor;
class SegmentsTab;
class ThresholdTab;
class TreeTab;

/// Everything about one run: how it was made, how well it does, whom it treats differently and what drives it.
class RunPage : public Page
{
    Q_OBJECT
public:
    enum Tab {
        Overview,
        Curves,
        Thresholds,
        Confusion,
        Residuals,
        Segments,
        Tree,
        Fairness,
        Explain,
        Folds,
        Artifacts
    };

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
    void loadThresholds();
    void loadSeries();
    void showDetails(tracking::RunDetails details);
    void showAnalysis(RunAnalysis analysis);
    void showTabs();
    void thresholdMoved();
    void openCurve(bool validation);
    void tabShown();

    tracking::RunId m_run;
    std::optional<tracking::RunDetails> m_details;
    std::shared_ptr<const RunAnalysis> m_analysis;
    std::vector<std::pair<QString, std::vector<tracking::MetricPoint>>> m_series;
    bool m_stale = false; ///< the store changed while it was read
    JobRunner m_loadDetails, m_loadAnalysis, m_loadThresholds, m_loadSeries;

    MetricsModel *m_metrics;
    ParamsModel *m_params;
    RunsModel *m_foldsModel;
    PageHeader *m_heading;
    QPushButton *m_register, *m_learning, *m_validation, *m_report;
    Banner *m_banner;
    QTabWidget *m_tabs;
    RunEditor *m_editor;
    ReproducePane *m_reproduce;
    QTextBrowser *m_facts;
    CurvesTab *m_curves;
    ThresholdTab *m_thresholds;
    ConfusionTab *m_confusion;
    ResidualsTab *m_residuals;
    SegmentsTab *m_segments;
    TreeTab *m_tree;
    FairnessTab *m_fairness;
    ExplainTab *m_explain;
    QTreeView *m_folds;
    ArtifactsTab *m_artifacts;
};

} // namespace assay::ui
