// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/filterbox.h"
#include "widgets/controls/pageheader.h"
#include "widgets/pages/columnchooser.h"
#include "widgets/pages/emptypane.h"
#include "widgets/pages/runeditor.h"
#include "widgets/pages/runspage.h"
#include "widgets/pages/runspagetable.h"
#include "widgets/pages/storeedits.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QToolButton>

/// How the runs page is put together; what it does is in runspage.cpp.
namespace assay::ui {

namespace {

const QString detailsKey = QStringLiteral("runs/details"), widthsKey = QStringLiteral("runs/widths");
constexpr int selectionPause = 40; // [ms] before a selection is read in full
constexpr int widthPause = 400;    // [ms] before widths are kept
constexpr int extrasPause = 30;    // [ms] for the painting of the rows, before what is marked in them is looked for

} // namespace

RunsPage::RunsPage(Shell &shellOfPage, QWidget *parent)
    : Page(shellOfPage, parent)
    , m_store(shellOfPage.workbench().store())
    , m_load(&shellOfPage.jobs())
    , m_train(&shellOfPage.jobs())
    , m_extras(nullptr, this)
    , m_keysReader(nullptr, this)
    , m_selectionReader(nullptr, this)
    , m_rowsReader(nullptr, this)
    , m_differences(nullptr, this)
    , m_model(new RunsModel(this))
    , m_heading(new PageHeader(tr("Runs"), this))
    , m_filter(new FilterBox(this))
    , m_experiment(new QComboBox(this))
    , m_which(new QComboBox(this))
    , m_group(new QComboBox(this))
    , m_columnsButton(new QToolButton(this))
    , m_details(new QToolButton(this))
    , m_views(new SavedViews(shellOfPage, this))
    , m_chooser(new ColumnChooser(this))
    , m_table(new RunsTable(m_model, this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyPane(this))
    , m_splitter(new QSplitter(this))
    , m_editor(new RunEditor(shellOfPage, this))
{
    m_model->setStore(&m_store);
    m_filter->setStore(&m_store);
    buildHeading();
    build();
    buildTable();
    buildHeader();
    buildActions();
    restoreColumns();
    m_details->setChecked(QSettings().value(detailsKey, false).toBool());
    m_side->setVisible(m_details->isChecked());
    selectionChanged();
    m_empty->setMessage(tr("Reading runs…"), {});
    m_stack->setCurrentWidget(m_empty);
    load();
}

void RunsPage::buildHeading()
{
    const auto button = [this](const QString &text, const char *name, const QString &toolTip,
                               void (RunsPage::*slot)()) {
        QPushButton *made = m_heading->addButton(text);
        made->setObjectName(QLatin1String(name));
        made->setToolTip(toolTip);
        connect(made, &QPushButton::clicked, this, slot);
        return made;
    };
    m_metrics = button(tr("Metrics"), "openMetrics", tr("Curves of the selected runs, or of the first 100"),
                       &RunsPage::openMetrics);
    m_explore = button(tr("Explore"), "openExplore", tr("Parameters against metrics over all runs shown"),
                       &RunsPage::openExplore);
    m_ensemble = button(tr("Ensemble…"), "ensembleRuns", tr("Average or stack the selected runs into one model"),
                        &RunsPage::ensembleSelected);
    m_report =
        button(tr("Report…"), "reportRuns", tr("One HTML file about the selected runs"), &RunsPage::reportSelected);
    m_compare = m_heading->setPrimary(tr("Compare"));
    m_compare->setObjectName(QStringLiteral("compareRuns"));
    connect(m_compare, &QPushButton::clicked, this, &RunsPage::compareSelected);
    auto *compare = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    compare->setContext(Qt::WidgetWithChildrenShortcut);
    connect(compare, &QShortcut::activated, m_compare, &QPushButton::click);
    auto *find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, m_filter, &FilterBox::focus);
}

QWidget *RunsPage::buildTools()
{
    m_experiment->setObjectName(QStringLiteral("experiment"));
    m_experiment->setAccessibleName(tr("Experiment"));
    m_which->setObjectName(QStringLiteral("whichRuns"));
    m_which->setAccessibleName(tr("Which runs"));
    m_which->addItems({tr("Active"), tr("Archived"), tr("Deleted")});
    m_group->setObjectName(QStringLiteral("groupRuns"));
    m_group->setAccessibleName(tr("Group by"));
    m_group->setToolTip(tr("One row for all runs that share a value, with mean ± standard deviation and the best"));
    m_group->addItem(tr("No groups"), QString());
    m_group->setEditable(true);
    m_group->setInsertPolicy(QComboBox::NoInsert);
    m_group->completer()->setFilterMode(Qt::MatchContains);
    m_group->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_group->lineEdit()->setAccessibleName(m_group->accessibleName());
    for (QComboBox *box : {m_experiment, m_group}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(14);
        box->setMaxVisibleItems(24);
    }
    m_columnsButton->setText(tr("Columns…"));
    m_columnsButton->setObjectName(QStringLiteral("chooseColumns"));
    m_columnsButton->setToolTip(tr("Show, hide, reorder and pin columns"));
    auto *sort = new QToolButton(this);
    sort->setText(tr("Sort ▾"));
    sort->setObjectName(QStringLiteral("sortRuns"));
    sort->setAccessibleName(tr("What the runs are sorted by"));
    sort->setToolTip(tr("Sort by one column or several, one after the other"));
    sort->setPopupMode(QToolButton::InstantPopup);
    sort->setMenu(new QMenu(sort));
    connect(sort->menu(), &QMenu::aboutToShow, this, [this, menu = sort->menu()] { fillSortMenu(*menu); });
    m_details->setText(tr("Details"));
    m_details->setObjectName(QStringLiteral("runDetails"));
    m_details->setCheckable(true);
    m_details->setToolTip(tr("Name, note and tags of the selected runs, to be changed in place"));
    m_more = new QToolButton(this);
    m_more->setText(tr("More ▾"));
    m_more->setAccessibleName(tr("More to do with the selected runs"));
    m_more->setObjectName(QStringLiteral("moreActions"));
    m_more->setPopupMode(QToolButton::InstantPopup);

    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    for (QWidget *tool :
         {static_cast<QWidget *>(m_experiment), static_cast<QWidget *>(m_which), static_cast<QWidget *>(m_group),
          static_cast<QWidget *>(m_views), static_cast<QWidget *>(m_columnsButton), static_cast<QWidget *>(sort)})
        layout->addWidget(tool);
    layout->addStretch(1);
    layout->addWidget(m_details);
    layout->addWidget(m_more);
    return row;
}

void RunsPage::build()
{
    QWidget *tools = buildTools();
    m_views->current = [this] { return currentView(); };
    connect(m_views, &SavedViews::chosen, this, &RunsPage::showView);
    connect(m_filter, &FilterBox::said, this, [this](const QString &filter) {
        m_query.filter = filter;
        load();
    });
    connect(m_experiment, &QComboBox::currentIndexChanged, this, [this] {
        m_query.experiment = m_experiment->currentData().toString();
        load();
    });
    connect(m_which, &QComboBox::currentIndexChanged, this, [this](int which) {
        m_query.archived = which == 1;
        m_query.deleted = which == 2;
        load();
    });
    connect(m_group, &QComboBox::currentIndexChanged, this, [this](int index) {
        if (index >= 0)
            setGroupBy(m_group->itemData(index).toString());
    });
    connect(m_group->lineEdit(), &QLineEdit::editingFinished, m_group,
            [box = m_group] { box->setEditText(box->itemText(box->currentIndex())); });
    connect(m_details, &QToolButton::toggled, this, [this](bool on) {
        QSettings().setValue(detailsKey, on);
        m_side->setVisible(on);
        if (!on)
            return m_editor->commit();
        m_editor->setRuns(m_full.size() <= manyRuns ? m_full : Runs()); // those of many lack their tags
        m_readSoon.start();
    });
    connect(m_columnsButton, &QToolButton::clicked, this, &RunsPage::openChooser);
    connect(m_chooser, &ColumnChooser::chosen, this, &RunsPage::setColumns);
    connect(m_chooser, &ColumnChooser::onlyDifferentChosen, this, &RunsPage::setOnlyDifferent);
    connect(m_chooser, &ColumnChooser::resetRequested, this, &RunsPage::resetColumns);

    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    m_splitter->addWidget(m_stack);
    m_splitter->addWidget(buildSide());
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({900, 280});
    m_splitter->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(m_heading);
    layout->addWidget(m_filter);
    layout->addWidget(tools);
    layout->addWidget(m_splitter, 1);
}

QWidget *RunsPage::buildSide()
{
    m_side = new QWidget(this);
    auto *layout = new QVBoxLayout(m_side);
    layout->setContentsMargins(16, 0, 0, 0);
    layout->addWidget(m_editor);
    return m_side;
}

void RunsPage::buildTable()
{
    m_table->setObjectName(QStringLiteral("runsTable"));
    m_table->setAccessibleName(tr("Runs"));
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_readSoon.setSingleShot(true);
    m_readSoon.setInterval(selectionPause);
    connect(&m_readSoon, &QTimer::timeout, this, &RunsPage::readSelection);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RunsPage::selectionChanged);
    connect(m_table, &QTreeView::doubleClicked, this, [this](const QModelIndex &index) {
        if (const tracking::Run *run = m_model->run(index))
            shell().openRun(run->id);
        else if (m_model->group(index))
            m_table->setExpanded(index.siblingAtColumn(0), !m_table->isExpanded(index.siblingAtColumn(0)));
    });
    connect(m_table, &QTreeView::expanded, this, [this](const QModelIndex &index) {
        if (const RunGroupRows *group = m_model->group(index); group && !group->rows)
            load(); // its runs are wanted now
    });
    connect(m_table, &RunsTable::starClicked, this, &RunsPage::starSelected);
    connect(m_table->itemDelegate(), &QAbstractItemDelegate::closeEditor, this, [this] {
        if (m_stale)
            QMetaObject::invokeMethod(this, &RunsPage::refresh, Qt::QueuedConnection);
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] { m_wasReset = true; });
    connect(m_model, &RunsModel::outdated, this, &RunsPage::refresh);
    connect(m_model, &RunsModel::failed, this, [this](const Error &error) { shell().report(error); });
    connect(m_model, &RunsModel::renameRequested, this, [this](const tracking::RunId &run, const QString &name) {
        StoreEdits::of(shell()).rename(*m_model->run(m_model->indexOf(run)), name);
    });
    connect(m_model, &RunsModel::noteRequested, this, [this](const tracking::RunId &run, const QString &note) {
        StoreEdits::of(shell()).setNote(*m_model->run(m_model->indexOf(run)), note);
    });
    connect(&StoreEdits::of(shell()), &StoreEdits::failed, this, &RunsPage::refresh);
    connect(m_empty, &EmptyPane::actionTriggered, this, &RunsPage::emptyAction);
}

void RunsPage::buildHeader()
{
    QHeaderView *header = m_table->header();
    header->setAccessibleName(tr("Columns of the runs"));
    m_keepSoon.setSingleShot(true);
    m_keepSoon.setInterval(widthPause);
    m_extrasSoon.setSingleShot(true);
    m_extrasSoon.setInterval(extrasPause);
    connect(&m_extrasSoon, &QTimer::timeout, this, &RunsPage::loadExtras);
    connect(&m_keepSoon, &QTimer::timeout, this, [this] { QSettings().setValue(widthsKey, m_widths); });
    connect(header, &QHeaderView::sortIndicatorChanged, this, &RunsPage::sortClicked);
    connect(header, &QHeaderView::sectionResized, this,
            [this](int section, int, int size) { keepWidth(section, size); });
    connect(header, &QHeaderView::sectionMoved, this, [this] {
        if (!m_arranging) // once the header is done with it
            QMetaObject::invokeMethod(this, &RunsPage::takeHeaderOrder, Qt::QueuedConnection);
    });
    connect(header, &QWidget::customContextMenuRequested, this, &RunsPage::showHeaderMenu);
}

} // namespace assay::ui
