// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/comparepage.h"

#include "widgets/charts/chartfactory.h"
#include "widgets/controls/pageheader.h"
#include "widgets/models/format.h"
#include "widgets/models/twolinedelegate.h"
#include "widgets/pages/banner.h"
#include "widgets/pages/charttabs.h"
#include "widgets/pages/emptypane.h"
#include "widgets/pages/flowlayout.h"
#include "widgets/pages/runpage.h"
#include "widgets/pages/runsummary.h"
#include "widgets/pages/tables.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace assay::ui {

namespace {

constexpr std::size_t fewest = 2, most = 8;
const QString onlyDifferencesKey = QStringLiteral("compare/onlyDifferences");

} // namespace

ComparePage::ComparePage(Shell &shellOfPage, std::vector<tracking::RunId> runs, QWidget *parent)
    : Page(shellOfPage, parent)
    , m_runs(std::move(runs))
    , m_load(&shellOfPage.jobs())
    , m_metrics(new ComparisonMetricsModel(this))
    , m_params(new ComparisonParamsModel(this))
    , m_heading(new PageHeader(tr("Compare runs"), this))
    , m_chips(new QWidget(this))
    , m_caveats(new Banner(Tone::Warning, this))
    , m_onlyDifferences(new QCheckBox(tr("Only differences"), this))
    , m_metricsTable(new QTableView(this))
    , m_paramsTable(new QTableView(this))
    , m_charts(new ChartTabs(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyPane(this))
{
    build();
    load();
}

ComparePage::~ComparePage() = default;

void ComparePage::build()
{
    m_report = m_heading->setPrimary(tr("Report…"));
    m_report->setObjectName(QStringLiteral("reportComparison"));
    m_report->setToolTip(tr("One HTML file about these runs"));
    m_report->setEnabled(false);
    connect(m_report, &QPushButton::clicked, this, [this] { shell().openReport(m_runs); });
    new FlowLayout(m_chips, 8);
    m_metricsTable->setObjectName(QStringLiteral("metricsTable"));
    m_metricsTable->setAccessibleName(tr("Metrics of the runs"));
    m_metricsTable->setModel(m_metrics);
    m_metricsTable->setItemDelegate(new TwoLineDelegate(m_metricsTable));
    m_paramsTable->setObjectName(QStringLiteral("paramsTable"));
    m_paramsTable->setAccessibleName(tr("Parameters of the runs"));
    m_paramsTable->setModel(m_params);
    for (QTableView *table : {m_metricsTable, m_paramsTable}) {
        styleTable(table);
        table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
        table->horizontalHeader()->setTextElideMode(Qt::ElideMiddle);
    }
    m_metricsTable->verticalHeader()->setDefaultSectionSize(44);
    m_onlyDifferences->setObjectName(QStringLiteral("onlyDifferences"));
    m_onlyDifferences->setChecked(QSettings().value(onlyDifferencesKey, true).toBool());
    connect(m_onlyDifferences, &QCheckBox::toggled, this, [this](bool on) {
        QSettings().setValue(onlyDifferencesKey, on);
        if (m_comparison)
            m_params->setComparison(*m_comparison, on);
    });
    m_empty->follow(&m_load);
    connect(m_empty, &EmptyPane::actionTriggered, this, [this] { shell().openRuns(); });

    auto *params = new QWidget(this);
    auto *paramsLayout = new QVBoxLayout(params);
    paramsLayout->setContentsMargins(0, 8, 0, 0);
    paramsLayout->setSpacing(8);
    auto *paramsTop = new QHBoxLayout;
    paramsTop->addWidget(roleLabel(tr("Parameters"), "heading", params), 1);
    paramsTop->addWidget(m_onlyDifferences);
    paramsLayout->addLayout(paramsTop);
    paramsLayout->addWidget(m_paramsTable);
    auto *tables = new QSplitter(Qt::Vertical, this);
    auto *metrics = new QWidget(this);
    auto *metricsLayout = new QVBoxLayout(metrics);
    metricsLayout->setContentsMargins(0, 0, 0, 0);
    metricsLayout->setSpacing(8);
    metricsLayout->addWidget(roleLabel(tr("Metrics"), "heading", metrics));
    metricsLayout->addWidget(m_metricsTable);
    tables->addWidget(metrics);
    tables->addWidget(params);
    tables->setSizes({420, 220});
    auto *content = new QSplitter(Qt::Horizontal, this);
    content->addWidget(tables);
    content->addWidget(m_charts);
    content->setSizes({640, 560});
    content->setChildrenCollapsible(false);
    tables->setChildrenCollapsible(false);
    m_stack->addWidget(content);
    m_stack->addWidget(m_empty);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(m_heading);
    layout->addWidget(m_chips);
    layout->addWidget(m_caveats);
    layout->addWidget(m_stack, 1);
}

QString ComparePage::title() const
{
    return tr("Compare %n run(s)", nullptr, static_cast<int>(m_runs.size()));
}

QString ComparePage::key() const
{
    QString key = QStringLiteral("compare");
    for (const tracking::RunId &run : m_runs)
        key += QLatin1Char(':') + run.value;
    return key;
}

QString ComparePage::command() const
{
    QString command = QStringLiteral("assay compare");
    for (const tracking::RunId &run : m_runs)
        command += QLatin1Char(' ') + run.value.left(12);
    return command;
}

QString ComparePage::inspectorText() const
{
    return m_comparison ? runSummaryHtml(m_comparison->runs[m_baseline].details.run) : QString();
}

void ComparePage::refresh()
{
    // Names and notes may have changed; what was predicted has not, unless a run was deleted.
    if (m_comparison && !m_load.isRunning())
        load();
}

void ComparePage::explain(const QString &title, const QString &text)
{
    m_empty->setMessage(title, text, tr("Choose runs"));
    m_stack->setCurrentWidget(m_empty);
    m_report->setEnabled(false);
}

void ComparePage::load()
{
    if (m_runs.size() < fewest)
        return explain(tr("A comparison takes at least two runs"),
                       tr("Select 2 to 8 runs in the runs table, then press Compare."));
    if (m_runs.size() > most)
        return explain(tr("A comparison takes at most eight runs"),
                       tr("%1 are too many to tell apart by colour. Select up to 8 of them.").arg(m_runs.size()));
    if (!m_comparison)
        m_stack->setCurrentWidget(m_empty);
    Workbench &workbench = shell().workbench();
    m_load.start<RunComparison>(
        tr("Comparing runs"),
        [&workbench, runs = m_runs](const Context &context) { return workbench.compare(runs, context); },
        [this](Result<RunComparison> comparison) {
            if (comparison)
                show(std::move(*comparison));
            else if (comparison.error().kind == ErrorKind::Cancelled)
                explain(tr("The comparison was cancelled"), {});
            else
                explain(tr("These runs cannot be compared"), text(comparison.error().message));
        });
}

void ComparePage::show(RunComparison comparison)
{
    m_comparison = std::move(comparison);
    m_baseline = std::min(m_baseline, m_comparison->runs.size() - 1);
    QStringList caveats(m_comparison->caveats.begin(), m_comparison->caveats.end());
    for (const std::string &warning : m_comparison->comparison.warnings)
        caveats.append(text(warning));
    m_caveats->setMessages(caveats);
    m_heading->setSubtitle(m_comparison->comparison.pairs.empty()
                               ? QString()
                               : tr("%n row(s) in common; p values are adjusted for the number of comparisons.",
                                    nullptr, static_cast<int>(m_comparison->comparison.pairs.front().rows)));
    m_report->setEnabled(true);
    m_stack->setCurrentIndex(0);
    showChips();
    showTables();
    showCharts();
    emit titleChanged();
    emit inspectorChanged();
}

void ComparePage::setBaseline(std::size_t run)
{
    if (!m_comparison || run >= m_comparison->runs.size())
        return;
    m_baseline = run;
    showChips();
    showTables();
    emit inspectorChanged();
}

void ComparePage::showTables()
{
    m_metrics->setComparison(*m_comparison, m_baseline);
    m_params->setComparison(*m_comparison, m_onlyDifferences->isChecked());
}

void ComparePage::showChips()
{
    // Not deleted at once: it may be the menu of one of them that is speaking.
    const auto chips = m_chips->findChildren<QToolButton *>(QString(), Qt::FindDirectChildrenOnly);
    for (QToolButton *old : chips) {
        old->setParent(nullptr);
        old->deleteLater();
    }
    for (std::size_t run = 0; run < m_comparison->runs.size(); ++run) {
        QWidget *made = chip(run);
        m_chips->layout()->addWidget(made);
        made->show();
    }
}

QWidget *ComparePage::chip(std::size_t run)
{
    const tracking::Run &facts = m_comparison->runs[run].details.run;
    auto *button = new QToolButton(m_chips);
    button->setObjectName(QStringLiteral("runChip%1").arg(run));
    button->setIcon(swatchIcon(runColor(run)));
    button->setText(run == m_baseline ? tr("%1 · baseline").arg(facts.name) : facts.name);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setToolTip(tr("%1, trained %2").arg(Format::model(facts.model), Format::relativeTime(facts.start)));
    auto *menu = new QMenu(button);
    QAction *pin = menu->addAction(tr("Pin as baseline"), this, [this, run] { setBaseline(run); });
    pin->setEnabled(run != m_baseline);
    menu->addSeparator();
    menu->addAction(tr("Open"), this, [this, run] { openRunAt(run, RunPage::Overview); });
    menu->addAction(tr("Fairness"), this, [this, run] { openRunAt(run, RunPage::Fairness); });
    menu->addAction(tr("Explain"), this, [this, run] { openRunAt(run, RunPage::Explain); });
    menu->addSeparator();
    QAction *remove = menu->addAction(tr("Remove from comparison"), this, [this, run] { without(run); });
    remove->setEnabled(m_runs.size() > fewest);
    button->setMenu(menu);
    return button;
}

void ComparePage::openRunAt(std::size_t run, int tab)
{
    const tracking::RunId id = m_runs[run];
    RunPage::openAt(shell(), id, static_cast<RunPage::Tab>(tab), window());
}

void ComparePage::without(std::size_t run)
{
    std::vector<tracking::RunId> runs = m_runs;
    runs.erase(runs.begin() + static_cast<std::ptrdiff_t>(run));
    shell().openCompare(runs);
}

void ComparePage::showCharts()
{
    std::vector<NamedEvaluation> models;
    std::vector<std::pair<QString, const engine::Predictions *>> predictions;
    for (const RunAnalysis &run : m_comparison->runs) {
        models.push_back({.name = run.details.run.name, .evaluation = &run.evaluation});
        predictions.emplace_back(run.details.run.name, &run.predictions);
    }
    const engine::Task task = m_comparison->runs.front().evaluation.task;
    const QString headline = text(engine::headline(task).metric);
    std::vector<std::pair<QString, ChartSpec>> charts;
    if (task == engine::Task::Binary) {
        charts.emplace_back(tr("ROC"), rocChart(models));
        charts.emplace_back(tr("Precision–recall"), prChart(models));
        charts.emplace_back(tr("Calibration"), calibrationChart(models));
        charts.emplace_back(tr("Gain"), gainChart(models));
    } else if (task == engine::Task::Regression) {
        charts.emplace_back(tr("Residuals"), residualChart(predictions));
    }
    charts.emplace_back(Format::metric(headline), metricChart(headline, models));
    if (task == engine::Task::Regression)
        charts.emplace_back(Format::metric(QStringLiteral("r2")), metricChart(QStringLiteral("r2"), models));
    if (task == engine::Task::Multiclass)
        charts.emplace_back(Format::metric(QStringLiteral("accuracy")),
                            metricChart(QStringLiteral("accuracy"), models));
    m_charts->setCharts(std::move(charts));
}

} // namespace assay::ui
