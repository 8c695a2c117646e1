// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mainwindow.h"

#include "widgets/commandpalette.h"
#include "widgets/controls/format.h"
#include "widgets/controls/messagebar.h"
#include "widgets/controls/theme.h"
#include "widgets/errortext.h"
#include "widgets/jobspane.h"
#include "widgets/mainmenu.h"
#include "widgets/problemspane.h"
#include "widgets/recent.h"
#include "widgets/resources.h"
#include "widgets/storecare.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDockWidget>
#include <QMenuBar>
#include <QMessageBox>
#include <QProcess>
#include <QStatusBar>
#include <utility>

namespace assay::ui {

namespace {

constexpr int storePollInterval = 500; // [ms]: what others write is on the screen within a second

bool startAgainWith(const QString &store)
{
    return QProcess::startDetached(QCoreApplication::applicationFilePath(), {QStringLiteral("--store"), store});
}

} // namespace

MainWindow::MainWindow(Workbench &workbench, QWidget *parent)
    : QMainWindow(parent)
    , m_workbench(workbench)
    , m_theme((initResources(), new Theme(this)))
    , m_samples(*this)
    , m_runsReader(nullptr, this)
    , m_storeOpener(startAgainWith)
{
    setObjectName(QStringLiteral("MainWindow"));
    setWindowTitle(tr("Assay"));
    setWindowIcon(QIcon(QStringLiteral(":/icons/assay.svg")));
    setAcceptDrops(true);
    setDockNestingEnabled(true);
    resize(1280, 800);
    buildCentre();
    buildDocks();
    buildStatusBar();
    m_storeCare = new StoreCare(*this, this);
    m_menu = new MainMenu(*this);
    m_initialState = saveState();
    restoreSession();
    qApp->installEventFilter(this);
    connect(&m_jobs, &JobRegistry::changed, m_menu, &MainMenu::update);
    connect(&m_poll, &QTimer::timeout, this, &MainWindow::lookAtStore);
    m_poll.start(storePollInterval);
    m_storeVersion = workbench.storeVersion();
    addRecentPath(RecentKind::Store, workbench.storePath());
    if (const auto limitation = workbench.store().limitation())
        report(*limitation); // open for reading only, and why
    readRuns();
    updateNavigator();
    restoreTabs();
}

MainWindow::~MainWindow()
{
    qApp->removeEventFilter(this);
    m_poll.stop();
    disconnect(&m_jobs, nullptr, nullptr, nullptr);
    // Pages hold jobs that report to m_jobs, which ends before the children of a QWidget do.
    m_documents->closeAll();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_jobs.running().empty() && isVisible()) {
        const auto answer = QMessageBox::question(
            this, tr("Close Assay"), tr("Work is still running. Stop it and close? Finished runs are kept."),
            QMessageBox::Close | QMessageBox::Cancel, QMessageBox::Cancel);
        if (answer != QMessageBox::Close) {
            event->ignore();
            return;
        }
    }
    saveSession();
    cancelJobs();
    QMainWindow::closeEvent(event);
}

void MainWindow::addDataset(const DatasetPtr &dataset)
{
    if (!dataset || m_datasets.contains(dataset))
        return;
    m_datasets.append(dataset);
    addRecentPath(RecentKind::Data, dataset->path);
    updateNavigator();
}

void MainWindow::storeChanged()
{
    // A page may tell of a change that the window has found by itself.
    if (const qint64 now = m_workbench.storeVersion(); std::exchange(m_storeVersion, now) == now)
        return;
    readRuns();
    for (Page *page : m_documents->pages())
        page->refresh();
}

void MainWindow::lookAtStore()
{
    if (m_workbench.storeVersion() != m_storeVersion)
        storeChanged();
}

void MainWindow::report(const Error &error)
{
    if (error.kind == ErrorKind::Cancelled) {
        tell(tr("Cancelled."));
        return;
    }
    m_problems->add(error);
    m_log->add(errorText(error));
    m_message->showError(errorText(error), errorPlace(error), errorAdvice(error));
}

void MainWindow::tell(const QString &text)
{
    m_log->add(text);
    statusBar()->showMessage(text, 6000);
}

void MainWindow::copyAsCommand()
{
    const Page *page = m_documents->currentPage();
    if (!page || page->command().isEmpty())
        return;
    const QString command = commandOnStore(page->command(), m_workbench.storePath());
    QGuiApplication::clipboard()->setText(command);
    tell(tr("Copied: %1").arg(command));
}

void MainWindow::stepTab(int by)
{
    const int count = m_documents->count();
    if (count > 0)
        m_documents->setCurrentIndex((m_documents->currentIndex() + by + count) % count);
}

void MainWindow::cancelJobs()
{
    const auto running = m_jobs.running();
    for (JobRunner *runner : running)
        runner->cancel();
}

void MainWindow::showPalette()
{
    (new CommandPalette(menuBar(), this))->show();
}

void MainWindow::showAbout()
{
    QMessageBox::about(
        this, tr("About Assay"),
        tr("<h3>Assay %1</h3><p>A laboratory for comparing machine learning models on your own machine.</p>"
           "<p>Free software under the GNU General Public License, version 3 or later.</p>")
            .arg(QCoreApplication::applicationVersion()));
}

} // namespace assay::ui
