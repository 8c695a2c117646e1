// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mainwindow.h"

#include "tracking/importers/importer.h"
#include "tracking/runtable.h"
#include "widgets/commandpalette.h"
#include "widgets/controls/dropzone.h"
#include "widgets/controls/icons.h"
#include "widgets/controls/messagebar.h"
#include "widgets/controls/theme.h"
#include "widgets/errortext.h"
#include "widgets/inspector.h"
#include "widgets/jobspane.h"
#include "widgets/mainmenu.h"
#include "widgets/navigator.h"
#include "widgets/pagefactory.h"
#include "widgets/problemspane.h"
#include "widgets/recent.h"
#include "widgets/resources.h"
#include "widgets/storecare.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDockWidget>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QProcess>
#include <QProgressBar>
#include <QStatusBar>
#include <QTabBar>
#include <QVBoxLayout>

namespace assay::ui {

namespace {

constexpr int storePollInterval = 500; // [ms]: what others write is on the screen within a second
constexpr qint64 navigatorRuns = 50;

enum DockIndex { NavigatorDock, InspectorDock, JobsDock, ProblemsDock, LogDock };

QString fileName(const DatasetPtr &data)
{
    return QFileInfo(data->path).fileName();
}

QString joinedIds(const std::vector<tracking::RunId> &runs)
{
    QStringList ids;
    for (const tracking::RunId &run : runs)
        ids.append(run.value);
    return ids.join(QLatin1Char('+'));
}

/// What a document of @p data is known by: the same file read another way is another one.
QString dataKey(const DatasetPtr &data)
{
    return data->path + QLatin1Char('#') + QString::fromStdString(data->table().digest());
}

QStringList localFiles(const QMimeData *data)
{
    QStringList paths;
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

bool isStore(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(16) == QByteArray("SQLite format 3\0", 16);
}

/// Runs of another program. A table may be such a log too, but as a data set it is looked at first.
bool holdsRuns(const QString &path)
{
    const auto &all = tracking::importers();
    return std::any_of(all.begin(), all.end(), [&](const tracking::ImporterInfo &one) {
        return one.id != std::string_view("csv-log") && one.recognises(path);
    });
}

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
    , m_runsReader(nullptr)
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
    openStart();
}

MainWindow::~MainWindow()
{
    qApp->removeEventFilter(this);
    m_poll.stop();
    disconnect(&m_jobs, nullptr, nullptr, nullptr);
    // Pages hold jobs that report to m_jobs, which ends before the children of a QWidget do.
    m_documents->closeAll();
}

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

void MainWindow::showDock(int index)
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

// Session -----------------------------------------------------------------------------------------------------------

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
}

void MainWindow::resetLayout()
{
    restoreState(m_initialState);
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

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show) {
        // The window makes the tabs of its docks by itself, and nameless.
        auto *bar = qobject_cast<QTabBar *>(watched);
        if (bar && bar->accessibleName().isEmpty())
            bar->setAccessibleName(tr("Panes"));
    }
    const bool drop = event->type() == QEvent::Drop;
    if (!drop && event->type() != QEvent::DragEnter && event->type() != QEvent::DragMove)
        return QMainWindow::eventFilter(watched, event);
    auto *widget = qobject_cast<QWidget *>(watched);
    if (!widget || widget->window() != this || qobject_cast<DropZone *>(widget))
        return false;
    auto *dropEvent = static_cast<QDropEvent *>(event);
    const QStringList paths = localFiles(dropEvent->mimeData());
    if (paths.isEmpty())
        return false;
    dropEvent->acceptProposedAction();
    Page *page = m_documents->currentPage();
    if (drop && !(page && page->dropFiles(paths)))
        openFiles(paths);
    return true;
}

// Going somewhere -----------------------------------------------------------------------------------------------------

void MainWindow::openFiles(const QStringList &paths)
{
    for (const QString &path : paths) {
        // What is in a folder is looked for by the page, off this thread: it may be large, or far away.
        if (QFileInfo(path).isDir() || holdsRuns(path))
            openTakeOver(path);
        else if (isStore(path))
            openStore(path);
        else
            openImport(path);
    }
}

void MainWindow::setStoreOpener(std::function<bool(const QString &)> opener)
{
    m_storeOpener = std::move(opener);
}

void MainWindow::openStart()
{
    m_documents->open({.key = QStringLiteral("start"), .iconName = QStringLiteral("home")},
                      [this] { return pages::start(*this); });
}

void MainWindow::openImport(const QString &path)
{
    if (path.isEmpty()) {
        askForData();
        return;
    }
    m_documents->open({.key = QStringLiteral("import:") + path, .iconName = QStringLiteral("import")},
                      [&] { return pages::import(*this, path); });
}

void MainWindow::openProfile(const DatasetPtr &dataset)
{
    addDataset(dataset);
    m_documents->open({.key = QStringLiteral("profile:") + dataKey(dataset),
                       .section = Document::Section::Datasets,
                       .iconName = QStringLiteral("dataset"),
                       .data = dataset},
                      [&] { return pages::profile(*this, dataset); });
}

void MainWindow::openTrain(const DatasetPtr &dataset, const QString &target)
{
    addDataset(dataset);
    m_documents->open({.key = QStringLiteral("train:%1:%2").arg(dataKey(dataset), target),
                       .iconName = QStringLiteral("train"),
                       .data = dataset},
                      [&] { return pages::train(*this, dataset, target); });
}

void MainWindow::openRuns()
{
    m_documents->open(
        {.key = QStringLiteral("runs"), .section = Document::Section::Runs, .iconName = QStringLiteral("runs")},
        [this] { return pages::runs(*this); });
}

void MainWindow::openRun(const tracking::RunId &run)
{
    m_documents->open({.key = QStringLiteral("run:") + run.value,
                       .section = Document::Section::Runs,
                       .iconName = QStringLiteral("run"),
                       .runs = {run}},
                      [&] { return pages::run(*this, run); });
}

void MainWindow::openCompare(const std::vector<tracking::RunId> &runs)
{
    m_documents->open({.key = QStringLiteral("compare:") + joinedIds(runs),
                       .section = Document::Section::Comparisons,
                       .iconName = QStringLiteral("compare"),
                       .runs = runs},
                      [&] { return pages::compare(*this, runs); });
}

void MainWindow::openDrift(const DatasetPtr &reference, const DatasetPtr &current)
{
    for (const DatasetPtr &dataset : {reference, current}) {
        if (dataset)
            addDataset(dataset);
    }
    const QString key =
        (reference ? dataKey(reference) : QString()) + QLatin1Char('|') + (current ? dataKey(current) : QString());
    m_documents->open({.key = QStringLiteral("drift:") + key,
                       .section = Document::Section::Drift,
                       .iconName = QStringLiteral("drift"),
                       .data = reference},
                      [&] { return pages::drift(*this, reference, current); });
}

void MainWindow::openRegistry(const QString &model)
{
    Page *page = m_documents->open(
        {.key = QStringLiteral("registry"), .section = Document::Section::Runs, .iconName = QStringLiteral("check")},
        [&] { return pages::registry(*this, model); });
    pages::showModel(page, model);
}

void MainWindow::openReport(const std::vector<tracking::RunId> &runs)
{
    m_documents->open({.key = QStringLiteral("report:") + joinedIds(runs),
                       .section = Document::Section::Reports,
                       .iconName = QStringLiteral("report"),
                       .runs = runs},
                      [&] { return pages::report(*this, runs); });
}

void MainWindow::openMetrics(const std::vector<tracking::RunId> &runs)
{
    m_documents->open({.key = QStringLiteral("metrics:") + joinedIds(runs),
                       .section = Document::Section::Comparisons,
                       .iconName = QStringLiteral("compare"),
                       .runs = runs},
                      [&] { return pages::metrics(*this, runs); });
}

void MainWindow::openExplore(const tracking::RunQuery &query)
{
    m_documents->open({.key = QStringLiteral("explore:") + query.experiment + u':' + query.filter +
                              (query.deleted ? QStringLiteral(":deleted") : QString()) +
                              (query.archived ? QStringLiteral(":archived") : QString()),
                       .section = Document::Section::Comparisons,
                       .iconName = QStringLiteral("compare")},
                      [&] { return pages::explore(*this, query); });
}

void MainWindow::openTakeOver(const QString &path)
{
    m_documents->open({.key = QStringLiteral("takeover:") + path, .iconName = QStringLiteral("open")},
                      [&] { return pages::takeOver(*this, path); });
}

void MainWindow::askForData()
{
    const QStringList paths = QFileDialog::getOpenFileNames(
        this, tr("Open data"), {},
        tr("Data (*.csv *.tsv *.txt *.json *.jsonl *.ndjson *.parquet *.gz);;All files (*)"));
    openFiles(paths);
}

void MainWindow::askForStore()
{
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Open store"), {}, tr("Stores (*.db *.sqlite);;All files (*)"));
    if (!path.isEmpty())
        openStore(path);
}

void MainWindow::openStore(const QString &path)
{
    if (QFileInfo(path) == QFileInfo(m_workbench.storePath())) {
        openRuns();
        return;
    }
    if (m_storeOpener(path)) {
        addRecentPath(RecentKind::Store, path);
        tell(tr("The store %1 opens in a window of its own.").arg(QFileInfo(path).fileName()));
        return;
    }
    report(failure(ErrorKind::Refused, "store_window", "The store {} could not be opened in a window of its own.",
                   {path.toStdString()})
               .value());
}

void MainWindow::openSample(const Sample &sample)
{
    m_samples.open(sample);
}

void MainWindow::openDriftOfCurrent()
{
    const DatasetPtr reference = currentData();
    DatasetPtr current;
    for (const DatasetPtr &dataset : m_datasets) {
        if (dataset != reference)
            current = dataset;
    }
    openDrift(reference, current);
}

DatasetPtr MainWindow::currentData() const
{
    if (const DatasetPtr dataset = m_documents->document(m_documents->currentPage()).data)
        return dataset;
    return m_datasets.isEmpty() ? nullptr : m_datasets.last();
}

std::vector<tracking::RunId> MainWindow::currentRuns() const
{
    Page *page = m_documents->currentPage();
    const auto selected = pages::selectedRuns(page);
    return selected.empty() ? m_documents->document(page).runs : selected;
}

// What pages ask for
// ----------------------------------------------------------------------------------------------------

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
    m_storeVersion = m_workbench.storeVersion();
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

void MainWindow::updateInspector()
{
    Page *page = m_documents->currentPage();
    m_inspector->setText(page ? page->title() : tr("Assay"), page ? page->inspectorText() : QString());
    setWindowTitle(page ? tr("%1 – Assay").arg(page->title()) : tr("Assay"));
    if (m_menu)
        m_menu->update();
}

void MainWindow::updateNavigator()
{
    using enum Document::Section;
    std::vector<Navigator::Entry> datasets, comparisons, drift, reports;
    for (auto at = m_datasets.crbegin(); at != m_datasets.crend(); ++at)
        datasets.push_back({fileName(*at), (*at)->path, [this, found = *at] { openProfile(found); }});
    for (Page *page : m_documents->pages()) {
        const auto section = m_documents->document(page).section;
        auto *entries = section == Comparisons ? &comparisons
                        : section == Drift     ? &drift
                        : section == Reports   ? &reports
                                               : nullptr;
        if (entries)
            entries->push_back({page->title(), {}, [this, page] { m_documents->setCurrentWidget(page); }});
    }
    m_navigator->setEntries(Datasets, std::move(datasets), tr("Drop a file to begin"));
    m_navigator->setEntries(Comparisons, std::move(comparisons), tr("Choose two runs to compare"));
    m_navigator->setEntries(Drift, std::move(drift), tr("Needs two datasets"));
    m_navigator->setEntries(Reports, std::move(reports), tr("Made from runs"));
}

void MainWindow::readRuns()
{
    m_runsReader.start<std::vector<tracking::Run>>(
        tr("Reading runs"),
        [&store = m_workbench.store()](const Context &) -> Result<std::vector<tracking::Run>> {
            tracking::RunQuery query;
            query.topLevelOnly = true;
            query.limit = navigatorRuns;
            const tracking::RunTable table(store);
            const auto latest = table.rows(query);
            if (!latest)
                return tl::unexpected(latest.error());
            std::vector<qint64> rows;
            for (const tracking::RunRow &run : *latest)
                rows.push_back(run.row);
            return table.read(rows, {});
        },
        [this](const Result<std::vector<tracking::Run>> &runs) {
            if (runs)
                showRuns(*runs);
        });
}

void MainWindow::showRuns(const std::vector<tracking::Run> &runs)
{
    if (runs == m_latestRuns && m_runsShown)
        return; // filling the tree anew would take the focus from its entries
    m_runsShown = true;
    m_latestRuns = runs;
    std::vector<Navigator::Entry> entries;
    if (!runs.empty())
        entries.push_back({tr("All runs"), tr("The table of all runs"), [this] { openRuns(); }});
    for (const tracking::Run &run : runs)
        entries.push_back(
            {run.name, tr("%1, %2").arg(run.model, run.experiment), [this, id = run.id] { openRun(id); }});
    m_navigator->setEntries(Document::Section::Runs, std::move(entries), tr("Train a model to fill this"));
}

void MainWindow::copyAsCommand()
{
    const Page *page = m_documents->currentPage();
    if (!page || page->command().isEmpty())
        return;
    QGuiApplication::clipboard()->setText(page->command());
    tell(tr("Copied: %1").arg(page->command()));
}

void MainWindow::findInNavigator()
{
    showDock(NavigatorDock);
    m_navigator->focusFilter();
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
