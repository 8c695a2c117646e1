// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/jobs/jobrunner.h"
#include "widgets/models/comparisonmodel.h"
#include "widgets/pages/page.h"

#include <optional>

class QCheckBox;
class QHBoxLayout;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace assay::ui {

class Banner;
class ChartTabs;
class EmptyPane;
class PageHeader;

/// 2 to 8 runs side by side: what differs in how they were made, what differs in how well they do (with an interval and
/// a test against the pinned baseline), and their curves over each other.
class ComparePage : public Page
{
    Q_OBJECT
public:
    ComparePage(Shell &shell, std::vector<tracking::RunId> runs, QWidget *parent = nullptr);
    ~ComparePage() override;

    QString title() const override;
    QString key() const override;
    QString command() const override;
    void refresh() override;
    QString inspectorText() const override;

    void setBaseline(std::size_t run);
    std::size_t baseline() const { return m_baseline; }

private:
    void build();
    void load();
    void explain(const QString &title, const QString &text);
    void show(RunComparison comparison);
    void showChips();
    void showTables();
    void showCharts();
    QWidget *chip(std::size_t run);
    void openRunAt(std::size_t run, int tab);
    void without(std::size_t run);

    std::vector<tracking::RunId> m_runs;
    std::size_t m_baseline = 0;
    std::optional<RunComparison> m_comparison;
    JobRunner m_load;

    ComparisonMetricsModel *m_metrics;
    ComparisonParamsModel *m_params;
    PageHeader *m_heading;
    QPushButton *m_report;
    QWidget *m_chips;
    Banner *m_caveats;
    QCheckBox *m_onlyDifferences;
    QTableView *m_metricsTable, *m_paramsTable;
    ChartTabs *m_charts;
    QStackedWidget *m_stack;
    EmptyPane *m_empty;
};

} // namespace assay::ui
