// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/runpage.h"

#include "widgets/charts/chartfactory.h"
#include "widgets/controls/pageheader.h"
#include "widgets/models/format.h"
#include "widgets/pages/banner.h"
#include "widgets/pages/charttabs.h"
#include "widgets/pages/emptypane.h"
#include "widgets/pages/explaintab.h"
#include "widgets/pages/fairnesstab.h"
#include "widgets/pages/runeditor.h"
#include "widgets/pages/runsummary.h"
#include "widgets/pages/storeedits.h"

#include <QPushButton>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTextBrowser>
#include <QTreeView>

namespace assay::ui {

RunPage::~RunPage() = default;

QString RunPage::title() const
{
    return m_details ? m_details->run.name : tr("Run %1").arg(m_run.value.left(8));
}

QString RunPage::key() const
{
    return QStringLiteral("run:") + m_run.value;
}

QString RunPage::command() const
{
    const QString id = m_run.value.left(12);
    switch (m_tabs->currentIndex()) {
    case Explain:
        return m_explain->command(id);
    default:
        return QStringLiteral("assay run ") + id;
    }
}

QString RunPage::inspectorText() const
{
    return m_details ? runSummaryHtml(m_details->run) : QString();
}

void RunPage::openAt(Shell &shell, const tracking::RunId &run, Tab tab, const QWidget *window)
{
    shell.openRun(run);
    const auto pages = window->findChildren<RunPage *>();
    for (RunPage *page : pages)
        if (page->m_run == run)
            page->showTab(tab);
}

void RunPage::showTab(Tab tab)
{
    if (m_tabs->isTabVisible(tab))
        m_tabs->setCurrentIndex(tab);
}

void RunPage::refresh()
{
    if (!m_loadDetails.isRunning())
        loadDetails();
}

void RunPage::loadDetails()
{
    Workbench &workbench = shell().workbench();
    m_loadDetails.start<tracking::RunDetails>(
        tr("Reading the run"), [&workbench, run = m_run](const Context &) { return workbench.details(run); },
        [this](Result<tracking::RunDetails> details) {
            if (details) {
                showDetails(std::move(*details));
                return;
            }
            m_banner->setMessages({text(details.error().message)});
        });
}

void RunPage::showDetails(tracking::RunDetails details)
{
    const bool wasRunning = m_details && m_details->run.status == tracking::RunStatus::Running;
    const bool first = !m_details;
    m_details = std::move(details);
    const tracking::Run &run = m_details->run;
    m_heading->setTitle(run.name);
    m_heading->setSubtitle(tr("%1 · %2 · %3 · %4")
                               .arg(Format::model(run.model), Format::status(run.status),
                                    Format::relativeTime(run.start), Format::duration(run)));
    m_banner->setMessages(run.error.isEmpty() ? QStringList() : QStringList(run.error));
    m_report->setEnabled(run.status == tracking::RunStatus::Finished);
    m_editor->setRuns({run});
    m_facts->setHtml(runFactsHtml(*m_details));
    m_params->setParams(run.params);
    if (!m_analysis)
        m_metrics->setLogged(run.metrics);
    m_tabs->setTabVisible(Folds, !m_details->children.empty());
    m_foldsModel->setRuns(m_details->children, defaultRunColumns(keysOf(m_details->children)));
    emit titleChanged();
    emit inspectorChanged();
    if (first || wasRunning) {
        loadAnalysis();
        loadSeries();
    }
}

void RunPage::loadAnalysis()
{
    Workbench &workbench = shell().workbench();
    m_loadAnalysis.start<RunAnalysis>(
        tr("Evaluating the run"),
        [&workbench, run = m_run](const Context &context) { return workbench.analysis(run, context); },
        [this](Result<RunAnalysis> analysis) {
            if (analysis) {
                showAnalysis(std::move(*analysis));
                return;
            }
            const QString reason = text(analysis.error().message);
            m_fairness->explain(tr("There are no predictions to look at"), reason);
            m_explain->setRun(m_run, m_details->run.status == tracking::RunStatus::Finished);
            showCurves();
        });
}

void RunPage::showAnalysis(RunAnalysis analysis)
{
    m_analysis = std::move(analysis);
    m_metrics->setAnalysis(*m_analysis);
    m_fairness->setAnalysis(m_run, m_analysis->predictions);
    m_explain->setRun(m_run, true);
    showCurves();
    tabShown();
}

void RunPage::loadSeries()
{
    QStringList keys;
    for (const auto &[key, summary] : m_details->series)
        if (summary.count > 1)
            keys.append(key);
    if (keys.isEmpty())
        return;
    using AllSeries = std::vector<std::pair<QString, std::vector<tracking::MetricPoint>>>;
    Workbench &workbench = shell().workbench();
    m_loadSeries.start<AllSeries>(
        tr("Reading learning curves"),
        [&workbench, run = m_run, keys](const Context &context) -> Result<AllSeries> {
            AllSeries all;
            for (const QString &key : keys) {
                if (context.cancelled())
                    return cancelled();
                auto points = workbench.series(run, key);
                if (!points)
                    return tl::unexpected(points.error());
                all.emplace_back(key, std::move(*points));
            }
            return all;
        },
        [this](Result<AllSeries> all) {
            if (!all)
                return;
            m_series = std::move(*all);
            showCurves();
        });
}

void RunPage::showCurves()
{
    std::vector<std::pair<QString, ChartSpec>> charts;
    if (m_analysis) {
        const std::vector<NamedEvaluation> models{{.name = m_details->run.name, .evaluation = &m_analysis->evaluation}};
        const engine::Task task = m_analysis->evaluation.task;
        if (task == engine::Task::Binary) {
            charts.emplace_back(tr("ROC"), rocChart(models));
            charts.emplace_back(tr("Precision–recall"), prChart(models));
            charts.emplace_back(tr("Calibration"), calibrationChart(models));
            charts.emplace_back(tr("Gain"), gainChart(models));
        }
        if (task == engine::Task::Regression)
            charts.emplace_back(tr("Residuals"), residualChart({{m_details->run.name, &m_analysis->predictions}}));
        else
            charts.emplace_back(tr("Confusion"), confusionChart(m_analysis->evaluation));
    }
    for (const auto &[key, points] : m_series)
        charts.emplace_back(tr("%1 by step").arg(Format::metric(key)),
                            learningCurveChart(key, {{m_details->run.name, points}}));
    if (charts.empty())
        m_curvesEmpty->setMessage(tr("There are no curves"),
                                  tr("The run kept neither predictions nor a metric that was logged more than once."));
    m_curvesStack->setCurrentIndex(charts.empty() ? 1 : 0);
    m_curves->setCharts(std::move(charts));
}

void RunPage::tabShown()
{
    if (m_tabs->currentIndex() == Fairness)
        m_fairness->start();
    if (m_tabs->currentIndex() == Explain)
        m_explain->start();
}

} // namespace assay::ui
