// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/pageheader.h"
#include "widgets/pages/columnchooser.h"
#include "widgets/pages/emptypane.h"
#include "widgets/pages/runeditor.h"
#include "widgets/pages/runspage.h"
#include "widgets/pages/storeedits.h"
#include "widgets/pages/tables.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>

/// How the runs page is put together; what it does is in runspage.cpp.
namespace assay::ui {

namespace {

constexpr int filterDelay = 120; // [ms] after the last key
const QString detailsKey = QStringLiteral("runs/details");

QToolButton *toggle(const QString &text, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setText(text);
    button->setCheckable(true);
    return button;
}

} // namespace

RunsPage::RunsPage(Shell &shellOfPage, QWidget *parent)
    : Page(shellOfPage, parent)
    , m_load(&shellOfPage.jobs())
    , m_train(&shellOfPage.jobs())
    , m_model(new RunsModel(this))
    , m_heading(new PageHeader(tr("Runs"), this))
    , m_filter(new QLineEdit(this))
    , m_experiment(new QComboBox(this))
    , m_showDeleted(toggle(tr("Deleted"), this))
    , m_columnsButton(new QToolButton(this))
    , m_details(toggle(tr("Details"), this))
    , m_chooser(new ColumnChooser(this))
    , m_table(new QTreeView(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyPane(this))
    , m_splitter(new QSplitter(this))
    , m_editor(new RunEditor(shellOfPage, this))
{
    buildHeading();
    buildTools();
    buildTable();
    restoreColumns();
    m_details->setChecked(QSettings().value(detailsKey, false).toBool());
    m_editor->parentWidget()->setVisible(m_details->isChecked());
    selectionChanged();
    m_empty->setMessage(tr("Reading runs…"), {});
    m_stack->setCurrentWidget(m_empty);
    load();
}

void RunsPage::buildHeading()
{
    m_ensemble = m_heading->addButton(tr("Ensemble…"));
    m_ensemble->setObjectName(QStringLiteral("ensembleRuns"));
    m_ensemble->setToolTip(tr("Average or stack the selected runs into one model"));
    connect(m_ensemble, &QPushButton::clicked, this, &RunsPage::ensembleSelected);
    m_report = m_heading->addButton(tr("Report…"));
    m_report->setToolTip(tr("One HTML file about the selected runs"));
    m_compare = m_heading->setPrimary(tr("Compare"));
    m_compare->setObjectName(QStringLiteral("compareRuns"));
    m_report->setObjectName(QStringLiteral("reportRuns"));
    connect(m_compare, &QPushButton::clicked, this, &RunsPage::compareSelected);
    connect(m_report, &QPushButton::clicked, this, &RunsPage::reportSelected);
    auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, m_compare, &QPushButton::click);
}

QPushButton *RunsPage::action(const QString &text, const QString &toolTip, const QKeySequence &key,
                              void (RunsPage::*slot)())
{
    auto *button = new QPushButton(text, this);
    button->setFlat(true);
    button->setToolTip(key.isEmpty() ? toolTip : tr("%1 (%2)").arg(toolTip, key.toString(QKeySequence::NativeText)));
    connect(button, &QPushButton::clicked, this, slot);
    if (!key.isEmpty()) {
        auto *shortcut = new QShortcut(key, m_table);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, button, &QPushButton::click);
    }
    return button;
}

void RunsPage::buildTools()
{
    m_filter->setObjectName(QStringLiteral("runsFilter"));
    m_filter->setPlaceholderText(tr("Filter by name, model, parameter or tag"));
    m_filter->setAccessibleName(tr("Filter runs"));
    m_filter->setClearButtonEnabled(true);
    m_experiment->setAccessibleName(tr("Experiment"));
    m_experiment->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_showDeleted->setToolTip(tr("Show the deleted runs instead"));
    m_columnsButton->setText(tr("Columns…"));
    m_columnsButton->setObjectName(QStringLiteral("chooseColumns"));
    m_details->setToolTip(tr("Name, note and tags of the selected runs, to be changed in place"));

    m_open = action(tr("Open"), tr("Everything about the run"), QKeySequence(Qt::Key_Return), &RunsPage::openSelected);
    m_tag = action(tr("Tag…"), tr("Set or remove tags of the selected runs"), {}, &RunsPage::tagSelected);
    m_note = action(tr("Note…"), tr("Write a note"), {}, &RunsPage::noteSelected);
    m_rename = action(tr("Rename"), tr("Give the run another name"), {}, &RunsPage::renameSelected);
    m_delete = action(tr("Delete"), tr("Can be undone"), QKeySequence::Delete, &RunsPage::deleteSelected);
    m_delete->setObjectName(QStringLiteral("deleteRuns"));

    m_filterDelay.setSingleShot(true);
    m_filterDelay.setInterval(filterDelay);
    connect(m_filter, &QLineEdit::textChanged, &m_filterDelay, qOverload<>(&QTimer::start));
    connect(&m_filterDelay, &QTimer::timeout, this, [this] {
        m_query.filter = m_filter->text().trimmed();
        load();
    });
    connect(m_experiment, &QComboBox::currentIndexChanged, this, [this] {
        m_query.experiment = m_experiment->currentData().toString();
        load();
    });
    connect(m_showDeleted, &QToolButton::toggled, this, [this](bool on) {
        m_query.deleted = on;
        load();
    });
    connect(m_details, &QToolButton::toggled, this, [this](bool on) {
        QSettings().setValue(detailsKey, on);
        m_editor->parentWidget()->setVisible(on);
        selectionChanged();
    });
    connect(m_columnsButton, &QToolButton::clicked, this, [this] {
        m_chooser->setColumns(m_keys, m_model->columns());
        m_chooser->popupBelow(m_columnsButton);
    });
    connect(m_chooser, &ColumnChooser::chosen, this, &RunsPage::setColumns);
    connect(m_chooser, &ColumnChooser::resetRequested, this, [this] {
        setColumns(defaultRunColumns(m_keys));
        QSettings().remove(QStringLiteral("runs/columns"));
        m_columnsChosen = false;
    });
}

void RunsPage::buildTable()
{
    m_table->setObjectName(QStringLiteral("runsTable"));
    m_table->setAccessibleName(tr("Runs"));
    m_table->setModel(m_model);
    m_table->setUniformRowHeights(true);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setExpandsOnDoubleClick(false);
    m_table->setAllColumnsShowFocus(true);
    m_table->header()->setSectionsClickable(true);
    m_table->header()->setSortIndicatorShown(true);
    m_table->header()->setStretchLastSection(true);
    m_table->setStyleSheet(QStringLiteral("QTreeView::item { padding: 4px 0; }"));
    makeCopyable(m_table);
    connect(m_table->header(), &QHeaderView::sortIndicatorChanged, this, &RunsPage::sortBy);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RunsPage::selectionChanged);
    connect(m_table, &QTreeView::doubleClicked, this,
            [this](const QModelIndex &index) { shell().openRun(m_model->run(index)->id); });
    connect(m_model, &RunsModel::renameRequested, this, [this](const tracking::RunId &run, const QString &name) {
        StoreEdits::of(shell()).rename(*m_model->run(m_model->indexOf(run)), name);
    });
    connect(m_model, &RunsModel::noteRequested, this, [this](const tracking::RunId &run, const QString &note) {
        StoreEdits::of(shell()).setNote(*m_model->run(m_model->indexOf(run)), note);
    });
    connect(&StoreEdits::of(shell()), &StoreEdits::written, this, &RunsPage::refresh);
    connect(m_empty, &EmptyPane::actionTriggered, this, &RunsPage::emptyAction);

    auto *tools = new QHBoxLayout;
    tools->setSpacing(8);
    tools->addWidget(m_filter, 1);
    for (QWidget *tool : {static_cast<QWidget *>(m_experiment), static_cast<QWidget *>(m_columnsButton),
                          static_cast<QWidget *>(m_showDeleted), static_cast<QWidget *>(m_details)})
        tools->addWidget(tool);
    auto *actions = new QHBoxLayout;
    actions->setSpacing(4);
    for (QPushButton *button : {m_open, m_rename, m_tag, m_note, m_delete})
        actions->addWidget(button);
    actions->addStretch(1);

    auto *side = new QWidget(this);
    auto *sideLayout = new QVBoxLayout(side);
    sideLayout->setContentsMargins(16, 0, 0, 0);
    sideLayout->addWidget(m_editor);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    m_splitter->addWidget(m_stack);
    m_splitter->addWidget(side);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({900, 280});
    m_splitter->setChildrenCollapsible(false);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(m_heading);
    layout->addLayout(tools);
    layout->addLayout(actions);
    layout->addWidget(m_splitter, 1);
}

} // namespace assay::ui
