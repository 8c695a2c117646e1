// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/jobs/jobrunner.h"
#include "widgets/models/exploredata.h"
#include "widgets/pages/page.h"

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTabWidget;
class QTableView;

namespace assay::ui {

class EmptyPane;
class ExploreBoxes;
class ExploreImportance;
class ExploreParallel;
class ExploreScatter;
class ExploreTable;
class FilterBox;
class PageHeader;

/// Parameters against metrics over the runs of a query, in several views that share one selection and a table.
class ExplorePage : public Page
{
    Q_OBJECT
public:
    enum Tab { Parallel, Scatter, Boxes, Importance };

    ExplorePage(Shell &shell, tracking::RunQuery query, QWidget *parent = nullptr);
    ~ExplorePage() override;

    QString title() const override { return tr("Explore"); }
    QString key() const override;
    QString command() const override;
    void refresh() override;

    void showTab(Tab tab);
    void setMetric(const QString &key); ///< "metrics.roc_auc"
    const ExplorePtr &data() const { return m_data; }
    /// [runs] empty: none.
    const std::vector<char> &chosen() const { return m_chosen; }
    std::vector<tracking::RunId> chosenRuns() const;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    QWidget *tools();
    QWidget *lower();
    void load();
    void loaded(Result<ExplorePtr> read);
    void readMissing();
    void want(const QString &key);
    void show(ExplorePtr explored);
    void showMetrics();
    void showViews();
    void showTable();
    void choose(std::vector<char> chosen);
    void chooseRuns(const std::vector<int> &runs);
    void toggleRun(int run);
    void chosenChanged();

    tracking::RunQuery m_query;
    QString m_metric;
    QStringList m_wanted; ///< columns beyond those most runs have
    ExplorePtr m_data;
    std::vector<char> m_chosen;
    bool m_stale = false;
    JobRunner m_load;

    PageHeader *m_heading;
    QPushButton *m_open, *m_curves, *m_compare;
    FilterBox *m_filter;
    QComboBox *m_metrics;
    QTabWidget *m_tabs;
    ExploreParallel *m_parallel;
    ExploreScatter *m_scatter;
    ExploreBoxes *m_boxes;
    ExploreImportance *m_importance;
    QLabel *m_tableTitle;
    QPushButton *m_clear;
    ExploreTable *m_table;
    QTableView *m_tableView;
    QStackedWidget *m_stack;
    EmptyPane *m_empty;
};

} // namespace assay::ui
