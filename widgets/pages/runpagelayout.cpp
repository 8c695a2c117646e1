// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/pageheader.h"
#include "widgets/pages/artifactstab.h"
#include "widgets/pages/banner.h"
#include "widgets/pages/confusiontab.h"
#include "widgets/pages/curvestab.h"
#include "widgets/pages/explaintab.h"
#include "widgets/pages/fairnesstab.h"
#include "widgets/pages/registrypage.h"
#include "widgets/pages/reproducepane.h"
#include "widgets/pages/residualstab.h"
#include "widgets/pages/runeditor.h"
#include "widgets/pages/runpage.h"
#include "widgets/pages/segmentstab.h"
#include "widgets/pages/storeedits.h"
#include "widgets/pages/tables.h"
#include "widgets/pages/thresholdtab.h"
#include "widgets/pages/treetab.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>
#include <QTableView>
#include <QTextBrowser>
#include <QTreeView>
#include <QVBoxLayout>

/// How the run page is put together; what it does is in runpage.cpp.
namespace assay::ui {

namespace {

QTableView *resultTable(QAbstractItemModel *model, const QString &name, QWidget *parent)
{
    auto *table = new QTableView(parent);
    table->setModel(model);
    table->setAccessibleName(name);
    styleTable(table);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    return table;
}

QWidget *titled(const QString &title, QWidget *content, QWidget *parent)
{
    auto *widget = new QWidget(parent);
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(roleLabel(title, "heading", widget));
    layout->addWidget(content);
    return widget;
}

} // namespace

RunPage::RunPage(Shell &shellOfPage, tracking::RunId run, QWidget *parent)
    : Page(shellOfPage, parent)
    , m_run(std::move(run))
    , m_loadDetails(&shellOfPage.jobs(), this)
    , m_loadAnalysis(&shellOfPage.jobs())
    , m_loadThresholds(&shellOfPage.jobs())
    , m_loadSeries(&shellOfPage.jobs())
    , m_metrics(new MetricsModel(this))
    , m_params(new ParamsModel(this))
    , m_foldsModel(new RunsModel(this))
    , m_heading(new PageHeader(tr("Run %1").arg(m_run.value.left(8)), this))
    , m_banner(new Banner(Tone::Bad, this))
    , m_tabs(new QTabWidget(this))
    , m_editor(new RunEditor(shellOfPage, this))
    , m_reproduce(new ReproducePane(shellOfPage, this))
    , m_facts(new QTextBrowser(this))
    , m_curves(new CurvesTab(this))
    , m_thresholds(new ThresholdTab(shellOfPage, this))
    , m_confusion(new ConfusionTab(shellOfPage.jobs(), this))
    , m_residuals(new ResidualsTab(shellOfPage.jobs(), this))
    , m_segments(new SegmentsTab(shellOfPage, this))
    , m_tree(new TreeTab(shellOfPage, this))
    , m_fairness(new FairnessTab(shellOfPage, this))
    , m_explain(new ExplainTab(shellOfPage, this))
    , m_folds(new QTreeView(this))
    , m_artifacts(new ArtifactsTab(shellOfPage, this))
{
    build();
    loadDetails();
}

void RunPage::build()
{
    m_register = m_heading->addButton(tr("Register model…"));
    m_register->setObjectName(QStringLiteral("registerModel"));
    m_register->setToolTip(tr("Make the model of this run a version of a registered model"));
    m_register->setEnabled(false);
    connect(m_register, &QPushButton::clicked, this,
            [this] { RegistryPage::askToRegister(shell(), m_details->run, this); });
    m_learning = m_heading->addButton(tr("Learning curve…"));
    m_learning->setObjectName(QStringLiteral("learningCurve"));
    m_learning->setToolTip(tr("How the score changes with the number of training rows"));
    m_validation = m_heading->addButton(tr("Validation curve…"));
    m_validation->setObjectName(QStringLiteral("validationCurve"));
    m_validation->setToolTip(tr("How the score changes with a parameter"));
    for (QPushButton *button : {m_learning, m_validation})
        button->setEnabled(false);
    connect(m_learning, &QPushButton::clicked, this, [this] { openCurve(false); });
    connect(m_validation, &QPushButton::clicked, this, [this] { openCurve(true); });
    QPushButton *curves = m_heading->addButton(tr("Metrics"));
    curves->setObjectName(QStringLiteral("runCurves"));
    curves->setToolTip(tr("What the run logged, with zoom, smoothing and other runs beside it"));
    connect(curves, &QPushButton::clicked, this, [this] { shell().openMetrics({m_run}); });
    m_report = m_heading->setPrimary(tr("Report…"));
    m_report->setToolTip(tr("One HTML file about this run"));
    m_report->setEnabled(false);
    connect(m_report, &QPushButton::clicked, this, [this] { shell().openReport({m_run}); });

    m_curves->follow(&m_loadAnalysis);
    m_thresholds->follow(&m_loadThresholds);
    connect(m_thresholds, &ThresholdTab::moved, this, &RunPage::thresholdMoved);
    m_tabs->setObjectName(QStringLiteral("runTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(overview(), tr("Overview"));
    m_tabs->addTab(m_curves, tr("Curves"));
    m_tabs->addTab(m_thresholds, tr("Thresholds"));
    m_tabs->addTab(m_confusion, tr("Confusion"));
    m_tabs->addTab(m_residuals, tr("Residuals"));
    m_tabs->addTab(m_segments, tr("Segments"));
    m_tabs->addTab(m_tree, tr("Tree"));
    m_tabs->addTab(m_fairness, tr("Fairness"));
    m_tabs->addTab(m_explain, tr("Explain"));
    m_tabs->addTab(folds(), tr("Folds"));
    m_tabs->addTab(m_artifacts, tr("Artifacts"));
    for (const Tab tab : {Thresholds, Confusion, Residuals, Segments, Tree, Folds})
        m_tabs->setTabVisible(tab, false);
    connect(m_tabs, &QTabWidget::currentChanged, this, &RunPage::tabShown);
    connect(&StoreEdits::of(shell()), &StoreEdits::failed, this, &RunPage::refresh);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(m_heading);
    layout->addWidget(m_banner);
    layout->addWidget(m_tabs, 1);
}

QWidget *RunPage::overview()
{
    m_facts->setAccessibleName(tr("Facts about the run"));
    m_facts->setObjectName(QStringLiteral("runFacts"));
    m_facts->setFrameShape(QFrame::NoFrame);
    m_facts->setOpenLinks(false);
    auto *metrics = resultTable(m_metrics, tr("Metrics"), this);
    metrics->setObjectName(QStringLiteral("runMetrics"));
    auto *params = resultTable(m_params, tr("Parameters"), this);

    auto *tables = new QSplitter(Qt::Vertical, this);
    tables->addWidget(titled(tr("Metrics"), metrics, tables));
    tables->addWidget(titled(tr("Parameters"), params, tables));
    tables->setSizes({380, 220});
    auto *about = new QSplitter(Qt::Vertical, this);
    // One part of the splitter, so that an outcome of several lines takes its room from the facts.
    auto *made = titled(tr("About this run"), m_facts, about);
    made->layout()->addWidget(m_reproduce);
    about->addWidget(made);
    about->addWidget(m_editor);
    about->setSizes({400, 240});
    auto *all = new QSplitter(Qt::Horizontal, this);
    all->addWidget(tables);
    all->addWidget(about);
    all->setSizes({600, 520});
    for (QSplitter *splitter : {tables, about, all})
        splitter->setChildrenCollapsible(false);
    return all;
}

QWidget *RunPage::folds()
{
    m_folds->setModel(m_foldsModel);
    m_folds->setAccessibleName(tr("Runs below this one"));
    m_folds->setRootIsDecorated(false);
    m_folds->setUniformRowHeights(true);
    m_folds->setEditTriggers(QAbstractItemView::NoEditTriggers);
    makeCopyable(m_folds);
    connect(m_folds, &QTreeView::activated, this,
            [this](const QModelIndex &index) { shell().openRun(m_foldsModel->run(index)->id); });
    return m_folds;
}

} // namespace assay::ui
