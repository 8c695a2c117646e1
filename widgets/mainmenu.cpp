// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mainmenu.h"

#include "widgets/controls/icons.h"
#include "widgets/controls/theme.h"
#include "widgets/documenttabs.h"
#include "widgets/helpdialog.h"
#include "widgets/jobs/jobrunner.h"
#include "widgets/mainwindow.h"
#include "widgets/recent.h"
#include "widgets/samples.h"
#include "widgets/storecare.h"

#include <QActionGroup>
#include <QDockWidget>
#include <QFileInfo>
#include <QMenuBar>
#include <QUndoStack>

namespace assay::ui {

MainMenu::MainMenu(MainWindow &window)
    : QObject(&window)
    , m_window(window)
{
    QMenuBar *bar = window.menuBar();
    bar->setAccessibleName(tr("Menus"));
    fillFile(bar->addMenu(tr("&File")));
    fillEdit(bar->addMenu(tr("&Edit")));
    fillView(bar->addMenu(tr("&View")));
    fillData(bar->addMenu(tr("&Data")));
    fillModel(bar->addMenu(tr("&Model")));
    fillAnalyse(bar->addMenu(tr("&Analyse")));
    fillTools(bar->addMenu(tr("&Tools")));
    fillHelp(bar->addMenu(tr("&Help")));
    update();
}

QAction *MainMenu::add(QMenu *menu, const QString &text, const QString &iconName, const QKeySequence &keys,
                       const std::function<void()> &run)
{
    QAction *action = menu->addAction(text);
    if (!iconName.isEmpty())
        action->setIcon(icon(iconName));
    action->setShortcut(keys);
    connect(action, &QAction::triggered, &m_window, [run] { run(); });
    return action;
}

void MainMenu::fillFile(QMenu *menu)
{
    add(menu, tr("&Open data…"), QStringLiteral("open"), QKeySequence::Open, [this] { m_window.askForData(); });
    add(menu, tr("Open &store…"), QStringLiteral("store"), QKeySequence(tr("Ctrl+Shift+O")),
        [this] { m_window.askForStore(); });
    add(menu, tr("&Take over runs…"), QStringLiteral("open"), QKeySequence(), [this] { m_window.openTakeOver({}); });
    add(menu, tr("&Export runs…"), QStringLiteral("report"), QKeySequence(tr("Ctrl+Shift+E")),
        [this] { m_window.exportRuns(); });
    add(menu, tr("Check store"), QStringLiteral("store"), {}, [this] { m_window.storeCare().check(); });
    add(menu, tr("&Back up store…"), QStringLiteral("store"), {}, [this] { m_window.storeCare().backUp(); });
    add(menu, tr("Sal&vage store…"), QStringLiteral("store"), {}, [this] { m_window.storeCare().salvage(); });
    m_recent = menu->addMenu(tr("&Recent"));
    connect(m_recent, &QMenu::aboutToShow, this, [this] { fillRecent(m_recent); });
    fillRecent(m_recent);
    addSamples(menu);
    menu->addSeparator();
    m_needRuns << add(menu, tr("Re&port…"), QStringLiteral("report"), QKeySequence(tr("Ctrl+P")),
                      [this] { m_window.openReport(m_window.currentRuns()); });
    menu->addSeparator();
    m_needPage << add(menu, tr("&Close tab"), {}, QKeySequence(tr("Ctrl+W")),
                      [this] { m_window.documents().closePage(m_window.documents().currentIndex()); });
    m_needPage << add(menu, tr("Close other &tabs"), {}, {}, [this] { m_window.documents().closeOthers(); });
    menu->addSeparator();
    add(menu, tr("&Quit"), {}, QKeySequence(tr("Ctrl+Q")), [this] { m_window.close(); });
}

void MainMenu::fillRecent(QMenu *menu)
{
    menu->clear();
    for (const QString &path : recentPaths(RecentKind::Data)) {
        QAction *action = add(menu, QFileInfo(path).fileName(), QStringLiteral("dataset"), {},
                              [this, path] { m_window.importData(path); });
        action->setToolTip(path);
        action->setStatusTip(path);
    }
    const QStringList stores = recentPaths(RecentKind::Store);
    if (!stores.isEmpty())
        menu->addSeparator();
    for (const QString &path : stores)
        add(menu, QFileInfo(path).fileName(), QStringLiteral("store"), {}, [this, path] {
            m_window.openStore(path);
        })->setStatusTip(path);
    const bool any = !menu->isEmpty();
    menu->menuAction()->setEnabled(any);
    if (!any)
        return;
    menu->addSeparator();
    add(menu, tr("Forget these"), {}, {}, [this] {
        clearRecentPaths(RecentKind::Data);
        clearRecentPaths(RecentKind::Store);
        fillRecent(m_recent);
    });
}

QMenu *MainMenu::addSamples(QMenu *menu)
{
    QMenu *samples = menu->addMenu(tr("Sa&mples"));
    for (const Sample &sample : availableSamples())
        add(samples, sample.title, QStringLiteral("sample"), {}, [this, sample] { m_window.openSample(sample); });
    samples->menuAction()->setVisible(!samples->isEmpty());
    return samples;
}

void MainMenu::fillEdit(QMenu *menu)
{
    QUndoStack &stack = m_window.undoStack();
    QAction *undo = stack.createUndoAction(this, tr("&Undo"));
    undo->setShortcut(QKeySequence::Undo);
    undo->setIcon(icon(QStringLiteral("undo")));
    QAction *redo = stack.createRedoAction(this, tr("&Redo"));
    redo->setShortcut(QKeySequence::Redo);
    redo->setIcon(icon(QStringLiteral("redo")));
    menu->addActions({undo, redo});
    menu->addSeparator();
    add(menu, tr("&Experiments…"), QStringLiteral("runs"), QKeySequence(tr("Ctrl+Shift+X")),
        [this] { m_window.showExperiments(); });
    m_needCommand << add(menu, tr("&Copy as command"), QStringLiteral("copy"), QKeySequence(tr("Ctrl+Shift+C")),
                         [this] { m_window.copyAsCommand(); });
    add(menu, tr("&Find in the navigator"), QStringLiteral("search"), QKeySequence(tr("Ctrl+Shift+F")),
        [this] { m_window.findInNavigator(); });
}

void MainMenu::fillView(QMenu *menu)
{
    for (QDockWidget *dock : m_window.docks())
        menu->addAction(dock->toggleViewAction());
    menu->addSeparator();
    fillTheme(menu->addMenu(icon(QStringLiteral("theme")), tr("&Theme")));
    Theme &theme = m_window.theme();
    add(menu, tr("Zoom &in"), {}, QKeySequence::ZoomIn, [&theme] { theme.setZoom(theme.zoom() + 10); });
    add(menu, tr("Zoom &out"), {}, QKeySequence::ZoomOut, [&theme] { theme.setZoom(theme.zoom() - 10); });
    add(menu, tr("&Usual size"), {}, QKeySequence(tr("Ctrl+0")), [&theme] { theme.setZoom(100); });
    menu->addSeparator();
    m_needPage << add(menu, tr("&Next tab"), {}, QKeySequence(tr("Ctrl+PgDown")), [this] { m_window.stepTab(1); });
    m_needPage << add(menu, tr("&Previous tab"), {}, QKeySequence(tr("Ctrl+PgUp")), [this] { m_window.stepTab(-1); });
    menu->addSeparator();
    add(menu, tr("&Reset layout"), QStringLiteral("reset"), {}, [this] { m_window.resetLayout(); });
    add(menu, tr("&Full screen"), {}, QKeySequence(Qt::Key_F11),
        [this] { m_window.setWindowState(m_window.windowState() ^ Qt::WindowFullScreen); });
}

void MainMenu::fillTheme(QMenu *menu)
{
    auto *group = new QActionGroup(menu);
    const std::pair<QString, Theme::Mode> modes[] = {
        {tr("&System"), Theme::Mode::System}, {tr("&Light"), Theme::Mode::Light}, {tr("&Dark"), Theme::Mode::Dark}};
    for (const auto &[text, mode] : modes) {
        QAction *action = add(menu, text, {}, {}, [this, mode = mode] { m_window.theme().setMode(mode); });
        action->setCheckable(true);
        action->setChecked(m_window.theme().mode() == mode);
        action->setActionGroup(group);
        connect(&m_window.theme(), &Theme::changed, action,
                [this, action, mode = mode] { action->setChecked(m_window.theme().mode() == mode); });
    }
}

void MainMenu::fillData(QMenu *menu)
{
    m_needData << add(menu, tr("&Profile"), QStringLiteral("dataset"), {},
                      [this] { m_window.openProfile(m_window.currentData()); });
    m_needData << add(menu, tr("&Import again…"), QStringLiteral("import"), {},
                      [this] { m_window.importData(m_window.currentData()->path); });
}

void MainMenu::fillModel(QMenu *menu)
{
    m_needData << add(menu, tr("&Train…"), QStringLiteral("train"), QKeySequence(tr("Ctrl+T")), [this] {
        const DatasetPtr data = m_window.currentData();
        m_window.openTrain(data, QString::fromStdString(data->profile.suggestedTarget));
    });
    add(menu, tr("&Runs"), QStringLiteral("runs"), QKeySequence(tr("Ctrl+R")), [this] { m_window.openRuns(); });
    add(menu, tr("Re&gistry"), QStringLiteral("check"), QKeySequence(tr("Ctrl+G")),
        [this] { m_window.openRegistry({}); });
    menu->addSeparator();
    m_needJobs << add(menu, tr("&Cancel what runs"), QStringLiteral("cancel"), QKeySequence(tr("Ctrl+.")),
                      [this] { m_window.cancelJobs(); });
}

void MainMenu::fillAnalyse(QMenu *menu)
{
    m_needTwoRuns << add(menu, tr("&Compare"), QStringLiteral("compare"), QKeySequence(tr("Ctrl+Shift+R")),
                         [this] { m_window.openCompare(m_window.currentRuns()); });
    m_needRuns << add(menu, tr("&Metrics"), QStringLiteral("drift"), QKeySequence(tr("Ctrl+M")),
                      [this] { m_window.openMetrics(m_window.currentRuns()); });
    add(menu, tr("&Explore runs"), QStringLiteral("search"), QKeySequence(tr("Ctrl+E")),
        [this] { m_window.openExplore({}); });
    m_needRuns << add(menu, tr("&Look into the run"), QStringLiteral("run"), {},
                      [this] { m_window.openRun(m_window.currentRuns().front()); });
    add(menu, tr("&Drift…"), QStringLiteral("drift"), QKeySequence(tr("Ctrl+D")),
        [this] { m_window.openDriftOfCurrent(); });
}

void MainMenu::fillTools(QMenu *menu)
{
    add(menu, tr("Command &palette…"), QStringLiteral("command"), QKeySequence(tr("Ctrl+K")),
        [this] { m_window.showPalette(); });
    add(menu, tr("&Start page"), QStringLiteral("home"), QKeySequence(tr("Ctrl+Home")),
        [this] { m_window.openStart(); });
}

void MainMenu::fillHelp(QMenu *menu)
{
    const auto show = [this](HelpDialog::Part part) { (new HelpDialog(m_window.menuBar(), part, &m_window))->open(); };
    add(menu, tr("&First steps"), QStringLiteral("help"), QKeySequence::HelpContents,
        [show] { show(HelpDialog::Part::Guide); });
    add(menu, tr("&Glossary"), {}, {}, [show] { show(HelpDialog::Part::Glossary); });
    add(menu, tr("&Shortcuts"), {}, QKeySequence(tr("Ctrl+/")), [show] { show(HelpDialog::Part::Shortcuts); });
    menu->addSeparator();
    add(menu, tr("&About Assay"), QStringLiteral("info"), {}, [this] { m_window.showAbout(); });
}

void MainMenu::update()
{
    Page *page = m_window.documents().currentPage();
    const auto enable = [](const QList<QAction *> &actions, bool on) {
        for (QAction *action : actions)
            action->setEnabled(on);
    };
    const auto runs = m_window.currentRuns();
    enable(m_needPage, page != nullptr);
    enable(m_needCommand, page && !page->command().isEmpty());
    enable(m_needData, m_window.currentData() != nullptr);
    enable(m_needRuns, !runs.empty());
    enable(m_needTwoRuns, runs.size() >= 2);
    enable(m_needJobs, !m_window.jobs().running().empty());
}

} // namespace assay::ui
