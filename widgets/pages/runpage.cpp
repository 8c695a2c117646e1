// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/runpage.h"

#include "widgets/controls/pageheader.h"
#include "widgets/models/format.h"
#include "widgets/pages/artifactstab.h"
#include "widgets/pages/banner.h"
#include "widgets/pages/confusiontab.h"
#include "widgets/pages/curvedialog.h"
#include "widgets/pages/curvestab.h"
#include "widgets/pages/explaintab.h"
#include "widgets/pages/fairnesstab.h"
#include "widgets/pages/reproducepane.h"
#include "widgets/pages/residualstab.h"
#include "widgets/pages/runeditor.h"
#include "widgets/pages/runsummary.h"
#include "widgets/pages/segmentstab.h"
#include "widgets/pages/storeedits.h"
#include "widgets/pages/thresholdtab.h"
#include "widgets/pages/treetab.h"

#include <QPushButton>
#include <QTabWidget>
#include <QTextBrowser>
#include <QTreeView>
#include <algorithm>

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
    case Artifacts:
        return QStringLiteral("assay artifact list ") + id;
    case Thresholds:
        if (const QString command = m_thresholds->command(); !command.isEmpty())
            return command;
        break;
    default:
        break;
    }
    return QStringLiteral("assay run ") + id;
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
    if (m_loadDetails.isRunning())
        m_stale = true; // what is being read may be from before the change
    else
        loadDetails();
}

void RunPage::loadDetails()
{
    m_stale = false;
    Workbench &workbench = shell().workbench();
    m_loadDetails.start<tracking::RunDetails>(
        tr("Reading the run"), [&workbench, run = m_run](const Context &) { return workbench.details(run); },
        [this](Result<tracking::RunDetails> details) {
            if (details)
                showDetails(std::move(*details));
            else
                m_banner->setMessages({text(details.error().message)});
            if (m_stale)
                loadDetails();
        });
}

void RunPage::showDetails(tracking::RunDetails details)
{
    const bool wasRunning = m_details && m_details->run.status == tracking::RunStatus::Running;
    const bool first = !m_details;
    m_details = std::move(details);
    const tracking::Run &run = m_details->run;
    m_heading->setTitle(run.name);
    QStringList about = {Format::model(run.model), Format::status(run.status), Format::relativeTime(run.start),
                         Format::duration(run)};
    about.removeAll(QString()); // a run of another program need not name a model
    m_heading->setSubtitle(about.join(QStringLiteral(" · ")));
    m_banner->setMessages(run.error.isEmpty() ? QStringList() : QStringList(run.error));
    const bool finished = run.status == tracking::RunStatus::Finished;
    m_report->setEnabled(finished);
    for (QPushButton *button : {m_learning, m_validation}) // only what was trained here can be trained again
        button->setEnabled(finished && run.source.isEmpty());
    m_register->setEnabled(std::ranges::any_of(m_details->artifacts, [](const tracking::Artifact &artifact) {
        return artifact.kind == QLatin1String("model");
    }));
    m_editor->setRuns({run});
    m_reproduce->setRun(*m_details);
    m_artifacts->setRun(*m_details);
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
            m_tree->setRun(m_run, m_details->run.name, {});
            showTabs();
        });
}

void RunPage::showAnalysis(RunAnalysis analysis)
{
    m_analysis = std::make_shared<const RunAnalysis>(std::move(analysis));
    m_metrics->setAnalysis(*m_analysis);
    m_fairness->setAnalysis(m_run, m_analysis->predictions);
    m_explain->setRun(m_run, true);
    QStringList classes;
    for (const std::string &label : m_analysis->predictions.labels)
        classes << text(label);
    m_tree->setRun(m_run, m_details->run.name, classes);
    m_curves->setAnalysis(m_analysis, nullptr);
    m_segments->setAnalysis(m_analysis);
    if (m_analysis->evaluation.task != engine::Task::Regression)
        m_confusion->setAnalysis(m_analysis, nullptr);
    showTabs();
    loadThresholds();
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
            showTabs();
        });
}

/// Those that have something to show for the run's task and model.
void RunPage::showTabs()
{
    const bool analysed = m_analysis != nullptr;
    const engine::Task task = analysed ? m_analysis->evaluation.task : engine::Task::Regression;
    const bool classes = analysed && task != engine::Task::Regression;
    m_curves->setSeries(m_details->run.name, m_series);
    m_tabs->setTabVisible(Curves, !analysed || classes || !m_series.empty());
    m_tabs->setTabVisible(Thresholds, classes && task == engine::Task::Binary);
    m_tabs->setTabVisible(Confusion, classes);
    m_tabs->setTabVisible(Residuals, analysed && !classes);
    m_tabs->setTabVisible(Segments, analysed);
    m_tabs->setTabVisible(Tree, m_details->run.model == QLatin1String("decision_tree") &&
                                    m_details->run.status == tracking::RunStatus::Finished);
    if (analysed && !classes)
        m_residuals->setAnalysis(m_analysis);
}

void RunPage::loadThresholds()
{
    if (m_analysis->evaluation.task != engine::Task::Binary)
        return;
    if (m_analysis->predictions.scores.size() == 0)
        return m_thresholds->explain(tr("There are no scores"),
                                     tr("The run kept only what was predicted; a threshold needs scores."));
    m_loadThresholds.start<ThresholdData>(
        tr("Sweeping thresholds"),
        [analysis = m_analysis](const Context &) { return thresholdData(analysis->predictions); },
        [this](Result<ThresholdData> swept) {
            if (!swept)
                return m_thresholds->explain(tr("There are no thresholds to choose from"), text(swept.error().message));
            const auto shared = std::make_shared<const ThresholdData>(std::move(*swept));
            m_curves->setAnalysis(m_analysis, shared);
            m_confusion->setAnalysis(m_analysis, shared);
            m_thresholds->setSubject(m_analysis, shared);
        });
}

void RunPage::thresholdMoved()
{
    m_curves->setOperatingPoint(m_thresholds->threshold(), m_thresholds->costs());
    m_confusion->setThreshold(m_thresholds->threshold());
    m_segments->setThreshold(m_thresholds->threshold());
}

void RunPage::openCurve(bool validation)
{
    auto *dialog = new CurveDialog(validation ? CurveDialog::Kind::Validation : CurveDialog::Kind::Learning, shell(),
                                   *m_details, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void RunPage::tabShown()
{
    switch (m_tabs->currentIndex()) {
    case Residuals:
        return m_residuals->start();
    case Segments:
        return m_segments->start();
    case Tree:
        return m_tree->start();
    case Fairness:
        return m_fairness->start();
    case Explain:
        return m_explain->start();
    default:
        return;
    }
}

} // namespace assay::ui
