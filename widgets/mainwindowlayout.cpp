// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mainwindow.h"

#include "widgets/controls/messagebar.h"
#include "widgets/controls/theme.h"
#include "widgets/inspector.h"
#include "widgets/jobspane.h"
#include "widgets/navigator.h"
#include "widgets/problemspane.h"
#include "widgets/recent.h"

#include <QDockWidget>
#include <QFileInfo>
#include <QLabel>
#include <QProgressBar>
#include <QStatusBar>
#include <QVBoxLayout>

/// How the window is put together and how it comes back: documents, panes, status bar, session.
namespace assay::ui {

void MainWindow::buildCentre()
{
    auto *centre = new QWidget(this);
    m_message = new MessageBar(centre);
    m_documents = new DocumentTabs(centre);
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_message);
    layout->addWidget(m_documents, 1);
    setCentralWidget(centre);
    connect(m_message, &MessageBar::detailsAsked, this, [this] { showDock(ProblemsDock); });
    connect(m_documents, &DocumentTabs::documentsChanged, this, [this] {
        updateNavigator();
        updateInspector();
    });
    connect(m_documents, &DocumentTabs::inspectorChanged, this, &MainWindow::updateInspector);
    connect(m_documents, &DocumentTabs::pageStatus, this, [this](const QString &text) { m_counts->setText(text); });
}

void MainWindow::buildDocks()
{
    m_navigator = new Navigator(this);
    m_inspector = new Inspector(this);
    m_jobsPane = new JobsPane(m_jobs, this);
    m_problems = new ProblemsPane(this);
    m_log = new LogPane(this);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    addDock(QStringLiteral("navigator"), tr("Navigator"), m_navigator, Qt::LeftDockWidgetArea);
    addDock(QStringLiteral("inspector"), tr("Inspector"), m_inspector, Qt::RightDockWidgetArea);
    addDock(QStringLiteral("jobs"), tr("Jobs"), m_jobsPane, Qt::BottomDockWidgetArea);
    addDock(QStringLiteral("problems"), tr("Problems"), m_problems, Qt::BottomDockWidgetArea);
    addDock(QStringLiteral("log"), tr("Log"), m_log, Qt::BottomDockWidgetArea);
    tabifyDockWidget(m_docks[JobsDock], m_docks[ProblemsDock]);
    tabifyDockWidget(m_docks[JobsDock], m_docks[LogDock]);
    m_docks[JobsDock]->raise();
    for (const int index : {JobsDock, ProblemsDock, LogDock})
        m_docks[index]->hide();
    resizeDocks({m_docks[NavigatorDock], m_docks[InspectorDock]}, {220, 240}, Qt::Horizontal);
    resizeDocks({m_docks[JobsDock]}, {150}, Qt::Vertical);
}

QDockWidget *MainWindow::addDock(const QString &name, const QString &title, QWidget *widget, Qt::DockWidgetArea area)
{
    auto *dock = new QDockWidget(title, this);
    dock->setObjectName(name);
    dock->setAccessibleName(title);
    dock->setWidget(widget);
    addDockWidget(area, dock);
    m_docks.append(dock);
    return dock;
}

void MainWindow::showDock(DockIndex index)
{
    m_docks[index]->show();
    m_docks[index]->raise();
}

void MainWindow::buildStatusBar()
{
    auto *store = new QLabel(QFileInfo(m_workbench.storePath()).fileName(), this);
    store->setToolTip(m_workbench.storePath());
    store->setAccessibleName(tr("Store %1").arg(m_workbench.storePath()));
    m_counts = new QLabel(this);
    m_running = new QLabel(this);
    m_busy = new QProgressBar(this);
    m_busy->setRange(0, 0);
    m_busy->setFixedWidth(80);
    m_busy->setAccessibleName(tr("Jobs are running"));
    m_busy->hide();
    statusBar()->addPermanentWidget(m_busy);
    statusBar()->addPermanentWidget(m_running);
    statusBar()->addPermanentWidget(m_counts);
    statusBar()->addPermanentWidget(store);
    connect(m_jobsPane, &JobsPane::summaryChanged, this, [this](const QString &text) {
        m_running->setText(text);
        m_busy->setVisible(!text.isEmpty());
    });
}

void MainWindow::restoreSession()
{
    const Settings settings;
    m_theme->setZoom(settings.value(QStringLiteral("window/zoom"), 100).toInt());
    const QString mode = settings.value(QStringLiteral("window/theme")).toString();
    m_theme->setMode(mode == QLatin1String("dark")    ? Theme::Mode::Dark
                     : mode == QLatin1String("light") ? Theme::Mode::Light
                                                      : Theme::Mode::System);
    restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
    restoreState(settings.value(QStringLiteral("window/docks")).toByteArray());
}

void MainWindow::saveSession()
{
    Settings settings;
    settings.setValue(QStringLiteral("window/zoom"), m_theme->zoom());
    settings.setValue(QStringLiteral("window/theme"), m_theme->mode() == Theme::Mode::Dark ? QStringLiteral("dark")
                                                      : m_theme->mode() == Theme::Mode::Light
                                                          ? QStringLiteral("light")
                                                          : QStringLiteral("system"));
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    settings.setValue(QStringLiteral("window/docks"), saveState());
    saveTabs();
}

void MainWindow::resetLayout()
{
    restoreState(m_initialState);
}

} // namespace assay::ui
