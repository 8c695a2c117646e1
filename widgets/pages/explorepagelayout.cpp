// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/filterbox.h"
#include "widgets/controls/pageheader.h"
#include "widgets/controls/querybox.h"
#include "widgets/models/exploretable.h"
#include "widgets/pages/emptypane.h"
#include "widgets/pages/explorepage.h"
#include "widgets/pages/exploreviews.h"
#include "widgets/pages/tables.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

/// How the explore page is put together; what it does is in explorepage.cpp.
namespace assay::ui {

ExplorePage::ExplorePage(Shell &shellOfPage, tracking::RunQuery query, QWidget *parent)
    : Page(shellOfPage, parent)
    , m_query(std::move(query))
    , m_load(&shellOfPage.jobs())
    , m_heading(new PageHeader(tr("Explore"), this))
    , m_open(m_heading->addButton(tr("Open")))
    , m_curves(m_heading->addButton(tr("Metrics")))
    , m_compare(m_heading->setPrimary(tr("Compare")))
    , m_filter(new FilterBox(this))
    , m_metrics(new QComboBox(this))
    , m_tabs(new QTabWidget(this))
    , m_parallel(new ExploreParallel(this))
    , m_scatter(new ExploreScatter(this))
    , m_boxes(new ExploreBoxes(this))
    , m_importance(new ExploreImportance(shellOfPage.jobs(), this))
    , m_tableTitle(roleLabel({}, "heading", this))
    , m_clear(new QPushButton(tr("Clear selection"), this))
    , m_table(new ExploreTable(this))
    , m_tableView(new QTableView(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyPane(this))
{
    m_query.offset = 0;
    m_query.limit = -1;
    build();
    load();
}

void ExplorePage::build()
{
    m_open->setToolTip(tr("Open the selected run"));
    m_curves->setToolTip(tr("Curves of the selected runs"));
    connect(m_open, &QPushButton::clicked, this, [this] { shell().openRun(chosenRuns().front()); });
    connect(m_curves, &QPushButton::clicked, this, [this] { shell().openMetrics(chosenRuns()); });
    connect(m_compare, &QPushButton::clicked, this, [this] { shell().openCompare(chosenRuns()); });
    for (QPushButton *button : {m_open, m_curves, m_compare})
        button->setEnabled(false);
    m_empty->follow(&m_load);
    connect(m_empty, &EmptyPane::actionTriggered, this, [this] {
        if (m_query.filter.isEmpty() && m_query.experiment.isEmpty() && m_data)
            return shell().openStart();
        m_query = {};
        m_filter->setFilter({});
        load();
    });

    m_tabs->setDocumentMode(true);
    m_tabs->setObjectName(QStringLiteral("exploreTabs"));
    m_tabs->addTab(m_parallel, tr("Parallel axes"));
    m_tabs->addTab(m_scatter, tr("Scatter"));
    m_tabs->addTab(m_boxes, tr("Box plots"));
    m_tabs->addTab(m_importance, tr("Importance"));
    connect(m_tabs, &QTabWidget::currentChanged, this, [this](int tab) {
        if (tab == Importance)
            m_importance->start();
    });
    connect(m_parallel->plot(), &ParallelPlot::brushed, this, &ExplorePage::chooseRuns);
    connect(m_parallel->plot(), &ParallelPlot::runClicked, this, &ExplorePage::toggleRun);
    connect(m_parallel, &ExploreParallel::axesChosen, this, &ExplorePage::showTable);
    connect(m_scatter, &ExploreScatter::runClicked, this, &ExplorePage::toggleRun);
    connect(m_parallel, &ExploreParallel::columnWanted, this, &ExplorePage::want);
    connect(m_scatter, &ExploreScatter::columnWanted, this, &ExplorePage::want);
    connect(m_boxes, &ExploreBoxes::columnWanted, this, &ExplorePage::want);

    auto *content = new QSplitter(Qt::Vertical, this);
    content->addWidget(m_tabs);
    content->addWidget(lower());
    content->setSizes({480, 200});
    content->setStretchFactor(0, 1);
    content->setChildrenCollapsible(false);
    m_stack->addWidget(content);
    m_stack->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(m_heading);
    layout->addWidget(tools());
    layout->addWidget(m_stack, 1);
}

QWidget *ExplorePage::tools()
{
    m_filter->edit()->setPlaceholderText(
        tr("Which runs, such as metrics.roc_auc > 0.8 and params.model = \"xgboost\""));
    m_filter->edit()->setAccessibleName(tr("Query"));
    m_filter->edit()->setObjectName(QStringLiteral("exploreQuery"));
    m_filter->setStore(&shell().workbench().store());
    m_filter->setFilter(m_query.filter);
    connect(m_filter, &FilterBox::said, this, [this](const QString &filter) {
        m_query.filter = filter;
        load();
    });
    auto *find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, m_filter, &FilterBox::focus);
    m_metrics->setAccessibleName(tr("Metric"));
    m_metrics->setObjectName(QStringLiteral("exploreMetric"));
    m_metrics->setToolTip(tr("What parameters are held against"));
    m_metrics->setSizeAdjustPolicy(QComboBox::AdjustToContents); // filled after it is first shown
    connect(m_metrics, &QComboBox::currentIndexChanged, this,
            [this] { setMetric(m_metrics->currentData().toString()); });
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_filter, 1);
    row->addSpacing(8);
    // In line with the query, also where a sentence stands below it.
    auto *name = roleLabel(tr("Metric"), "faint", bar);
    name->setMinimumHeight(m_metrics->sizeHint().height());
    row->addWidget(name, 0, Qt::AlignTop);
    row->addWidget(m_metrics, 0, Qt::AlignTop);
    return bar;
}

QWidget *ExplorePage::lower()
{
    m_tableView->setModel(m_table);
    m_tableView->setAccessibleName(tr("Runs"));
    m_tableView->setObjectName(QStringLiteral("exploreTable"));
    styleTable(m_tableView);
    m_tableView->setSortingEnabled(true);
    m_tableView->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_tableView->horizontalHeader()->setDefaultSectionSize(120);
    m_tableView->horizontalHeader()->setTextElideMode(Qt::ElideRight); // the tooltip says it whole
    m_tableView->setMouseTracking(true);
    connect(m_tableView, &QTableView::activated, this, [this](const QModelIndex &index) {
        shell().openRun(m_data->ids[static_cast<std::size_t>(m_table->run(index.row()))]);
    });
    connect(m_tableView, &QTableView::entered, this,
            [this](const QModelIndex &index) { m_parallel->plot()->setHovered(m_table->run(index.row())); });
    connect(m_parallel->plot(), &ParallelPlot::runHovered, this, [this](int run) {
        if (const int row = run < 0 ? -1 : m_table->rowOf(run); row >= 0)
            m_tableView->setCurrentIndex(m_table->index(row, 0));
    });
    m_clear->setProperty("role", QStringLiteral("flat"));
    connect(m_clear, &QPushButton::clicked, this, [this] {
        m_parallel->plot()->clearBrushes();
        choose({});
    });
    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->setSpacing(4);
    auto *row = new QHBoxLayout;
    row->addWidget(m_tableTitle);
    row->addWidget(m_clear);
    row->addStretch(1);
    layout->addLayout(row);
    layout->addWidget(m_tableView, 1);
    return box;
}

} // namespace assay::ui
