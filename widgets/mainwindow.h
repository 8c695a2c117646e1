// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/documenttabs.h"
#include "widgets/jobs/jobrunner.h"
#include "widgets/sampleloader.h"
#include "widgets/shell.h"

#include <QMainWindow>
#include <QUndoStack>

class QDockWidget;
class QLabel;
class QProgressBar;

namespace assay::ui {

class Inspector;
class JobsPane;
class LogPane;
class MainMenu;
class MessageBar;
class Navigator;
class ProblemsPane;
class StoreCare;
class Theme;

/// The window: documents in the centre, panes around them, and the way between pages. @p workbench must outlive it.
class MainWindow
    : public QMainWindow
    , public Shell
{
    Q_OBJECT
public:
    explicit MainWindow(Workbench &workbench, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Data sets go to the import sheet, stores to a window of their own, runs of other programs to a list of them.
    void openFiles(const QStringList &paths);
    /// How another store is opened; by default by starting the program again with `--store`.
    void setStoreOpener(std::function<bool(const QString &path)> opener);

    // Shell
    Workbench &workbench() override { return m_workbench; }
    JobRegistry &jobs() override { return m_jobs; }
    QUndoStack &undoStack() override { return m_undo; }
    QList<DatasetPtr> datasets() const override { return m_datasets; }
    void openStart() override;
    void openImport(const QString &path) override;
    void openProfile(const DatasetPtr &data) override;
    void openTrain(const DatasetPtr &data, const QString &target) override;
    void openRuns() override;
    void openRun(const tracking::RunId &run) override;
    void openCompare(const std::vector<tracking::RunId> &runs) override;
    void openDrift(const DatasetPtr &reference, const DatasetPtr &current) override;
    void openReport(const std::vector<tracking::RunId> &runs) override;
    void openRegistry(const QString &model) override;
    void openMetrics(const std::vector<tracking::RunId> &runs) override;
    void openExplore(const tracking::RunQuery &query) override;
    void openTakeOver(const QString &path) override;
    void addDataset(const DatasetPtr &data) override;
    void storeChanged() override;
    void report(const Error &error) override;
    void tell(const QString &text) override;

    // For the menus
    Theme &theme() { return *m_theme; }
    DocumentTabs &documents() { return *m_documents; }
    StoreCare &storeCare() { return *m_storeCare; }
    QList<QDockWidget *> docks() const { return m_docks; }
    /// Of the current document, else the latest known.
    DatasetPtr currentData() const;
    std::vector<tracking::RunId> currentRuns() const;
    /// The same for all of them, however many must be read first.
    void withCurrentRuns(const std::function<void(const std::vector<tracking::RunId> &)> &then);
    void askForData();
    /// A table to be imported, whatever else it might be.
    void importData(const QString &path);
    void askForStore();
    /// Those selected on the current page, shown there, or all.
    void exportRuns();
    void showExperiments();
    void openStore(const QString &path);
    void openSample(const Sample &sample);
    void openDriftOfCurrent();
    void copyAsCommand();
    void findInNavigator();
    void stepTab(int by);
    void resetLayout();
    void cancelJobs();
    void showPalette();
    void showAbout();

protected:
    void closeEvent(QCloseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum DockIndex { NavigatorDock, InspectorDock, JobsDock, ProblemsDock, LogDock };

    void buildCentre();
    void buildDocks();
    void buildStatusBar();
    QDockWidget *addDock(const QString &name, const QString &title, QWidget *widget, Qt::DockWidgetArea area);
    void showDock(DockIndex index);
    void restoreSession();
    void saveSession();
    void restoreTabs();
    void saveTabs();
    std::optional<LaterDocument> laterDocument(const QJsonObject &tab);
    void lookAtStore();
    void updateInspector();
    void updateNavigator();
    void readRuns();
    void showRuns(const std::vector<tracking::Run> &runs);

    Workbench &m_workbench;
    JobRegistry m_jobs;
    QUndoStack m_undo;
    Theme *m_theme;
    DocumentTabs *m_documents = nullptr;
    MessageBar *m_message = nullptr;
    Navigator *m_navigator = nullptr;
    Inspector *m_inspector = nullptr;
    JobsPane *m_jobsPane = nullptr;
    ProblemsPane *m_problems = nullptr;
    LogPane *m_log = nullptr;
    MainMenu *m_menu = nullptr;
    StoreCare *m_storeCare = nullptr;
    QLabel *m_counts = nullptr;
    QLabel *m_running = nullptr;
    QProgressBar *m_busy = nullptr;
    QList<QDockWidget *> m_docks;
    QByteArray m_initialState;
    QList<DatasetPtr> m_datasets;
    SampleLoader m_samples;
    JobRunner m_runsReader;
    std::vector<tracking::Run> m_latestRuns; ///< in the navigator
    bool m_runsShown = false;
    QTimer m_poll;
    qint64 m_storeVersion = 0;
    std::function<bool(const QString &)> m_storeOpener;
};

} // namespace assay::ui
