// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/pageheader.h"
#include "widgets/models/badgedelegate.h"
#include "widgets/models/registrymodels.h"
#include "widgets/models/twolinedelegate.h"
#include "widgets/pages/columnfit.h"
#include "widgets/pages/emptypane.h"
#include "widgets/pages/registrypage.h"
#include "widgets/pages/storeedits.h"
#include "widgets/pages/tables.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>
#include <QTextBrowser>
#include <QVBoxLayout>

/// How the registry page is put together; what it does is in registrypage.cpp.
namespace assay::ui {

RegistryPage::RegistryPage(Shell &shellOfPage, const QString &model, QWidget *parent)
    : Page(shellOfPage, parent)
    , m_model(model)
    , m_load(&shellOfPage.jobs(), this)
    , m_loadModel(&shellOfPage.jobs(), this)
    , m_verifying(&shellOfPage.jobs(), this)
    , m_models(new RegisteredModelsModel(this))
    , m_versions(new ModelVersionsModel(this))
    , m_history(new RegistryHistoryModel(this))
    , m_heading(new PageHeader(tr("Registered models"), this))
    , m_modelsTable(table(m_models, "registryModels", tr("Registered models")))
    , m_versionsTable(table(m_versions, "registryVersions", tr("Versions")))
    , m_historyTable(table(m_history, "registryHistory", tr("History")))
    , m_versionsFit(new ColumnFit(m_versionsTable, {ModelVersionsModel::Run, ModelVersionsModel::Data}))
    , m_historyFit(new ColumnFit(m_historyTable, {RegistryHistoryModel::What, RegistryHistoryModel::Why}))
    , m_facts(new QTextBrowser(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyPane(this))
{
    build();
    buildActions();
    connect(&StoreEdits::of(shell()), &StoreEdits::failed, this, &RegistryPage::refresh);
    load();
}

void RegistryPage::build()
{
    m_verify = m_heading->addButton(tr("Verify"));
    m_verify->setObjectName(QStringLiteral("verifyVersion"));
    m_verify->setToolTip(tr("Check that the bytes of this version are there and unchanged"));
    m_rollBack = m_heading->addButton(tr("Roll back…"));
    m_rollBack->setObjectName(QStringLiteral("rollBack"));
    m_rollBack->setToolTip(tr("Point the alias at the version it had before"));
    m_promote = m_heading->setPrimary(tr("Promote…"));
    m_promote->setObjectName(QStringLiteral("promoteVersion"));
    m_promote->setToolTip(tr("Compare this version with the champion, and put it in its place"));
    connect(m_verify, &QPushButton::clicked, this, &RegistryPage::verify);
    connect(m_rollBack, &QPushButton::clicked, this, &RegistryPage::rollBack);
    connect(m_promote, &QPushButton::clicked, this, &RegistryPage::promote);
    m_empty->setMessage(tr("No model is registered yet"),
                        tr("Open a run that keeps its model and choose “Register model…”."), tr("Show the runs"));
    connect(m_empty, &EmptyPane::actionTriggered, this, [this] { shell().openRuns(); });

    m_modelsTable->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_modelsTable->verticalHeader()->setDefaultSectionSize(46);
    m_modelsTable->setItemDelegate(new TwoLineDelegate(this));
    auto *content = new QSplitter(Qt::Horizontal, this);
    content->setChildrenCollapsible(false);
    content->addWidget(m_modelsTable);
    content->addWidget(modelPane());
    content->setSizes({240, 900});
    content->setStretchFactor(0, 1);
    content->setStretchFactor(1, 4);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(content);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(m_heading);
    layout->addWidget(m_stack, 1);
}

QTableView *RegistryPage::table(QAbstractItemModel *model, const char *name, const QString &accessibleName)
{
    auto *view = new QTableView(this);
    view->setModel(model);
    view->setObjectName(QLatin1String(name));
    view->setAccessibleName(accessibleName);
    styleTable(view);
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->verticalHeader()->setDefaultSectionSize(44);
    view->setItemDelegate(new TwoLineDelegate(view));
    return view;
}

QWidget *RegistryPage::modelPane()
{
    m_versionsTable->setItemDelegateForColumn(ModelVersionsModel::Aliases, new BadgeDelegate(this));
    m_facts->setObjectName(QStringLiteral("versionFacts"));
    m_facts->setAccessibleName(tr("About the version"));
    m_facts->setFrameShape(QFrame::NoFrame);
    m_facts->setOpenLinks(false);
    auto *tabs = new QTabWidget(this);
    tabs->setObjectName(QStringLiteral("registryTabs"));
    tabs->setDocumentMode(true);
    tabs->addTab(m_historyTable, tr("History"));
    tabs->addTab(m_facts, tr("About the version"));
    auto *pane = new QSplitter(Qt::Vertical, this);
    pane->setChildrenCollapsible(false);
    pane->addWidget(m_versionsTable);
    pane->addWidget(tabs);
    pane->setSizes({320, 320});
    return pane;
}

QAction *RegistryPage::action(const QString &text, const char *name, void (RegistryPage::*slot)())
{
    auto *made = new QAction(text, this);
    made->setObjectName(QLatin1String(name));
    connect(made, &QAction::triggered, this, slot);
    return made;
}

QMenu *RegistryPage::stageMenu()
{
    auto *menu = new QMenu(tr("Stage"), this);
    for (const auto stage :
         {tracking::Stage::None, tracking::Stage::Staging, tracking::Stage::Production, tracking::Stage::Archived}) {
        QAction *one = menu->addAction(stageText(stage));
        one->setObjectName(QStringLiteral("stage-") + tracking::name(stage));
        connect(one, &QAction::triggered, this, [this, stage] { setStage(stage); });
    }
    return menu;
}

void RegistryPage::buildActions()
{
    m_needVersion = {action(tr("Promote…"), "promote", &RegistryPage::promote),
                     action(tr("Open the run"), "openRun", &RegistryPage::openRun),
                     action(tr("Compare with the champion"), "compareChampion", &RegistryPage::compareWithChampion),
                     stageMenu()->menuAction(),
                     action(tr("Set an alias…"), "setAlias", &RegistryPage::setAlias),
                     action(tr("Take an alias away…"), "removeAlias", &RegistryPage::takeAliasAway),
                     action(tr("Note…"), "note", &RegistryPage::editNote),
                     action(tr("Verify"), "verify", &RegistryPage::verify),
                     action(tr("Delete the version…"), "removeVersion", &RegistryPage::removeVersion)};
    m_needRun = {m_needVersion[1], m_needVersion[2]};
    m_versionsTable->addActions(m_needVersion);
    m_modelsTable->addAction(action(tr("Rename…"), "renameModel", &RegistryPage::renameModel));
    m_modelsTable->addAction(action(tr("Delete…"), "removeModel", &RegistryPage::removeModel));
    for (QTableView *view : {m_versionsTable, m_modelsTable})
        view->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_versionsTable, &QTableView::activated, this, &RegistryPage::openRun);
    connect(m_versionsTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &RegistryPage::versionChosen);
    connect(m_modelsTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) {
                if (index.isValid())
                    showModel(m_models->models()[static_cast<std::size_t>(index.row())].name);
            });
    versionChosen();
}

} // namespace assay::ui
