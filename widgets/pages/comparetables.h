// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/comparisonmodel.h"
#include "widgets/models/disagreementmodel.h"
#include "widgets/models/pairtestsmodel.h"

#include <QTabWidget>

class QCheckBox;
class QLabel;
class QSortFilterProxyModel;
class QTableView;
class QToolButton;

namespace assay::ui {

class RunSelection;

/// The figures of a comparison: metrics, parameters, tests of pairs, and rows two runs disagree on. What is selected in
/// them is selected in the charts.
class CompareTables : public QTabWidget
{
    Q_OBJECT
public:
    /// From so many runs on each is a row; from so many with bars in its cells.
    static constexpr int manyColumns = 5, crowded = 9;

    CompareTables(RunSelection *selection, QWidget *parent = nullptr);

    void setComparison(const RunComparison *comparison, const std::vector<engine::Judgement> &judgements,
                       const QString &metric, bool dimmed);
    /// Of run @p first and @p second; a null pointer while they are not known. @p samePair: of those shown, which stay
    /// sorted as they are.
    void setDisagreements(std::shared_ptr<const engine::Disagreements> rows, const QString &first,
                          const QString &second, bool samePair = false);
    QTableView *metricsTable() const { return m_metricsTable; }
    /// The run the current cell of the metrics table belongs to, −1 for none.
    int currentRun() const;

private:
    void build();
    QTableView *table(const char *name, const QString &accessibleName, QAbstractItemModel *model);
    void showMetrics();
    void showParams();
    void sortByMetric();
    void select();
    void selectedInTable();
    void pairClicked(const QModelIndex &index);

    RunSelection *m_selection;
    const RunComparison *m_comparison = nullptr;
    QString m_metric;
    bool m_dimmed = false, m_selecting = false;
    int m_baseline = -1;
    ComparisonMetricsModel *m_metrics;
    ComparisonParamsModel *m_params;
    PairTestsModel *m_tests;
    DisagreementModel *m_rows;
    QSortFilterProxyModel *m_sortedMetrics, *m_sortedTests;
    QTableView *m_metricsTable, *m_paramsTable, *m_testsTable, *m_rowsTable;
    QLabel *m_rowsText;
    QWidget *m_rowsPane;
    QToolButton *m_transpose;
    QCheckBox *m_onlyDifferences;
};

} // namespace assay::ui
