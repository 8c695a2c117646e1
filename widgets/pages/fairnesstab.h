// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/chartfactory.h"
#include "widgets/jobs/jobrunner.h"
#include "widgets/models/groupmodel.h"
#include "widgets/shell.h"

#include <QWidget>
#include <optional>

class QComboBox;
class QStackedWidget;
class QTableView;

namespace assay::ui {

class Banner;
class ChartView;
class EmptyPane;

/// Who is treated differently: the groups of a chosen column, their rates with intervals, and the definitions of
/// fairness in both dialects.
class FairnessTab : public QWidget
{
    Q_OBJECT
public:
    explicit FairnessTab(Shell &shell, QWidget *parent = nullptr);
    ~FairnessTab() override;

    /// The columns that came along with the predictions can be chosen.
    void setAnalysis(const tracking::RunId &run, const engine::Predictions &predictions);
    /// Computes for the chosen column, unless that was done.
    void start();
    void explain(const QString &title, const QString &text);

private:
    void build();
    QWidget *choices();
    void chooseAttribute();
    void load();
    void show(const engine::FairnessReport &report);
    void showChart();

    Shell &m_shell;
    tracking::RunId m_run;
    bool m_wanted = false, m_done = false;
    std::map<QString, QString> m_privileged; ///< by attribute, where it was chosen
    std::optional<engine::AttributeFairness> m_fairness;
    JobRunner m_load;

    GroupModel *m_groups;
    FairnessMeasuresModel *m_measures;
    QComboBox *m_attribute, *m_privilegedGroup, *m_rate;
    Banner *m_warnings;
    QTableView *m_groupTable, *m_measureTable;
    ChartView *m_chart;
    QStackedWidget *m_stack;
    EmptyPane *m_empty;
};

} // namespace assay::ui
