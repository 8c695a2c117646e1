// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/jobs/jobrunner.h"
#include "widgets/models/runsmodel.h"
#include "widgets/pages/page.h"

#include <QTimer>

class QComboBox;
class QLineEdit;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QToolButton;
class QTreeView;

namespace assay::ui {

class ColumnChooser;
class EmptyPane;
class PageHeader;
class RunEditor;

/// All runs as a leaderboard: filtered and sorted by the store, columns as chosen, several ticked to be compared.
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

    /// Those selected, in the order shown.
    std::vector<tracking::Run> selectedRuns() const;
    void selectRuns(const std::vector<tracking::RunId> &runs);

private:
    struct Loaded
    {
        std::vector<tracking::Run> runs;
        std::vector<tracking::Experiment> experiments;
    };

    void buildHeading();
    void buildTools();
    void buildTable();
    QPushButton *action(const QString &text, const QString &toolTip, const QKeySequence &key, void (RunsPage::*slot)());
    void load();
    void show(Loaded loaded);
    void showExperiments(const std::vector<tracking::Experiment> &experiments);
    void showEmpty();
    void sortBy(int section, Qt::SortOrder order);
    void setColumns(const RunColumns &columns);
    void restoreColumns();
    void applyColumnWidths();
    void selectionChanged();
    void emptyAction();

    void compareSelected();
    void openSelected();
    void reportSelected();
    void ensembleSelected();
    void tagSelected();
    void noteSelected();
    void renameSelected();
    void deleteSelected();

    JobRunner m_load;
    JobRunner m_train;    ///< of ensembles
    bool m_stale = false; ///< the store changed while it was read
    bool m_loadedOnce = false;
    tracking::RunQuery m_query;
    RunKeys m_keys;
    bool m_columnsChosen = false;
    RunsModel *m_model;
    QTimer m_filterDelay;

    PageHeader *m_heading;
    QPushButton *m_compare, *m_report, *m_ensemble, *m_open, *m_tag, *m_note, *m_rename, *m_delete;
    QLineEdit *m_filter;
    QComboBox *m_experiment;
    QToolButton *m_showDeleted, *m_columnsButton, *m_details;
    ColumnChooser *m_chooser;
    QTreeView *m_table;
    QStackedWidget *m_stack;
    EmptyPane *m_empty;
    QSplitter *m_splitter;
    RunEditor *m_editor;
};

} // namespace assay::ui
