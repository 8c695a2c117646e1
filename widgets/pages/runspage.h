// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tracking/query/sortkeys.h"
#include "widgets/jobs/jobrunner.h"
#include "widgets/models/runsmodel.h"
#include "widgets/pages/page.h"
#include "widgets/pages/runspageload.h"
#include "widgets/pages/savedviews.h"

#include <QTimer>
#include <deque>
#include <functional>

namespace assay::tracking {
struct PurgeRequest;
}

class QAction;
class QComboBox;
class QMenu;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace assay::ui {

class ColumnChooser;
class EmptyPane;
class FilterBox;
class PageHeader;
class RunEditor;
class RunsTable;

/// All runs as a leaderboard: filtered, sorted and grouped by the store, columns as chosen, several ticked to be
/// compared. Only what is on the screen is read, off the window's thread.
class RunsPage : public Page
{
    Q_OBJECT
public:
    explicit RunsPage(Shell &shell, QWidget *parent = nullptr);
    ~RunsPage() override;

    QString title() const override;
    QString key() const override;
    QString command() const override;
    void refresh() override;
    QString inspectorText() const override;

    /// Those selected that are at hand, in the order shown.
    std::vector<tracking::Run> selectedRuns() const;
    /// All that are selected; none until they were read.
    std::vector<tracking::RunId> selectedIds() const;
    /// Calls @p then with all that are selected, once they were read; with none when none are.
    void withSelectedIds(const std::function<void(const std::vector<tracking::RunId> &)> &then);
    void selectRuns(const std::vector<tracking::RunId> &runs);
    /// What is asked for: all runs it finds are shown.
    const tracking::RunQuery &query() const { return m_query; }
    /// What is asked for and which of the runs at hand are selected, to be brought back another time.
    QString session() const;
    void restoreSession(const QString &session);

protected:
    void showEvent(QShowEvent *event) override;

private:
    using Runs = std::vector<tracking::Run>;
    struct Extras ///< what the page shows beside the rows, read after them
    {
        QHash<QString, double> best = {};
        QStringList params = {}, tags = {};
    };

    // runspagelayout.cpp
    void build();
    void buildHeading();
    QWidget *buildTools();
    void buildTable();
    void buildHeader();
    QWidget *buildSide();

    // runspage.cpp
    RunsAsked asked() const;
    void load();
    void show(RunsLoaded loaded, const RunsAsked &asked);
    void loadFailed(const Error &error);
    void loadExtras();
    void showExtras(const Extras &extras);
    void showEmpty();
    void emptyAction();

    // runspageviews.cpp
    void followExperiment(const std::vector<tracking::Experiment> &now);
    void showExperiments(const std::vector<tracking::Experiment> &experiments);
    void setGroupBy(const QString &key);
    void showView(const RunsView &view);
    RunsView currentView() const;

    // runspagesorting.cpp
    void sortClicked(int section);
    void sortBy(const RunColumn &column, bool descending, bool then);
    void turnSort(const QString &key, bool descending);
    void removeSort(const QString &key);
    void fillSortMenu(QMenu &menu);
    void addSortedBy(QMenu &menu, const tracking::SortKey &key, int place);
    std::vector<tracking::SortKey> sortedBy() const;
    void sortBy(const std::vector<tracking::SortKey> &keys);
    void showSorting();

    // runspagecolumns.cpp
    void setColumns(const RunColumns &columns, int pinned);
    void resetColumns();
    void restoreColumns();
    void applyHeader();
    void takeHeaderOrder();
    void keepWidth(int section, int size);
    void setOnlyDifferent(bool on);
    void findDifferences();
    void hideColumns(const RunColumns &equal);
    void openChooser();
    void loadKeys();
    void showHeaderMenu(const QPoint &at);

    // runspageselection.cpp
    void selectionChanged();
    void readSelection();
    /// Calls @p then with the selected runs: at once when all are at hand, else when they were read.
    void withSelected(const std::function<void(const Runs &)> &then);
    void withRows(const std::vector<qint64> &rows, const std::function<void(const Runs &)> &then);
    void nextRows();

    // runspageactions.cpp
    void buildActions();
    QAction *addTableAction(const QString &text, const QString &toolTip, const QKeySequence &key, const char *name,
                            void (RunsPage::*slot)());
    void fillContextMenu(QMenu &menu, const QModelIndex &index);
    void compareSelected();
    void openSelected();
    void reportSelected();
    void ensembleSelected();
    void openMetrics();
    void openExplore();
    void tagSelected();
    void noteSelected();
    void renameSelected();
    void starSelected();
    void archiveSelected();
    void moveSelected();
    void deleteSelected();
    void purgeSelected();
    void purge(const tracking::PurgeRequest &request);
    void copySelected();
    void filterBy(const QString &condition);

    tracking::RunStore &m_store;
    JobRunner m_load, m_train;
    JobRunner m_extras, m_keysReader, m_selectionReader, m_rowsReader, m_differences;
    std::deque<std::function<void()>> m_rowsWaiting; ///< actions that came while m_rowsReader was at work
    bool m_stale = false;                            ///< the store changed while it was read
    bool m_loadedOnce = false;
    bool m_failed = false;   ///< the page says so and offers to try again
    bool m_wasReset = false; ///< the table's rows came anew
    bool m_arranging = false;
    tracking::RunQuery m_query, m_shownQuery;
    QString m_groupBy, m_shownGroup;
    RunColumns m_columns; ///< empty until somebody chose or the store was read
    bool m_columnsChosen = false, m_onlyDifferent = false;
    int m_pinned = 1;
    qint64 m_runs = 0; ///< of the query
    std::vector<tracking::Experiment> m_experiments;
    Runs m_full; ///< the selected runs as far as the editor and the inspector need them
    std::vector<qint64> m_fullRows;
    std::vector<tracking::RunId> m_toSelect; ///< once they were read
    QTimer m_readSoon, m_keepSoon, m_extrasSoon;
    QVariantMap m_widths; ///< by column id [px]

    RunsModel *m_model;
    PageHeader *m_heading;
    QPushButton *m_compare = nullptr, *m_report = nullptr, *m_ensemble = nullptr, *m_metrics = nullptr,
                *m_explore = nullptr;
    QToolButton *m_more = nullptr;
    QAction *m_open = nullptr, *m_tag = nullptr, *m_note = nullptr, *m_rename = nullptr, *m_star = nullptr,
            *m_archive = nullptr, *m_move = nullptr, *m_delete = nullptr, *m_purge = nullptr, *m_copy = nullptr;
    FilterBox *m_filter;
    QComboBox *m_experiment, *m_which, *m_group;
    QToolButton *m_columnsButton, *m_details;
    SavedViews *m_views;
    ColumnChooser *m_chooser;
    RunsTable *m_table;
    QStackedWidget *m_stack;
    EmptyPane *m_empty;
    QSplitter *m_splitter;
    QWidget *m_side = nullptr;
    RunEditor *m_editor;
};

} // namespace assay::ui
